const LibraryScreen = () => <h1>Library</h1>;

export default LibraryScreen;
