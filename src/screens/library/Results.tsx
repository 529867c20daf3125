/** What a search or a filter by state found. */
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import type { CardState } from '../../domain/progress/card-state.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { plural } from '../../ui/format.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { CardRow } from './CardRow.tsx';
import type { Found, Hits } from './find.ts';
import type { LibraryQuery } from './library-query.ts';
import { Marked } from './Marked.tsx';
import type { SkillEntry } from './search-index.ts';
import { CARD_STATE_WORDS } from './words.ts';

export const Results = (props: {
  readonly found: Found;
  readonly query: LibraryQuery;
  readonly retry: () => void;
}): JSX.Element => {
  const state = (): CardState | undefined => props.query.state() || undefined;
  const isEmpty = () => props.found.skills.inAll + props.found.cards.inAll === 0;
  return (
    <>
      <Show when={props.found.missing > 0}>
        <p class="banner warn" role="alert">
          <span class="grow">
            {plural(props.found.missing, 'track')} could not be loaded and{' '}
            {props.found.missing === 1 ? 'is' : 'are'} not searched. What you recorded is safe.
          </span>
          <button type="button" class="button" onClick={() => props.retry()}>
            Try again
          </button>
        </p>
      </Show>
      <Show when={!isEmpty()} fallback={<Nothing state={state()} query={props.query} />}>
        <div class="library-results" data-sides={props.found.skills.inAll > 0 ? 'two' : 'one'}>
          <Show when={props.found.skills.inAll > 0}>
            <section class="stack tight" aria-labelledby="skills-found">
              <h2 id="skills-found">Skills</h2>
              <SkillHits skills={props.found.skills.shown} words={props.found.words} />
              <More hits={props.found.skills} />
            </section>
          </Show>
          <Show when={props.found.cards.inAll > 0}>
            <section class="stack tight" aria-labelledby="cards-found">
              <h2 id="cards-found">
                {cardsHeading(state())}{' '}
                <span class="soft number">{props.found.cards.inAll.toLocaleString('en')}</span>
              </h2>
              <Show when={state()}>
                {(one) => <p class="hint">{CARD_STATE_WORDS[one()].about}</p>}
              </Show>
              <ul class="list">
                <For each={props.found.cards.shown}>
                  {(card) => (
                    <li>
                      <CardRow card={card} words={props.found.words} withPlace />
                    </li>
                  )}
                </For>
              </ul>
              <More hits={props.found.cards} />
            </section>
          </Show>
        </div>
      </Show>
    </>
  );
};

const cardsHeading = (state: CardState | undefined): string =>
  state ? `Cards: ${CARD_STATE_WORDS[state].name.toLowerCase()}` : 'Cards';

const SkillHits = (props: {
  readonly skills: readonly SkillEntry[];
  readonly words: readonly string[];
}): JSX.Element => (
  <ul class="list">
    <For each={props.skills}>
      {({ skill, topics }) => (
        <li>
          <A href={`/skills/${skill.id}`} class="list-link">
            <span class="grow library-skill-hit" data-stage={skill.stage}>
              <span>
                <Marked text={skill.title} words={props.words} />
              </span>
              <span class="library-answer">
                <Marked text={topics} words={props.words} />
              </span>
            </span>
            <ChevronIcon />
          </A>
        </li>
      )}
    </For>
  </ul>
);

const More = (props: { readonly hits: Hits<unknown> }): JSX.Element => (
  <Show when={props.hits.inAll > props.hits.shown.length}>
    <p class="hint">
      {(props.hits.inAll - props.hits.shown.length).toLocaleString('en')} more, refine the search
    </p>
  </Show>
);

const Nothing = (props: {
  readonly state: CardState | undefined;
  readonly query: LibraryQuery;
}): JSX.Element => {
  const text = () => props.query.text();
  const isNarrowed = () => props.query.track() !== '' || props.query.stage() !== '';
  return (
    <div class="empty">
      <CairnStones stones={1} />
      <h2>{text() ? `Nothing found for “${text()}”` : 'Nothing here'}</h2>
      <p>{advice(text(), props.state, isNarrowed())}</p>
      <div class="row library-ways-on">
        <Show when={text() && (props.state !== undefined || isNarrowed())}>
          <button
            type="button"
            class="button"
            onClick={() => props.query.change({ track: '', stage: '', state: '' })}
          >
            Search everything
          </button>
        </Show>
        <button
          type="button"
          class="button"
          onClick={() => props.query.change({ q: '', track: '', stage: '', state: '' })}
        >
          Show all skills
        </button>
      </div>
    </div>
  );
};

const advice = (text: string, state: CardState | undefined, isNarrowed: boolean): string => {
  if (text && (state || isNarrowed)) return 'Search without the filters, or try other words.';
  if (text) return 'Try fewer words, or only the beginning of one. Every word has to occur.';
  const none = state ? CARD_STATE_WORDS[state].none : '';
  return isNarrowed ? `${none} Other tracks and stages were left out.` : none;
};
