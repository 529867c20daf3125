/** The worker that writes the journal. It does what `JournalPort` says, call by call. */
import type { StoredEvent } from '../domain/log/event.ts';
import { openStore } from './indexeddb.ts';
import { compareCopies, readJournals } from './journal-compare.ts';
import { type Everywhere, everywhere } from './journal-everywhere.ts';
import type { OneCopyReason } from './journal-port.ts';
import { type JournalSlots, openSlots } from './journal-slots.ts';
import { withLock } from './locks.ts';

export interface Call {
  readonly id: number;
  /** The same in all calls of one worker. */
  readonly database: string;
  readonly method: 'open' | 'append' | 'readAll' | 'compare' | 'erase' | 'clear' | 'close';
  readonly value: unknown;
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

/** A DedicatedWorkerGlobalScope; its type clashes with the one of a window. */
const scope = self as unknown as {
  postMessage(answer: Answer): void;
  onmessage: (event: MessageEvent<Call>) => void;
};

let database = '';
let opened: Promise<{ slots: JournalSlots; peers: Everywhere }> | undefined;

const journal = () =>
  (opened ??= openSlots(database).then(
    (slots) => ({ slots, peers: everywhere(database, slots) }),
    (error: unknown) => {
      opened = undefined;
      throw error;
    },
  ));

const methods: Record<Call['method'], (value: never) => Promise<unknown>> = {
  async open(): Promise<OneCopyReason | undefined> {
    const { slots, peers } = await journal();
    if (slots.own !== undefined) return undefined;
    // The next time a file may be free.
    peers.close();
    opened = undefined;
    return 'slots';
  },
  async append(events: StoredEvent[]) {
    (await journal()).slots.append(events);
  },
  async readAll() {
    return readJournals((await journal()).slots);
  },
  async compare() {
    const { slots } = await journal();
    const store = openStore(database);
    try {
      return await withLock(database, () => compareCopies(store, slots));
    } finally {
      store.close();
    }
  },
  async erase(erased: StoredEvent) {
    await (await journal()).peers.run({ kind: 'erase', erased });
  },
  async clear() {
    await (await journal()).peers.run({ kind: 'clear' });
  },
  async close() {
    const { slots, peers } = await journal();
    slots.close();
    peers.close();
  },
};

const answer = async ({ id, method, value, ...call }: Call): Promise<void> => {
  database = call.database;
  try {
    scope.postMessage({ id, value: await methods[method](value as never) });
  } catch (error) {
    const { name, message } = error as Error;
    scope.postMessage({ id, error: { name, message } });
  }
};

scope.onmessage = ({ data }) => void answer(data);
