/** What came of a check: what was known, and where the skill stands now. */
import type { JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { CardId, Skill } from '../../domain/curriculum/types.ts';
import type { Rating } from '../../domain/log/event.ts';
import { readyFrom, standings } from '../../domain/progress/standing.ts';
import { shownState } from '../../domain/progress/tally.ts';
import type { Deed } from '../../domain/study/sitting.ts';
import { STATE_NAMES } from '../../ui/skill-words.ts';

export const CheckResult = (props: {
  readonly skill: Skill;
  readonly answers: readonly Deed[];
}): JSX.Element => {
  const cairn = useCairn();
  /** The first answer to each card is what tells. */
  const firsts = (): readonly Rating[] => {
    const first = new Map<CardId, Rating>();
    for (const { card, rating } of props.answers) {
      if (rating && !first.has(card)) first.set(card, rating);
    }
    return [...first.values()];
  };
  const now = () => standings(cairn.index, cairn.learner(), cairn.today()).get(props.skill.id);
  const state = () =>
    STATE_NAMES[shownState(cairn.index, cairn.learner(), props.skill, now())].toLowerCase();
  return (
    <p>
      You knew {firsts().filter((rating) => rating > 1).length} of {firsts().length} at once.{' '}
      <strong>{props.skill.title}</strong> is {state()}: {now()?.steady ?? 0} of its{' '}
      {props.skill.cards} cards hold for a week, and from {readyFrom(props.skill)} on it counts as
      ready.
    </p>
  );
};
