/** What kind of session this is, where answers do something else than usual: cramming, or a check of one skill. */
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Sitting } from '../../domain/study/sitting.ts';
import { readyFrom } from '../../domain/progress/standing.ts';
import type { StudySession } from './create-session.ts';
import type { Scope } from './plan.ts';

const SessionKind = (props: {
  readonly session: StudySession;
  readonly sitting: Sitting;
}): JSX.Element => {
  const cairn = useCairn();
  const skill = () => cairn.index.skill((JSON.parse(props.sitting.scope) as Scope).check ?? '');
  return (
    <p class="small soft">
      <Show when={skill()} fallback="Cramming: what is due, and when, stays as it is.">
        {(checked) => (
          <>
            <strong>Check: {checked().title}.</strong>
            {/* Said once: from the second card on it would stand in the way. */}
            <Show when={props.session.answers().length === 0}>
              {' '}
              Its key cards only. Rate Easy what you know well: it stays away for days. The skill
              counts as ready once {readyFrom(checked())} of its {checked().cards} cards hold for a
              week.
            </Show>
          </>
        )}
      </Show>
    </p>
  );
};

export default SessionKind;
