/** Settings that are chosen from a few: side by side, or in a list that the system opens. */
import { For, type JSX } from 'solid-js';
import { Row } from './Group.tsx';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** Shown in place of the name where room is short. */
  readonly short?: string;
}

interface ChoiceProps<T> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  /** The same objects as long as the choices are the same: their elements keep the focus. */
  readonly choices: readonly Choice<T>[];
  readonly onSave: (value: T, name: string) => Promise<void>;
}

export const SegmentSetting = <T extends string | number>(props: ChoiceProps<T>): JSX.Element => {
  let group!: HTMLDivElement;
  const save = async ({ value, name }: Choice<T>): Promise<void> => {
    await props.onSave(value, name);
    // What could not be saved must not look chosen.
    for (const radio of group.querySelectorAll('input')) {
      radio.checked = radio.value === String(props.value);
    }
  };
  return (
    <Row id={props.id} label={props.label} hint={props.hint} isGroup isWide>
      <div ref={group} role="radiogroup" aria-labelledby={`${props.id}-name`} class="segments">
        <For each={props.choices}>
          {(choice) => (
            <label>
              <input
                type="radio"
                name={props.id}
                value={choice.value}
                aria-label={choice.name}
                checked={props.value === choice.value}
                onChange={() => void save(choice)}
              />
              <span aria-hidden="true">{choice.short ?? choice.name}</span>
            </label>
          )}
        </For>
      </div>
    </Row>
  );
};

export const SelectSetting = (props: ChoiceProps<string>): JSX.Element => {
  const save = async (select: HTMLSelectElement): Promise<void> => {
    await props.onSave(select.value, select.selectedOptions[0]?.textContent ?? '');
    // What could not be saved must not look chosen.
    if (select.value !== props.value) select.value = props.value;
  };
  return (
    <Row id={props.id} label={props.label} hint={props.hint}>
      <select
        id={props.id}
        class="input"
        aria-describedby={props.hint ? `${props.id}-hint` : undefined}
        onChange={(event) => void save(event.currentTarget)}
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
};

/** On or off. */
export const SwitchSetting = (props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean;
  readonly onSave: (value: boolean, name: string) => Promise<void>;
}): JSX.Element => {
  const save = async (box: HTMLInputElement): Promise<void> => {
    await props.onSave(box.checked, box.checked ? 'on' : 'off');
    // What could not be saved must not look chosen.
    if (box.checked !== props.value) box.checked = props.value;
  };
  return (
    <Row id={props.id} label={props.label} hint={props.hint} isCompact>
      <input
        id={props.id}
        class="switch"
        type="checkbox"
        role="switch"
        aria-checked={props.value}
        aria-describedby={props.hint ? `${props.id}-hint` : undefined}
        checked={props.value}
        onChange={(event) => void save(event.currentTarget)}
      />
    </Row>
  );
};
