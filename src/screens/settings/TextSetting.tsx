/** A setting that is typed: saved when the field is left or Enter pressed, refused with the reason. */
import { createSignal, Show, type JSX } from 'solid-js';
import type { Parsed } from '../../domain/settings/setting-text.ts';
import { Row } from './Group.tsx';

export const TextSetting = <T,>(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What it is counted in, shown beside the field. */
  readonly unit?: string;
  /** The stored value as text. */
  readonly value: string;
  readonly parse: (text: string) => Parsed<T>;
  readonly onSave: (value: T) => Promise<void>;
  readonly inputMode?: 'numeric' | 'text';
}): JSX.Element => {
  /** What is typed and not saved yet. */
  const [draft, setDraft] = createSignal<string>();
  const [problem, setProblem] = createSignal('');
  let isSaving = false;

  const commit = async (): Promise<void> => {
    const text = draft();
    if (text === undefined || isSaving) return;
    const parsed = props.parse(text);
    setProblem(parsed.ok ? '' : `Not saved. ${parsed.problem}`);
    if (!parsed.ok) return;
    isSaving = true;
    // The draft stays until the state has followed, so that the old value does not flash up.
    if (text.trim() !== props.value) await props.onSave(parsed.value);
    isSaving = false;
    if (draft() === text) setDraft(undefined);
  };
  const type = (text: string): void => {
    setDraft(text);
    if (problem() && props.parse(text).ok) setProblem('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void commit();
    if (event.key !== 'Escape' || draft() === undefined) return;
    setDraft(undefined);
    setProblem('');
  };

  return (
    <Row
      id={props.id}
      label={props.label}
      hint={props.hint}
      problem={problem()}
      isCompact={props.inputMode === 'numeric'}
    >
      <span class="settings-typed">
        <input
          id={props.id}
          class="input number"
          classList={{ short: props.inputMode === 'numeric' }}
          type="text"
          inputmode={props.inputMode ?? 'text'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          value={draft() ?? props.value}
          aria-invalid={problem() !== ''}
          aria-describedby={`${props.id}-hint ${props.id}-problem`}
          onInput={(event) => type(event.currentTarget.value)}
          onChange={() => void commit()}
          onKeyDown={onKeyDown}
        />
        <Show when={props.unit}>
          <span class="soft small">{props.unit}</span>
        </Show>
      </span>
    </Row>
  );
};
