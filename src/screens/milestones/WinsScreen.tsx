/** The wins: what was logged in passing, waiting to be filed under the milestones that it proves. */
import { useNavigate, useSearchParams } from '@solidjs/router';
import {
  createMemo,
  createSignal,
  For,
  lazy,
  onMount,
  Show,
  Suspense,
  untrack,
  type JSX,
} from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { EvidenceFields } from '../../domain/log/event.ts';
import { allMilestones } from '../../domain/milestones/catalogue.ts';
import { newestFirst } from '../../domain/milestones/evidence.ts';
import { inbox, portfolioOf, type Win } from '../../domain/milestones/portfolio.ts';
import { sharedWin } from '../../domain/milestones/shared-win.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { plural } from '../../ui/format.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import type { Offer } from './attach.ts';
import { FileWin } from './FileWin.tsx';
import { createDetails } from './overview.ts';
import { PieceRow, type Attached } from './Piece.tsx';
import { RoomHead } from './RoomHead.tsx';
import { recordWithUndo, type AndThen } from './record.ts';
import { edited, removed } from './win-facts.ts';
import { listed } from './words.ts';
import './wins.css';

// Not part of what the page waits for, but there before the first press.
const LogWin = lazy(() => import('./LogWin.tsx'));
const EvidenceForm = lazy(() => import('./EvidenceForm.tsx'));
const sharing = () => import('./shared-offer.ts');

type Open =
  | {
      readonly is: 'logging';
      readonly shared?: ReturnType<typeof sharedWin>;
      readonly offer?: Offer;
    }
  | { readonly is: 'filing'; readonly win: Win }
  | { readonly is: 'editing'; readonly win: Win };

const WinsScreen = (): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const [query] = useSearchParams<{
    for?: string;
    log?: string;
    /** There when a file was shared. */
    file?: string;
    title?: string;
    text?: string;
    link?: string;
  }>();
  // The share sheet opens this address; what it brings is asked for once.
  const shared = untrack(() => sharedWin(query));
  const details = createDetails(cairn);
  const portfolio = createMemo(() => portfolioOf(cairn.learner()));
  const waiting = createMemo(() => inbox(portfolio()));
  const kept = createMemo(() =>
    newestFirst([...portfolio().wins.values()].filter(({ filed }) => filed.size > 0)),
  );
  const hasFile = untrack(() => query.file !== undefined);
  const [open, setOpen] = createSignal<Open | undefined>(
    hasFile || (query.log === undefined && !shared) ? undefined : { is: 'logging', shared },
  );
  onMount(() => {
    void Promise.all([LogWin.preload(), EvidenceForm.preload()]);
    if (!hasFile) return;
    void sharing()
      .then(({ sharedOffer }) => sharedOffer())
      .then((offer) => setOpen({ is: 'logging', shared, offer }));
  });
  let heading: HTMLHeadingElement | undefined;
  let isLogged = false;
  const close = (): void => {
    const closed = open();
    setOpen(undefined);
    // The address of the shortcut or of a share would open it again after a reload.
    if (query.log === undefined && !shared && !hasFile) return;
    navigate('/milestones/wins', { replace: true });
    if (closed?.is !== 'logging' || !(closed.shared || closed.offer)) return;
    if (hasFile) void sharing().then(({ letGo }) => letGo());
    if (!isLogged) cairn.notify('What was shared is not kept.', () => setOpen(closed));
  };
  const remove = async (win: Win): Promise<void> => {
    const said = () => `Deleted: ${win.fields.title}`;
    if (await recordWithUndo(cairn, [removed(win.id)], said)) heading?.focus();
  };
  const save = (win: Win, fields: EvidenceFields, attach?: AndThen): Promise<boolean> =>
    recordWithUndo(cairn, [edited(win.id, fields)], () => 'Win changed.', attach);
  const attached = (win: Win) => ({ id: win.id, file: portfolio().files.get(win.id) });
  const titles = (win: Win): string =>
    listed(
      allMilestones(cairn.index.graph, portfolio())
        .filter(({ id }) => win.filed.has(id))
        .map(({ title }) => `“${title}”`),
    );
  const row = (win: Win, place: string, action: string): JSX.Element => (
    <PieceRow
      fields={win.fields}
      attached={attached(win)}
      place={place}
      onEdit={() => setOpen({ is: 'editing', win })}
      onRemove={() => void remove(win)}
    >
      <button type="button" class="button quiet" onClick={() => setOpen({ is: 'filing', win })}>
        {action}
        <span class="visually-hidden"> {win.fields.title}</span>
      </button>
    </PieceRow>
  );

  return (
    <div class="wins stack loose">
      <RoomHead title="Wins" heading={(element) => (heading = element)}>
        <p class="soft">
          Good things as they happen, one line each. File them when you have a quiet minute: they
          become evidence.
        </p>
        <button
          type="button"
          class="button primary log-win"
          onClick={() => setOpen({ is: 'logging' })}
        >
          <PlusIcon />
          Log a win
        </button>
      </RoomHead>
      <section class="stack tight" aria-labelledby="waiting-title">
        <h2 id="waiting-title">Not filed yet</h2>
        <Show
          when={waiting().length > 0}
          fallback={
            <div class="empty">
              <CairnStones stones={kept().length > 0 ? 3 : 1} />
              <p>
                {kept().length > 0
                  ? 'Everything is filed.'
                  : 'Nothing here yet. A thank-you, a merged change, a number that moved: log it before it is forgotten.'}
              </p>
            </div>
          }
        >
          <ul class="list">
            <For each={waiting()}>{(win) => row(win, '', 'File')}</For>
          </ul>
        </Show>
      </section>
      <Show when={kept().length > 0}>
        <details class="wins-filed">
          <summary>{plural(kept().length, 'win')} filed</summary>
          <ul class="list">
            <For each={kept()}>
              {(win) => row(win, `evidence for ${titles(win)}`, 'File again')}
            </For>
          </ul>
        </details>
      </Show>
      <Dialogs
        open={open()}
        close={close}
        likely={query.for}
        details={details}
        attached={attached}
        save={save}
        onLogged={() => (isLogged = true)}
      />
    </div>
  );
};

const Dialogs = (props: {
  readonly open: Open | undefined;
  readonly close: () => void;
  readonly likely: string | undefined;
  readonly details: ReturnType<typeof createDetails>;
  readonly attached: (win: Win) => Attached;
  readonly save: (win: Win, fields: EvidenceFields, attach?: AndThen) => Promise<boolean>;
  readonly onLogged: () => void;
}): JSX.Element => (
  <Suspense>
    <Show when={props.open} keyed>
      {(open) =>
        open.is === 'logging' ? (
          <LogWin
            shared={open.shared}
            offer={open.offer}
            onSaved={props.onLogged}
            onClose={props.close}
          />
        ) : open.is === 'filing' ? (
          <FileWin
            win={open.win}
            details={props.details}
            likely={props.likely}
            onClose={props.close}
          />
        ) : (
          <EvidenceForm
            title="Edit win"
            fields={open.win.fields}
            piece={props.attached(open.win)}
            criteria={undefined}
            save="Save win"
            onDraft={() => undefined}
            onSave={(fields, attach) => props.save(open.win, fields, attach)}
            onClose={props.close}
          />
        )
      }
    </Show>
  </Suspense>
);

export default WinsScreen;
