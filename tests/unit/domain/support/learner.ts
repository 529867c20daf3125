import type { Learner } from '../../../../src/domain/progress/learner.ts';

/** A learner that compares by content: its cards as a plain map, whatever map they came in. */
export const plain = (learner: Learner): Learner => ({ ...learner, cards: new Map(learner.cards) });
