/** Promotion packets: the versions so far, and drafting the next one. */
import { A, useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, lazy, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { isoDate } from '../../domain/calendar/study-day.ts';
import { eventId } from '../../domain/log/event.ts';
import type { Audience, PacketDocument } from '../../domain/milestones/packet.ts';
import { periodProblem } from '../../domain/milestones/packet-draft.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { dateTime } from '../../ui/dates.ts';
import { plural } from '../../ui/format.ts';
import { createDraft, type DraftWish } from './create-draft.ts';
import { heldDraft, holdDraft } from './held-draft.ts';
import { RoomHead } from './RoomHead.tsx';
import { AUDIENCES } from './words.ts';
import { StageOptions } from './StageOptions.tsx';
import './packets.css';

const PacketEditor = lazy(() => import('./PacketEditor.tsx'));

const PacketsScreen = (): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const draft = createDraft(cairn);
  const versions = createMemo(() => portfolioOf(cairn.learner()).packets.toReversed());
  const [document, setDocument] = createSignal<PacketDocument | undefined>(heldDraft());
  const edit = (next: PacketDocument | undefined): void => {
    holdDraft(next);
    setDocument(next);
  };
  const save = async (packet: PacketDocument): Promise<boolean> => {
    const fact = {
      t: 'portfolio',
      what: 'packet',
      about: '',
      fields: { document: packet },
    } as const;
    try {
      const [event] = await cairn.record(fact);
      edit(undefined);
      if (event) navigate(`/milestones/packets/${encodeURIComponent(eventId(event))}`);
      cairn.notify('Saved as a version. It stays as it is.');
      return true;
    } catch (error) {
      cairn.notify(`This could not be saved, and nothing was changed. ${String(error)}`);
      return false;
    }
  };

  return (
    <div class="packets stack loose">
      <RoomHead title="Promotion packet">
        <p class="soft">
          Your evidence, stories and gaps in one document, drafted from what is on record. Start it
          early, show it often: versions keep what was said when.
        </p>
      </RoomHead>
      <Show
        when={document()}
        keyed
        fallback={<Wish ready={draft.ready()} onDraft={(wish) => edit(draft.make(wish))} />}
      >
        {(packet) => (
          <Suspense>
            <PacketEditor
              document={packet}
              onChange={holdDraft}
              onSave={save}
              onDiscard={() => {
                const thrown = heldDraft();
                edit(undefined);
                cairn.notify('Draft discarded.', () => edit(thrown));
              }}
            />
          </Suspense>
        )}
      </Show>
      <section class="stack tight" aria-labelledby="versions-title">
        <h2 id="versions-title">Versions</h2>
        <Show
          when={versions().length > 0}
          fallback={
            <div class="empty">
              <CairnStones stones={2} />
              <p>None saved yet.</p>
            </div>
          }
        >
          <ul class="list">
            <For each={versions()}>
              {({ id, at, document: own, reviews }) => (
                <li>
                  <A class="list-link" href={`/milestones/packets/${encodeURIComponent(id)}`}>
                    <span class="grow">
                      {own.title}
                      <span class="small soft packet-about">
                        saved {dateTime(at)} · for {AUDIENCES[own.audience]}
                        {reviews.length > 0 ? ` · ${plural(reviews.length, 'review')}` : ''}
                      </span>
                    </span>
                  </A>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </div>
  );
};

const Wish = (props: {
  readonly ready: boolean;
  readonly onDraft: (wish: DraftWish) => void;
}): JSX.Element => {
  const cairn = useCairn();
  const { settings } = cairn.learner();
  const today = isoDate(cairn.today());
  const last = portfolioOf(cairn.learner()).packets.at(-1)?.document;
  const [stage, setStage] = createSignal(last?.stage ?? settings.targetStage);
  const [audience, setAudience] = createSignal<Audience>(last?.audience ?? 'manager');
  const [from, setFrom] = createSignal(last?.from ?? isoDate(cairn.today() - 365));
  const [to, setTo] = createSignal(today);
  const [problem, setProblem] = createSignal('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const wrong = periodProblem(from(), to());
    setProblem(wrong ?? '');
    if (!wrong) props.onDraft({ stage: stage(), audience: audience(), from: from(), to: to() });
  };
  return (
    <form class="panel packet-wish" onSubmit={submit} aria-labelledby="wish-title">
      <h2 id="wish-title">New packet</h2>
      <div class="field">
        <label for="packet-stage">Stage</label>
        <select
          id="packet-stage"
          class="input"
          onChange={(event) => setStage(event.currentTarget.value)}
        >
          <StageOptions chosen={stage()} />
        </select>
      </div>
      <div class="field">
        <label for="packet-audience">For</label>
        <select
          id="packet-audience"
          class="input"
          aria-describedby="packet-audience-hint"
          onChange={(event) => setAudience(event.currentTarget.value as Audience)}
        >
          <For each={Object.entries(AUDIENCES)}>
            {([id, name]) => (
              <option value={id} selected={id === audience()}>
                {name}
              </option>
            )}
          </For>
        </select>
        <p id="packet-audience-hint" class="hint">
          {audience() === 'committee'
            ? 'Without gaps, plan and reviews.'
            : audience() === 'manager'
              ? 'With gaps, plan and reviews.'
              : 'With everything, your own note too.'}
        </p>
      </div>
      <div class="field">
        <label for="packet-from">From</label>
        <input
          id="packet-from"
          class="input"
          type="date"
          value={from()}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="packet-to">To</label>
        <input
          id="packet-to"
          class="input"
          type="date"
          value={to()}
          aria-describedby="packet-problem"
          onInput={(event) => setTo(event.currentTarget.value)}
        />
        <p id="packet-problem" class="problem" role="alert">
          {problem()}
        </p>
      </div>
      <button type="submit" class="button primary" disabled={!props.ready}>
        Draft the packet
      </button>
    </form>
  );
};

export default PacketsScreen;
