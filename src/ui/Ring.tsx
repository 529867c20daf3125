/** A ring that is full to a share. Decorative: the text beside it says the same. */
import type { JSX } from 'solid-js';

const RADIUS = 13;
const LENGTH = 2 * Math.PI * RADIUS;

/** @param props.share 0 to 1 */
export const Ring = (props: {
  readonly share: number;
  readonly stage?: string;
  readonly size?: number;
}): JSX.Element => (
  <svg
    class="ring"
    data-stage={props.stage}
    width={props.size ?? 32}
    height={props.size ?? 32}
    viewBox="0 0 32 32"
    aria-hidden="true"
  >
    <circle class="ring-track" cx="16" cy="16" r={RADIUS} />
    <circle
      class="ring-fill"
      cx="16"
      cy="16"
      r={RADIUS}
      stroke-dasharray={`${LENGTH * Math.max(0, Math.min(1, props.share))} ${LENGTH}`}
      transform="rotate(-90 16 16)"
    />
  </svg>
);
