/** The criteria as a checklist that evidence ticks, and the word that it is achieved. */
import { For, Show, type JSX } from 'solid-js';
import type { CriterionStanding } from '../../domain/milestones/evidence.ts';
import { plural } from '../../ui/format.ts';
import { CheckIcon, FlagIcon } from '../../ui/icons.tsx';
import type { OpenMilestone } from './create-milestone.ts';
import { listed, shownDate } from './words.ts';

export const Criteria = (props: { readonly open: OpenMilestone }): JSX.Element => (
  <section class="stack criteria-section" aria-labelledby="criteria-title">
    <h2 id="criteria-title">What it takes</h2>
    <Show when={props.open.content()} fallback={<Absent failed={props.open.detailsFailed()} />}>
      <ol class="criteria">
        <For each={props.open.criteria()}>
          {(criterion, i) => <Criterion criterion={criterion} number={i() + 1} />}
        </For>
      </ol>
      <Show when={!props.open.isAchieved()}>
        <Achieve open={props.open} />
      </Show>
    </Show>
  </section>
);

const Absent = (props: { readonly failed: boolean }): JSX.Element => (
  <Show when={props.failed} fallback={<div class="skeleton criteria-skeleton" />}>
    <p class="banner warn">
      The criteria are not stored on this device yet, and the network did not answer. Connect once;
      what you recorded is safe.
    </p>
  </Show>
);

const Criterion = (props: {
  readonly criterion: CriterionStanding;
  readonly number: number;
}): JSX.Element => {
  const isMet = () => props.criterion.evidence.length > 0;
  return (
    <li class="criterion" classList={{ met: isMet() }}>
      <span class="criterion-mark number" aria-hidden="true">
        <Show when={isMet()} fallback={props.number}>
          <CheckIcon />
        </Show>
      </span>
      <div class="grow">
        <p>{props.criterion.text}</p>
        <Show when={isMet()} fallback={<p class="small criterion-state">No evidence yet</p>}>
          <p class="small criterion-state">
            Met by {plural(props.criterion.evidence.length, 'piece', 'pieces')} of evidence
          </p>
          <ul class="criterion-evidence">
            <For each={props.criterion.evidence}>
              {(piece) => (
                <li class="small soft">
                  {piece.fields.title}, {shownDate(piece.fields.date)}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </li>
  );
};

const Achieve = (props: { readonly open: OpenMilestone }): JSX.Element => {
  const missing = () =>
    props.open
      .criteria()
      .flatMap(({ evidence }, i) => (evidence.length > 0 ? [] : [String(i + 1)]));
  const achieve = (): void => {
    const { milestone, save } = props.open;
    void save(
      { t: 'milestone-achieved', milestone: milestone.id },
      () => `Achieved: ${milestone.title}. One stone more.`,
    );
  };
  return (
    <div class="achieve">
      <p id="achieve-why" class="small soft">
        {missing().length > 0
          ? `Evidence is still missing for ${missing().length === 1 ? 'criterion' : 'criteria'} ${listed(missing())}.`
          : 'Every criterion has evidence. Is the whole of it done?'}
      </p>
      <button
        type="button"
        class="button"
        classList={{ primary: missing().length === 0 }}
        disabled={missing().length > 0}
        aria-describedby="achieve-why"
        onClick={achieve}
      >
        <FlagIcon />
        Mark as achieved
      </button>
    </div>
  );
};
