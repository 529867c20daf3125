/** What the map brings out: what is due or fading, or what stands behind a milestone. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { plural } from '../../ui/format.ts';
import { useMap } from './map-state.ts';

export const Filter = (props: { readonly onChange: (show: string) => void }): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const count = (): string => {
    const kept = map.kept();
    return kept ? plural(kept.size, 'skill') : '';
  };
  return (
    <div class="world-filter">
      <select
        class="input"
        aria-label="Bring out"
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <For
          each={[
            { id: '', title: 'All skills' },
            { id: 'due', title: 'Due' },
            { id: 'fading', title: 'Fading' },
            { id: 'next-up', title: 'Next up' },
          ]}
        >
          {({ id, title }) => (
            <option value={id} selected={id === map.show()}>
              {title}
            </option>
          )}
        </For>
        <optgroup label="Behind a milestone">
          <For each={cairn.index.graph.milestones}>
            {({ id, title }) => (
              <option value={id} selected={id === map.show()}>
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
  );
};
