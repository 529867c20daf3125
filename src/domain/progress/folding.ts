/**
 * A fold under way: what each event does to the state. Reviews are collected, and replayed card by card at the end or when
 * a setting changes what follows.
 */
import { studyDay, type StudyDay } from '../calendar/study-day.ts';
import { noteOfCard, type CardId, type MilestoneId } from '../curriculum/types.ts';
import { eventId, type Envelope, type Rating, type Review } from '../log/event.ts';
import { packChoice, unpackChoice } from '../memory/interval.ts';
import { inReplay, UNSEEN, type CardMemory, type Scheduler } from '../memory/scheduler.ts';
import { foldMilestone } from '../milestones/fold.ts';
import type { Entry } from '../milestones/portfolio-events.ts';
import { isReplaySetting, withSetting, type Settings } from '../settings/settings.ts';
import { collectReviews, type CollectedReviews } from './collected-reviews.ts';
import { withEntries } from './layered-map.ts';
import {
  LONGEST_ANSWER_MS,
  type CramAnswer,
  type DayTally,
  type Learner,
  type MilestoneProgress,
  type SureAnswers,
} from './learner.ts';
import type { OtherEvent } from './reading.ts';
import { schedulerFor } from './scheduler-for.ts';

/** Answer times kept for estimating how long a session takes. */
const ANSWER_TIMES_KEPT = 100;

const NO_DAY: DayTally = { answers: 0, introduced: 0, reviewed: 0, recalled: 0, took: 0 };

type Tally = { -readonly [K in keyof DayTally]: DayTally[K] };

export class Folding {
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
  #behind: { readonly day: StudyDay; readonly cards: CardId[] };
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
    this.#behind = { day: base.behind.day, cards: [...base.behind.cards] };
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
      behind: this.#behind,
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
    if (time !== event.w) {
      const shown = this.#day(event.w, event.z);
      if (shown !== this.#behind.day) this.#behind = { day: shown, cards: [] };
      this.#behind.cards.push(this.#ids[card] as CardId);
    }
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
