/** The climb in one glance: each stage, and how much of it stands. */
import { A } from '@solidjs/router';
import { createMemo, For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { SkillId, StageId } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';

export const Climb = (props: {
  readonly standing: ReadonlyMap<SkillId, Standing>;
}): JSX.Element => {
  const cairn = useCairn();
  const count = (stage: StageId): { readonly stands: number; readonly all: number } => {
    const skills = cairn.index.graph.skills.filter((skill) => skill.stage === stage);
    const stands = skills.filter(({ id }) => {
      const state = props.standing.get(id)?.state;
      return state === 'ready' || state === 'mastered';
    });
    return { stands: stands.length, all: skills.length };
  };
  const rows = createMemo(() =>
    cairn.index.graph.stages.toReversed().map((stage) => ({ stage, ...count(stage.id) })),
  );
  return (
    <section class="stack tight" aria-labelledby="climb-title">
      <div class="row apart">
        <h2 id="climb-title">The climb</h2>
        <A href="/map">Open the map</A>
      </div>
      <ol class="climb panel" reversed>
        <For each={rows()}>
          {(row) => (
            <li class="climb-row" data-stage={row.stage.id}>
              <span class="climb-name">
                {row.stage.title}
                {row.stage.id === cairn.learner().settings.stage ? (
                  <span class="chip">you are here</span>
                ) : undefined}
              </span>
              <svg
                class="climb-bar"
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect class="track" width="100" height="8" />
                <rect class="fill" width={(100 * row.stands) / Math.max(1, row.all)} height="8" />
              </svg>
              <span class="number small soft">
                {row.stands} of {row.all} skills ready
              </span>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
};
