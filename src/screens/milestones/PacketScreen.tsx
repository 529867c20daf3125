/** One version of a packet: to read, print and export, to compare with another, and to note what reviewers said. */
import { A, useNavigate, useParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { isoDate } from '../../domain/calendar/study-day.ts';
import {
  comparePackets,
  packetJson,
  packetMarkdown,
} from '../../domain/milestones/packet-export.ts';
import { portfolioOf, type PacketVersion } from '../../domain/milestones/portfolio.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { download } from '../../ui/download.ts';
import { dateTime } from '../../ui/dates.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { holdDraft } from './held-draft.ts';
import { PacketReviews } from './PacketReviews.tsx';
import { recordWithUndo } from './record.ts';
import { WayBack } from './RoomHead.tsx';
import { removed } from './win-facts.ts';
import { AUDIENCES, shownDate } from './words.ts';
import './packets.css';

const PacketScreen = (): JSX.Element => {
  const cairn = useCairn();
  const params = useParams<{ id: string }>();
  const versions = createMemo(() => portfolioOf(cairn.learner()).packets);
  const version = createMemo(() =>
    versions().find(({ id }) => id === decodeURIComponent(params.id)),
  );
  return (
    <Show when={version()} fallback={<Unknown />}>
      {(found) => <Version version={found()} others={versions()} />}
    </Show>
  );
};

const Unknown = (): JSX.Element => (
  <div class="empty">
    <CairnStones stones={1} />
    <h1>No such packet</h1>
    <p>It may have been deleted. Its evidence is kept.</p>
    <A class="button" href="/milestones/packet">
      See all versions
    </A>
  </div>
);

const Version = (props: {
  readonly version: PacketVersion;
  readonly others: readonly PacketVersion[];
}): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const packet = () => props.version.document;
  const stage = () => cairn.index.stage(packet().stage)?.title ?? packet().stage;
  const savedOn = ({ at }: PacketVersion): string => isoDate(cairn.dayOf(at));
  // A printer to a file names the file so.
  createEffect(() => {
    document.title = `${packet().title} · Cairn`;
  });
  const [against, setAgainst] = createSignal('');
  const other = () => props.others.find(({ id }) => id === against());

  const save = (text: string, type: string, ending: string): void => {
    const name = `packet-${packet().stage}-${savedOn(props.version)}.${ending}`;
    download(new Blob([text], { type }), name);
    cairn.notify(`${name} is in your downloads`);
  };
  const remove = async (): Promise<void> => {
    if (await recordWithUndo(cairn, [removed(props.version.id)], () => 'Version deleted.')) {
      navigate('/milestones/packet');
    }
  };

  return (
    <article class="packet stack loose" aria-labelledby="packet-heading">
      <header class="stack tight">
        <WayBack href="/milestones/packet">All versions</WayBack>
        <h1 id="packet-heading">{packet().title}</h1>
        <p class="soft">
          {stage()} · {shownDate(packet().from)} to {shownDate(packet().to)} · for{' '}
          {AUDIENCES[packet().audience]} · saved {shownDate(savedOn(props.version))}
        </p>
        <div class="row packet-actions">
          <button
            type="button"
            class="button"
            onClick={() => save(packetMarkdown(packet(), stage()), 'text/markdown', 'md')}
          >
            Export Markdown
          </button>
          <button
            type="button"
            class="button"
            onClick={() =>
              save(packetJson(props.version, savedOn(props.version)), 'application/json', 'json')
            }
          >
            Export JSON
          </button>
          <button type="button" class="button" onClick={() => window.print()}>
            Print or save as PDF
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              holdDraft(packet());
              navigate('/milestones/packet');
            }}
          >
            Edit as a new version
          </button>
          <button type="button" class="button quiet" onClick={() => void remove()}>
            Delete version
          </button>
        </div>
        <Show when={props.others.length > 1}>
          <div class="field no-print packet-against">
            <label for="packet-against">Compare with</label>
            <select
              id="packet-against"
              class="input"
              onChange={(event) => setAgainst(event.currentTarget.value)}
            >
              <option value="">No other version</option>
              <For each={props.others.filter(({ id }) => id !== props.version.id)}>
                {(one) => (
                  <option value={one.id}>
                    {one.document.title}, saved {dateTime(one.at)}
                  </option>
                )}
              </For>
            </select>
          </div>
        </Show>
      </header>
      <Show when={other()} fallback={<Sections version={props.version} />}>
        {(one) => <Changes before={one()} after={props.version} />}
      </Show>
      <PacketReviews version={props.version} />
    </article>
  );
};

const Sections = (props: { readonly version: PacketVersion }): JSX.Element => (
  <For each={props.version.document.sections.filter(({ text }) => text.trim() !== '')}>
    {(section) => (
      <section class="stack tight packet-section" aria-label={section.title}>
        <h2>{section.title}</h2>
        <Markdown text={section.text} />
      </section>
    )}
  </For>
);

const MARKS = { same: '', gone: 'Gone: ', added: 'New: ' } as const;

/** What the shown version has that the other had not, and the other way round. */
const Changes = (props: {
  readonly before: PacketVersion;
  readonly after: PacketVersion;
}): JSX.Element => {
  const changed = () =>
    comparePackets(props.before.document, props.after.document).filter(({ lines }) =>
      lines.some(({ is }) => is !== 'same'),
    );
  return (
    <Show when={changed().length > 0} fallback={<p>Both versions say the same.</p>}>
      <p>
        What changed since “{props.before.document.title}”, saved {dateTime(props.before.at)}:
      </p>
      <For each={changed()}>
        {(section) => (
          <section class="stack tight" aria-label={`Changes in ${section.title}`}>
            <h2>{section.title}</h2>
            <ul class="packet-changes">
              <For each={section.lines.filter(({ text }) => text.trim() !== '')}>
                {({ is, text }) => (
                  <li data-change={is}>
                    <span class="visually-hidden">{MARKS[is]}</span>
                    {text}
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </Show>
  );
};

export default PacketScreen;
