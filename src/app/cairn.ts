/** Brings storage, curriculum and state together: event → log on disk → fold → state → view. */
import { batch, createSignal, onCleanup } from 'solid-js';
import { startOfStudyDay, studyDay, type StudyDay } from '../domain/calendar/study-day.ts';
import { indexGraph } from '../domain/curriculum/graph.ts';
import type { EventId, Fact, KnownEvent, StoredEvent } from '../domain/log/event.ts';
import {
  EMPTY_LEDGER,
  extend,
  openLedger,
  settle,
  UNSETTLED,
  type Ledger,
} from '../domain/progress/ledger.ts';
import { decode, encode, SNAPSHOT_FORMAT, type Snapshot } from '../domain/progress/snapshot.ts';
import { openLogStore } from '../storage/log-store.ts';
import { now, zone } from './clock.ts';
import { loadGraph } from './content.ts';
import type { Cairn, Notice } from './context.ts';
import { replayInWorker } from './replay.ts';
import { registerUpdates } from './updates.ts';

/** A snapshot is worth writing when this many events were settled since the last. */
const WORTH_A_SNAPSHOT = 200;
/** A longer tail without a snapshot is folded off the main thread. */
const FOLD_HERE = 5000;
/** How long a notice stays, ms. */
const NOTICE_MS = 8000;

/**
 * Opens everything that the first screen needs.
 * @param withOwner runs a function under the app's owner, so that timers and listeners end with it
 * @throws ContentUnavailable, NewerSchemaError: shown by the boot screen
 */
export const openCairn = async (withOwner: <T>(make: () => T) => T | undefined): Promise<Cairn> => {
  const [graph, opened] = await Promise.all([
    loadGraph(),
    openLogStore({ now, zone, snapshotFormat: SNAPSHOT_FORMAT }),
  ]);
  const { store } = opened;
  const index = indexGraph(graph);
  const successors = graph.retired;
  const lineage = JSON.stringify(Object.entries(successors).sort());

  const replayed = async (): Promise<Ledger> => {
    const base = decode(await replayInWorker(store, successors));
    const late = await store.readSince(base.covers);
    return openLedger(base, late, successors) ?? { base, tail: [], learner: base };
  };
  const opening = async (): Promise<Ledger> => {
    const { snapshot, tail } = opened;
    const settled = snapshot ? snapshotState(snapshot.state, lineage) : undefined;
    if (settled) {
      const ledger = openLedger(decode(settled), tail, successors);
      if (ledger) return ledger;
    } else if (!snapshot && tail.length <= FOLD_HERE) {
      return openLedger(EMPTY_LEDGER.base, tail, successors) ?? EMPTY_LEDGER;
    }
    return replayed();
  };

  let ledger = await opening();
  const dayOf = (time: number): StudyDay =>
    studyDay(time, zone(), ledger.learner.settings.rolloverHour);
  const [learner, setLearner] = createSignal(ledger.learner);
  const [today, setToday] = createSignal(dayOf(now()));
  const [storage, setStorage] = createSignal(store.status);
  const [missing, setMissing] = createSignal(opened.missing);
  const [notice, setNotice] = createSignal<Notice>();
  const [updateReady, setUpdateReady] = createSignal(false);

  const follow = (next: Ledger): void => {
    ledger = next;
    batch(() => {
      setLearner(next.learner);
      setToday(dayOf(now()));
    });
  };

  let replaying: Promise<void> | undefined;
  const replay = (): Promise<void> => {
    replaying ??= replayed().then(follow, (error: unknown) => {
      replaying = undefined;
      throw error;
    });
    return replaying.finally(() => (replaying = undefined));
  };
  const take = async (events: readonly StoredEvent[]): Promise<void> => {
    const next = extend(ledger, events, successors);
    if (next) follow(next);
    else await replay();
  };

  const record = async (...facts: readonly Fact[]): Promise<readonly KnownEvent[]> => {
    const events = await store.append(facts);
    await take(events);
    return events;
  };

  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  const dismissNotice = (): void => {
    clearTimeout(noticeTimer);
    setNotice(undefined);
  };

  let savedThrough = ledger.base;
  const rest = async (): Promise<void> => {
    await store.seal();
    const unsaved = ledger.tail.length - UNSETTLED;
    if (unsaved < WORTH_A_SNAPSHOT && savedThrough !== EMPTY_LEDGER.base) return;
    if (unsaved <= 0) return;
    ledger = settle(ledger, successors);
    savedThrough = ledger.base;
    const state: SnapshotState = { lineage, columns: encode(ledger.base) };
    await store.saveSnapshot({ format: SNAPSHOT_FORMAT, covers: ledger.base.covers, state });
  };

  let updatesHeld = false;
  const updates = registerUpdates({
    onUpdateReady: () => setUpdateReady(true),
    onOfflineReady: () => undefined,
    canReload: () => !updatesHeld,
  });

  const stop = [
    keepTheDay(
      () => setToday(dayOf(now())),
      () => startOfStudyDay(today() + 1, zone(), learner().settings.rolloverHour),
    ),
    store.onStatus(setStorage),
    store.subscribe((events) => void take(events)),
    onHidden(() => void rest()),
  ];
  withOwner(() => onCleanup(() => stop.forEach((end) => end())));

  return {
    index,
    store,
    learner,
    today,
    storage,
    missing,
    notice,
    updateReady,
    now,
    dayOf,
    record,
    undo: async (target: EventId) => {
      await record({ t: 'undo', target });
    },
    setSetting: async (key, value) => {
      await record({ t: 'setting', key, value });
    },
    notify: (text, undo) => {
      clearTimeout(noticeTimer);
      setNotice(undo ? { text, undo } : { text });
      noticeTimer = setTimeout(() => setNotice(undefined), NOTICE_MS);
    },
    dismissNotice,
    acceptLoss: () => {
      void store.acceptLoss().then(() => setMissing(false));
    },
    applyUpdate: () => updates.accept(),
    holdUpdates: (held) => {
      updatesHeld = held;
      if (!held) updates.poke();
    },
    rest,
    replay: async () => {
      await replay();
      setMissing(false);
    },
  };
};

/** What a snapshot record holds: columns, and where retired cards' history went when they were made. */
interface SnapshotState {
  readonly lineage: string;
  readonly columns: Snapshot;
}

const snapshotState = (state: unknown, lineage: string): Snapshot | undefined => {
  const stored = state as SnapshotState;
  return stored.lineage === lineage ? stored.columns : undefined;
};

/** Calls back at the next rollover, and whenever the page comes back: timers sleep on phones, and people travel. */
const keepTheDay = (turn: () => void, nextTurn: () => number): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        turn();
        wait();
      },
      Math.min(2 ** 31 - 1, Math.max(1000, nextTurn() - now() + 500)),
    );
  };
  const onVisible = (): void => {
    if (document.visibilityState !== 'visible') return;
    turn();
    wait();
  };
  document.addEventListener('visibilitychange', onVisible);
  wait();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisible);
  };
};

const onHidden = (act: () => void): (() => void) => {
  const listener = (): void => {
    if (document.visibilityState === 'hidden') act();
  };
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};
