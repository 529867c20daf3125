/** The next three skills, and why each. */
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { suggestions } from '../../domain/study/suggestions.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { RowLink } from '../../ui/RowLink.tsx';
import { reasonWords, shareKnown } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';
import { useMap } from './map-state.ts';
import { OnDay } from './OnDay.tsx';

const SHOWN = 3;

export const NextUp = (): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  /** On another day, what was or may be next then. */
  const next = createMemo(() =>
    map.day() ? suggestions(cairn.index, map.person(), map.standing()) : map.next(),
  );
  return (
    <section class="map-next stack tight" aria-labelledby="map-next-title">
      <h2 id="map-next-title">
        Next up
        <OnDay />
      </h2>
      <Show
        when={next().length > 0}
        fallback={
          <p class="soft">
            Everything up to the stage you aim at is begun. Choose a skill on the map, or a higher
            target in <A href="/settings">Settings</A>.
          </p>
        }
      >
        <ul class="list">
          <For each={next().slice(0, SHOWN)}>
            {({ skill, reason }) => {
              const now = () => map.standing().get(skill.id);
              return (
                <li>
                  <RowLink
                    href={`/skills/${skill.id}`}
                    title={skill.title}
                    more={reasonWords(reason)}
                    mark={
                      <SkillMark
                        state={map.stateOf(skill)}
                        share={shareKnown(now())}
                        stage={skill.stage}
                      />
                    }
                    end={<ChevronIcon />}
                  />
                </li>
              );
            }}
          </For>
        </ul>
      </Show>
    </section>
  );
};
