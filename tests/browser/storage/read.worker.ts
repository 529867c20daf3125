import { openStore, readAllEvents } from '../../../src/storage/read-events.ts';

self.onmessage = async ({ data }: MessageEvent<string>) => {
  const store = openStore(data);
  self.postMessage(await readAllEvents(store));
  store.close();
};
