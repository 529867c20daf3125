/** One insight: a heading, one sentence that says it, and the picture under it. */
import type { JSX } from 'solid-js';

export const Panel = (props: {
  readonly id: string;
  readonly title: string;
  /** What the picture shows, for those who read only this. */
  readonly says: JSX.Element;
  readonly isWide?: boolean;
  readonly children?: JSX.Element;
}): JSX.Element => (
  <section
    class="panel insight"
    classList={{ 'insight-wide': props.isWide === true }}
    aria-labelledby={props.id}
  >
    <h2 id={props.id}>{props.title}</h2>
    <p class="insight-says">{props.says}</p>
    {props.children}
  </section>
);
