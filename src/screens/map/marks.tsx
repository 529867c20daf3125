/** The signs of the map: where one stands, and the flags. Decorative: words stand beside them. */
import type { JSX } from 'solid-js';

export const HereMark = (): JSX.Element => (
  <svg class="here-mark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 15C4.6 11 3 8.6 3 6.2a5 5 0 0 1 10 0C13 8.6 11.4 11 8 15Z" />
    <circle cx="8" cy="6.2" r="1.9" />
  </svg>
);

export const PeakFlag = (props: { readonly raised: boolean }): JSX.Element => (
  <svg
    class="peak-flag"
    data-raised={props.raised}
    width="24"
    height="26"
    viewBox="0 0 24 26"
    aria-hidden="true"
  >
    <path d="M8 24V3" />
    <path class="peak-cloth" d="M8 4l11 4-11 4.5Z" />
    <path d="M3 24.5h11" />
  </svg>
);
