/** The person's own arrangement: order, hidden ones, milestones of their own, and their employer's ladder. */
import { createMemo, createSignal, For, lazy, onMount, Show, Suspense, type JSX } from 'solid-js';
import { A } from '@solidjs/router';
import { useCairn } from '../../app/context.ts';
import type { Milestone } from '../../domain/curriculum/types.ts';
import type { Fact } from '../../domain/log/event.ts';
import { allMilestones, moved } from '../../domain/milestones/catalogue.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { createDetails } from './overview.ts';
import { recordWithUndo } from './record.ts';
import { RoomHead } from './RoomHead.tsx';
import './ladder.css';

const OwnForm = lazy(() => import('./OwnForm.tsx'));
const LadderFiles = lazy(() => import('./LadderFiles.tsx'));

/** What the form is open for: one of the person's own, or a new one. */
interface Editing {
  readonly id: string | undefined;
}

const LadderScreen = (): JSX.Element => {
  const cairn = useCairn();
  const details = createDetails(cairn);
  const [editing, setEditing] = createSignal<Editing>();
  const portfolio = createMemo(() => portfolioOf(cairn.learner()));
  const all = createMemo(() => allMilestones(cairn.index.graph, portfolio()));
  onMount(() => void OwnForm.preload());
  const save = (said: string, ...facts: readonly Fact[]): void => {
    void recordWithUndo(cairn, facts, () => said);
  };
  const move = (one: Milestone, by: -1 | 1): void => {
    const order = moved(all(), portfolio().hidden, one, by);
    save(`${one.title} moved ${by < 0 ? 'up' : 'down'}.`, {
      t: 'portfolio',
      what: 'order',
      about: one.stage,
      fields: { order },
    });
  };
  const hide = (one: Milestone, on: boolean): void =>
    save(`${one.title} ${on ? 'hidden' : 'shown'}.`, {
      t: 'portfolio',
      what: 'hidden',
      about: one.id,
      fields: { on },
    });
  const remove = (one: Milestone): void => {
    const fields = portfolio().own.get(one.id);
    if (!fields) return;
    save(`Deleted: ${one.title}. Its evidence stays in your log.`, {
      t: 'portfolio',
      what: 'milestone',
      about: one.id,
      fields: { ...fields, gone: true },
    });
  };

  return (
    <div class="ladder stack loose">
      <RoomHead title="Your ladder">
        <p class="soft">
          Put the milestones in your order, hide what your employer does not ask for, add your own,
          or bring the employer's ladder along.
        </p>
        <button
          type="button"
          class="button primary ladder-add"
          onClick={() => setEditing({ id: undefined })}
        >
          <PlusIcon />
          Add a milestone
        </button>
      </RoomHead>
      <Suspense fallback={<div class="skeleton ladder-skeleton" />}>
        <LadderFiles />
      </Suspense>
      <For each={cairn.index.graph.stages}>
        {(stage) => (
          <StageList
            title={stage.title}
            id={stage.id}
            milestones={all().filter((one) => one.stage === stage.id)}
            hidden={portfolio().hidden}
            isOwn={(id) => portfolio().own.has(id)}
            onMove={move}
            onHide={hide}
            onEdit={({ id }) => setEditing({ id })}
            onRemove={remove}
          />
        )}
      </For>
      <Suspense>
        <Show when={editing()} keyed>
          {({ id }) => (
            <OwnForm
              id={id}
              taken={new Set(all().map((one) => one.id))}
              competencies={details.competencies()}
              onClose={() => setEditing(undefined)}
            />
          )}
        </Show>
      </Suspense>
    </div>
  );
};

const StageList = (props: {
  readonly title: string;
  readonly id: string;
  readonly milestones: readonly Milestone[];
  readonly hidden: ReadonlySet<string>;
  readonly isOwn: (id: string) => boolean;
  readonly onMove: (one: Milestone, by: -1 | 1) => void;
  readonly onHide: (one: Milestone, on: boolean) => void;
  readonly onEdit: (one: Milestone) => void;
  readonly onRemove: (one: Milestone) => void;
}): JSX.Element => {
  const shown = () => props.milestones.filter(({ id }) => !props.hidden.has(id));
  const hidden = () => props.milestones.filter(({ id }) => props.hidden.has(id));
  const action = (word: string, one: Milestone, act: () => void, off = false): JSX.Element => (
    <button type="button" class="button quiet" disabled={off} onClick={act}>
      {word}
      <span class="visually-hidden"> {one.title}</span>
    </button>
  );
  const own = (one: Milestone): JSX.Element => (
    <Show when={props.isOwn(one.id)}>
      {action('Edit', one, () => props.onEdit(one))}
      {action('Delete', one, () => props.onRemove(one))}
    </Show>
  );
  return (
    <section class="stack tight" aria-labelledby={`ladder-${props.id}`} data-stage={props.id}>
      <h2 id={`ladder-${props.id}`}>{props.title}</h2>
      <Show
        when={props.milestones.length > 0}
        fallback={<p class="soft">No milestones at this stage.</p>}
      >
        <ol class="list">
          <For each={shown()}>
            {(one, i) => (
              <li class="ladder-row">
                <A href={`/milestones/${one.id}`}>{one.title}</A>
                <div class="row piece-actions">
                  {action('Up', one, () => props.onMove(one, -1), i() === 0)}
                  {action('Down', one, () => props.onMove(one, 1), i() === shown().length - 1)}
                  {action('Hide', one, () => props.onHide(one, true))}
                  {own(one)}
                </div>
              </li>
            )}
          </For>
        </ol>
        <Show when={hidden().length > 0}>
          <details class="ladder-hidden">
            <summary>{hidden().length} hidden</summary>
            <ul class="list">
              <For each={hidden()}>
                {(one) => (
                  <li class="ladder-row">
                    <span>{one.title}</span>
                    <div class="row piece-actions">
                      {action('Show', one, () => props.onHide(one, false))}
                      {own(one)}
                    </div>
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
      </Show>
    </section>
  );
};

export default LadderScreen;
