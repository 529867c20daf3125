/** How far it is to a goal, and the button that makes it the goal. */
import { createMemo, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { goalTitle } from '../../domain/curriculum/goal.ts';
import { eventId } from '../../domain/log/event.ts';
import { standings } from '../../domain/progress/standing.ts';
import { setting } from '../../domain/settings/settings.ts';
import { wayTo } from '../../domain/study/way.ts';
import { duration, plural } from '../../ui/format.ts';
import './way-line.css';

export const WayLine = (props: {
  /** Id of a skill, a milestone or a stage. */
  readonly goal: string;
}): JSX.Element => {
  const cairn = useCairn();
  // From today, whatever day the map shows.
  const way = createMemo(() => {
    const learner = cairn.learner();
    const now = standings(cairn.index, learner, cairn.today());
    return wayTo(cairn.index, learner, now, props.goal);
  });
  const isGoal = (): boolean => cairn.learner().settings.goal === props.goal;
  const words = (): string => {
    const { skills, cards, takes } = way();
    if (skills.length === 0) return 'You are there: everything it needs is ready.';
    return `From where you stand: ${plural(skills.length, 'skill')}, about ${plural(cards, 'card')}, ${duration(takes)} of answers.`;
  };
  const setGoal = async (goal: string): Promise<void> => {
    const [event] = await cairn.record(setting('goal', goal));
    if (!event) return;
    const title = goalTitle(cairn.index, props.goal) ?? '';
    cairn.notify(
      goal ? `New cards now lead to ${title}` : `${title} is no longer your goal`,
      () => void cairn.undo(eventId(event)),
    );
  };
  return (
    <div class="way">
      <p class="small">{words()}</p>
      <Show when={way().skills.length > 0 || isGoal()}>
        <button
          type="button"
          class="button"
          aria-pressed={isGoal()}
          onClick={() => void setGoal(isGoal() ? '' : props.goal)}
        >
          {isGoal() ? 'Your goal' : 'Make it my goal'}
        </button>
      </Show>
    </div>
  );
};
