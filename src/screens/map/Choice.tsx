/** A few words to choose one of, side by side. */
import { For, type JSX } from 'solid-js';

export const Choice = <T extends string>(props: {
  readonly label: string;
  readonly names: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly onChoose: (one: T) => void;
}): JSX.Element => (
  <div class="segments" role="radiogroup" aria-label={props.label}>
    <For each={Object.keys(props.names) as T[]}>
      {(one) => (
        <label>
          <input
            type="radio"
            name={props.label}
            checked={props.chosen === one}
            onChange={() => props.onChoose(one)}
          />
          <span>{props.names[one]}</span>
        </label>
      )}
    </For>
  </div>
);
