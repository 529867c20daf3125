/** Settings that are chosen from a few: side by side, or in a list that the system opens. */
import { For, type JSX } from 'solid-js';
import { Row } from './Group.tsx';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** Shown in place of the name where room is short. */
  readonly short?: string;
}

export const SegmentSetting = <T extends string | number>(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onSave: (value: T, name: string) => void;
}): JSX.Element => (
  <Row id={props.id} label={props.label} hint={props.hint} isGroup isWide>
    <div role="radiogroup" aria-labelledby={`${props.id}-name`} class="segments">
      <For each={props.choices}>
        {(choice) => (
          <label>
            <input
              type="radio"
              name={props.id}
              value={choice.value}
              aria-label={choice.name}
              checked={props.value === choice.value}
              onChange={() => props.onSave(choice.value, choice.name)}
            />
            <span aria-hidden="true">{choice.short ?? choice.name}</span>
          </label>
        )}
      </For>
    </div>
  </Row>
);

export const SelectSetting = (props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly choices: readonly Choice<string>[];
  readonly onSave: (value: string, name: string) => void;
}): JSX.Element => (
  <Row id={props.id} label={props.label} hint={props.hint}>
    <select
      id={props.id}
      class="input"
      aria-describedby={`${props.id}-hint`}
      onChange={(event) => {
        const { value, selectedOptions } = event.currentTarget;
        props.onSave(value, selectedOptions[0]?.textContent ?? value);
      }}
    >
      <For each={props.choices}>
        {(choice) => (
          <option value={choice.value} selected={choice.value === props.value}>
            {choice.name}
          </option>
        )}
      </For>
    </select>
  </Row>
);
