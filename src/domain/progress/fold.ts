/**
 * The fold: events in, state out. The only way that state comes to be.
 *
 * Settings take part in order, so that an interval that was promised under one retention stays what it was; the
 * model's parameters and the rollover hour are the exception, since they give the whole history its meaning.
 */
import { studyDay, type StudyDay } from '../calendar/study-day.ts';
import { noteOfCard, type CardId, type MilestoneId } from '../curriculum/types.ts';
import {
  eventId,
  type Envelope,
  type Rating,
  type Review,
  type StoredEvent,
} from '../log/event.ts';
import type { EventSet } from '../log/event-set.ts';
import { inOrder, timeOf, undoneBy, type Ordered } from '../log/order.ts';
import { packChoice, unpackChoice } from '../memory/interval.ts';
import {
  createScheduler,
  inReplay,
  UNSEEN,
  type CardMemory,
  type Scheduler,
} from '../memory/scheduler.ts';
import { foldMilestone } from '../milestones/fold.ts';
import type { Entry } from '../milestones/portfolio-events.ts';
import {
  DEFAULT_SETTINGS,
  REPLAY_SETTINGS,
  withSetting,
  type Settings,
} from '../settings/settings.ts';
import { collectReviews, type CollectedReviews } from './collected-reviews.ts';
import { continueCoverage } from './coverage.ts';
import { withEntries } from './layered-map.ts';
import {
  LONGEST_ANSWER_MS,
  type CramAnswer,
  type DayTally,
  type Learner,
  type MilestoneProgress,
  type SureAnswers,
} from './learner.ts';
import {
  followSuccessors,
  NO_CARD,
  read,
  type OtherEvent,
  type Reading,
  type Successors,
} from './reading.ts';

export type { Successors } from './reading.ts';

/** Answer times kept for estimating how long a session takes. */
const ANSWER_TIMES_KEPT = 100;

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
  crams: new Map(),
  confidence: new Map(),
  answerTimes: [],
  settings: DEFAULT_SETTINGS,
  covers: {},
  strays: new Map(),
  awaited: new Set(),
  frontier: { clock: -Infinity, device: '', number: 0 },
};

const NO_DAY: DayTally = { answers: 0, introduced: 0, reviewed: 0, recalled: 0, took: 0 };

/** The scheduler for cards under given settings; the last few are kept, as settings seldom change. */
export const schedulerFor = (settings: Settings): Scheduler => {
  const { parameters, retention, maximumInterval, learningSteps, relearningSteps } = settings;
  const key = JSON.stringify([
    parameters,
    retention,
    maximumInterval,
    learningSteps,
    relearningSteps,
  ]);
  let scheduler = schedulers.get(key);
  if (!scheduler) {
    scheduler = createScheduler(settings);
    if (schedulers.size > 8) schedulers.clear();
    schedulers.set(key, scheduler);
  }
  return scheduler;
};
const schedulers = new Map<string, Scheduler>();

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

/** Whether a setting gives the whole history its meaning, so that the last value holds from the first event on. */
export const isReplaySetting = (key: string): boolean =>
  (REPLAY_SETTINGS as readonly string[]).includes(key);

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

type Tally = { -readonly [K in keyof DayTally]: DayTally[K] };

class Folding {
  readonly #currentId: (id: CardId) => CardId;
  readonly #ids: readonly CardId[];
  #cards: ReadonlyMap<CardId, CardMemory>;
  readonly #reviews: CollectedReviews;
  readonly #suspended: Set<CardId>;
  readonly #flagged: Set<CardId>;
  readonly #buried: Map<string, StudyDay>;
  readonly #edits: Map<CardId, Learner['edits'] extends ReadonlyMap<CardId, infer O> ? O : never>;
  readonly #started: Set<string>;
  readonly #milestones: Map<MilestoneId, MilestoneProgress>;
  readonly #portfolio: Entry[];
  readonly #days: Map<StudyDay, DayTally>;
  readonly #crams: Map<CardId, CramAnswer>;
  readonly #confidence: Map<number, SureAnswers>;
  readonly #answerTimes: number[];
  readonly #tallies = new Map<StudyDay, Tally>();
  #settings: Settings;
  #scheduler: Scheduler;

  /**
   * @param ids the cards that are reviewed, by number
   * @param reviews how many reviews there will be at most
   */
  constructor(
    base: Learner,
    settings: Settings,
    currentId: (id: CardId) => CardId,
    ids: readonly CardId[],
    reviews: number,
  ) {
    this.#currentId = currentId;
    this.#ids = ids;
    this.#reviews = collectReviews(ids.length, reviews);
    this.#cards = base.cards;
    this.#suspended = new Set(base.suspended);
    this.#flagged = new Set(base.flagged);
    this.#buried = new Map(base.buried);
    this.#edits = new Map(base.edits);
    this.#started = new Set(base.started);
    this.#milestones = new Map(base.milestones);
    this.#portfolio = [...base.portfolio];
    this.#days = new Map(base.days);
    this.#crams = new Map(base.crams);
    this.#confidence = new Map(base.confidence);
    this.#answerTimes = [...base.answerTimes];
    this.#settings = settings;
    this.#scheduler = schedulerFor(settings);
  }

  apply(event: OtherEvent, time: number): void {
    switch (event.t) {
      case 'suspend':
        return toggle(this.#suspended, this.#currentId(event.card), event.on);
      case 'flag':
        return toggle(this.#flagged, this.#currentId(event.card), event.on);
      case 'skill-started':
        return toggle(this.#started, event.skill, event.on);
      case 'bury':
        this.#buried.set(noteOfCard(this.#currentId(event.card)), this.#day(time, event.z));
        return;
      case 'cram': {
        const day = this.#day(time, event.z);
        const { rating } = event;
        this.#crams.set(this.#currentId(event.card), { rating, at: time, day });
        const tally = this.#tallyOf(day);
        tally.crammed = (tally.crammed ?? 0) + 1;
        return;
      }
      case 'edit': {
        const card = this.#currentId(event.card);
        const { field, text, was } = event;
        const {
          [field]: _,
          [`${field}Was` as const]: _was,
          ...others
        } = this.#edits.get(card) ?? {};
        const own = was === undefined ? { [field]: text } : { [field]: text, [`${field}Was`]: was };
        this.#edits.set(card, text === null ? others : { ...others, ...own });
        return;
      }
      case 'setting':
        return this.#setting(event.key, event.value);
      case 'portfolio': {
        const { what, about, fields } = event;
        this.#portfolio.push({ id: eventId(event), at: time, what, about, fields: { ...fields } });
        return;
      }
      case 'undo':
      case 'redact':
        return;
      default:
        foldMilestone(this.#milestones, event, time, this.#day(time, event.z), this.#settings);
        return;
    }
  }

  finish(): Omit<Learner, 'covers' | 'strays' | 'awaited' | 'frontier'> {
    this.#replayReviews();
    for (const [day, tally] of this.#tallies) this.#days.set(day, tally);
    return {
      cards: this.#cards,
      suspended: this.#suspended,
      flagged: this.#flagged,
      buried: this.#buried,
      edits: this.#edits,
      started: this.#started,
      milestones: this.#milestones,
      portfolio: this.#portfolio,
      days: this.#days,
      crams: this.#crams,
      confidence: this.#confidence,
      answerTimes: this.#answerTimes.slice(-ANSWER_TIMES_KEPT),
      settings: this.#settings,
    };
  }

  #day(time: number, zone: string): StudyDay {
    return studyDay(time, zone, this.#settings.rolloverHour);
  }

  review(card: number, event: Envelope & Review, time: number): void {
    const day = this.#day(time, event.z);
    this.#reviews.add(card, event.rating, time, day, packChoice(event.ivl, event.aim));
    if (event.confidence !== undefined) this.#countConfidence(event.confidence, event.rating);
    const took = Math.max(0, Math.min(LONGEST_ANSWER_MS, event.took));
    const tally = this.#tallyOf(day);
    tally.answers++;
    tally.took += took;
    this.#answerTimes.push(took);
    if (this.#answerTimes.length > 50 * ANSWER_TIMES_KEPT) {
      this.#answerTimes.splice(0, this.#answerTimes.length - ANSWER_TIMES_KEPT);
    }
  }

  #countConfidence(sure: number, rating: Rating): void {
    if (!Number.isInteger(sure) || sure < 0 || sure > 100) return;
    const { answers, recalled } = this.#confidence.get(sure) ?? { answers: 0, recalled: 0 };
    this.#confidence.set(sure, {
      answers: answers + 1,
      recalled: recalled + (rating > 1 ? 1 : 0),
    });
  }

  /** Replays the reviews so far, under the settings that held for them. */
  #replayReviews(): void {
    const scheduler = this.#scheduler;
    const rated = new Map<CardId, CardMemory>();
    let card = inReplay(UNSEEN);
    this.#reviews.handOut(
      (number) => {
        card = inReplay(this.#cards.get(this.#ids[number] as CardId) ?? UNSEEN);
      },
      (rating, day) => {
        if (card.reps === 0) this.#tallyOf(day).introduced++;
        else if (card.phase === 'review' && day > card.lastDay) {
          const tally = this.#tallyOf(day);
          tally.reviewed++;
          if (rating > 1) tally.recalled++;
        }
        scheduler.replay(card, rating, day);
      },
      (number, lastTime, lastChoice) => {
        const id = this.#ids[number] as CardId;
        rated.set(id, scheduler.settle(id, card, lastTime, unpackChoice(lastChoice)));
      },
    );
    this.#cards = withEntries(this.#cards, rated);
  }

  #tallyOf(day: StudyDay): Tally {
    let tally = this.#tallies.get(day);
    if (!tally) this.#tallies.set(day, (tally = { ...(this.#days.get(day) ?? NO_DAY) }));
    return tally;
  }

  #setting(key: string, value: unknown): void {
    if (isReplaySetting(key)) return;
    this.#settings = withSetting(this.#settings, key, value);
    const scheduler = schedulerFor(this.#settings);
    if (scheduler === this.#scheduler) return;
    this.#replayReviews();
    this.#scheduler = scheduler;
  }
}

const toggle = <T>(set: Set<T>, item: T, on: boolean): void => {
  if (on) set.add(item);
  else set.delete(item);
};
