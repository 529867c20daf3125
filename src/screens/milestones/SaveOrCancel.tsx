/** The two ways out of a form. */
import type { JSX } from 'solid-js';

export const SaveOrCancel = (props: {
  readonly save: string;
  readonly onCancel: () => void;
}): JSX.Element => (
  <div class="row">
    <button type="submit" class="button primary">
      {props.save}
    </button>
    <button type="button" class="button" onClick={() => props.onCancel()}>
      Cancel
    </button>
  </div>
);
