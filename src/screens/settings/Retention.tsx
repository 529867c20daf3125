/** Desired retention, with what it costs. */
import { createSignal, onCleanup, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { intervalRatio } from '../../domain/memory/interval-ratio.ts';
import { setting, SETTING_RANGES } from '../../domain/settings/settings.ts';
import { percent } from '../../ui/format.ts';
import { Row } from './Group.tsx';
import { createSave } from './save.ts';

const [LOWEST, HIGHEST] = SETTING_RANGES.retention;
/** Each press of an arrow key is a change of its own; only where they end is worth an event in the log. */
const KEYS_SETTLE_MS = 600;

const rounded = (value: number): number => Math.round(value * 100) / 100;
const times = (ratio: number): string => (ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1));

/** One line on what a retention costs, from the forgetting curve. */
const costOf = (retention: number, ratio: number): string => {
  const forgotten = Math.round((1 - retention) * 100);
  const price = `about ${forgotten} of 100 due cards will be forgotten`;
  if (Math.abs(ratio - 1) < 0.05) return `A good balance for most people: ${price}.`;
  return ratio < 1
    ? `Intervals are ${times(1 / ratio)} times shorter than at 90 %, so known cards come back about ${times(1 / ratio)} times as often; ${price}.`
    : `Intervals are ${times(ratio)} times longer than at 90 %, so known cards come back less often; ${price}.`;
};

export const Retention = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const [draft, setDraft] = createSignal<number>();
  let byKeys = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stored = (): number => cairn.learner().settings.retention;
  const shown = (): number => draft() ?? stored();
  const ratio = (): number => intervalRatio(cairn.learner().settings.parameters, shown());

  const commit = async (): Promise<void> => {
    clearTimeout(timer);
    const value = draft();
    if (value === undefined) return;
    if (value !== stored()) {
      await save(`Desired retention: ${percent(value)}`, setting('retention', value));
    }
    if (draft() === value) setDraft(undefined);
  };
  onCleanup(() => void commit());

  return (
    <Row
      id="retention"
      label="Desired retention"
      hint="The share of due cards you want to recall. It counts from each card’s next review on."
      isWide
    >
      <div class="retention">
        <span class="retention-figure number" aria-hidden="true">
          {percent(shown())}
        </span>
        <input
          id="retention"
          type="range"
          min={LOWEST}
          max={HIGHEST}
          step={0.01}
          value={shown()}
          aria-valuetext={percent(shown())}
          aria-describedby="retention-hint retention-cost"
          onKeyDown={() => (byKeys = true)}
          onPointerDown={() => (byKeys = false)}
          onInput={(event) => setDraft(rounded(event.currentTarget.valueAsNumber))}
          onChange={() => {
            clearTimeout(timer);
            if (byKeys) timer = setTimeout(() => void commit(), KEYS_SETTLE_MS);
            else void commit();
          }}
          onBlur={() => void commit()}
        />
        <div class="retention-ends hint" aria-hidden="true">
          <span>{percent(LOWEST)}, fewer reviews</span>
          <span>{percent(HIGHEST)}, more reviews</span>
        </div>
        <p id="retention-cost" class="small retention-cost">
          {costOf(shown(), ratio())}
        </p>
      </div>
    </Row>
  );
};
