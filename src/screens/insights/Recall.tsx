/** Retention so far, beside the one aimed at, with how sure one can be. */
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { retentionSince, type RetentionSoFar } from '../../domain/progress/forecast.ts';
import {
  retentionVerdict,
  type RetentionVerdict,
} from '../../domain/progress/retention-verdict.ts';
import { percent } from '../../ui/format.ts';
import { Panel } from './Panel.tsx';
import { percentRange, RangePlot } from './RangePlot.tsx';

const SPANS: readonly { readonly name: string; readonly days: number }[] = [
  { name: 'Last 7 days', days: 7 },
  { name: 'Last 30 days', days: 30 },
  { name: 'Last 90 days', days: 90 },
  { name: 'In all', days: Infinity },
];

const VERDICTS: Readonly<Record<RetentionVerdict, string>> = {
  'too-few': 'Too few to say',
  'on-target': 'On target',
  below: 'Below target',
  above: 'Above target',
};

/** What a verdict means, and what to do about it if anything. */
const meaning = (verdict: RetentionVerdict, target: string): string =>
  ({
    'too-few': `There are too few reviews yet to say how close you are to your target of ${target}. It takes about forty.`,
    'on-target': `You recall about as much as you aim at: ${target}.`,
    below: `You recall less than the ${target} you aim at. New subjects do that for a while; if it stays so, aim higher or take fewer new cards.`,
    above: `You recall more than the ${target} you aim at. You could aim a little lower, and review less.`,
  })[verdict];

/** Where the scale begins: below it no retention can be aimed at, and few are ever found. */
const FLOOR = 0.5;

interface Span extends RetentionSoFar {
  readonly name: string;
  readonly verdict: RetentionVerdict;
}

export const Recall = (): JSX.Element => {
  const cairn = useCairn();
  const target = (): number => cairn.learner().settings.retention;
  const spans = createMemo(() =>
    SPANS.map(({ name, days }): Span => {
      const soFar = retentionSince(cairn.learner().days, cairn.today() - days + 1);
      return { ...soFar, name, verdict: retentionVerdict(soFar, target()) };
    }),
  );
  /** The month is what to judge by; before there is enough of it, everything. */
  const verdict = (): RetentionVerdict => {
    const [, monthly, , all] = spans();
    const telling = monthly?.verdict === 'too-few' ? all : monthly;
    return telling?.verdict ?? 'too-few';
  };

  return (
    <Panel id="recall-title" title="Retention so far" says={meaning(verdict(), percent(target()))}>
      <ul class="recall">
        <For each={spans()}>
          {(span) => (
            <li class="recall-row">
              <span class="recall-head">
                <span class="recall-name">{span.name}</span>
                <span class="chip" data-verdict={span.verdict}>
                  {VERDICTS[span.verdict]}
                </span>
              </span>
              <Show when={span.verdict !== 'too-few' ? span.rate : undefined}>
                {(rate) => (
                  <span class="recall-measure">
                    <span class="recall-rate number">{percent(rate())}</span>
                    <RangePlot
                      from={FLOOR}
                      rate={rate()}
                      low={span.low}
                      high={span.high}
                      target={target()}
                    />
                  </span>
                )}
              </Show>
              <span class="hint number recall-numbers">
                {span.recalled.toLocaleString('en')} of {span.reviewed.toLocaleString('en')}{' '}
                recalled
                <Show when={span.verdict !== 'too-few'}>
                  , likely <span class="whole">{percentRange(span.low, span.high)}</span>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="hint">
        From 50 to 100 %. Dot: the share recalled. Bar: where your true recall lies, 19 times of 20.
        Line: your target, <A href="/settings#retention">set in Settings</A>.
      </p>
    </Panel>
  );
};
