/** What can be done about a skill, each act with what it does: on the skill's page, and beside the trail. */
import { A, useNavigate } from '@solidjs/router';
import { createUniqueId, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { eventId } from '../../domain/log/event.ts';
import { standings } from '../../domain/progress/standing.ts';
import { shownState } from '../../domain/progress/tally.ts';
import './skill-acts.css';

export const SkillActs = (props: {
  readonly skill: Skill;
  /** What else there is to do, after the first act. */
  readonly children?: JSX.Element;
}): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const id = createUniqueId();
  // As of today, whatever day the map shows.
  const now = () => standings(cairn.index, cairn.learner(), cairn.today()).get(props.skill.id);
  const seen = (): number => now()?.seen ?? 0;
  const isLocked = (): boolean =>
    shownState(cairn.index, cairn.learner(), props.skill, now()) === 'locked';
  const hasWork = (): boolean => (now()?.due ?? 0) > 0 || seen() < props.skill.cards;

  const startAnyway = async (): Promise<void> => {
    const [event] = await cairn.record({ t: 'skill-started', skill: props.skill.id, on: true });
    if (!event) return;
    cairn.notify(`${props.skill.title} is started`, () => void cairn.undo(eventId(event)));
  };
  const studyWords = (): string => {
    if (isLocked()) return 'A session on it now, ready or not. Its cards then join your sessions.';
    return hasWork() ? 'A session on it alone, now.' : 'Nothing of it is due or new today.';
  };
  return (
    <div class="skill-acts">
      <div>
        <button
          type="button"
          class="button"
          classList={{ primary: hasWork() }}
          aria-describedby={`${id}s`}
          onClick={() => navigate(`/study?skill=${encodeURIComponent(props.skill.id)}`)}
        >
          Study this skill
        </button>
        <p id={`${id}s`}>{studyWords()}</p>
      </div>
      {props.children}
      <Show when={isLocked()}>
        <div>
          <button
            type="button"
            class="button"
            aria-describedby={`${id}a`}
            onClick={() => void startAnyway()}
          >
            Start anyway
          </button>
          <p id={`${id}a`}>No session now: its cards join your next ones.</p>
        </div>
      </Show>
      <Show when={seen() < props.skill.cards / 2}>
        <div>
          <A
            class="button"
            aria-describedby={`${id}k`}
            href={`/study?check=${encodeURIComponent(props.skill.id)}`}
          >
            I know this already
          </A>
          <p id={`${id}k`}>A check of its key cards: what you rate Easy stays away for days.</p>
        </div>
      </Show>
    </div>
  );
};
