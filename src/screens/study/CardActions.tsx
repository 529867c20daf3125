/** "More actions" on the card that is up, and the dialogs they open. */
import {
  createSignal,
  lazy,
  Match,
  onCleanup,
  onMount,
  Show,
  Suspense,
  Switch,
  type JSX,
} from 'solid-js';
import type { Card } from '../../domain/curriculum/types.ts';
import type { Fact } from '../../domain/log/event.ts';
import type { Outcome } from '../../domain/study/outcomes.ts';
import { MoreIcon } from '../../ui/icons.tsx';
import type { Do } from './card-deeds.ts';

// Loaded when first opened: they are not needed to answer a card.
const CardMenu = lazy(() => import('./CardMenu.tsx').then((m) => ({ default: m.CardMenu })));
const CardInfo = lazy(() => import('./CardInfo.tsx').then((m) => ({ default: m.CardInfo })));
const EditCard = lazy(() => import('./EditCard.tsx').then((m) => ({ default: m.EditCard })));
const ReportProblem = lazy(() =>
  import('./ReportProblem.tsx').then((m) => ({ default: m.ReportProblem })),
);
const Shortcuts = lazy(() => import('./Shortcuts.tsx').then((m) => ({ default: m.Shortcuts })));

export type CardDialog = 'edit' | 'info' | 'report' | 'shortcuts' | undefined;

export const CardActions = (props: {
  readonly card: Card;
  readonly outcomes: readonly Outcome[];
  readonly act: Do;
  readonly dialog: CardDialog;
  readonly open: (dialog: CardDialog) => void;
}): JSX.Element => {
  const [menuOpen, setMenuOpen] = createSignal(false);
  let place!: HTMLDivElement;
  let button!: HTMLButtonElement;

  const act = (fact: Fact, text: string): void => {
    setMenuOpen(false);
    props.act(fact, text);
  };
  const openDialog = (dialog: CardDialog): void => {
    setMenuOpen(false);
    props.open(dialog);
  };
  const onOutside = (event: Event): void => {
    if (event.target instanceof Node && !place.contains(event.target)) setMenuOpen(false);
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !menuOpen()) return;
    setMenuOpen(false);
    button.focus();
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
    <div ref={place} class="card-actions">
      <button
        ref={button}
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
          <CardMenu card={props.card} act={act} open={openDialog} />
        </Show>
      </Suspense>
      <Suspense>
        <Switch>
          <Match when={props.dialog === 'edit'}>
            <EditCard card={props.card} onClose={() => props.open(undefined)} />
          </Match>
          <Match when={props.dialog === 'info'}>
            <CardInfo
              card={props.card}
              outcomes={props.outcomes}
              onClose={() => props.open(undefined)}
            />
          </Match>
          <Match when={props.dialog === 'report'}>
            <ReportProblem card={props.card} onClose={() => props.open(undefined)} />
          </Match>
          <Match when={props.dialog === 'shortcuts'}>
            <Shortcuts onClose={() => props.open(undefined)} />
          </Match>
        </Switch>
      </Suspense>
    </div>
  );
};
