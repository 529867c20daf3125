/** "More actions" on the card that is up. */
import { createEffect, createSignal, lazy, on, Show, Suspense, type JSX } from 'solid-js';
import type { Card } from '../../domain/curriculum/types.ts';
import { MoreIcon } from '../../ui/icons.tsx';
import type { Do } from './card-deeds.ts';
import type { OpenDialog } from './study-dialog.ts';

// Loaded when first opened: it is not needed to answer a card.
const CardMenu = lazy(() => import('./CardMenu.tsx').then((m) => ({ default: m.CardMenu })));

export const CardActions = (props: {
  readonly card: Card;
  readonly act: Do;
  readonly open: OpenDialog;
}): JSX.Element => {
  const [menuOpen, setMenuOpen] = createSignal(false);
  // The button stays from card to card.
  createEffect(
    on(
      () => props.card,
      () => setMenuOpen(false),
    ),
  );
  return (
    <div class="card-actions">
      <button
        type="button"
        class="button quiet icon-only"
        aria-label="More actions"
        aria-expanded={menuOpen()}
        onClick={() => setMenuOpen((open) => !open)}
      >
        <MoreIcon />
      </button>
      <Suspense>
        <Show when={menuOpen()}>
          <CardMenu
            card={props.card}
            act={props.act}
            open={props.open}
            close={() => setMenuOpen(false)}
          />
        </Show>
      </Suspense>
    </div>
  );
};
