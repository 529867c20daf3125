/** The 21 parameters of FSRS-6, for those who have fitted their own. */
import { createSignal, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { DEFAULT_PARAMETERS } from '../../domain/memory/parameters.ts';
import {
  outOfBounds,
  parametersText,
  parseParameters,
} from '../../domain/settings/setting-text.ts';
import { setting } from '../../domain/settings/settings.ts';
import { createSave } from './save.ts';

export const ModelParameters = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const [draft, setDraft] = createSignal<string>();
  const [problem, setProblem] = createSignal('');
  const [isBusy, setBusy] = createSignal(false);
  const settings = () => cairn.learner().settings;
  const stored = (): string => parametersText(settings().parameters);
  const isDefault = (): boolean => stored() === parametersText(DEFAULT_PARAMETERS);
  const bounds = (): string =>
    outOfBounds(settings().parameters, settings().relearningSteps.length)
      .map(({ at, used }) => `w${at} as ${used}`)
      .join(', ');

  /** The whole history is read anew with the new numbers, which takes a moment on a long one. */
  const store = async (parameters: readonly number[], text: string): Promise<void> => {
    setProblem('');
    setBusy(true);
    if (parametersText(parameters) !== stored())
      await save(text, setting('parameters', parameters));
    setBusy(false);
    setDraft(undefined);
  };
  const commit = (): void => {
    const parsed = parseParameters(draft() ?? stored());
    if (parsed.ok) void store(parsed.value, 'FSRS parameters saved');
    else setProblem(`Not saved. ${parsed.problem}`);
  };

  return (
    <details class="settings-row wide settings-advanced">
      <summary>
        <span class="settings-label">FSRS parameters</span>{' '}
        <span class="chip">{isDefault() ? 'Defaults' : 'Your own'}</span>
        <span class="hint settings-summary-hint">Advanced. The defaults fit most people well.</span>
      </summary>
      <div class="stack tight">
        <label class="hint" for="parameters">
          The 21 numbers of FSRS-6, w0 to w20, separated by commas. Your whole history is read anew
          with them; due dates change.
        </label>
        <textarea
          id="parameters"
          class="input settings-numbers"
          rows={4}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          inputmode="text"
          aria-invalid={problem() !== ''}
          aria-describedby="parameters-problem"
          value={draft() ?? stored()}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <Show when={problem()}>
          <p class="problem" id="parameters-problem" role="alert">
            {problem()}
          </p>
        </Show>
        <Show when={bounds()}>
          <p class="hint">Outside the model’s bounds, and used so: {bounds()}.</p>
        </Show>
        <div class="row">
          <button type="button" class="button" disabled={isBusy()} onClick={commit}>
            {isBusy() ? 'Reading your history anew…' : 'Save parameters'}
          </button>
          <button
            type="button"
            class="button quiet"
            disabled={isBusy()}
            onClick={() => void store(DEFAULT_PARAMETERS, 'FSRS parameters: back to the defaults')}
          >
            Back to defaults
          </button>
        </div>
      </div>
    </details>
  );
};
