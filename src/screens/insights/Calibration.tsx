/** How sure the person was, beside what they recalled. */
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { calibrations, type Calibration as OneOf } from '../../domain/progress/calibration.ts';
import type { RetentionVerdict } from '../../domain/progress/retention-verdict.ts';
import { percent, plural } from '../../ui/format.ts';
import { Panel } from './Panel.tsx';
import { percentRange, RangePlot } from './RangePlot.tsx';

const VERDICTS: Readonly<Record<RetentionVerdict, string>> = {
  'too-few': 'Too few to say',
  'on-target': 'Well judged',
  below: 'Surer than you recall',
  above: 'Better than you thought',
};

/** What it means, and what to do about it if anything. */
const MEANINGS: Readonly<Record<RetentionVerdict, string>> = {
  'too-few': 'It takes some twenty answers to say more.',
  'on-target': 'That is well judged.',
  below:
    'You are surer than you recall: say the answer to yourself before you say how sure you are.',
  above: 'You know more than you think.',
};

const summary = (all: OneOf): string =>
  `Over ${plural(all.reviewed, 'answer')} you were ${percent(all.sure)} sure on average, and recalled ${percent(all.rate ?? 0)}. ${MEANINGS[all.verdict]}`;

export const Calibration = (): JSX.Element => {
  const cairn = useCairn();
  const found = createMemo(() => calibrations(cairn.learner().confidence));
  return (
    <Show when={found().all} fallback={<NothingSaid />}>
      {(all) => (
        <Panel id="calibration-title" title="How sure you are" says={summary(all())} isWide>
          <ul class="recall calibration">
            <For each={found().each}>
              {(one) => (
                <li class="recall-row">
                  <span class="recall-head">
                    <span class="calibration-says">
                      Where you said <strong>{percent(one.sure)}</strong> sure, you recalled{' '}
                      <strong>{percent(one.rate ?? 0)}</strong>{' '}
                      <span class="soft">(of {one.reviewed.toLocaleString('en')})</span>
                    </span>
                    <span class="chip" data-verdict={one.verdict}>
                      {VERDICTS[one.verdict]}
                    </span>
                  </span>
                  <Show when={one.verdict !== 'too-few'}>
                    <RangePlot
                      from={0}
                      rate={one.rate ?? 0}
                      low={one.low}
                      high={one.high}
                      target={one.sure}
                    />
                    <span class="hint number">likely {percentRange(one.low, one.high)}</span>
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <p class="hint">
            From 0 to 100 %. Dot: the share recalled. Bar: where your true recall lies, 19 times of
            20. Line: how sure you said you were.
          </p>
        </Panel>
      )}
    </Show>
  );
};

const NothingSaid = (): JSX.Element => {
  const cairn = useCairn();
  return (
    <Panel
      id="calibration-title"
      title="How sure you are"
      isWide
      says={
        <Show
          when={cairn.learner().settings.askConfidence}
          fallback={
            <>
              Say how sure you are before an answer shows, and this sets it beside what you
              recalled. To be asked, turn on <A href="/settings#askConfidence">Ask how sure I am</A>{' '}
              in Settings.
            </>
          }
        >
          You are asked how sure you are before an answer shows. After your next answers, this sets
          it beside what you recalled.
        </Show>
      }
    />
  );
};
