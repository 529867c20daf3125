import { settledBase } from '../domain/progress/ledger.ts';
import { encode } from '../domain/progress/snapshot.ts';
import { openStore } from '../storage/indexeddb.ts';
import { readAllEvents } from '../storage/read-events.ts';
import type { ReplayAnswer, ReplayRequest } from './replay.ts';

const answer = async ({ successors }: ReplayRequest): Promise<ReplayAnswer> => {
  try {
    return { snapshot: encode(settledBase(await readAllEvents(openStore()), successors)) };
  } catch (error) {
    return { failure: String(error) };
  }
};

self.addEventListener('message', ({ data }: MessageEvent<ReplayRequest>) => {
  void answer(data).then((message) => self.postMessage(message));
});
