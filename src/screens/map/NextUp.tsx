/** The next three skills, and why each. */
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { SkillId } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import { shownState } from '../../domain/progress/tally.ts';
import type { Suggestion } from '../../domain/study/suggestions.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { RowLink } from '../../ui/RowLink.tsx';
import { reasonWords, shareKnown } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';

const SHOWN = 3;

export const NextUp = (props: {
  readonly suggestions: readonly Suggestion[];
  readonly standing: ReadonlyMap<SkillId, Standing>;
}): JSX.Element => {
  const cairn = useCairn();
  return (
    <section class="map-next stack tight" aria-labelledby="map-next-title">
      <h2 id="map-next-title">Next up</h2>
      <Show
        when={props.suggestions.length > 0}
        fallback={
          <p class="soft">
            Everything up to the stage you aim at is begun. Choose a skill on the map, or a higher
            target in <A href="/settings">Settings</A>.
          </p>
        }
      >
        <ul class="list">
          <For each={props.suggestions.slice(0, SHOWN)}>
            {({ skill, reason }) => {
              const now = () => props.standing.get(skill.id);
              return (
                <li>
                  <RowLink
                    href={`/skills/${skill.id}`}
                    title={skill.title}
                    more={reasonWords(reason)}
                    mark={
                      <SkillMark
                        state={shownState(cairn.index, cairn.learner(), skill, now())}
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
