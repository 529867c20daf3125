/** The frame of the settings: groups with a heading, rows with a name, a hint and a control. */
import { Show, type JSX } from 'solid-js';

/** @param props.id the fragment that leads here, such as `study` for `/settings#study` */
export const Group = (props: {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly children: JSX.Element;
}): JSX.Element => (
  <section id={props.id} class="settings-group" aria-labelledby={`${props.id}-title`} tabindex="-1">
    <div class="settings-group-head">
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <p class="hint">{props.lead}</p>
    </div>
    <div class="settings-rows panel">{props.children}</div>
  </section>
);

/**
 * One row. The control in it is named by the label: through `for`, or, for a group of controls, by the id `<id>-name`.
 * Its `aria-describedby` is `<id>-hint <id>-problem`.
 */
export const Row = (props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** A group names itself; a `label` would point to nothing. */
  readonly isGroup?: boolean;
  /** The control takes the whole width, under its name. */
  readonly isWide?: boolean;
  /** The control is so small that it fits beside its name on a phone. */
  readonly isCompact?: boolean;
  readonly children: JSX.Element;
}): JSX.Element => (
  <div
    class="settings-row"
    classList={{ wide: props.isWide === true, compact: props.isCompact === true }}
  >
    <div class="settings-name">
      <Show
        when={props.isGroup}
        fallback={
          <label class="settings-label" for={props.id}>
            {props.label}
          </label>
        }
      >
        <span class="settings-label" id={`${props.id}-name`}>
          {props.label}
        </span>
      </Show>
      <Show when={props.hint}>
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
    </div>
    <div class="settings-control">
      {props.children}
      <Show when={props.problem}>
        <p class="problem" id={`${props.id}-problem`} role="alert">
          {props.problem}
        </p>
      </Show>
    </div>
  </div>
);
