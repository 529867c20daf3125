const SettingsScreen = () => <h1>Settings</h1>;

export default SettingsScreen;
