/** Asks how sure one is before the answer shows: what was right for the wrong reason shows in the figures later. */
import { For, type JSX } from 'solid-js';
import { CONFIDENCES } from '../../domain/study/confidence.ts';
import type { StudySession } from './create-session.ts';

export const Confidence = (props: { readonly session: StudySession }): JSX.Element => (
  <div class="confidence">
    <p id="confidence-title" class="confidence-title">
      How sure are you?
    </p>
    <div class="ratings" role="group" aria-labelledby="confidence-title">
      <For each={CONFIDENCES}>
        {({ percent, name }) => (
          <button type="button" class="rating" onClick={() => props.session.reveal(percent)}>
            <span class="rating-name">{name}</span>{' '}
            <span class="rating-interval number">{percent} %</span>
          </button>
        )}
      </For>
    </div>
    <button type="button" class="button quiet" onClick={() => props.session.reveal()}>
      Show answer
    </button>
  </div>
);
