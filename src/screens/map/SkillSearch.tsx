/** Finds a skill by a few letters of its title or track, and flies to it. */
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { hasAllWords, searchKey, searchWords } from '../../domain/text/word-search.ts';
import { plural } from '../../ui/format.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { RowLink } from '../../ui/RowLink.tsx';
import { useMap } from './map-state.ts';
import { skillOnMap } from './place.ts';

const SHOWN = 8;

const SkillSearch = (): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const navigate = useNavigate();
  const [query] = useSearchParams();
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

  // A result that is followed ends the search.
  createEffect(
    on(
      () => query['skill'],
      () => setText(''),
      { defer: true },
    ),
  );
  const goTo = (skill: Skill): void => {
    setText('');
    navigate(skillOnMap(skill.id, map));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = links().indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape' && isOpen()) {
      setText('');
      field.focus();
    } else if (event.key === 'Enter' && event.target === field) {
      const [first] = found();
      if (first) goTo(first);
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
    <search ref={box} class="map-search">
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
          spellcheck="false"
          value={text()}
          onKeyDown={onKeyDown}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </span>
      <Show when={isOpen()}>
        {/* A press on a result takes no focus from the field, without which the results would be gone before its click. */}
        <div class="map-found" role="presentation" onMouseDown={(event) => event.preventDefault()}>
          <Show
            when={found().length > 0}
            fallback={<p class="soft">{status()}. Try fewer letters.</p>}
          >
            <ul aria-label="Skills found">
              <For each={found().slice(0, SHOWN)}>
                {(skill) => (
                  <li>
                    <RowLink
                      href={skillOnMap(skill.id, map)}
                      title={skill.title}
                      more={`${cairn.index.stage(skill.stage)?.title ?? ''} · ${trackOf(skill)}`}
                      onKeyDown={onKeyDown}
                    />
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <Show when={found().length > SHOWN}>
            <p class="soft small">{found().length - SHOWN} more: type on to narrow it down.</p>
          </Show>
        </div>
      </Show>
      <p class="visually-hidden" role="status">
        {status()}
      </p>
    </search>
  );
};

/**
 * Skills that hold every word in title or track: first those in whose titles the words begin a word, then those whose titles
 * hold them, then those found by their track. Within that, in climbing order.
 */
const search = (
  skills: readonly Skill[],
  text: string,
  trackOf: (skill: Skill) => string,
): readonly Skill[] => {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const rank = (skill: Skill): number => {
    const title = searchKey(skill.title);
    if (words.every((word) => ` ${title}`.replaceAll('-', ' ').includes(` ${word}`))) return 0;
    if (hasAllWords(words, title)) return 1;
    return hasAllWords(words, title, searchKey(trackOf(skill))) ? 2 : 3;
  };
  return skills
    .map((skill) => ({ skill, rank: rank(skill) }))
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map((one) => one.skill);
};

export default SkillSearch;
