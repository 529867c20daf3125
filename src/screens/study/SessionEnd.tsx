/** The end of a sitting: what was done, one stone more, and the way on. */
import { A } from '@solidjs/router';
import { onMount, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { timeSpent, type Sitting } from '../../domain/study/sitting.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { duration, plural } from '../../ui/format.ts';
import { CheckResult } from './CheckResult.tsx';
import type { StudySession } from './create-session.ts';
import type { Scope } from './plan.ts';
import { NothingPlanned } from './NothingPlanned.tsx';

export const SessionEnd = (props: {
  readonly session: StudySession;
  readonly sitting: Sitting;
}): JSX.Element => {
  const cairn = useCairn();
  const scope = (): Scope => JSON.parse(props.sitting.scope) as Scope;
  const checked = () => cairn.index.skill(scope().check ?? '');
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus({ preventScroll: true }));
  const answers = () => props.session.answers();
  const again = () => answers().filter(({ rating }) => rating === 1).length;
  /** Sessions finished today pile up, up to the five stones there are. */
  const stones = () =>
    Math.max(
      1,
      Math.min(5, Math.ceil((cairn.learner().days.get(cairn.today())?.answers ?? 0) / 10)),
    );

  const title = (): string => {
    if (answers().length > 0) return 'Session complete';
    const isEmpty = props.sitting.plan.length === 0 && Object.keys(scope()).length > 0;
    return isEmpty ? 'Nothing to study here' : 'Nothing is due';
  };

  return (
    <section class="session-end empty">
      <CairnStones stones={answers().length > 0 ? stones() : 1} />
      <h2 ref={heading} tabindex="-1">
        {title()}
      </h2>
      <Show
        when={answers().length > 0}
        fallback={
          <Show
            when={props.sitting.plan.length === 0}
            fallback={<p>What was due has been answered.</p>}
          >
            <NothingPlanned scope={scope()} />
          </Show>
        }
      >
        <p>
          {plural(answers().length, 'answer')} in {duration(timeSpent(answers()))}
          {again() > 0 ? `, ${again()} to meet again soon` : ', all recalled'}.
          {props.session.isCram ? ' Your schedule is as it was.' : ''}
        </p>
        <Show when={checked()}>
          {(skill) => <CheckResult skill={skill()} answers={answers()} />}
        </Show>
      </Show>
      <div class="stack tight session-end-ways">
        <Show when={props.session.timeUp()}>
          <button type="button" class="button large" onClick={() => props.session.keepGoing()}>
            Keep going
          </button>
        </Show>
        <A href="/" class="button primary large">
          Back to Today
        </A>
        <Show when={checked()}>
          {(skill) => (
            <A href={`/skills/${skill().id}`} class="button large">
              Back to the skill
            </A>
          )}
        </Show>
        <A href="/map" class="button quiet">
          See the map
        </A>
      </div>
    </section>
  );
};
