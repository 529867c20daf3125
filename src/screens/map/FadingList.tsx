/** Skills that were ready and are being forgotten, the worst first. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { RowLink } from '../../ui/RowLink.tsx';
import { shareKnown, standingSentence } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';
import { useMap } from './map-state.ts';
import { OnDay } from './OnDay.tsx';

const SHOWN = 5;

export const FadingList = (): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const fading = createMemo(() =>
    cairn.index.graph.skills
      .flatMap((skill) => {
        const now = map.standing().get(skill.id);
        return now?.state === 'fading' ? [{ skill, now }] : [];
      })
      .toSorted((a, b) => shareKnown(a.now) - shareKnown(b.now)),
  );
  return (
    <Show when={fading().length > 0}>
      <section class="stack tight" aria-labelledby="map-fading-title">
        <h2 id="map-fading-title">
          Fading
          <OnDay />
        </h2>
        <ul class="list">
          <For each={fading().slice(0, SHOWN)}>
            {({ skill, now }) => (
              <li>
                <RowLink
                  href={`/skills/${skill.id}`}
                  title={skill.title}
                  more={standingSentence(now, map.day()?.day ?? cairn.today())}
                  mark={<SkillMark state="fading" share={shareKnown(now)} stage={skill.stage} />}
                  end={<ChevronIcon />}
                />
              </li>
            )}
          </For>
        </ul>
        <Show when={fading().length > SHOWN}>
          <p class="soft small">and {fading().length - SHOWN} more</p>
        </Show>
      </section>
    </Show>
  );
};
