/** A row of "Your data": a heading of its own, words, and what can be done. */
import type { JSX } from 'solid-js';

/** @param props.id the fragment that leads here */
export const DataRow = (props: {
  readonly id: string;
  readonly title: string;
  readonly action?: JSX.Element;
  readonly children: JSX.Element;
}): JSX.Element => (
  <section class="settings-row" id={props.id} aria-labelledby={`${props.id}-title`} tabindex="-1">
    <div class="settings-name stack tight">
      <h3 id={`${props.id}-title`} class="settings-label">
        {props.title}
      </h3>
      {props.children}
    </div>
    <div class="settings-control">{props.action}</div>
  </section>
);
