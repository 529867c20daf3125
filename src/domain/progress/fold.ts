/**
 * The fold: events in, state out. The only way that state comes to be.
 *
 * Settings take part in order, so that an interval that was promised under one retention stays what it was; the
 * model's parameters and the rollover hour are the exception, since they give the whole history its meaning.
 */
import type { Envelope, Review, StoredEvent } from '../log/event.ts';
import type { EventSet } from '../log/event-set.ts';
import { inOrder, timeOf, undoneBy, type Ordered } from '../log/order.ts';
import {
  DEFAULT_SETTINGS,
  isReplaySetting,
  withSetting,
  type Settings,
} from '../settings/settings.ts';
import { continueCoverage } from './coverage.ts';
import { Folding } from './folding.ts';
import type { Learner } from './learner.ts';
import { followSuccessors, NO_CARD, read, type Reading, type Successors } from './reading.ts';

export type { Successors } from './reading.ts';

/** A person who has done nothing yet. */
export const NOBODY: Learner = {
  cards: new Map(),
  suspended: new Set(),
  flagged: new Set(),
  buried: new Map(),
  edits: new Map(),
  started: new Set(),
  milestones: new Map(),
  portfolio: [],
  days: new Map(),
  behind: { day: NaN, cards: [] },
  crams: new Map(),
  confidence: new Map(),
  answerTimes: [],
  settings: DEFAULT_SETTINGS,
  covers: {},
  strays: new Map(),
  awaited: new Set(),
  frontier: { clock: -Infinity, device: '', number: 0 },
};

/**
 * Folds events into a state. The events may come in any order and repeated; all of them must sort after what `base`
 * covers, and none may take back what it covers (see `ledger.ts`, which asks for a replay otherwise).
 */
export const fold = (
  base: Learner,
  events: Iterable<StoredEvent>,
  successors: Successors = {},
): Learner => foldInOrder(base, inOrder(events), successors);

/** The same for events that have been put in order. */
export const foldInOrder = (
  base: Learner,
  ordered: Ordered<StoredEvent>,
  successors: Successors,
): Learner => {
  const { events } = ordered;
  const currentId = followSuccessors(successors);
  const { cardOf, cards, others } = read(events, currentId);
  const withdrawn = withdrawnBy(others);
  const settings = replaySettings(base.settings, others, withdrawn);
  const folding = new Folding(base, settings, currentId, cards, events.length);
  const coverage = continueCoverage(base);
  let othersRead = 0;
  for (let i = 0; i < events.length; i++) {
    const event = events[i] as StoredEvent;
    const card = cardOf[i] as number;
    const other = card === NO_CARD ? others[othersRead++] : undefined;
    coverage.add(event);
    if (withdrawn.has(event)) continue;
    if (card !== NO_CARD) folding.review(card, event as Envelope & Review, timeOf(ordered, event));
    else if (other) folding.apply(other, timeOf(ordered, event));
  }
  return { ...folding.finish(), ...coverage.finish(ordered, others) };
};

/** The events that take no part. What is undone may be redone; what is redacted is so for good. */
const withdrawnBy = (others: Reading['others']): EventSet => {
  const withdrawn = undoneBy(others.filter((event) => event?.t === 'undo'));
  for (const event of others) if (event?.t === 'redact') withdrawn.add(event.target);
  return withdrawn;
};

/** Settings with the parameters and the rollover hour that hold at the end. */
const replaySettings = (
  settings: Settings,
  others: Reading['others'],
  withdrawn: EventSet,
): Settings => {
  let so = settings;
  for (const event of others) {
    if (event?.t !== 'setting' || !isReplaySetting(event.key) || withdrawn.has(event)) continue;
    so = withSetting(so, event.key, event.value);
  }
  return so;
};
