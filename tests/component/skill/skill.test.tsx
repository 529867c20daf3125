import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  CompiledHtml,
  ReferenceChunk,
  TrackChunk,
} from '../../../src/domain/curriculum/types.ts';
import SkillScreen from '../../../src/screens/skill/SkillScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';

const { loadTrack, loadReference } = vi.hoisted(() => ({
  loadTrack: vi.fn<(id: string) => Promise<TrackChunk>>(),
  loadReference: vi.fn<() => Promise<ReferenceChunk>>(),
}));
vi.mock(import('../../../src/app/content.ts'), () => ({ loadTrack, loadReference }) as never);

const html = (text: string): CompiledHtml => text as CompiledHtml;
const card = (id: string, critical = false) => ({
  id,
  kind: 'basic' as const,
  prompt: html(`<p>What is ${id}?</p>`),
  answer: html('<p>That.</p>'),
  promptText: `What is ${id}?`,
  answerText: 'That.',
  citations: [],
  critical,
});
const content = (id: string): TrackChunk['skills'][number] => ({
  id,
  topics: '',
  description: html(`<p>Why ${id} matters.</p>`),
  good: [
    { stage: 'entry', text: html('Names the <em>assumptions</em>.') },
    { stage: 'staff', text: html('Settles what the team may assume.') },
  ],
  readings: [{ source: 'book', locator: 'ch. 3' }, { source: 'note' }],
  covers: [],
  cards: [1, 2, 3, 4].map((n) => card(`${id}/c${n}`, n === 1)),
});
const source = { author: 'Ada', year: 2020, licence: '', open: true };

beforeEach(() => {
  loadTrack.mockImplementation(async (track) => ({
    track,
    skills: ['math.prob', 'math.stats', 'code.git', 'code.review'].map(content),
  }));
  loadReference.mockResolvedValue({
    milestones: [],
    competencies: [],
    statements: [],
    claims: [],
    sources: [
      { ...source, id: 'book', title: 'A book', url: 'https://example.org/book' },
      {
        ...source,
        id: 'note',
        title: 'A note',
        url: 'javascript:alert(1)',
        open: false,
        licence: 'All rights reserved',
      },
    ],
  });
});

const show = async (cairn: TestCairn, id: string) => {
  const shown = renderScreen(SkillScreen, cairn, `/skills/${id}`, '/skills/:id');
  await screen.findByText(`Why ${id} matters.`);
  return shown;
};

const review = (cairn: TestCairn, skill: string, cards: number) =>
  cairn.record(
    ...Array.from({ length: cards }, (_, i) => ({
      t: 'review' as const,
      card: `${skill}/c${i + 1}`,
      rating: 4 as const,
      took: 5000,
    })),
  );

describe('a skill', () => {
  it('says what it is, where it belongs, what it needs and what it unlocks', async () => {
    await show(testCairn(), 'math.stats');
    expect(screen.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Entry' })).toHaveAttribute('href', '/map?stage=entry');
    expect(screen.getByRole('link', { name: 'Mathematics' })).toHaveAttribute(
      'href',
      '/map?track=math',
    );
    const needs = screen.getByRole('list', { name: 'Needs' });
    expect(within(needs).getByRole('link', { name: 'Probability' })).toHaveAttribute(
      'href',
      '/skills/math.prob',
    );
    const unlocks = screen.getByRole('list', { name: 'Unlocks' });
    expect(unlocks).toHaveTextContent('Nothing further builds on it.');
    expect(screen.getByRole('link', { name: 'Clean a dataset by script' })).toHaveAttribute(
      'href',
      '/milestones/m.one',
    );
  });

  it('says what is expected to be known, how sure that is, and how old', async () => {
    const cairn = testCairn();
    await review(cairn, 'math.prob', 4);
    cairn.passDays(12);
    await show(cairn, 'math.prob');
    expect(
      screen.getByText(/^Expected to know 3 ± 1 of 4, last tested 12 days ago$/),
    ).toBeVisible();
    expect(screen.getByText(/4 of 4 cards met/)).toBeVisible();
  });

  it('is honest about what was never studied', async () => {
    await show(testCairn(), 'math.prob');
    expect(screen.getByText('Not studied yet. 4 cards wait here.')).toBeVisible();
  });

  it('lists its cards with what is known of each', async () => {
    const cairn = testCairn();
    await review(cairn, 'math.prob', 1);
    await cairn.record(
      { t: 'edit', card: 'math.prob/c2', field: 'prompt', text: 'My <b>own</b> words' },
      { t: 'suspend', card: 'math.prob/c3', on: true },
      { t: 'flag', card: 'math.prob/c3', on: true },
    );
    await show(cairn, 'math.prob');
    const cards = within(screen.getByRole('list', { name: 'Cards' })).getAllByRole('link');
    expect(cards).toHaveLength(4);
    expect(cards[0]).toHaveAttribute('href', '/library/cards/math.prob/c1');
    expect(cards[0]).toHaveTextContent(/likely recalled · due in \d+ days · key card/);
    expect(cards[1]).toHaveTextContent('My <b>own</b> words');
    expect(cards[1]).toHaveTextContent('Not met yet');
    expect(cards[2]).toHaveTextContent('suspended · flagged');
  });

  it('is studied with one press', async () => {
    const { address } = await show(testCairn(), 'math.prob');
    await userEvent.click(screen.getByRole('button', { name: 'Study this skill' }));
    expect(address()).toBe('/study?skill=math.prob');
  });

  it('names what is missing when it is locked, can be started anyway, and that can be undone', async () => {
    const cairn = testCairn();
    await show(cairn, 'math.stats');
    expect(screen.getByText(/Not ready yet among what it needs/)).toHaveTextContent('Probability');
    const saysOf = (act: HTMLElement, what: RegExp) =>
      expect(act).toHaveAccessibleDescription(what);
    saysOf(screen.getByRole('button', { name: 'Study this skill' }), /now, ready or not/);
    saysOf(screen.getByRole('button', { name: 'Start anyway' }), /No session now/);
    saysOf(screen.getByRole('link', { name: 'I know this already' }), /A check/);
    await userEvent.click(screen.getByRole('button', { name: 'Start anyway' }));
    expect(cairn.recorded.at(-1)).toMatchObject({
      t: 'skill-started',
      skill: 'math.stats',
      on: true,
    });
    expect(screen.queryByRole('button', { name: 'Start anyway' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Start anyway' })).toBeVisible());
  });

  it('leads out to the map with minus', async () => {
    const { address } = await show(testCairn(), 'math.stats');
    await userEvent.keyboard('-');
    expect(address()).toBe('/map?skill=math.stats');
  });

  it('says what good looks like, stage by stage', async () => {
    await show(testCairn(), 'math.prob');
    const good = within(screen.getByRole('list', { name: 'What good looks like' }));
    expect(good.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'EntryNames the assumptions.',
      // A stage that the graph does not know is named as it is.
      'staffSettles what the team may assume.',
    ]);
  });

  it('says who wrote the further reading, when, under which licence, and which part is meant', async () => {
    await show(testCairn(), 'math.prob');
    const list = await screen.findByRole('list', { name: 'Further reading' });
    const [book, note] = within(list).getAllByRole('listitem');
    expect(book).toHaveTextContent('A bookch. 3Ada · 2020 · open licence');
    expect(note).toHaveTextContent('A noteAda · 2020 · All rights reserved');
  });

  it('shows claims with their dates, contradictions side by side, and only where they belong', async () => {
    const by = 'a guide';
    loadReference.mockResolvedValue({
      milestones: [],
      competencies: [],
      sources: [],
      statements: [],
      claims: [
        { id: 'a', skill: 'math.prob', text: 'Up 23 %.', asOf: '2024', by, contradicts: [] },
        {
          id: 'b',
          skill: 'math.prob',
          text: 'Up 13 %.',
          asOf: '2024-02',
          by,
          note: 'Of whom?',
          contradicts: [{ claim: 'a', why: 'One source, two rates.' }],
        },
        { id: 'c', skill: 'code.git', text: 'All use it.', asOf: '2024', by, contradicts: [] },
      ],
    });
    await show(testCairn(), 'math.prob');
    const claims = within(await screen.findByRole('list', { name: 'Claims, with their dates' }));
    const [pair, ...others] = claims.getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(pair).toHaveTextContent(
      'These do not fit togetherUp 23 %.Claimed in 2024 by a guideUp 13 %.Claimed in February 2024 by a guideOf whom?One source, two rates.',
    );
  });

  it('links sources on the web, and nothing else', async () => {
    await show(testCairn(), 'math.prob');
    const link = await screen.findByRole('link', { name: 'A book' });
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.queryByRole('link', { name: 'A note' })).not.toBeInTheDocument();
    expect(screen.getByText('A note')).toBeVisible();
  });

  it('stays of use without its text, and tries again', async () => {
    loadTrack.mockRejectedValueOnce(new Error('offline'));
    renderScreen(SkillScreen, testCairn(), '/skills/math.prob', '/skills/:id');
    expect(await screen.findByRole('alert')).toHaveTextContent('Your progress is safe');
    expect(screen.getByRole('list', { name: 'Unlocks' })).toHaveTextContent('Statistics');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Why math.prob matters.')).toBeVisible();
  });
});

describe('an unknown skill', () => {
  it('leads to the map', () => {
    renderScreen(SkillScreen, testCairn(), '/skills/gone', '/skills/:id');
    expect(screen.getByRole('heading', { level: 1, name: 'No such skill' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Look on the map' })).toHaveAttribute('href', '/map');
  });
});
