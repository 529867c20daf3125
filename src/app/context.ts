/** What the screens get: the state to read, and the facts they may record. No screen writes state any other way. */
import { createContext, useContext, type Accessor } from 'solid-js';
import type { GraphIndex } from '../domain/curriculum/graph.ts';
import type { StudyDay } from '../domain/calendar/study-day.ts';
import type { EventId, Fact, KnownEvent } from '../domain/log/event.ts';
import type { Learner } from '../domain/progress/learner.ts';
import type { SettingKey, Settings } from '../domain/settings/settings.ts';
import type { LogStore, StorageStatus } from '../storage/log-store.ts';

/** A short word on what just happened, with a way back. */
export interface Notice {
  readonly text: string;
  readonly undo?: () => void;
}

export interface Cairn {
  readonly index: GraphIndex;
  readonly store: LogStore;
  readonly learner: Accessor<Learner>;
  /** Today's study day; changes at the rollover hour and when the time zone does. */
  readonly today: Accessor<StudyDay>;
  readonly storage: Accessor<StorageStatus>;
  /** Both copies were empty although this browser had held events. */
  readonly missing: Accessor<boolean>;
  readonly notice: Accessor<Notice | undefined>;
  /** A new version is ready to take over. */
  readonly updateReady: Accessor<boolean>;

  /** Wall clock, ms. */
  readonly now: () => number;
  /** The study day of a moment, ms, at the device's present zone. */
  readonly dayOf: (time: number) => StudyDay;
  /** Writes facts; resolves when they are on disk and the state has followed. */
  readonly record: (...facts: readonly Fact[]) => Promise<readonly KnownEvent[]>;
  /** Takes an event back. */
  readonly undo: (target: EventId) => Promise<void>;
  readonly setSetting: <K extends SettingKey>(key: K, value: Settings[K]) => Promise<void>;
  readonly notify: (text: string, undo?: () => void) => void;
  readonly dismissNotice: () => void;
  /** Goes on with an empty log after `missing`. */
  readonly acceptLoss: () => void;
  readonly applyUpdate: () => void;
  /** Held while an answer is open, so that an update does not reload the page under it. */
  readonly holdUpdates: (held: boolean) => void;
  /** Settles the ledger and stores a snapshot: at the end of a session and when the app goes to the background. */
  readonly rest: () => Promise<void>;
  /** Reads the whole log anew: after a restore, or a loss accepted. */
  readonly replay: () => Promise<void>;
}

export const CairnContext = createContext<Cairn>();

export const useCairn = (): Cairn => {
  const cairn = useContext(CairnContext);
  if (!cairn) throw new Error('useCairn is called outside the app');
  return cairn;
};
