/** One piece of evidence or a win, as it is shown in a list. */
import { lazy, Show, Suspense, type JSX } from 'solid-js';
import type { EventId, EvidenceFields } from '../../domain/log/event.ts';
import { isWebLink } from '../../domain/milestones/evidence.ts';
import type { AttachedFile } from '../../domain/milestones/portfolio-events.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { shownDate } from './words.ts';
import './evidence.css';

const Attachment = lazy(() => import('./Attachment.tsx'));

/** A piece of evidence or a win, and the file that it has. */
export interface Attached {
  readonly id: EventId;
  readonly file: AttachedFile | undefined;
}

/** Whatever the person wrote is text; only a web address becomes a link. */
export const PieceRow = (props: {
  readonly fields: EvidenceFields;
  readonly attached: Attached;
  /** Where it belongs, after the date. */
  readonly place: string;
  /** Further actions, before Edit and Delete. */
  readonly children?: JSX.Element;
  /** What taking it away is called: deleting, unless it lives on elsewhere. */
  readonly remove?: string | undefined;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): JSX.Element => (
  <li class="piece">
    <h3>{props.fields.title}</h3>
    <p class="small soft">
      {shownDate(props.fields.date)}
      {props.place && ` · ${props.place}`}
    </p>
    <Show when={props.fields.note}>
      <div class="piece-note">
        <Markdown text={props.fields.note} />
      </div>
    </Show>
    <Show when={props.fields.link}>
      <p class="piece-link">
        <Show when={isWebLink(props.fields.link)} fallback={props.fields.link}>
          <a href={props.fields.link} target="_blank" rel="noopener noreferrer">
            {withoutScheme(props.fields.link)}
          </a>
        </Show>
      </p>
    </Show>
    <Show when={props.fields.witnesses}>
      <p class="small soft">Seen by {props.fields.witnesses}</p>
    </Show>
    <Show when={props.attached.file}>
      {(file) => (
        <Suspense>
          <Attachment piece={props.attached.id} file={file()} />
        </Suspense>
      )}
    </Show>
    <div class="row piece-actions">
      {props.children}
      <button type="button" class="button quiet" onClick={() => props.onEdit()}>
        Edit<span class="visually-hidden"> {props.fields.title}</span>
      </button>
      <button type="button" class="button quiet" onClick={() => props.onRemove()}>
        {props.remove ?? 'Delete'}
        <span class="visually-hidden"> {props.fields.title}</span>
      </button>
    </div>
  </li>
);

/** What changes the direction of the text is spelled out: it could make an address look like another one. */
const withoutScheme = (link: string): string =>
  link.replace(/^https?:\/\//i, '').replace(/\p{Cf}/gu, encodeURIComponent);
