/** Brings storage, curriculum and state together: event → log on disk → fold → state → view. */
import { batch, createSignal, onCleanup } from 'solid-js';
import { startOfStudyDay, studyDay, type StudyDay } from '../domain/calendar/study-day.ts';
import { indexGraph } from '../domain/curriculum/graph.ts';
import type { EventId, Fact, KnownEvent } from '../domain/log/event.ts';
import type { Learner } from '../domain/progress/learner.ts';
import { SNAPSHOT_FORMAT } from '../domain/progress/snapshot.ts';
import { setting } from '../domain/settings/settings.ts';
import { openLogStore } from '../storage/log-store.ts';
import { now, zone } from './clock.ts';
import { loadGraph } from './content.ts';
import type { Cairn, Notice } from './context.ts';
import { keepLedger } from './ledger-keeper.ts';
import type { NewVersion } from './new-version.ts';

/** The day is looked at this often at least, ms: the rollover hour, the zone or the clock may have been changed. */
const LOOK_AT_LEAST_MS = 3_600_000;
/** How long a notice stays, ms. */
const NOTICE_MS = 8000;

/**
 * Opens everything that the first screen needs.
 * @param withOwner runs a function under the app's owner, so that timers and listeners end with it
 * @throws ContentUnavailable, NewerSchemaError: shown by the boot screen
 */
export const openCairn = async (
  withOwner: <T>(make: () => T) => T | undefined,
  newVersion: NewVersion,
): Promise<Cairn> => {
  const opening = Promise.all([
    loadGraph(),
    openLogStore({ now, zone, snapshotFormat: SNAPSHOT_FORMAT }),
  ]);
  // While the disk is at work: the first question for the zone takes a while.
  setTimeout(zone);
  const [graph, opened] = await opening;
  const { store } = opened;
  const index = indexGraph(graph);
  const keeper = await keepLedger(opened, graph.retired, (ledger) => follow(ledger.learner));
  const dayOf = (time: number): StudyDay =>
    studyDay(time, zone(), keeper.ledger().learner.settings.rolloverHour);
  const [learner, setLearner] = createSignal(keeper.ledger().learner);
  const [today, setToday] = createSignal(dayOf(now()));
  const [storage, setStorage] = createSignal(store.status);
  const [missing, setMissing] = createSignal(opened.missing);
  const [notice, setNotice] = createSignal<Notice>();

  const follow = (next: Learner): void => {
    batch(() => {
      setLearner(next);
      setToday(dayOf(now()));
    });
  };

  const record = async (...facts: readonly Fact[]): Promise<readonly KnownEvent[]> => {
    const events = await store.append(facts);
    await keeper.take(events);
    return events;
  };

  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  const notify = (text: string, undo?: () => void): void => {
    clearTimeout(noticeTimer);
    setNotice(undo ? { text, undo } : { text });
    noticeTimer = setTimeout(() => setNotice(undefined), NOTICE_MS);
  };
  const dismissNotice = (): void => {
    clearTimeout(noticeTimer);
    setNotice(undefined);
  };

  const stop = [
    keepTheDay(
      () => setToday(dayOf(now())),
      () => startOfStudyDay(today() + 1, zone(), learner().settings.rolloverHour),
    ),
    store.onStatus(setStorage),
    store.subscribe((events) => void keeper.take(events)),
    onHidden(() => void keeper.rest()),
    onFailure(() =>
      notify(
        'That could not be done. What was saved before is safe; reload the page and try again.',
      ),
    ),
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
    updateReady: newVersion.ready,
    now,
    dayOf,
    record,
    undo: async (target: EventId) => {
      await record({ t: 'undo', target });
    },
    setSetting: async (key, value) => {
      await record(setting(key, value));
    },
    notify,
    dismissNotice,
    acceptLoss: () => {
      void store.acceptLoss().then(() => setMissing(false));
    },
    applyUpdate: newVersion.apply,
    holdUpdates: newVersion.hold,
    rest: keeper.rest,
    replay: async () => {
      await keeper.replay();
      setMissing(false);
    },
  };
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
      Math.min(LOOK_AT_LEAST_MS, Math.max(1000, nextTurn() - now() + 500)),
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

/** Work that failed with nobody waiting for it: the person must still hear of it. */
const onFailure = (say: () => void): (() => void) => {
  const listener = (event: PromiseRejectionEvent): void => {
    console.warn('Not done:', event.reason);
    event.preventDefault();
    say();
  };
  window.addEventListener('unhandledrejection', listener);
  return () => window.removeEventListener('unhandledrejection', listener);
};
