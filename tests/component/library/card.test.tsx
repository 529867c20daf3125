import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadReference, loadTrack } from '../../../src/app/content.ts';
import type { EditField, Fact } from '../../../src/domain/log/event.ts';
import { balancedOutcomes } from '../../../src/domain/study/balance.ts';
import { outcomesOf } from '../../../src/domain/study/outcomes.ts';
import CardScreen from '../../../src/screens/library/CardScreen.tsx';
import { renderScreen, testCairn, tinyGraph, type TestCairn } from '../support.tsx';
import { mathTrack, reference } from './tracks.ts';

vi.mock('../../../src/app/content.ts', () => ({ loadTrack: vi.fn(), loadReference: vi.fn() }));

const BAYES = 'math.prob/bayes';
const open = (id: string, cairn: TestCairn = testCairn()) => ({
  cairn,
  user: userEvent.setup(),
  ...renderScreen(CardScreen, cairn, `/library/cards/${id}`, '/library/cards/*id'),
});
const review = (rating: 1 | 2 | 3 | 4 = 3, id = BAYES): Fact => ({
  t: 'review',
  card: id,
  rating,
  took: 4000,
});
const answer = () => screen.findByRole('region', { name: 'Answer' });
const memory = () => screen.findByRole('region', { name: 'Memory' });
const fact = (list: HTMLElement, name: string): string | null | undefined =>
  within(list).getByText(name, { selector: 'dt' }).nextElementSibling?.textContent;

beforeEach(() => {
  vi.mocked(loadTrack).mockReset().mockResolvedValue(mathTrack);
  vi.mocked(loadReference).mockReset().mockResolvedValue(reference);
});

describe('a card’s page', () => {
  it('shows the card, where it sits, its sources and its id', async () => {
    open(BAYES);
    expect(await answer()).toHaveTextContent('Posterior is likelihood times prior.');
    expect(screen.getByRole('heading', { level: 1, name: 'Card' })).toBeVisible();
    const article = screen.getByRole('article', { name: 'Card' });
    expect(within(article).getByRole('region', { name: 'Prompt' })).toHaveTextContent(
      'State Bayes’ theorem.',
    );
    expect(within(article).getByRole('region', { name: 'Note' })).toHaveTextContent('evidence');
    expect(screen.getByRole('link', { name: 'Probability' })).toHaveAttribute(
      'href',
      '/skills/math.prob',
    );
    const source = await screen.findByRole('link', { name: 'Chance and Choice' });
    expect(source).toHaveAttribute('href', 'https://example.org/book');
    expect(source).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getByText(/as of OpenIntro 4/)).toHaveTextContent(BAYES);
  });

  it('links only to addresses of the web', async () => {
    open(BAYES);
    expect(await screen.findByText(/A bad address/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'A bad address' })).toBeNull();
    expect(screen.getByText('unknown-source')).toBeVisible();
  });

  it('shows the options of a choice with their reasons', async () => {
    open('math.prob/coin');
    const options = await screen.findByRole('list', { name: 'Options' });
    const [right, wrong] = within(options).getAllByRole('listitem');
    expect(right).toHaveTextContent('Right option: evenBoth sides weigh the same.');
    expect(wrong).toHaveTextContent('Nothing favours a side.');
    expect(wrong).not.toHaveTextContent('Right option');
  });

  it('lists siblings and the other cards of the skill', async () => {
    open('math.prob/markov~1');
    const siblings = await screen.findByRole('region', { name: 'Siblings' });
    expect(within(siblings).getByRole('link')).toHaveAttribute(
      'href',
      '/library/cards/math.prob/markov~2',
    );
    expect(screen.getByText('All 4 cards of Probability')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Previous card' })).toHaveAttribute(
      'href',
      `/library/cards/${BAYES}`,
    );
  });

  it('has no siblings to show for a card that stands alone', async () => {
    open(BAYES);
    await answer();
    expect(screen.queryByRole('region', { name: 'Siblings' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Previous card' })).toBeNull();
  });

  it('follows the link to another card', async () => {
    const { user } = open(BAYES);
    await user.click(await screen.findByRole('link', { name: 'Next card' }));
    expect(await screen.findByText('A chain forgets its [past].', { selector: 'p' })).toBeVisible();
  });

  it('says so when the track cannot be loaded, and tries again', async () => {
    vi.mocked(loadTrack).mockRejectedValueOnce(new Error('offline'));
    const { user } = open(BAYES);
    expect(await screen.findByText(/What you recorded is safe/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await answer()).toBeVisible();
  });

  it('shows the card although the sources cannot be loaded', async () => {
    vi.mocked(loadReference).mockRejectedValue(new Error('offline'));
    open(BAYES);
    expect(await answer()).toBeVisible();
    expect(screen.getByText(/^book/)).toHaveTextContent('book, ch. 3');
  });
});

describe('the next dates of a card', () => {
  it('are those on the buttons of a session, the choice of the load among them', async () => {
    const cairn = testCairn();
    const others = Array.from({ length: 90 }, (_, i) => `math.stats/other-${i}`);
    await cairn.record(review(4), ...others.map((id) => review(4, id)));
    cairn.passDays(30);
    const intervals = (from: typeof outcomesOf) =>
      from(cairn.learner(), BAYES, 'math', cairn.now(), cairn.today())
        .slice(1)
        .map(({ memory: { dueDay, lastDay } }) => dueDay - lastDay);
    // The days that the card's id alone would decide on become full.
    const byId = intervals(outcomesOf);
    await cairn.record(
      ...others.map((card, i): Fact => {
        const rating = ([2, 3, 4] as const)[i % 3] ?? 3;
        return { t: 'review', card, rating, took: 4000, ivl: byId[rating - 2] ?? 0 };
      }),
    );
    const promised = intervals(balancedOutcomes);
    expect(promised).not.toEqual(byId);
    open(BAYES, cairn);
    const dates = await screen.findByRole('region', { name: 'If you answered now' });
    expect(['Hard', 'Good', 'Easy'].map((name) => fact(dates, name))).toEqual(
      promised.map((days) => expect.stringContaining(`in ${days} days`)),
    );
  });
});

describe('what is remembered of a card', () => {
  it('says that a card was not met yet', async () => {
    open(BAYES);
    expect(await memory()).toHaveTextContent('Not started.');
    expect(screen.queryByRole('img', { name: /Forgetting curve/ })).toBeNull();
  });

  it('gives the history in numbers and the forgetting curve in words', async () => {
    const cairn = testCairn();
    await cairn.record(review(3), review(3));
    cairn.passDays(2);
    await cairn.record(review(3));
    cairn.passDays(3);
    const { stability, dueDay, difficulty } = cairn.learner().cards.get(BAYES)!;
    open(BAYES, cairn);
    const panel = await memory();
    expect(fact(panel, 'Answered')).toBe('3 times, forgotten 0 times');
    expect(fact(panel, 'Last')).toMatch(/, 3 days ago$/);
    expect(fact(panel, 'Next')).toMatch(new RegExp(`, in ${dueDay - cairn.today()} days$`));
    expect(fact(panel, 'Stability')).toContain(`${Math.round(stability)} days`);
    expect(fact(panel, 'Difficulty')).toBe(`${difficulty.toFixed(1)} of 10`);
    const chance = fact(panel, 'Chance to recall today')!;
    expect(chance).toMatch(/^9\d %$/);
    expect(within(panel).getByRole('img')).toHaveAccessibleName(
      new RegExp(`^Forgetting curve: .*${chance} today, .* when it is due`),
    );
  });

  it('names a card in its steps, an overdue one and a leech', async () => {
    const cairn = testCairn();
    await cairn.record(review(1));
    open(BAYES, cairn);
    expect(await memory()).toHaveTextContent('In its first steps.');
    await cairn.record(review(4));
    expect(await memory()).toHaveTextContent(/Fresh|Steady/);
    cairn.passDays(60);
    await cairn.record({ t: 'flag', card: BAYES, on: false });
    expect(fact(await memory(), 'Next')).toMatch(/^since /);
    for (let i = 0; i < 8; i++) await cairn.record(review(1), review(3));
    expect(await memory()).toHaveTextContent('Forgotten 8 times');
    expect(screen.getByRole('list', { name: 'Marks' })).toHaveTextContent('Leech');
  });
});

describe('what can be done', () => {
  it.each([
    { button: 'Flag', back: 'Remove flag', fact: { t: 'flag', card: BAYES, on: true } },
    { button: 'Suspend', back: 'Unsuspend', fact: { t: 'suspend', card: BAYES, on: true } },
  ])('$button, and undo', async ({ button, back, fact: expected }) => {
    const { cairn, user } = open(BAYES);
    await user.click(await screen.findByRole('button', { name: button }));
    expect(await screen.findByRole('button', { name: back })).toBeVisible();
    expect(cairn.recorded).toMatchObject([expected]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: button })).toBeVisible();
    expect(cairn.recorded.at(-1)).toMatchObject({ t: 'undo', target: 'test:1' });

    await user.click(screen.getByRole('button', { name: button }));
    await user.click(await screen.findByRole('button', { name: back }));
    expect(await screen.findByRole('button', { name: button })).toBeVisible();
    expect(cairn.recorded.at(-1)).toMatchObject({ ...expected, on: false });
  });

  it('buries until tomorrow, and undo', async () => {
    const { cairn, user } = open(BAYES);
    await user.click(await screen.findByRole('button', { name: 'Bury until tomorrow' }));
    expect(await screen.findByText(/not asked before tomorrow/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Bury until tomorrow' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Bury until tomorrow' })).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Bury until tomorrow' }));
    expect(await screen.findByText(/not asked before tomorrow/)).toBeVisible();
    cairn.passDays(1);
    expect(await screen.findByRole('button', { name: 'Bury until tomorrow' })).toBeVisible();
  });

  it('says so when it could not be saved', async () => {
    const { cairn, user } = open(BAYES);
    cairn.failWith(new Error('disk full'));
    await user.click(await screen.findByRole('button', { name: 'Suspend' }));
    expect(await screen.findByText(/could not be saved/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Suspend' })).toBeVisible();
  });

  it('shows the person’s own wording as text, keeps the original, and reverts with undo', async () => {
    const cairn = testCairn();
    await cairn.record(
      { t: 'edit', card: BAYES, field: 'prompt', text: '<b>Mine</b>' },
      { t: 'edit', card: BAYES, field: 'note', text: 'Think of tests.' },
    );
    const { user } = open(BAYES, cairn);
    expect(await screen.findByRole('region', { name: 'Prompt' })).toHaveTextContent('<b>Mine</b>');
    expect(screen.getByRole('region', { name: 'Note' })).toHaveTextContent('Think of tests.');
    const wording = await screen.findByRole('region', { name: 'Your own wording' });
    expect(wording).toHaveTextContent('You reworded the prompt and the note.');
    expect(wording).toHaveTextContent('State Bayes’ theorem.');

    await user.click(within(wording).getByRole('button', { name: 'Revert to the original' }));
    expect(await screen.findByText('State Bayes’ theorem.', { selector: 'p' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Your own wording' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Think of tests.')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Prompt' })).toHaveTextContent('<b>Mine</b>');
  });
});

describe('a card on its page', () => {
  it('can be reworded and reported as in a session', async () => {
    const { cairn, user } = open(BAYES);
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const edit = await screen.findByRole('dialog', { name: 'Edit card' });
    const prompt = within(edit).getByLabelText('Prompt');
    await user.clear(prompt);
    await user.type(prompt, 'What does Bayes say?');
    await user.click(within(edit).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Prompt' })).toHaveTextContent(
        'What does Bayes say?',
      ),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(cairn.recorded.at(-1)).toMatchObject({ t: 'edit', was: 'State Bayes’ theorem.' });
    await user.click(screen.getByRole('button', { name: 'Report a problem' }));
    const report = await screen.findByRole('dialog', { name: 'Report a problem' });
    expect(within(report).getByLabelText('The report')).toHaveDisplayValue(
      /^Card: math.prob\/bayes/,
    );
  });
});

describe('a choice in the person’s own words', () => {
  it('shows them by option, tells what the original says by now, and keeps or reverts them', async () => {
    const cairn = testCairn();
    const edit = (field: EditField, text: string, was: string): Fact => ({
      t: 'edit',
      card: 'math.prob/coin',
      field,
      text,
      was,
    });
    await cairn.record(
      edit('answer', 'one to one', 'even'),
      edit('why1', 'It leans to no side.', 'Nothing favours a side of it.'),
    );
    const { user } = open('math.prob/coin', cairn);
    const options = await screen.findByRole('list', { name: 'Options' });
    const [right, wrong] = within(options).getAllByRole('listitem');
    expect(right).toHaveTextContent(/^Right option: one to oneBoth sides weigh the same.$/);
    expect(wrong).toHaveTextContent(/^longIt leans to no side.$/);
    const wording = await screen.findByRole('region', { name: 'Your own wording' });
    expect(wording).toHaveTextContent(
      'You reworded the right option and the reason for wrong option 1.',
    );
    expect(
      within(wording).getByRole('group', { name: /^Change of the original reason for wrong/ }),
    ).toHaveTextContent('Nothing favours a side of it.');
    await user.click(within(wording).getByRole('button', { name: 'Keep your wording' }));
    expect(within(wording).queryByRole('group')).toBeNull();
    await user.click(within(wording).getByRole('button', { name: 'Revert to the original' }));
    expect(right).toHaveTextContent('Right option: even');
    expect(cairn.learner().edits.get('math.prob/coin')).toEqual({});
  });
});

describe('an address without a card', () => {
  it.each(['math.prob/never-was', 'no.skill/card', 'nonsense', ''])('%j', async (id) => {
    open(id);
    expect(await screen.findByRole('heading', { name: 'There is no such card' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Search the library' })).toHaveAttribute(
      'href',
      '/library',
    );
  });

  it('tells where a retired card’s history went, through several hands', async () => {
    const graph = {
      ...tinyGraph(),
      retired: { 'math.prob/old': 'math.prob/older', 'math.prob/older': BAYES },
    };
    const { user } = open('math.prob/old', testCairn({ graph }));
    expect(screen.getByRole('heading', { name: 'This card was retired' })).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Open its successor' }));
    expect(await answer()).toBeVisible();
  });

  it('keeps a retired card’s answers when nothing succeeds it', async () => {
    const cairn = testCairn({ graph: { ...tinyGraph(), retired: { [BAYES]: null } } });
    await cairn.record(review(3), review(3));
    open(BAYES, cairn);
    expect(await screen.findByText(/Your 2 answers stay in your log/)).toBeVisible();
    expect(loadTrack).not.toHaveBeenCalled();
  });
});
