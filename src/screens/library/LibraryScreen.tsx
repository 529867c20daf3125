/** Library: every skill and every card, with search. */
import { createMemo, createResource, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { searchWords } from '../../domain/text/word-search.ts';
import { plural } from '../../ui/format.ts';
import { Filters, SearchField } from './Filters.tsx';
import { find, type Found, type Wanted } from './find.ts';
import { useLibraryQuery } from './library-query.ts';
import { Results } from './Results.tsx';
import { useKeptPlace } from './return-place.ts';
import { loadSearchIndex } from './search-index.ts';
import { TrackTree } from './TrackTree.tsx';
import './library.css';

const LibraryScreen = (): JSX.Element => {
  const cairn = useCairn();
  const query = useLibraryQuery();
  const words = createMemo(() => searchWords(query.text()));
  const isSearch = () => words().length > 0 || query.state() !== '';

  /** Each look for something is a new object, so that the one before knows it is no longer wanted. */
  const wanted = createMemo(() => {
    if (!isSearch()) return undefined;
    const track = query.track();
    const stage = query.stage();
    return {
      words: words(),
      state: query.state(),
      admits: (skill) =>
        (track === '' || skill.track === track) && (stage === '' || skill.stage === stage),
      learner: cairn.learner(),
      today: cairn.today(),
    } satisfies Wanted & Record<string, unknown>;
  });
  const [results, { refetch }] = createResource(wanted, async (now): Promise<Found | undefined> => {
    const index = await loadSearchIndex(cairn.index);
    const isWanted = (): boolean => wanted() === now;
    return isWanted() ? find(index, now, now.learner, now.today, isWanted) : undefined;
  });
  /** The last results stay while the next are looked for. */
  const found = (): Found | undefined =>
    results.state === 'ready' || results.state === 'refreshing' ? results.latest : undefined;
  const isDrawn = createMemo(() => !isSearch() || results.state === 'ready');
  useKeptPlace(isDrawn);

  const inAll = () => cairn.index.graph.skills.reduce((sum, { cards }) => sum + cards, 0);
  const outcome = (): string => {
    const now = found();
    if (!isSearch() || !now) return '';
    const cards = plural(now.cards.inAll, 'card');
    return now.words.length > 0 && query.state() === ''
      ? `${plural(now.skills.inAll, 'skill')}, ${cards} found`
      : `${cards} found`;
  };

  return (
    <div class="library">
      <header class="library-head">
        <h1>Library</h1>
        <p class="soft number">
          {plural(cairn.index.graph.skills.length, 'skill')} · {plural(inAll(), 'card')}
        </p>
      </header>
      <div class="library-tools">
        <SearchField query={query} onReady={() => void loadSearchIndex(cairn.index)} />
        <Filters query={query} />
      </div>
      <p class="visually-hidden" role="status">
        {outcome()}
      </p>
      <Show when={isSearch()} fallback={<TrackTree query={query} />}>
        <div class="library-found" aria-busy={results.loading}>
          <Show
            when={found()}
            fallback={<div class="skeleton library-results-skeleton" aria-hidden="true" />}
          >
            {(now) => <Results found={now()} query={query} retry={() => void refetch()} />}
          </Show>
        </div>
      </Show>
    </div>
  );
};

export default LibraryScreen;
