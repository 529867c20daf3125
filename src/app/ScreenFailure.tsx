/** A screen failed. The rest of the app goes on, and nothing recorded is lost. */
import { useLocation } from '@solidjs/router';
import { createEffect, on, type JSX } from 'solid-js';
import { CairnStones } from '../ui/CairnStones.tsx';
import { ContentUnavailable } from './content.ts';

const ScreenFailure = (props: {
  readonly error: unknown;
  readonly retry: () => void;
}): JSX.Element => {
  const location = useLocation();
  // Another screen may be well.
  createEffect(
    on(
      () => location.pathname,
      () => props.retry(),
      { defer: true },
    ),
  );
  return (
    <div class="empty">
      <CairnStones stones={1} />
      <h1>This screen could not be shown</h1>
      <p>
        {props.error instanceof ContentUnavailable
          ? 'This part of the curriculum is not stored on the device yet, and the network did not answer. Connect once and try again.'
          : 'Something went wrong while drawing it. Everything you recorded is safe on this device.'}
      </p>
      <p class="hint">{String(props.error)}</p>
      <button type="button" class="button primary" onClick={() => props.retry()}>
        Try again
      </button>
    </div>
  );
};

export default ScreenFailure;
