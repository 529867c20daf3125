/** One milestone: what it takes, the evidence for it, and what to do about it now. */
import { A, useParams, useSearchParams } from '@solidjs/router';
import { createSignal, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { isoDate } from '../../domain/calendar/study-day.ts';
import type { Milestone } from '../../domain/curriculum/types.ts';
import type { EventId, EvidenceFields } from '../../domain/log/event.ts';
import type { Evidence } from '../../domain/progress/learner.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { createMilestone, type OpenMilestone } from './create-milestone.ts';
import { Criteria } from './Criteria.tsx';
import { EvidenceForm } from './EvidenceForm.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { Examples } from './Examples.tsx';
import { Knowledge } from './Knowledge.tsx';
import { StillTrue } from './StillTrue.tsx';
import { StoryCard } from './StoryCard.tsx';
import { WhatNow } from './WhatNow.tsx';
import { CLASSES } from './words.ts';
import './milestone.css';

const MilestoneScreen = (): JSX.Element => {
  const cairn = useCairn();
  const params = useParams<{ id: string }>();
  return (
    <Show when={cairn.index.milestone(params.id)} keyed fallback={<Unknown />}>
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
  readonly piece: Evidence | undefined;
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

  const begin = ({ piece }: Editing): EvidenceFields =>
    drafts.get(piece?.id ?? NEW) ?? piece?.fields ?? freshFields(open, isoDate(cairn.today()));
  const save = async ({ piece }: Editing, fields: EvidenceFields): Promise<boolean> => {
    const isSaved = await (piece
      ? open.save({ t: 'evidence-edited', evidence: piece.id, fields }, () => 'Evidence changed.')
      : open.save(
          { t: 'evidence', milestone: props.milestone.id, fields },
          () => 'Evidence added.',
        ));
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
        <Show when={open.isAchieved()}>
          <Show when={props.milestone.class === 'perishable'}>
            <StillTrue open={open} />
          </Show>
          <StoryCard open={open} />
        </Show>
      </div>
      <div class="milestone-proof">
        <Criteria open={open} />
        <EvidenceList open={open} onEdit={(piece) => setEditing({ piece })} />
        <Show when={open.content()}>{(content) => <Examples content={content()} />}</Show>
      </div>
      <div class="milestone-behind">
        <Knowledge skills={props.milestone.skills} />
        <Show when={!open.isAchieved() && open.content()}>
          {(content) => (
            <section class="stack tight" aria-labelledby="story-ahead">
              <h2 id="story-ahead">The story you will tell</h2>
              <p class="story-ahead">{content().story}</p>
              <p class="small soft">
                Collect its numbers as you go. Once this is achieved, Cairn asks you to tell it from
                time to time.
              </p>
            </section>
          )}
        </Show>
      </div>
      <Show when={editing()} keyed>
        {(one) => (
          <EvidenceForm
            title={one.piece ? 'Edit evidence' : 'New evidence'}
            fields={begin(one)}
            criteria={open.content()?.criteria ?? []}
            onDraft={(fields) => drafts.set(one.piece?.id ?? NEW, fields)}
            onSave={(fields) => save(one, fields)}
            onClose={() => setEditing(undefined)}
          />
        )}
      </Show>
    </article>
  );
};

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
    ].join(' · ');
  return (
    <header class="milestone-head">
      <A class="back" href="/milestones">
        <BackIcon />
        Back to the list
      </A>
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
