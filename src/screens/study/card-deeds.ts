/** What can be done with the card that is up, besides rating it. Each says what happened, and can be taken back. */
import type { Cairn } from '../../app/context.ts';
import type { CardId } from '../../domain/curriculum/types.ts';
import type { Fact } from '../../domain/log/event.ts';
import type { Learner } from '../../domain/progress/learner.ts';
import type { StudySession } from './create-session.ts';

/** Records a fact about the card that is up. */
export type Do = (fact: Fact, text: string) => void;

export const cardDeeds =
  (cairn: Cairn, session: StudySession): Do =>
  (fact, text) => {
    void session.act(fact).then((event) => {
      if (event) cairn.notify(text, () => void session.undo(event));
    });
  };

export const BURIED = 'Put off until tomorrow';
export const SUSPENDED = 'Suspended. It comes back from the library.';

/** Sets the flag, or takes it off. */
export const flagDeed = (learner: Learner, card: CardId): [fact: Fact, text: string] => {
  const on = !learner.flagged.has(card);
  return [{ t: 'flag', card, on }, on ? 'Flagged' : 'Flag removed'];
};
