/** A card's own page: what it asks, where it sits, what is remembered of it, and what can be done about that. */
import { A, useParams } from '@solidjs/router';
import {
  createMemo,
  createResource,
  For,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
  type JSX,
} from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { loadTrack } from '../../app/content.ts';
import { noteOfCard, skillOfCard, type Card, type Skill } from '../../domain/curriculum/types.ts';
import { BackIcon, ChevronIcon } from '../../ui/icons.tsx';
import { CardActions } from './CardActions.tsx';
import { CardHistory } from './CardHistory.tsx';
import { CardMemoryPanel } from './CardMemoryPanel.tsx';
import { CardRow } from './CardRow.tsx';
import { CardText } from './CardText.tsx';
import { CardTags } from './CardTags.tsx';
import { libraryAddress } from './return-place.ts';
import './library.css';
import './card.css';

const CardLost = lazy(() => import('./CardLost.tsx').then((m) => ({ default: m.CardLost })));
// It looks at the load of the coming months.
const NextDates = lazy(() => import('./NextDates.tsx').then((m) => ({ default: m.NextDates })));

const CardScreen = (): JSX.Element => {
  const cairn = useCairn();
  const params = useParams<{ id: string }>();
  const id = () => params.id;
  const skill = () =>
    cairn.index.isRetired(id()) ? undefined : cairn.index.skill(skillOfCard(id()));
  const [chunk, { refetch }] = createResource(() => skill()?.track, loadTrack);
  const cards = createMemo((): readonly Card[] | undefined => {
    const here = skill();
    if (chunk.state !== 'ready' || !here) return undefined;
    return chunk().skills.find((content) => content.id === here.id)?.cards ?? [];
  });
  const card = () => cards()?.find((one) => one.id === id());
  const isUnknown = () => !skill() || (cards() !== undefined && !card());

  return (
    <div class="cardpage">
      <A href={libraryAddress()} class="cardpage-back" activeClass="">
        <BackIcon /> Library
      </A>
      <Switch fallback={<Loading />}>
        <Match when={isUnknown()}>
          <Suspense>
            <CardLost id={id()} />
          </Suspense>
        </Match>
        <Match when={chunk.state === 'errored'}>
          <Unavailable retry={() => void refetch()} />
        </Match>
        <Match when={card()}>
          {(found) => <CardPage card={found()} skill={skill()} cards={cards() ?? []} />}
        </Match>
      </Switch>
    </div>
  );
};

const CardPage = (props: {
  readonly card: Card;
  readonly skill: Skill | undefined;
  readonly cards: readonly Card[];
}): JSX.Element => {
  const cairn = useCairn();
  const at = () => props.cards.indexOf(props.card);
  const siblings = () =>
    props.cards.filter(
      (one) => one !== props.card && noteOfCard(one.id) === noteOfCard(props.card.id),
    );
  return (
    <div class="cardpage-grid">
      <header class="cardpage-head">
        <div class="row">
          <h1>Card</h1>
          <CardTags card={props.card} />
        </div>
        <Show when={props.skill}>
          {(skill) => (
            <p class="stage-place cardpage-place" data-stage={skill().stage}>
              {cairn.index.track(skill().track)?.title} ·{' '}
              <A href={`/skills/${skill().id}`}>{skill().title}</A>
            </p>
          )}
        </Show>
      </header>
      <div class="cardpage-main">
        <CardText card={props.card} />
        <nav class="cardpage-steps" aria-label="Cards of this skill, one by one">
          <Step card={props.cards[at() - 1]} name="Previous card" />
          <Step card={props.cards[at() + 1]} name="Next card" />
        </nav>
      </div>
      <div class="cardpage-aside">
        <CardActions card={props.card} />
        <CardMemoryPanel card={props.card} />
        <Suspense>
          <NextDates id={props.card.id} />
        </Suspense>
        <CardHistory id={props.card.id} />
        <Show when={siblings().length > 0}>
          <section class="stack tight" aria-labelledby="siblings-title">
            <h2 id="siblings-title">Siblings</h2>
            <p class="hint">Made from the same note, so never asked on the same day.</p>
            <ul class="list">
              <For each={siblings()}>
                {(one) => (
                  <li>
                    <CardRow card={one} />
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
        <Show when={props.cards.length > 1}>
          <details class="cardpage-all">
            <summary>
              <ChevronIcon />
              All {props.cards.length} cards of {props.skill?.title}
            </summary>
            <ul class="list">
              <For each={props.cards}>
                {(one) => (
                  <li>
                    <CardRow card={one} isHere={one === props.card} />
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
        <p class="cardpage-id">
          Card <code>{props.card.id}</code>
          <Show when={props.card.asOf}>{(version) => <> · as of {version()}</>}</Show>
        </p>
      </div>
    </div>
  );
};

const Step = (props: { readonly card: Card | undefined; readonly name: string }): JSX.Element => (
  <Show when={props.card} fallback={<span />}>
    {(card) => (
      <A href={`/library/cards/${card().id}`} class="button quiet" activeClass="">
        {props.name}
      </A>
    )}
  </Show>
);

const Loading = (): JSX.Element => (
  <>
    <h1>Card</h1>
    <div class="skeleton cardpage-skeleton" aria-hidden="true" />
  </>
);

const Unavailable = (props: { readonly retry: () => void }): JSX.Element => (
  <>
    <h1>Card</h1>
    <div class="empty">
      <h2>This card is not on the device yet</h2>
      <p>
        Its track is not stored, and the network did not answer. What you recorded is safe. Connect
        once, and it is here for good.
      </p>
      <button type="button" class="button primary" onClick={() => props.retry()}>
        Try again
      </button>
    </div>
  </>
);

export default CardScreen;
