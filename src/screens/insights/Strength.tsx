/** The cards by how firmly they sit. */
import { createMemo, For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { cardsByStrength, cardsMet } from '../../domain/progress/cards-by-strength.ts';
import { DURABLE_DAYS, STEADY_DAYS } from '../../domain/progress/standing.ts';
import { Panel } from './Panel.tsx';

const STRENGTHS = [
  { key: 'durable', name: 'Durable', means: `holds ${DURABLE_DAYS} days or more` },
  { key: 'steady', name: 'Steady', means: `holds ${STEADY_DAYS} to ${DURABLE_DAYS} days` },
  { key: 'learning', name: 'Learning', means: `holds less than ${STEADY_DAYS} days` },
  { key: 'fresh', name: 'New', means: 'not met yet' },
] as const;

export const Strength = (): JSX.Element => {
  const cairn = useCairn();
  const counts = createMemo(() =>
    cardsByStrength(cairn.index, cardsMet(cairn.index, cairn.learner())),
  );
  const parts = () => {
    let from = 0;
    return STRENGTHS.map((strength) => {
      const share = (100 * counts()[strength.key]) / Math.max(1, counts().all);
      const part = { ...strength, count: counts()[strength.key], from, share };
      from += share;
      return part;
    });
  };
  const number = (n: number): string => n.toLocaleString('en');
  const met = (): number => counts().all - counts().fresh;

  return (
    <Panel
      id="strength-title"
      title="Cards by strength"
      says={`You have met ${number(met())} of ${number(counts().all)} cards.`}
    >
      <svg class="strength-bar" width="100%" height="20" aria-hidden="true">
        <For each={parts()}>
          {(part) => (
            <rect
              data-strength={part.key}
              x={`${part.from}%`}
              width={`${part.share}%`}
              height="20"
            />
          )}
        </For>
      </svg>
      <dl class="strength">
        <For each={parts()}>
          {(part) => (
            <div>
              <dt>
                <span class="swatch" data-strength={part.key} aria-hidden="true" />
                <strong>{part.name}</strong> <span class="hint">{part.means}</span>
              </dt>
              <dd class="number">{number(part.count)}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="hint">How long a card holds is the time until its recall falls to 90 %.</p>
    </Panel>
  );
};
