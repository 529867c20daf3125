/** Search field and filters. The address keeps them. */
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  on,
  onCleanup,
  Show,
  type JSX,
} from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { CARD_STATES, countStates } from '../../domain/progress/card-state.ts';
import { ChevronIcon, CloseIcon, SearchIcon } from '../../ui/icons.tsx';
import type { LibraryQuery } from './library-query.ts';
import { CARD_STATE_WORDS } from './words.ts';

/** A search begins when typing rests this long, ms. */
const PAUSE_MS = 180;

export const SearchField = (props: {
  readonly query: LibraryQuery;
  /** Somebody is about to search. */
  readonly onReady: () => void;
}): JSX.Element => {
  const [typed, setTyped] = createSignal('');
  let field!: HTMLInputElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const search = (): void => {
    clearTimeout(timer);
    if (typed().trim() !== props.query.text()) props.query.change({ q: typed().trim() });
  };
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE_MS);
  };
  // The address came with a search, or Back or a button elsewhere changed it.
  createEffect(
    on(
      () => props.query.text(),
      (text) => {
        if (text !== typed().trim()) setTyped(text);
      },
    ),
  );
  const onSlash = (event: KeyboardEvent): void => {
    const inField =
      event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || inField) return;
    event.preventDefault();
    field.focus();
  };
  document.addEventListener('keydown', onSlash);
  onCleanup(() => {
    clearTimeout(timer);
    document.removeEventListener('keydown', onSlash);
  });

  return (
    <form
      role="search"
      class="library-search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <SearchIcon />
      <input
        ref={field}
        type="search"
        class="input"
        aria-label="Search skills and cards"
        aria-keyshortcuts="/"
        placeholder="Search skills and cards"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="search"
        value={typed()}
        onFocus={() => props.onReady()}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <Show when={typed()}>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label="Clear search"
          onClick={() => {
            setTyped('');
            search();
            field.focus();
          }}
        >
          <CloseIcon />
        </button>
      </Show>
    </form>
  );
};

export const Filters = (props: { readonly query: LibraryQuery }): JSX.Element => {
  const cairn = useCairn();
  const counts = createMemo(() =>
    countStates(cairn.index, cairn.learner(), cairn.today(), (skill) => props.query.admits(skill)),
  );
  const states = () =>
    CARD_STATES.map((id) => ({
      id,
      title: `${CARD_STATE_WORDS[id].name} (${counts()[id].toLocaleString('en')})`,
    }));
  const isFiltered = () =>
    props.query.track() !== '' || props.query.stage() !== '' || props.query.state() !== '';
  return (
    <div class="library-filters" role="group" aria-label="Filters">
      <Choice
        label="Track"
        all="All tracks"
        options={cairn.index.graph.tracks}
        value={props.query.track()}
        onChange={(track) => props.query.change({ track })}
      />
      <Choice
        label="Stage"
        all="All stages"
        options={cairn.index.graph.stages}
        value={props.query.stage()}
        onChange={(stage) => props.query.change({ stage })}
      />
      <Choice
        label="State"
        all="Any state"
        options={states()}
        value={props.query.state()}
        onChange={(state) => props.query.change({ state })}
      />
      <Show when={isFiltered()}>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label="Clear filters"
          onClick={() => props.query.change({ track: '', stage: '', state: '' })}
        >
          <CloseIcon />
        </button>
      </Show>
    </div>
  );
};

/** A select that shows what it narrows to, or what it narrows; the browser's own list opens on a touch. */
const Choice = (props: {
  readonly label: string;
  readonly all: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element => (
  <span class="library-choice" data-set={props.value !== ''}>
    <span class="library-choice-text" aria-hidden="true">
      {props.options.find(({ id }) => id === props.value)?.title ?? props.label}
    </span>
    <ChevronIcon />
    <select
      aria-label={props.label}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <option value="" selected={props.value === ''}>
        {props.all}
      </option>
      <For each={props.options}>
        {(option) => (
          <option value={option.id} selected={props.value === option.id}>
            {option.title}
          </option>
        )}
      </For>
    </select>
  </span>
);
