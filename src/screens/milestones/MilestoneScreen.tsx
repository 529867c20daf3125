const Screen = () => <h1>Soon</h1>;

export default Screen;
