/** Retention so far, beside the one aimed at, with how sure one can be. */
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { retentionSince, type RetentionSoFar } from '../../domain/progress/forecast.ts';
import { meanAim } from '../../domain/progress/mean-aim.ts';
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
  /** What the cards answered in that time aim at, on average. */
  readonly target: number;
  readonly verdict: RetentionVerdict;
}

export const Recall = (): JSX.Element => {
  const cairn = useCairn();
  const spans = createMemo(() =>
    SPANS.map(({ name, days }): Span => {
      const since = cairn.today() - days + 1;
      const soFar = retentionSince(cairn.learner().days, since);
      const target = meanAim(cairn.index, cairn.learner(), since);
      return { ...soFar, name, target, verdict: retentionVerdict(soFar, target) };
    }),
  );
  /** The month is what to judge by; before there is enough of it, everything. */
  const telling = (): Span => {
    const [, monthly, , all] = spans();
    return (monthly?.verdict === 'too-few' ? all : monthly) as Span;
  };
  const says = (): string => {
    const { verdict, target } = telling();
    return meaning(verdict, percent(target));
  };
  const isByTrack = (): boolean =>
    Object.keys(cairn.learner().settings.retentionByTrack).length > 0;

  return (
    <Panel id="recall-title" title="Retention so far" says={says()}>
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
                      target={span.target}
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
        Line: your target,{' '}
        {isByTrack() ? 'on average over the tracks whose cards you answered, ' : ''}
        <A href="/settings#retention">set in Settings</A>.
      </p>
    </Panel>
  );
};
