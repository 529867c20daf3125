/** What "More actions" offers on the card that is up. A press outside or Escape closes it. */
import { onCleanup, onMount, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import type { Fact } from '../../domain/log/event.ts';
import { BURIED, flagDeed, SUSPENDED, type Do } from './card-deeds.ts';
import type { OpenDialog, StudyDialog } from './study-dialog.ts';

export const CardMenu = (props: {
  readonly card: Card;
  /** Records a fact, and says what was done. */
  readonly act: Do;
  readonly open: OpenDialog;
  readonly close: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  let menu!: HTMLDivElement;
  const flagged = (): boolean => cairn.learner().flagged.has(props.card.id);
  const act = (fact: Fact, text: string): void => {
    props.close();
    props.act(fact, text);
  };
  const open = (dialog: StudyDialog): void => {
    props.close();
    props.open(dialog);
  };
  const onOutside = (event: Event): void => {
    if (event.target instanceof Node && !menu.parentElement?.contains(event.target)) props.close();
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    menu.parentElement?.querySelector('button')?.focus();
    props.close();
  };
  onMount(() => {
    document.addEventListener('pointerdown', onOutside);
    document.addEventListener('keydown', onEscape);
  });
  onCleanup(() => {
    document.removeEventListener('pointerdown', onOutside);
    document.removeEventListener('keydown', onEscape);
  });
  return (
    <div ref={menu} class="menu card-menu" role="group" aria-label="Actions on this card">
      <Action
        name="Bury until tomorrow"
        key="B"
        do={() => act({ t: 'bury', card: props.card.id }, BURIED)}
      />
      <Action
        name="Suspend"
        key="S"
        do={() => act({ t: 'suspend', card: props.card.id, on: true }, SUSPENDED)}
      />
      <Action
        name={flagged() ? 'Remove flag' : 'Flag'}
        key="F"
        do={() => act(...flagDeed(cairn.learner(), props.card.id))}
      />
      <Action name="Edit" key="E" do={() => open('edit')} />
      <Action name="Card info" key="I" do={() => open('info')} />
      <Action name="Log a win" do={() => open('win')} />
      <Action name="Hands-free" do={() => open('hands-free')} />
      <Action name="Report a problem" do={() => open('report')} />
      <Action name="Keyboard shortcuts" key="?" do={() => open('shortcuts')} />
    </div>
  );
};

const Action = (props: {
  readonly name: string;
  readonly key?: string;
  readonly do: () => void;
}): JSX.Element => (
  <button type="button" onClick={() => props.do()}>
    <span class="grow">{props.name}</span>
    <Show when={props.key}>
      <kbd class="keyboard-only">{props.key}</kbd>
    </Show>
  </button>
);
