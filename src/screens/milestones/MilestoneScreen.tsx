/** One milestone: what it takes, the evidence for it, and what to do about it now. */
import { A, useParams, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, lazy, onMount, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { isoDate } from '../../domain/calendar/study-day.ts';
import type { Milestone } from '../../domain/curriculum/types.ts';
import type { EventId, EvidenceFields, Fact } from '../../domain/log/event.ts';
import { allMilestones } from '../../domain/milestones/catalogue.ts';
import { inbox, portfolioOf, type Piece } from '../../domain/milestones/portfolio.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { plural } from '../../ui/format.ts';
import { createMilestone, type OpenMilestone } from './create-milestone.ts';
import { Criteria } from './Criteria.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { Examples } from './Examples.tsx';
import { WayBack } from './RoomHead.tsx';
import { Shows } from './Shows.tsx';
import { WhatNow } from './WhatNow.tsx';
import type { AndThen } from './record.ts';
import { edited, filed } from './win-facts.ts';
import { CLASSES } from './words.ts';
import './milestone.css';

// Not part of what the page waits for, but there before the first press.
const EvidenceForm = lazy(() => import('./EvidenceForm.tsx'));
// Below what a visit is for.
const Knowledge = lazy(async () => ({ default: (await import('./Knowledge.tsx')).Knowledge }));
const Recalls = lazy(async () => ({ default: (await import('./Story.tsx')).Recalls }));
const StoryText = lazy(async () => ({ default: (await import('./Story.tsx')).StoryText }));

const MilestoneScreen = (): JSX.Element => {
  const cairn = useCairn();
  const params = useParams<{ id: string }>();
  // One of the person's own is made anew from the log at each change of anything: what counts is whether it differs.
  const found = createMemo(
    () =>
      allMilestones(cairn.index.graph, portfolioOf(cairn.learner())).find(
        ({ id }) => id === params.id,
      ),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  return (
    <Show when={found()} keyed fallback={<Unknown />}>
      {(milestone) => <Page milestone={milestone} />}
    </Show>
  );
};

const Unknown = (): JSX.Element => (
  <div class="empty">
    <CairnStones stones={1} />
    <h1>No such milestone</h1>
    <p>
      The curriculum has none at this address. It may have been renamed; what you recorded is kept.
    </p>
    <A class="button" href="/milestones">
      See all of them
    </A>
  </div>
);

/** What the dialog is open for: a piece that is there, or a new one. */
interface Editing {
  readonly piece: Piece | undefined;
}
const NEW: EventId = 'new';

const Page = (props: { readonly milestone: Milestone }): JSX.Element => {
  const cairn = useCairn();
  const [query] = useSearchParams<{ now?: string }>();
  // The page is made anew for each milestone.
  // eslint-disable-next-line solid/reactivity
  const open = createMilestone(cairn, props.milestone);
  const [editing, setEditing] = createSignal<Editing>();
  /** What was typed and not saved, so that a dialog closed by mistake loses nothing. */
  const drafts = new Map<EventId, EvidenceFields>();

  onMount(() => void EvidenceForm.preload());

  const begin = ({ piece }: Editing): EvidenceFields =>
    drafts.get(piece?.id ?? NEW) ?? piece?.fields ?? freshFields(open, isoDate(cairn.today()));
  const save = async (
    { piece }: Editing,
    fields: EvidenceFields,
    attach?: AndThen,
  ): Promise<boolean> => {
    const { id } = props.milestone;
    const isSaved = await (piece
      ? open.save(changed(piece, id, fields), () => 'Evidence changed.', attach)
      : open.save({ t: 'evidence', milestone: id, fields }, () => 'Evidence added.', attach));
    if (isSaved) drafts.delete(piece?.id ?? NEW);
    return isSaved;
  };

  return (
    <article class="milestone" data-stage={props.milestone.stage} aria-labelledby="milestone-title">
      <Header open={open} />
      <div class="milestone-now">
        <WhatNow
          open={open}
          checksInAtFirst={query.now === 'checkin'}
          onAddEvidence={() => setEditing({ piece: undefined })}
        />
        <Suspense>
          <Recalls open={open} />
        </Suspense>
      </div>
      <div class="milestone-proof">
        <Criteria open={open} />
        <EvidenceList open={open} onEdit={(piece) => setEditing({ piece })} />
        <Show when={inbox(portfolioOf(cairn.learner())).length}>
          {(count) => (
            <A class="wins-waiting" href={`/milestones/wins?for=${props.milestone.id}`}>
              {plural(count(), 'win')} not filed yet: is one of them evidence for this?
            </A>
          )}
        </Show>
        <Show when={open.content()}>{(content) => <Examples content={content()} />}</Show>
      </div>
      <div class="milestone-behind">
        <Suspense>
          <Knowledge milestone={props.milestone} />
          <Shows open={open} />
          <StoryText open={open} />
        </Suspense>
      </div>
      <Show when={editing()} keyed>
        {(one) => (
          <Suspense>
            <EvidenceForm
              title={one.piece ? 'Edit evidence' : 'New evidence'}
              fields={begin(one)}
              piece={one.piece}
              criteria={open.content()?.criteria ?? []}
              onDraft={(fields) => drafts.set(one.piece?.id ?? NEW, fields)}
              onSave={(fields, attach) => save(one, fields, attach)}
              onClose={() => setEditing(undefined)}
            />
          </Suspense>
        )}
      </Show>
    </article>
  );
};

/** A win has a criterion of its own in each milestone that it is filed under. */
const changed = (piece: Piece, milestone: string, fields: EvidenceFields): readonly Fact[] =>
  piece.isWin
    ? [edited(piece.id, fields), filed(piece.id, milestone, fields.criterion)]
    : [{ t: 'evidence-edited', evidence: piece.id, fields }];

/** New evidence is most likely for the first criterion that has none. */
const freshFields = (open: OpenMilestone, date: string): EvidenceFields => ({
  title: '',
  date,
  criterion: open.criteria().find(({ evidence }) => evidence.length === 0)?.id ?? '',
  link: '',
  note: '',
  witnesses: '',
});

const Header = (props: { readonly open: OpenMilestone }): JSX.Element => {
  const cairn = useCairn();
  const milestone = () => props.open.milestone;
  const place = () =>
    [
      cairn.index.stage(milestone().stage)?.title,
      cairn.index.track(milestone().track)?.title,
      CLASSES[milestone().class].name,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <header class="milestone-head">
      <WayBack href="/milestones">Back to the list</WayBack>
      <p class="eyebrow place">{place()}</p>
      <h1 id="milestone-title">{milestone().title}</h1>
      <Show
        when={props.open.content()}
        fallback={<div class="skeleton summary-skeleton" aria-hidden="true" />}
      >
        {(content) => <p class="milestone-summary">{content().summary}</p>}
      </Show>
      <p class="small soft">
        <strong>{CLASSES[milestone().class].name}.</strong> {CLASSES[milestone().class].meaning}
      </p>
    </header>
  );
};

export default MilestoneScreen;
