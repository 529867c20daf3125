/** The keys of the app, listed. */
import { For, type JSX } from 'solid-js';
import { Modal } from '../../ui/Modal.tsx';

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Space', 'Show the answer, then rate Good'],
  ['1 2 3 4', 'Rate Again, Hard, Good, Easy; before the answer, pick an option'],
  ['U', 'Undo (also Ctrl or ⌘ Z)'],
  ['E', 'Edit the card'],
  ['B', 'Bury until tomorrow'],
  ['S', 'Suspend'],
  ['F', 'Flag, or take the flag off'],
  ['I', 'Card info'],
  ['G T', 'Go to Today'],
  ['G S', 'Go to a session'],
  ['G M', 'Go to the map'],
  ['G P', 'Go to the milestones'],
  ['G I', 'Go to the insights'],
  ['G L', 'Go to the library'],
  ['G W', 'Log a win'],
  ['G ,', 'Go to the settings'],
  ['+ −', 'Zoom on the map; on a skill, − leads out to it'],
  ['?', 'This list'],
];

export const Shortcuts = (props: { readonly onClose: () => void }): JSX.Element => (
  <Modal title="Keyboard shortcuts" onClose={props.onClose}>
    <dl class="facts">
      <For each={KEYS}>
        {([keys, what]) => (
          <>
            <dt>
              <For each={keys.split(' ')}>{(key) => <kbd>{key}</kbd>}</For>
            </dt>
            <dd>{what}</dd>
          </>
        )}
      </For>
    </dl>
  </Modal>
);
