const InsightsScreen = () => <h1>Insights</h1>;

export default InsightsScreen;
