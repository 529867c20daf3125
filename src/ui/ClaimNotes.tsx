/** What others claim about the career, each with its date, contradictions side by side. Nothing of it is scored. */
import { For, Show, type JSX } from 'solid-js';
import type { ClaimGroup } from '../domain/curriculum/claims.ts';
import type { Claim } from '../domain/curriculum/types.ts';
import './claim-notes.css';

const TITLE = 'Claims, with their dates';

export const ClaimNotes = (props: {
  readonly groups: readonly ClaimGroup[];
  /** Only the title is seen until it is opened. */
  readonly folded?: boolean;
}): JSX.Element => (
  <Show when={props.groups.length > 0}>
    <Show
      when={props.folded}
      fallback={
        <section class="stack tight">
          <h2>{TITLE}</h2>
          <Groups groups={props.groups} />
        </section>
      }
    >
      <details class="claims-fold">
        <summary>{TITLE}</summary>
        <div class="stack tight">
          <Groups groups={props.groups} />
        </div>
      </details>
    </Show>
  </Show>
);

const Groups = (props: { readonly groups: readonly ClaimGroup[] }): JSX.Element => (
  <>
    <p class="soft small">
      What others say, not what Cairn knows. Nothing here counts towards your progress.
    </p>
    <ul class="claims" aria-label={TITLE}>
      <For each={props.groups}>
        {(group) => (
          <li class="claim-group" classList={{ disputed: group.reasons.length > 0 }}>
            <Show when={group.reasons.length > 0}>
              <p class="claim-dispute">These do not fit together</p>
            </Show>
            <For each={group.claims}>{(claim) => <ClaimNote claim={claim} />}</For>
            <For each={group.reasons}>{(why) => <p class="claim-why">{why}</p>}</For>
          </li>
        )}
      </For>
    </ul>
  </>
);

/** One of them, where it is spoken of. */
export const ClaimNote = (props: { readonly claim: Claim }): JSX.Element => (
  <div class="claim">
    <p>{props.claim.text}</p>
    <p class="row-link-more">
      Claimed in <time dateTime={props.claim.asOf}>{dateInWords(props.claim.asOf)}</time> by{' '}
      {props.claim.by}
    </p>
    <Show when={props.claim.note}>{(note) => <p class="claim-why">{note()}</p>}</Show>
  </div>
);

/** `2024` as it is, `2024-02` as "February 2024". */
const dateInWords = (asOf: string): string => {
  const [year = '', month] = asOf.split('-');
  if (month === undefined) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1));
  return date.toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
};
