/**
 * What component tests stand on: a real Cairn in memory. The domain is the real one (fold, ledger, settings); only the disk
 * is missing. Facts go in through `record` as in the app, and `recorded` lists what a screen wrote.
 */
import { Route, MemoryRouter, createMemoryHistory } from '@solidjs/router';
import { cleanup, render } from '@solidjs/testing-library';
import { batch, createSignal, For, Suspense, type Component, type JSX } from 'solid-js';
import { afterEach } from 'vitest';
import { CairnContext, type Cairn, type Notice } from '../../src/app/context.ts';
import { DAY_MS, studyDay } from '../../src/domain/calendar/study-day.ts';
import { indexGraph } from '../../src/domain/curriculum/graph.ts';
import type { CurriculumGraph } from '../../src/domain/curriculum/types.ts';
import type { KnownEvent } from '../../src/domain/log/event.ts';
import { EMPTY_LEDGER, extend } from '../../src/domain/progress/ledger.ts';
import type { LogStore } from '../../src/storage/log-store.ts';

// Vitest keeps no globals here, so the library cannot clean up by itself.
afterEach(cleanup);

/** Monday, 23 November 2026, 10:00 UTC. */
export const MONDAY = Date.UTC(2026, 10, 23, 10);
export const ZONE = 'UTC';

export interface TestCairn extends Cairn {
  /** Every event so far, in the order in which it was written. */
  readonly recorded: readonly KnownEvent[];
  /** Lets days pass: the clock and today move on. */
  readonly passDays: (days: number) => void;
  /** From now on every write fails with this error; `undefined` mends it. */
  readonly failWith: (error: Error | undefined) => void;
  readonly setMissing: (missing: boolean) => void;
}

export interface TestCairnOptions {
  readonly graph?: CurriculumGraph;
  /** Wall clock at the start, ms. */
  readonly now?: number;
  /** Parts of the store that the screen under test uses; anything else throws when it is called. */
  readonly store?: Partial<LogStore>;
}

export const testCairn = (options: TestCairnOptions = {}): TestCairn => {
  const graph = options.graph ?? tinyGraph();
  const index = indexGraph(graph);
  const recorded: KnownEvent[] = [];
  let time = options.now ?? MONDAY;
  let failure: Error | undefined;
  let ledger = EMPTY_LEDGER;

  const dayOf = (moment: number): number =>
    studyDay(moment, ZONE, ledger.learner.settings.rolloverHour);
  const [learner, setLearner] = createSignal(ledger.learner);
  const [today, setToday] = createSignal(dayOf(time));
  const [notice, setNotice] = createSignal<Notice>();
  const [missing, setMissing] = createSignal(false);
  const store = storeOf({ readAll: () => Promise.resolve([...recorded]), ...options.store });

  const record: Cairn['record'] = async (...facts) => {
    await Promise.resolve();
    if (failure) throw failure;
    const events = facts.map((fact, i): KnownEvent => ({
      v: 1,
      d: 'test',
      n: recorded.length + i + 1,
      h: ++time,
      w: time,
      z: ZONE,
      ...fact,
    }));
    recorded.push(...events);
    const next = extend(ledger, events, graph.retired);
    if (!next) throw new Error('The test log reaches behind its settled state');
    ledger = next;
    batch(() => {
      setLearner(next.learner);
      setToday(dayOf(time));
    });
    return events;
  };

  return {
    index,
    store,
    learner,
    today,
    storage: () => store.status,
    missing,
    notice,
    updateReady: () => false,
    now: () => time,
    dayOf,
    record,
    undo: async (target) => {
      await record({ t: 'undo', target });
    },
    setSetting: async (key, value) => {
      await record({ t: 'setting', key, value });
    },
    notify: (text, undo) => setNotice(undo ? { text, undo } : { text }),
    dismissNotice: () => setNotice(undefined),
    applyUpdate: () => undefined,
    holdUpdates: () => undefined,
    rest: () => Promise.resolve(),
    replay: () => Promise.resolve(),
    acceptLoss: () => undefined,
    recorded,
    passDays: (days) => {
      time += days * DAY_MS;
      setToday(dayOf(time));
    },
    failWith: (error) => {
      failure = error;
    },
    setMissing,
  };
};

/** A store of the given parts; the rest says so when a test runs into it. */
const storeOf = (parts: Partial<LogStore>): LogStore =>
  new Proxy({ device: 'test', onStatus: () => () => undefined, ...parts } as LogStore, {
    get: (target, name) => {
      if (name in target) return target[name as keyof LogStore];
      if (name === 'status') return {};
      return () => {
        throw new Error(`The test store has no ${String(name)}`);
      };
    },
  });

export interface Shown extends ReturnType<typeof render> {
  /** The address that the screen has gone to. */
  readonly address: () => string;
}

/**
 * Draws a screen at an address, inside a router and a Cairn, with the place where notices appear.
 * @param at where it is opened, such as `/milestones/m.one`
 * @param path the route it is drawn at, such as `/milestones/:id`; other addresses draw nothing
 */
export const renderScreen = (
  screen: Component,
  cairn: Cairn,
  at = '/',
  path: string = at.split('?')[0] ?? '/',
): Shown => {
  const history = createMemoryHistory();
  history.set({ value: at });
  const shown = render(() => (
    <CairnContext.Provider value={cairn}>
      <MemoryRouter
        history={history}
        root={(props) => (
          <main>
            <Suspense>{props.children}</Suspense>
            <NoticePlace cairn={cairn} />
          </main>
        )}
      >
        <Route path={path} component={screen} />
        <Route path="*" component={() => <p>Elsewhere</p>} />
      </MemoryRouter>
    </CairnContext.Provider>
  ));
  return { ...shown, address: () => history.get() };
};

const NoticePlace = (props: { readonly cairn: Cairn }): JSX.Element => (
  <div role="status">
    <For each={[props.cairn.notice()].filter((notice) => notice !== undefined)}>
      {(notice) => (
        <>
          <span>{notice.text}</span>
          {notice.undo ? (
            <button type="button" onClick={() => notice.undo?.()}>
              Undo
            </button>
          ) : undefined}
        </>
      )}
    </For>
  </div>
);

/** Two stages, two tracks, four skills, three milestones (one of each class). */
export const tinyGraph = (): CurriculumGraph => {
  const skill = (
    id: string,
    title: string,
    stage: string,
    requires: readonly string[],
    depth: number,
  ): CurriculumGraph['skills'][number] => ({
    id,
    title,
    track: id.slice(0, id.indexOf('.')),
    stage,
    requires,
    encompasses: [],
    cards: 4,
    critical: [],
    depth,
    column: depth,
    row: id.startsWith('math') ? 0 : 1,
  });
  return {
    version: 'test',
    title: 'A short climb',
    stages: [
      { id: 'entry', title: 'Entry', summary: 'A first role.' },
      { id: 'mid', title: 'Mid', summary: 'Work of one’s own.' },
    ],
    tracks: [
      { id: 'math', title: 'Mathematics' },
      { id: 'code', title: 'Programming' },
    ],
    skills: [
      skill('math.prob', 'Probability', 'entry', [], 0),
      skill('code.git', 'Version control', 'entry', [], 0),
      skill('math.stats', 'Statistics', 'entry', ['math.prob'], 1),
      skill('code.review', 'Code review', 'mid', ['code.git'], 1),
    ],
    milestones: [
      {
        id: 'm.one',
        title: 'Clean a dataset by script',
        stage: 'entry',
        track: 'code',
        class: 'one-off',
        skills: ['code.git', 'math.stats'],
      },
      {
        id: 'm.fresh',
        title: 'Check a dataset for bias',
        stage: 'entry',
        track: 'math',
        class: 'perishable',
        skills: ['math.stats'],
      },
      {
        id: 'm.long',
        title: 'Review the changes of others',
        stage: 'mid',
        track: 'code',
        class: 'durable',
        skills: ['code.review'],
      },
    ],
    retired: {},
  };
};
