/** A skill's ring with a sign for its state in the middle. Decorative: the words stand beside it. */
import { Show, type JSX } from 'solid-js';
import type { ShownState } from '../domain/progress/tally.ts';
import { Ring } from './Ring.tsx';
import './skill-mark.css';

/** On a 12 px grid. `learning` and `ready` speak by the ring alone. */
const SIGNS: Readonly<Partial<Record<ShownState, string>>> = {
  mastered: 'm2.5 6.5 2.4 2.4L9.5 3.8',
  ready: 'M2.5 8.5 6 3.5l3.5 5Z',
  fading: 'M6 2.5v7M3 6.5l3 3 3-3',
  assumed: 'M3 6h6',
  locked: 'M2.8 5.6h6.4v4H2.8ZM4.2 5.4V4a1.8 1.8 0 0 1 3.6 0v1.4',
};

export const SkillMark = (props: {
  readonly state: ShownState;
  /** Share of the cards expected to be known, 0 to 1. */
  readonly share: number;
  readonly stage: string;
  readonly size?: number;
}): JSX.Element => {
  const size = (): number => props.size ?? 32;
  return (
    <span class="skill-mark" data-stage={props.stage} data-state={props.state}>
      <Ring share={props.share} stage={props.stage} size={size()} />
      <svg
        class="skill-sign"
        width={size() * 0.42}
        height={size() * 0.42}
        viewBox="0 0 12 12"
        aria-hidden="true"
      >
        <Show when={props.state === 'next-up'}>
          <circle class="skill-dot" cx="6" cy="6" r="3" />
        </Show>
        <Show when={SIGNS[props.state]}>{(sign) => <path d={sign()} />}</Show>
      </svg>
    </span>
  );
};
