import { screen, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import type { Fact, Rating } from '../../../src/domain/log/event.ts';
import InsightsScreen from '../../../src/screens/insights/InsightsScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';

const show = (cairn: TestCairn) => renderScreen(InsightsScreen, cairn, '/insights');
const review = (card: string, rating: Rating, took = 6000): Fact => ({
  t: 'review',
  card,
  rating,
  took,
});
const panel = (name: string): HTMLElement => screen.getByRole('region', { name });

/** Four cards of each of two skills, learned today. */
const learn = async (cairn: TestCairn): Promise<void> => {
  for (const skill of ['math.prob', 'code.git'])
    for (const card of ['a', 'b', 'c', 'd']) await cairn.record(review(`${skill}/${card}`, 4));
};

/** So many days on each of which all cards that are due are recalled, but for every `forget`th. */
const reviewFor = async (cairn: TestCairn, days: number, forget: number): Promise<void> => {
  let n = 0;
  for (let i = 0; i < days; i++) {
    cairn.passDays(1);
    for (const [id, card] of cairn.learner().cards)
      if (card.dueDay <= cairn.today()) {
        await cairn.record(review(id, ++n % forget === 0 ? 1 : 3));
        while ((cairn.learner().cards.get(id)?.dueAt ?? 0) > 0) await cairn.record(review(id, 4));
      }
  }
};

describe('without reviews', () => {
  it('says what will be here, and how to begin', () => {
    show(testCairn());
    expect(screen.getByRole('heading', { level: 1, name: 'Insights' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Nothing to tell yet' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Answer the first cards' })).toHaveAttribute(
      'href',
      '/study',
    );
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});

describe('retention so far', () => {
  it('says that there are too few reviews, and shows no rate', async () => {
    const cairn = testCairn();
    await learn(cairn);
    show(cairn);
    const recall = panel('Retention so far');
    expect(recall).toHaveTextContent('too few reviews yet');
    const spans = within(recall).getAllByRole('listitem');
    expect(spans.map((span) => span.firstElementChild?.textContent)).toEqual([
      'Last 7 daysToo few to say',
      'Last 30 daysToo few to say',
      'Last 90 daysToo few to say',
      'In allToo few to say',
    ]);
    expect(spans[0]).toHaveTextContent('0 of 0 recalled');
    expect(spans[0]).not.toHaveTextContent('%');
  });

  it('sets the rate beside the target, with the range it lies in', async () => {
    const cairn = testCairn();
    await cairn.setSetting('maximumInterval', 1);
    await learn(cairn);
    await reviewFor(cairn, 20, 10);
    show(cairn);
    const recall = panel('Retention so far');
    expect(recall).toHaveTextContent('You recall about as much as you aim at: 90 %.');
    const all = within(recall).getAllByRole('listitem').at(-1);
    expect(all).toHaveTextContent(/^In allOn target90 %144 of 160 recalled, likely 84–94 %$/);
  });

  it('says what to do when it is below', async () => {
    const cairn = testCairn();
    await cairn.setSetting('maximumInterval', 1);
    await learn(cairn);
    await reviewFor(cairn, 20, 3);
    show(cairn);
    expect(panel('Retention so far')).toHaveTextContent('You recall less than the 90 % you aim at');
    expect(
      within(panel('Retention so far')).getByRole('link', { name: 'set in Settings' }),
    ).toHaveAttribute('href', '/settings#retention');
  });
});

describe('retention so far, with tracks that aim at another', () => {
  it('is set beside what the answered cards aim at on average', async () => {
    const cairn = testCairn();
    await cairn.setSetting('maximumInterval', 1);
    await learn(cairn);
    await reviewFor(cairn, 20, 10);
    await cairn.setSetting('retentionByTrack', { math: 0.75, code: 0.85 });
    show(cairn);
    const recall = panel('Retention so far');
    expect(recall).toHaveTextContent('You recall more than the 80 % you aim at.');
    expect(recall).toHaveTextContent('your target, on average over the tracks');
  });
});

describe('how sure one is', () => {
  const say = async (cairn: TestCairn, confidence: number, answers: number, recalled: number) => {
    const facts = Array.from({ length: answers }, (_, i): Fact => ({
      t: 'review',
      card: `math.prob/${i}`,
      rating: i < recalled ? 3 : 1,
      took: 6000,
      confidence,
    }));
    await cairn.record(...facts);
  };
  const sure = () => panel('How sure you are');

  it('says how to be asked, and then that answers are awaited', async () => {
    const cairn = testCairn();
    await learn(cairn);
    show(cairn);
    expect(within(sure()).getByRole('link', { name: 'Ask how sure I am' })).toHaveAttribute(
      'href',
      '/settings#askConfidence',
    );
    await cairn.setSetting('askConfidence', true);
    expect(within(sure()).queryByRole('link')).not.toBeInTheDocument();
    expect(sure()).toHaveTextContent('After your next answers');
    expect(within(sure()).queryByRole('list')).not.toBeInTheDocument();
  });

  it('is set beside what was recalled, for each degree and for all', async () => {
    const cairn = testCairn();
    await say(cairn, 80, 34, 25);
    await say(cairn, 99, 40, 30);
    await say(cairn, 20, 2, 1);
    show(cairn);
    expect(sure()).toHaveTextContent(
      'Over 76 answers you were 88 % sure on average, and recalled 74 %. You are surer than you recall',
    );
    const rows = within(sure()).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Where you said 20 % sure, you recalled 50 % (of 2)Too few to say',
      'Where you said 80 % sure, you recalled 74 % (of 34)Well judgedlikely 57–85 %',
      'Where you said 99 % sure, you recalled 75 % (of 40)Surer than you recalllikely 60–86 %',
    ]);
  });
});

describe('the next two weeks', () => {
  const rows = (): (string | null)[] =>
    within(panel('The next two weeks'))
      .getAllByRole('row', { hidden: true })
      .slice(1)
      .map((row) => row.textContent);

  it('shows what is planned, as a picture and as a table', async () => {
    const cairn = testCairn();
    await learn(cairn);
    cairn.passDays(20);
    show(cairn);
    const load = panel('The next two weeks');
    expect(within(load).getByRole('img')).toHaveAccessibleName(
      /^Bar chart of reviews by day. 8 reviews over 14 days/,
    );
    expect(rows()).toHaveLength(14);
    expect(rows()[0]).toBe('Today8');
    expect(load).toHaveTextContent('8 reviews of today’s have waited since earlier');
  });

  it('leaves out suspended cards and cards that are gone, and tells the limit', async () => {
    const cairn = testCairn();
    await learn(cairn);
    await cairn.record(
      review('gone.skill/a', 4),
      { t: 'suspend', card: 'math.prob/a', on: true },
      { t: 'setting', key: 'reviewsPerDay', value: 2 },
    );
    cairn.passDays(20);
    show(cairn);
    expect(rows()[0]).toBe('Today7');
    expect(panel('The next two weeks')).toHaveTextContent('your limit of 2 a day on 1 day');
  });

  it('says so when nothing is planned', async () => {
    const cairn = testCairn();
    await cairn.record(review('math.prob/a', 4), { t: 'suspend', card: 'math.prob/a', on: true });
    show(cairn);
    expect(panel('The next two weeks')).toHaveTextContent('No reviews are planned');
  });
});

describe('what was done', () => {
  it('is told as a sentence, by week, and without a word on gaps', async () => {
    const cairn = testCairn();
    await learn(cairn);
    cairn.passDays(8);
    await cairn.record(review('math.prob/a', 3));
    show(cairn);
    const weeks = panel('The last twelve weeks');
    expect(weeks).toHaveTextContent('9 answers on 2 days');
    expect(within(weeks).getByRole('img')).toHaveAccessibleName(/^Calendar of days studied. 9/);
    const [, latest, before] = within(weeks).getAllByRole('row', { hidden: true });
    expect(latest).toHaveTextContent(/11under a minute$/);
    expect(before).toHaveTextContent(/181 min$/);
    expect(weeks).not.toHaveTextContent(/streak|missed/i);
  });

  it('adds up the time', async () => {
    const cairn = testCairn();
    await learn(cairn);
    show(cairn);
    expect(panel('Time spent')).toHaveTextContent('An answer takes you about 12 seconds');
    expect(panel('Time spent')).toHaveTextContent('Today1 min8 answers');
  });
});

describe('what is known', () => {
  it('is counted by strength', async () => {
    const cairn = testCairn();
    await learn(cairn);
    show(cairn);
    const strength = panel('Cards by strength');
    expect(strength).toHaveTextContent('You have met 8 of 16 cards');
    const counts = within(strength)
      .getAllByRole('definition')
      .map((count) => Number(count.textContent));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(16);
    expect(counts.at(-1)).toBe(8);
  });

  it('is expected by track, with its spread', async () => {
    const cairn = testCairn();
    await cairn.record(...['a', 'b', 'c', 'd'].map((card) => review(`math.prob/${card}`, 4)));
    cairn.passDays(30);
    show(cairn);
    const tracks = panel('What you know, by track');
    expect(tracks).toHaveTextContent(/Expected to know \d ± \d of 16 cards today/);
    const [math, code] = within(tracks).getAllByRole('listitem');
    expect(math).toHaveTextContent(/^Mathematicsexpected to know 3 ± 1 of 8$/);
    expect(code).toHaveTextContent(/^Programmingnot begun$/);
  });
});
