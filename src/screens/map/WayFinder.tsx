/** The shortest way from where one stands to whatever one chooses. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { A } from '@solidjs/router';
import { useCairn } from '../../app/context.ts';
import { wayAhead } from '../../domain/study/way-ahead.ts';
import { useMap } from './map-state.ts';
import { mapAddress } from './place.ts';
import { WayLine } from './WayLine.tsx';

export const WayFinder = (): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const { stages, milestones, skills } = cairn.index.graph;
  const [goal, setGoal] = createSignal(cairn.learner().settings.goal);
  /** The address where the way is shown: from its first skill on. */
  const onMap = (chosen: string): string => {
    const { index } = cairn;
    const [first] = wayAhead(index, map.person(), map.standing(), chosen);
    const at = first ?? index.skill(chosen) ?? index.milestone(chosen);
    return mapAddress(index.stage(at?.stage ?? chosen), undefined, { way: () => chosen });
  };
  const groups = [
    { label: 'Stages', goals: stages },
    { label: 'Milestones', goals: milestones },
    { label: 'Skills', goals: skills.toSorted((a, b) => a.title.localeCompare(b.title)) },
  ];
  return (
    <section class="map-way stack tight" aria-labelledby="map-way-title">
      <h2 id="map-way-title">Shortest way to…</h2>
      <div class="panel stack tight">
        <select
          class="input"
          aria-labelledby="map-way-title"
          value={goal()}
          onChange={(event) => setGoal(event.currentTarget.value)}
        >
          <option value="">Choose a stage, a milestone or a skill</option>
          <For each={groups}>
            {({ label, goals }) => (
              <optgroup label={label}>
                <For each={goals}>
                  {({ id, title }) => (
                    <option value={id} selected={id === goal()}>
                      {title}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
        <Show when={goal()} keyed>
          {(chosen) => (
            <>
              <WayLine goal={chosen} />
              <A class="button" href={onMap(chosen)}>
                Show the way on the map
              </A>
            </>
          )}
        </Show>
      </div>
    </section>
  );
};
