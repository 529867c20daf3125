/** What the map brings out: what is due or fading, what stands behind a milestone, or what covers a statement of the guide. */
import { useSearchParams } from '@solidjs/router';
import { createSignal, For, lazy, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Statement } from '../../domain/curriculum/types.ts';
import { plural } from '../../ui/format.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { useMap } from './map-state.ts';
import { showStatement, statementIn } from './place.ts';

// Seldom opened, so it comes when it is.
const StatementSearch = lazy(() => import('./StatementSearch.tsx'));

const STATEMENT = 'statement';

export const Filter = (): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const [, setQuery] = useSearchParams();
  const [isChoosing, setIsChoosing] = createSignal(false);
  const chosen = (): string => (statementIn(map.show()) ? STATEMENT : map.show());
  const said = (): Statement | undefined =>
    statementIn(map.show()) && map.statement.state === 'ready' ? map.statement() : undefined;
  const count = (): string => {
    const kept = map.kept();
    if (!kept) return map.statement.state === 'errored' ? 'Not to be had offline' : '';
    const skills = [...kept].filter((id) => cairn.index.skill(id)).length;
    const flags = kept.size - skills;
    const words = [plural(skills, 'skill')];
    if (statementIn(map.show()) && flags > 0) words.push(plural(flags, 'milestone'));
    return words.join(', ');
  };
  let field!: HTMLSelectElement;
  const showAll = (): void => {
    // The button goes with it.
    field.focus();
    setQuery({ show: undefined }, { replace: true });
  };
  const onChange = (select: HTMLSelectElement): void => {
    if (select.value === STATEMENT) setIsChoosing(true);
    else setQuery({ show: select.value || undefined }, { replace: true });
    // Until one is chosen, what was shown stays.
    select.value = chosen();
  };
  /** Brings out what covers it, and goes where the first of that stands. */
  const onChoose = ({ id, coveredBy }: Statement): void => {
    const [first = ''] = coveredBy;
    const at = cairn.index.skill(first) ?? cairn.index.milestone(first);
    setIsChoosing(false);
    setQuery({ show: showStatement(id), stage: at?.stage, track: at?.track, skill: undefined });
  };
  return (
    <>
      <div class="world-filter">
        <select
          ref={field}
          class="input"
          aria-label="Bring out"
          onChange={(event) => onChange(event.currentTarget)}
        >
          <For
            each={[
              { id: '', title: 'All skills' },
              { id: 'due', title: 'Due' },
              { id: 'fading', title: 'Fading' },
              { id: 'next-up', title: 'Next up' },
              { id: STATEMENT, title: 'A statement of the guide' },
            ]}
          >
            {({ id, title }) => (
              <option value={id} selected={id === chosen()}>
                {title}
              </option>
            )}
          </For>
          <optgroup label="Behind a milestone">
            <For each={cairn.index.graph.milestones}>
              {({ id, title }) => (
                <option value={id} selected={id === chosen()}>
                  {title}
                </option>
              )}
            </For>
          </optgroup>
        </select>
        <Show when={count()}>
          <span class="world-filter-count small" role="status">
            {count()}
          </span>
        </Show>
      </div>
      <Show when={said()}>
        {(statement) => (
          <div class="world-filter-said small">
            <details>
              <summary>{statement().text}</summary>
              <button type="button" class="button" onClick={() => setIsChoosing(true)}>
                Choose another
              </button>
            </details>
            <button
              type="button"
              class="button quiet icon-only"
              aria-label="All skills again"
              onClick={showAll}
            >
              <CloseIcon />
            </button>
          </div>
        )}
      </Show>
      <Suspense>
        <Show when={isChoosing()}>
          <StatementSearch onChoose={onChoose} onClose={() => setIsChoosing(false)} />
        </Show>
      </Suspense>
    </>
  );
};
