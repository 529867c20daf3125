/** A share that was found, the range it truly lies in, and the share it is set beside. */
import type { JSX } from 'solid-js';
import { percent } from '../../ui/format.ts';

/** `87–94 %` */
export const percentRange = (low: number, high: number): string =>
  `${Math.round(low * 100)}–${percent(high)}`;

export const RangePlot = (props: {
  /** Where the scale begins; it ends at 1. */
  readonly from: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly target: number;
}): JSX.Element => {
  const along = (share: number): string =>
    `${(100 * (Math.max(props.from, share) - props.from)) / (1 - props.from)}%`;
  return (
    <svg class="range-plot" width="100%" height="24" aria-hidden="true">
      <line class="axis" x1="0" x2="100%" y1="12" y2="12" />
      <line class="range" x1={along(props.low)} x2={along(props.high)} y1="12" y2="12" />
      <circle class="dot" cx={along(props.rate)} cy="12" r="6" />
      <line class="target" x1={along(props.target)} x2={along(props.target)} y1="1" y2="23" />
    </svg>
  );
};
