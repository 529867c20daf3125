/**
 * Replaying a long log against ts-fsrs alone, and planning a day against sorting alone.
 *
 * Both sides take turns in one process, so that a busy machine slows both; what counts is the ratio of the medians.
 */
import { fsrs, type FSRSState, type Grade } from 'ts-fsrs';
import { indexGraph } from '../../src/domain/curriculum/graph.ts';
import type { CurriculumGraph } from '../../src/domain/curriculum/types.ts';
import {
  eventId,
  type Envelope,
  type KnownEvent,
  type Rating,
} from '../../src/domain/log/event.ts';
import { UNSEEN, type CardMemory } from '../../src/domain/memory/scheduler.ts';
import { fold, NOBODY } from '../../src/domain/progress/fold.ts';
import { schedulerFor } from '../../src/domain/progress/scheduler-for.ts';
import { withEntries } from '../../src/domain/progress/layered-map.ts';
import type { Learner } from '../../src/domain/progress/learner.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings/settings.ts';
import { dueOn } from '../../src/domain/study/queue.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1, 17);
const DEVICES = ['device-0', 'device-1', 'device-2'];
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'];

/** Numbers from 0 to 1, the same in every run (mulberry32). */
const randomness = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

const ratingOf = (chance: number): Rating =>
  chance < 0.1 ? 1 : chance < 0.2 ? 2 : chance < 0.9 ? 3 : 4;

const CARD_IDS: readonly string[] = JSON.parse(
  JSON.stringify(Array.from({ length: 100_000 }, (_, i) => `skill-${i % 130}.topic/card-${i}`)),
) as string[];
const cardId = (card: number): string => CARD_IDS[card] as string;

interface History {
  readonly events: readonly KnownEvent[];
  /** The same reviews as bare numbers: card, elapsed days, rating. */
  readonly cards: Int32Array;
  readonly elapsed: Int32Array;
  readonly ratings: Int8Array;
}

/** Reviews over three years on three devices in three time zones, with an undo now and then. */
const makeHistory = (reviews: number, cards: number): History => {
  const random = randomness(7);
  const numbers = [0, 0, 0];
  const lastDay = new Int32Array(cards).fill(-1);
  const events: KnownEvent[] = [];
  const history = {
    cards: new Int32Array(reviews),
    elapsed: new Int32Array(reviews),
    ratings: new Int8Array(reviews),
  };
  const perDay = reviews / 1095;
  const envelopeOn = (day: number, second: number): Envelope => {
    const device = day % 7 === 0 ? 2 : day % 3 === 0 ? 1 : 0;
    const n = (numbers[device] = (numbers[device] as number) + 1);
    const w = START + day * DAY_MS + second * 1000;
    return { v: 1, d: DEVICES[device] as string, n, h: w, w, z: ZONES[device] as string };
  };
  for (let i = 0; i < reviews; i++) {
    const day = Math.floor(i / perDay);
    const card = Math.floor(random() * cards);
    const rating = ratingOf(random());
    const second = Math.floor((i - day * perDay) * 10);
    history.cards[i] = card;
    history.elapsed[i] = lastDay[card] === -1 ? 0 : day - (lastDay[card] as number);
    history.ratings[i] = rating;
    lastDay[card] = day;
    const took = 2000 + Math.floor(random() * 15_000);
    const { v, d, n, h, w, z } = envelopeOn(day, second);
    events.push({ t: 'review', card: cardId(card), rating, took, v, d, n, h, w, z });
    if (i % 500 === 0) {
      const slip: KnownEvent = {
        t: 'review',
        card: cardId(card),
        rating: 1,
        took,
        ...envelopeOn(day, second),
      };
      events.push(slip, { t: 'undo', target: eventId(slip), ...envelopeOn(day, second) });
    }
  }
  return { events, ...history };
};

const bareLoop = ({ cards, elapsed, ratings }: History, size: number): (FSRSState | null)[] => {
  const model = fsrs();
  const states = new Array<FSRSState | null>(size).fill(null);
  for (let i = 0; i < cards.length; i++) {
    const card = cards[i] as number;
    states[card] = model.next_state(
      states[card] as FSRSState | null,
      elapsed[i] as number,
      ratings[i] as Grade,
    );
  }
  return states;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Runs both in turn and returns the median seconds of each. */
const race = (
  rounds: number,
  ours: () => unknown,
  theirs: () => unknown,
): { ours: number; theirs: number } => {
  const timed = (work: () => unknown): number => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  };
  timed(ours);
  timed(theirs);
  const times = Array.from({ length: rounds }, (_, i) => {
    const [first, second] = i % 2 === 0 ? [ours, theirs] : [theirs, ours];
    const [a, b] = [timed(first), timed(second)];
    return i % 2 === 0 ? { ours: a, theirs: b } : { ours: b, theirs: a };
  });
  return {
    ours: median(times.map((time) => time.ours)),
    theirs: median(times.map((time) => time.theirs)),
  };
};

/** The memory that both sides end with, or an error: a fast wrong answer is worth nothing. */
const assertSame = (learner: Learner, states: readonly (FSRSState | null)[]): void => {
  for (const [card, state] of states.entries()) {
    const ours = learner.cards.get(cardId(card));
    if (!state && !ours) continue;
    if (ours?.stability !== state?.stability || ours?.difficulty !== state?.difficulty) {
      throw new Error(`card ${card}: ${JSON.stringify(ours)} is not ${JSON.stringify(state)}`);
    }
  }
};

const seconds = (time: number): string => `${time.toFixed(2)} s`;

const replayRace = (reviews: number, cards: number, rounds: number): string => {
  const history = makeHistory(reviews, cards);
  assertSame(fold(NOBODY, history.events), bareLoop(history, cards));
  const bare = (): unknown => bareLoop(history, cards);
  const { ours, theirs } = race(rounds, () => fold(NOBODY, history.events), bare);
  // As a database returns them: every event has strings of its own, which is four times as much to read.
  const copies = structuredClone(history.events);
  const stored = race(rounds, () => fold(NOBODY, copies), bare);
  const ratio = (ours / theirs).toFixed(2);
  const ratioStored = (stored.ours / stored.theirs).toFixed(2);
  return [
    `replay ${reviews.toLocaleString('en')} reviews: ours ${seconds(ours)}, ts-fsrs bare loop ${seconds(theirs)}, ratio ${ratio} (goal <= 1.00)`,
    `  from structured clones: ours ${seconds(stored.ours)}, ts-fsrs bare loop ${seconds(stored.theirs)}, ratio ${ratioStored}`,
  ].join('\n');
};

const TRACKS = 10;

const graphOf = (skills: number, cards: number): CurriculumGraph => ({
  version: 'bench',
  title: 'Bench',
  stages: [{ id: 'entry', title: 'Entry', summary: '' }],
  tracks: Array.from({ length: TRACKS }, (_, i) => ({ id: `track-${i}`, title: `Track ${i}` })),
  skills: Array.from({ length: skills }, (_, i) => ({
    id: `skill-${i}.topic`,
    title: `Skill ${i}`,
    track: `track-${i % TRACKS}`,
    stage: 'entry',
    requires: [],
    encompasses: [],
    cards: Math.ceil(cards / skills),
    critical: [],
    depth: 0,
    column: 0,
    row: i % TRACKS,
  })),
  milestones: [],
  retired: {},
});

/** A person with `cards` cards in review, of which `overdue` are overdue on day 20,800. */
const learnerWith = (cards: number, overdue: number, today: number): Learner => {
  const random = randomness(11);
  const memories = new Map<string, CardMemory>();
  for (let i = 0; i < cards; i++) {
    const interval = 1 + Math.floor(random() * 60);
    const dueDay =
      i < overdue ? today - Math.floor(random() * 30) : today + 1 + Math.floor(random() * interval);
    memories.set(cardId(i), {
      ...UNSEEN,
      phase: 'review',
      stability: interval,
      difficulty: 5,
      reps: 3,
      lastDay: dueDay - interval,
      dueDay,
    });
  }
  return { ...NOBODY, cards: memories };
};

/** The same person in the middle of a day: some answers given, siblings among the cards. */
const inTheMiddle = (learner: Learner, today: number): Learner => {
  const withSiblings = [...learner.cards].map(([id, card], i): [string, CardMemory] => [
    JSON.parse(JSON.stringify(i % 3 === 1 ? `${cardId(i - 1)}~reversed` : id)) as string,
    card,
  ]);
  const answered = withSiblings
    .slice(-150)
    .map(([id, card]): [string, CardMemory] => [id, { ...card, lastDay: today }]);
  return { ...learner, cards: withEntries(new Map(withSiblings), new Map(answered)) };
};

const dueRace = (learner: Learner, today: number, rounds: number, what: string): string => {
  const index = indexGraph(graphOf(130, learner.cards.size));
  const scheduler = schedulerFor(DEFAULT_SETTINGS);
  const waiting = [...learner.cards]
    .filter(([, card]) => card.dueDay <= today)
    .map(([id, card]) => ({ id, recall: scheduler.retrievability(card, today) }));
  const { ours, theirs } = race(
    rounds,
    () => dueOn(index, learner, today),
    () => waiting.toSorted((a, b) => a.recall - b.recall || (a.id < b.id ? -1 : 1)),
  );
  const ms = (time: number): string => `${(time * 1000).toFixed(1)} ms`;
  return `${what} of ${learner.cards.size.toLocaleString('en')} cards with ${waiting.length.toLocaleString('en')} overdue: ours ${ms(ours)}, sorting them alone ${ms(theirs)}, ratio ${(ours / theirs).toFixed(2)} (goal <= 2.00)`;
};

export const run = (print: (line: string) => void): void => {
  print(replayRace(1_000_000, 50_000, 7));
  const today = 20_800;
  const learner = learnerWith(100_000, 30_000, today);
  print(dueRace(learner, today, 21, 'queue'));
  print(
    dueRace(inTheMiddle(learner, today), today, 21, 'queue in the middle of a day, with siblings,'),
  );
};
