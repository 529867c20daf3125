/**
 * Values that the projects around FSRS publish for FSRS-6 in their own tests. Numbers only; 32-bit floats where the
 * source is Rust.
 */
import type { Rating } from '../../../../src/domain/log/event.ts';

export type State = readonly [stability: number, difficulty: number];

/** fsrs-rs, src/inference_v6.rs at 48b7d2f6: FSRS6_DEFAULT_PARAMETERS. The tests of ts-fsrs have the same. */
export const DEFAULTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/**
 * fsrs-rs, src/inference.rs at 037345fd: PARAMETERS of its tests, 19 of FSRS-5, filled up with 0 and 0.5 as src/model_v6.rs
 * at 48b7d2f6 fills them.
 */
export const OLDER: readonly number[] = [
  0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254,
  1.432437, 0.1544, 0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072,
  0.18046261, 0.121442534, 0, 0.5,
];

/** The defaults without what happens within a day. */
export const FROZEN = DEFAULTS.map((w, i) => (i >= 17 && i <= 19 ? 0 : w));

const SIX = '1@0 3@0 3@1 3@3 3@8 3@21';

export interface StateVector {
  readonly source: string;
  readonly parameters: readonly number[];
  /** Ratings, each with the days since the one before, as in `3@0 1@12`. */
  readonly history: string;
  /** The state before, where the history does not begin with a new card. */
  readonly from?: State;
  readonly state: State;
}

const RS_INFERENCE = 'fsrs-rs src/inference.rs at 037345fd';
const RS_FORWARD = 'fsrs-rs src/model_v6.rs at 48b7d2f6, test_forward';
const TS_FSRS6 = 'ts-fsrs packages/fsrs/__tests__/FSRS-6.test.ts at 32b60814';
const TS_ALGORITHM = 'ts-fsrs packages/fsrs/__tests__/algorithm.test.ts at 0327cd46';
/**
 * The index that it was read from names neither repository nor commit of this text; it is taken for py-fsrs because it is
 * py-fsrs's tests/test_basic.py at 120420b7 with more tests. That commit has other values (497 and 20 days, for one).
 */
const PY = 'py-fsrs tests/test_basic.py, commit unknown';

const defaultsAfter = (source: string, history: string, state: State): StateVector => ({
  source,
  parameters: DEFAULTS,
  history,
  state,
});

const OLDER_FOUR = '1@0 3@1 3@3 3@8';
const olderAfter = (last: Rating, state: State): StateVector => ({
  source: `${RS_INFERENCE}, next_states`,
  parameters: OLDER,
  history: `${OLDER_FOUR} ${last}@21`,
  state,
});

export const STATES: readonly StateVector[] = [
  defaultsAfter(`${RS_INFERENCE}, test_memory_state`, SIX, [53.62691, 6.3574867]),
  {
    source: `${RS_INFERENCE}, test_memory_state without short term`,
    parameters: FROZEN,
    history: SIX,
    state: [53.335106, 6.3574867],
  },
  defaultsAfter(`${TS_FSRS6}, memory state`, SIX, [53.62691, 6.3574867]),
  defaultsAfter(`${PY}, test_memo_state`, SIX, [53.62691, 6.3574867]),
  defaultsAfter(`${TS_FSRS6}, first repeat`, '1@0', [0.212, 6.4133]),
  defaultsAfter(`${TS_FSRS6}, first repeat`, '2@0', [1.2931, 5.11217071]),
  defaultsAfter(`${TS_FSRS6}, first repeat`, '3@0', [2.3065, 2.11810397]),
  defaultsAfter(`${TS_FSRS6}, first repeat`, '4@0', [8.2956, 1]),
  defaultsAfter(RS_FORWARD, '1@0 1@1', [0.10088589, 8.806304]),
  defaultsAfter(RS_FORWARD, '2@0 2@1', [3.2494123, 6.7404594]),
  defaultsAfter(RS_FORWARD, '3@0 3@1', [7.3153, 2.1112142]),
  defaultsAfter(RS_FORWARD, '4@0 4@1', [18.014914, 1]),
  defaultsAfter(RS_FORWARD, '1@0 1@2', [0.112798266, 8.806304]),
  defaultsAfter(RS_FORWARD, '2@0 2@2', [4.4694576, 6.7404594]),
  olderAfter(1, [2.9691455, 8.000659]),
  olderAfter(2, [17.091452, 7.6913934]),
  olderAfter(3, [31.722992, 7.382128]),
  olderAfter(4, [71.7502, 7.0728626]),
  {
    source: `${RS_INFERENCE}, test_memo_state`,
    parameters: OLDER,
    from: [20.925528, 7.005062],
    history: '3@21',
    state: [40.87456, 6.9913807],
  },
  ...([8.34176237, 6.66599536, 4.99022837, 3.31446137] as const).map((difficulty, i) => ({
    source: `${TS_ALGORITHM}, next_difficulty and s_short_collection`,
    parameters: DEFAULTS,
    from: [5, 5] as const,
    history: `${i + 1}@0`,
    state: [[1.596818, 5, 5, 8.12960956][i] as number, difficulty] as const,
  })),
];

/** ts-fsrs, algorithm.test.ts at 0327cd46, next_stability: from a stability of 5, under the defaults. */
export const STABILITIES = [
  { difficulty: 1, recall: 0.9, rating: 1, stability: 1.05253961 },
  { difficulty: 2, recall: 0.8, rating: 1, stability: 1.18943295 },
  { difficulty: 3, recall: 0.7, rating: 1, stability: 1.36808387 },
  { difficulty: 4, recall: 0.6, rating: 1, stability: 1.58498896 },
  { difficulty: 2, recall: 0.8, rating: 2, stability: 28.22657096 },
  { difficulty: 3, recall: 0.7, rating: 3, stability: 58.65599107 },
  { difficulty: 4, recall: 0.6, rating: 4, stability: 127.2266925 },
] as const;

export interface RecallVector {
  readonly source: string;
  readonly decay: number;
  readonly points: readonly (readonly [elapsedDays: number, stability: number, recall: number])[];
}

export const RECALLS: readonly RecallVector[] = [
  {
    source: `${TS_ALGORITHM}, forgetting_curve`,
    decay: 0.1542,
    points: [
      [0, 1, 1],
      [1, 1, 0.9],
      [2, 1, 0.84588465],
      [3, 1, 0.8093881],
    ],
  },
  {
    source: `${TS_FSRS6}, get retrievability`,
    decay: 0.1542,
    points: [[8, 8.2956, 0.9024733]],
  },
  {
    source: 'fsrs-rs src/model_v6.rs at 48b7d2f6, test_power_forgetting_curve',
    decay: 0.1542,
    points: [
      [0, 1, 1],
      [1, 2, 0.9403443],
      [2, 3, 0.9253786],
      [3, 4, 0.9185229],
      [4, 4, 0.9],
      [5, 2, 0.8261359],
    ],
  },
  {
    source: `${RS_INFERENCE}, current_retrievability`,
    decay: 0.2,
    points: [
      [0, 1, 1],
      [1, 1, 0.9],
      [2, 1, 0.84028935],
      [3, 1, 0.7985001],
    ],
  },
];

/** ts-fsrs (ivl_history) and py-fsrs (test_review_card): unmoved intervals in days, each review on time; 0 is a step. */
export const INTERVALS: readonly (readonly [rating: Rating, days: number])[] = [
  [3, 0],
  [3, 2],
  [3, 11],
  [3, 46],
  [3, 163],
  [3, 498],
  [1, 0],
  [1, 0],
  [3, 2],
  [3, 4],
  [3, 7],
  [3, 12],
  [3, 21],
];

/**
 * Intervals at a stability of 1 day for a recall of 10 % to 100 %: ts-fsrs, algorithm.test.ts at 0327cd46, next_ivl; fsrs-rs
 * has the same but for the first, where its 32 bits give 3116766.
 */
export const BY_RETENTION = [3116769, 34793, 2508, 387, 90, 27, 9, 3, 1, 1] as const;
