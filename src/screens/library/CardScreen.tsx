const CardScreen = () => <h1>Card</h1>;

export default CardScreen;
