import { screen, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadTrack } from '../../../src/app/content.ts';
import type { TrackChunk } from '../../../src/domain/curriculum/types.ts';
import type { Fact } from '../../../src/domain/log/event.ts';
import LibraryScreen from '../../../src/screens/library/LibraryScreen.tsx';
import { renderScreen, testCairn, tinyGraph, type TestCairn } from '../support.tsx';
import { card, codeTrack, mathTrack } from './tracks.ts';

vi.mock('../../../src/app/content.ts', () => ({ loadTrack: vi.fn() }));

const serve = (...tracks: readonly TrackChunk[]): void => {
  vi.mocked(loadTrack).mockImplementation(async (id) => {
    const chunk = tracks.find(({ track }) => track === id);
    return chunk ? Promise.resolve(chunk) : Promise.reject(new Error(`no ${id}`));
  });
};

const open = (at = '/library', cairn: TestCairn = testCairn()) => ({
  cairn,
  user: userEvent.setup(),
  ...renderScreen(LibraryScreen, cairn, at),
});
const lived = async (...facts: readonly Fact[]): Promise<TestCairn> => {
  const cairn = testCairn();
  await cairn.record(...facts);
  return cairn;
};
const searchbox = () => screen.getByRole('searchbox', { name: 'Search skills and cards' });
const review = (id: string): Fact => ({ t: 'review', card: id, rating: 3, took: 4000 });

beforeEach(() => {
  vi.mocked(loadTrack).mockReset();
  serve(mathTrack, codeTrack);
});

describe('the library without a search', () => {
  it('lists the tracks folded, and loads nothing for it', () => {
    open();
    expect(screen.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
    expect(screen.getByText('4 skills · 16 cards')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Mathematics/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    expect(screen.queryByRole('link', { name: /Probability/ })).toBeNull();
    expect(loadTrack).not.toHaveBeenCalled();
  });

  it('unfolds a track to its skills, and a skill to its cards with what is remembered of them', async () => {
    const { user, address } = open('/library', await lived(review('math.prob/bayes')));
    await user.click(screen.getByRole('button', { name: /^Mathematics/ }));
    const skills = screen.getByRole('list', { name: 'Skills of Mathematics' });
    const link = within(skills).getByRole('link', { name: /Probability/ });
    expect(link).toHaveAttribute('href', '/skills/math.prob');
    expect(link).toHaveTextContent('Learning');
    expect(link).toHaveTextContent('1 met');

    await user.click(screen.getByRole('button', { name: '4 cards of Probability' }));
    const cards = await screen.findByRole('list', { name: 'Cards of Probability' });
    const bayes = within(cards).getByRole('link', { name: /Bayes/ });
    expect(bayes).toHaveAttribute('href', '/library/cards/math.prob/bayes');
    expect(bayes).toHaveTextContent('100 % today');
    expect(within(cards).getByRole('link', { name: /coin/ })).toHaveTextContent('Not started');
    expect(address()).toBe('/library?open=math%2Cmath.prob');

    await user.click(screen.getByRole('button', { name: /^Mathematics/ }));
    expect(screen.queryByRole('list', { name: 'Skills of Mathematics' })).toBeNull();
  });

  it('says so when the cards cannot be loaded, and tries again', async () => {
    serve();
    const { user } = open('/library?open=math,math.prob');
    expect(await screen.findByRole('alert')).toHaveTextContent(/What you recorded is safe/);
    serve(mathTrack);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('list', { name: 'Cards of Probability' })).toBeVisible();
  });

  it('filters by track and stage, and keeps that in the address', async () => {
    const { user, address } = open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Stage' }), 'Mid');
    expect(screen.queryByRole('button', { name: /^Mathematics/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^Programming/ })).toHaveTextContent('1 skill');
    expect(address()).toBe('/library?stage=mid');

    await user.selectOptions(screen.getByRole('combobox', { name: 'Track' }), 'Mathematics');
    expect(screen.getByRole('heading', { name: 'No skills here' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all skills' }));
    expect(screen.getByRole('button', { name: /^Mathematics/ })).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Stage' })).toHaveValue('');
    expect(address()).toBe('/library');
  });

  it('ignores filters in the address that do not exist', () => {
    open('/library?track=astrology&stage=guru&state=bored');
    expect(screen.getByRole('button', { name: /^Mathematics/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });
});

describe('search', () => {
  it('finds skills by title and topics, and cards by prompt and answer, with the words marked', async () => {
    const { user, address } = open();
    await user.type(searchbox(), 'BAYES');
    const skills = await screen.findByRole('region', { name: 'Skills' });
    expect(within(skills).getByRole('link', { name: /Probability/ })).toHaveAttribute(
      'href',
      '/skills/math.prob',
    );
    const cards = screen.getByRole('region', { name: /^Cards/ });
    expect(within(cards).getAllByRole('link')).toHaveLength(1);
    expect(within(cards).getByText('Bayes', { selector: 'mark' })).toBeVisible();
    expect(within(cards).getByText('Mathematics · Probability')).toBeVisible();
    expect(screen.getByText('1 skill, 1 card found')).toHaveRole('status');
    expect(address()).toBe('/library?q=BAYES');

    await user.clear(searchbox());
    await user.type(searchbox(), 'commits');
    expect(await screen.findByText('commits', { selector: 'mark' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Skills' })).toBeNull();
  });

  it('makes no difference between accents and wants all words', async () => {
    open('/library?q=frechet+was');
    expect(await screen.findByRole('link', { name: /Who was Fréchet/ })).toBeVisible();
    expect(screen.getByText('Fréchet', { selector: 'mark' })).toBeVisible();
  });

  it('finds maths by its name and shows it readable', async () => {
    open('/library?q=theta');
    expect(await screen.findByRole('link', { name: /What does θ̂ stand for/ })).toBeVisible();
  });

  it('finds a card by the person’s own wording', async () => {
    open(
      '/library?q=cherry',
      await lived({ t: 'edit', card: 'code.git/rebase', field: 'prompt', text: 'Cherry on top?' }),
    );
    const link = await screen.findByRole('link', { name: /Cherry on top/ });
    expect(link).toHaveAttribute('href', '/library/cards/code.git/rebase');
  });

  it('shows 50 at most, and how many more there are', async () => {
    const many = Array.from({ length: 62 }, (_, i) =>
      card(`math.prob/n${i}`, `Number ${i}`, 'an answer'),
    );
    serve({ track: 'math', skills: [{ ...mathTrack.skills[0]!, cards: many }] }, codeTrack);
    open('/library?q=number');
    const cards = await screen.findByRole('region', { name: 'Cards 62' });
    expect(within(cards).getAllByRole('link')).toHaveLength(50);
    expect(within(cards).getByText('12 more, refine the search')).toBeVisible();
  });

  it('puts matches in the prompt before those in the answer only', async () => {
    serve(
      {
        track: 'math',
        skills: [
          {
            ...mathTrack.skills[0]!,
            cards: [card('math.prob/a', 'First', 'gauss'), card('math.prob/b', 'Gauss', 'second')],
          },
        ],
      },
      codeTrack,
    );
    open('/library?q=gauss');
    const cards = await screen.findByRole('region', { name: 'Cards 2' });
    const [best] = within(cards).getAllByRole('link');
    expect(best).toHaveAttribute('href', '/library/cards/math.prob/b');
  });

  it('says what to do when nothing is found', async () => {
    const { user, address } = open('/library?q=bayes&track=code');
    expect(await screen.findByRole('heading', { name: 'Nothing found for “bayes”' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Search everything' }));
    expect(await screen.findByRole('link', { name: /State/ })).toBeVisible();
    expect(address()).toBe('/library?q=bayes');
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(searchbox()).toHaveValue('');
    expect(searchbox()).toHaveFocus();
    expect(await screen.findByRole('button', { name: /^Mathematics/ })).toBeVisible();
  });

  it('searches what it has when a track is missing, says so, and tries again', async () => {
    serve(mathTrack);
    const { user } = open('/library?q=rebase');
    expect(await screen.findByRole('alert')).toHaveTextContent('1 track could not be loaded');
    serve(mathTrack, codeTrack);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /rebase/ })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is reached by the slash key', async () => {
    const { user } = open();
    await user.keyboard('/');
    expect(searchbox()).toHaveFocus();
    expect(searchbox()).toHaveValue('');
    await user.keyboard('a/b');
    expect(searchbox()).toHaveValue('a/b');
  });
});

describe('filter by state', () => {
  it('lists the cards in a state, with its count', async () => {
    const { user } = open(
      '/library',
      await lived(
        review('math.prob/bayes'),
        { t: 'flag', card: 'code.git/rebase', on: true },
        { t: 'suspend', card: 'math.prob/coin', on: true },
      ),
    );
    const state = screen.getByRole('combobox', { name: 'State' });
    expect(within(state).getByRole('option', { name: 'Not started (15)' })).toBeInTheDocument();

    await user.selectOptions(state, 'Flagged (1)');
    const flagged = await screen.findByRole('region', { name: /flagged/ });
    expect(within(flagged).getByRole('link')).toHaveTextContent('What does a rebase do?');
    expect(within(flagged).getByRole('link')).toHaveTextContent('Flagged.');

    await user.selectOptions(state, 'Suspended (1)');
    expect(await screen.findByRole('region', { name: /suspended/ })).toHaveTextContent('coin');

    await user.selectOptions(state, 'Leeches (0)');
    expect(await screen.findByText(/No leeches/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByRole('button', { name: /^Mathematics/ })).toBeVisible();
  });

  it('follows what is recorded meanwhile', async () => {
    const { cairn } = open('/library?state=due', await lived(review('math.prob/bayes')));
    expect(await screen.findByRole('link', { name: /Bayes/ })).toBeVisible();
    await cairn.record({ t: 'bury', card: 'math.prob/bayes' });
    expect(await screen.findByText(/Nothing is due/)).toBeVisible();
  });

  it('works together with a search', async () => {
    open('/library?state=not-started&q=past', await lived(review('math.prob/markov~1')));
    const cards = await screen.findByRole('region', { name: 'Cards: not started 1' });
    expect(within(cards).getByRole('link')).toHaveAttribute(
      'href',
      '/library/cards/math.prob/markov~2',
    );
  });
});

it('draws a curriculum without skills', () => {
  open('/library', testCairn({ graph: { ...tinyGraph(), skills: [], milestones: [] } }));
  expect(screen.getByRole('heading', { name: 'No skills here' })).toBeVisible();
});
