/** Finds a skill by a few letters of its title or track. */
import { A, useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { plural } from '../../ui/format.ts';
import { SearchIcon } from '../../ui/icons.tsx';

const SHOWN = 8;

export const SkillSearch = (): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const [text, setText] = createSignal('');
  let box!: HTMLDivElement;
  let field!: HTMLInputElement;

  const trackOf = (skill: Skill): string => cairn.index.track(skill.track)?.title ?? '';
  const found = createMemo(() => search(cairn.index.graph.skills, text(), trackOf));
  const isOpen = (): boolean => text().trim() !== '';
  const status = (): string => {
    if (!isOpen()) return '';
    return found().length === 0 ? 'No skill by that name' : plural(found().length, 'skill');
  };
  const links = (): HTMLElement[] => [...box.querySelectorAll('a')];

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = links().indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape' && isOpen()) {
      setText('');
      field.focus();
    } else if (event.key === 'Enter' && event.target === field) {
      const [first] = found();
      if (first) navigate(`/skills/${first.id}`);
    } else if (event.key === 'ArrowDown') {
      links()[at + 1]?.focus();
    } else if (event.key === 'ArrowUp') {
      (at > 0 ? links()[at - 1] : field)?.focus();
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <search ref={box} class="map-search" onKeyDown={onKeyDown}>
      <label class="visually-hidden" for="map-search-field">
        Find a skill
      </label>
      <span class="map-search-field">
        <SearchIcon />
        <input
          ref={field}
          id="map-search-field"
          class="input"
          type="search"
          placeholder="Find a skill"
          autocomplete="off"
          spellcheck={false}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </span>
      <Show when={isOpen()}>
        <div class="map-found">
          <Show
            when={found().length > 0}
            fallback={<p class="soft">{status()}. Try fewer letters.</p>}
          >
            <ul aria-label="Skills found">
              <For each={found().slice(0, SHOWN)}>
                {(skill) => (
                  <li>
                    <A
                      href={`/skills/${skill.id}`}
                      class="list-link"
                      aria-labelledby={`found-${skill.id}`}
                      aria-describedby={`found-at-${skill.id}`}
                    >
                      <span class="grow">
                        <span id={`found-${skill.id}`}>{skill.title}</span>
                        <span id={`found-at-${skill.id}`} class="map-next-reason">
                          {cairn.index.stage(skill.stage)?.title} · {trackOf(skill)}
                        </span>
                      </span>
                    </A>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <Show when={found().length > SHOWN}>
            <p class="soft small">
              {plural(found().length - SHOWN, 'more')}: type on to narrow it down.
            </p>
          </Show>
        </div>
      </Show>
      <p class="visually-hidden" role="status">
        {status()}
      </p>
    </search>
  );
};

/** Skills in which every word begins some word of the title, or of the track; by title first, and in climbing order. */
const search = (
  skills: readonly Skill[],
  text: string,
  trackOf: (skill: Skill) => string,
): readonly Skill[] => {
  const wanted = words(text);
  if (wanted.length === 0) return [];
  const fits = (title: string): boolean => {
    const there = words(title);
    return wanted.every((one) => there.some((word) => word.startsWith(one)));
  };
  const byTitle = skills.filter((skill) => fits(skill.title));
  const byTrack = skills.filter((skill) => !byTitle.includes(skill) && fits(trackOf(skill)));
  return [...byTitle, ...byTrack];
};

const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean);
