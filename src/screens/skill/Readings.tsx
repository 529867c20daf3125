/** Where to read on: what, by whom, from when, which part, and whether it is open. */
import { createResource, For, Show, type JSX } from 'solid-js';
import { loadReference } from '../../app/content.ts';
import type { Reading, Source } from '../../domain/curriculum/types.ts';

interface ShownReading {
  readonly source: Source;
  readonly locator: string | undefined;
}

export const Readings = (props: { readonly readings: readonly Reading[] }): JSX.Element => {
  const [reference] = createResource(loadReference);
  const readings = (): readonly ShownReading[] => {
    const all = reference.state === 'ready' ? reference().sources : [];
    return props.readings.flatMap(({ source: id, locator }) => {
      const source = all.find((one) => one.id === id);
      return source ? [{ source, locator }] : [];
    });
  };
  return (
    <Show when={readings().length > 0}>
      <section class="stack tight">
        <h2 id="skill-readings-title">Further reading</h2>
        <ul class="skill-readings" aria-labelledby="skill-readings-title">
          <For each={readings()}>
            {({ source, locator }) => (
              <li>
                <SourceTitle source={source} />
                <Show when={locator}>
                  <span class="skill-reading-part">{locator}</span>
                </Show>
                <span class="row-link-more">
                  {[source.author, source.year, source.open ? 'open licence' : source.licence]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};

/** Only web addresses become links. */
const SourceTitle = (props: { readonly source: Source }): JSX.Element => (
  <Show when={/^https?:\/\//.test(props.source.url)} fallback={<span>{props.source.title}</span>}>
    <a href={props.source.url} target="_blank" rel="noopener noreferrer">
      {props.source.title}
    </a>
  </Show>
);
