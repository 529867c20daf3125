import { cleanup, screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/screens/study/plan.ts';
import { newSitting } from '../../../src/domain/study/sitting.ts';
import type { Fact } from '../../../src/domain/log/event.ts';
import TodayScreen from '../../../src/screens/today/TodayScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';

const learnt = (count: number): readonly Fact[] =>
  Array.from({ length: count }, (_, i) => ({
    t: 'review',
    card: `math.prob/${i}`,
    rating: 4,
    took: 5000,
  }));

/** Cards learnt once, and a break after it. */
const afterBreak = async (cards: number, days: number): Promise<TestCairn> => {
  const cairn = testCairn({ store: { sitting: () => Promise.resolve(undefined) } });
  await cairn.record(...learnt(cards));
  cairn.passDays(days);
  renderScreen(TodayScreen, cairn);
  return cairn;
};
const paces = () => screen.queryByRole('list', { name: 'Paces' });
const figure = (text: RegExp) => screen.getByRole('heading', { level: 2, name: text });

describe('today after a break', () => {
  it('offers paces instead of a wall, takes one, and takes it back', async () => {
    const user = userEvent.setup();
    const cairn = await afterBreak(142, 120);
    expect(figure(/142 reviews have waited/)).toBeVisible();
    expect(
      within(paces() as HTMLElement)
        .getAllByRole('button')
        .map((one) => one.textContent?.split(' about')[0]),
    ).toEqual(['20 a day for 8 days', '50 a day for 3 days', 'All now']);
    expect(screen.getByRole('link', { name: 'Start session' })).toBeVisible();

    await user.click(screen.getByRole('button', { name: /^20 a day/ }));
    expect(paces()).not.toBeInTheDocument();
    expect(screen.getByText(/Catching up: 20 reviews a day/)).toHaveTextContent('in 7 days');
    expect(screen.getByText('To review').nextElementSibling).toHaveTextContent('20');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(paces()).toBeVisible();
    expect(cairn.learner().settings.catchUp).toBeNull();
  });

  it('takes all of it, up to the limit of the day', async () => {
    const user = userEvent.setup();
    await afterBreak(142, 120);
    await user.click(screen.getByRole('button', { name: /^All now/ }));
    expect(paces()).not.toBeInTheDocument();
    expect(screen.getByText('To review').nextElementSibling).toHaveTextContent('142');
  });

  it('ends a pace before its time', async () => {
    const user = userEvent.setup();
    await afterBreak(142, 120);
    await user.click(screen.getByRole('button', { name: /^50 a day/ }));
    await user.click(screen.getByRole('button', { name: 'End this pace' }));
    expect(paces()).toBeVisible();
  });

  it('is a day like any other when little waits', async () => {
    await afterBreak(30, 120);
    expect(paces()).not.toBeInTheDocument();
    expect(figure(/cards for today/)).toBeVisible();
  });
});

describe('beside what is due', () => {
  it('is nothing before the first card', async () => {
    await afterBreak(0, 0);
    expect(screen.queryByRole('link', { name: 'Cram' })).not.toBeInTheDocument();
  });

  it('leads to study ahead and to cramming, with what an interview would ask', async () => {
    const cairn = await afterBreak(5, 1);
    const ahead = screen.getByRole('link', { name: 'Study ahead' });
    expect(ahead).toHaveAttribute('href', '/study?ahead=1');
    expect(ahead).toHaveAccessibleDescription(/5 cards due within 14 days/);
    const cram = screen.getByRole('link', { name: 'Cram' });
    expect(cram).toHaveAttribute('href', '/study?cram=all');
    expect(cram).toHaveAccessibleDescription(/Your schedule stays as it is/);
    await cairn.setSetting('interviewDate', '2026-12-01');
    expect(cram).toHaveAccessibleDescription(/Your interview is in 7 days.*about 5 of 5 cards/);
  });
});

describe('what is next', () => {
  it('is what leads to the goal, and says so', async () => {
    const cairn = await afterBreak(0, 0);
    const reason = () =>
      within(screen.getByRole('region', { name: 'Next up' })).getByRole('link', {
        name: 'Probability',
      });
    expect(reason()).toHaveAccessibleDescription('Leads to 1 further skill');
    await cairn.setSetting('goal', 'math.stats');
    expect(reason()).toHaveAccessibleDescription('On the way to your goal: Statistics');
  });
});

describe('a session that was broken off', () => {
  const PLAN = ['math.prob/0', 'math.prob/1', 'math.prob/2', 'math.prob/3'];
  /** Two of four cards answered in a session over a scope, then the app closed. */
  const brokenOff = async (scope: Scope) => {
    let kept: object | undefined;
    const cairn = testCairn({
      store: {
        sitting: () => Promise.resolve(kept),
        readSince: () => Promise.resolve([...cairn.recorded]),
      },
    });
    kept = newSitting({
      day: cairn.today(),
      scope: JSON.stringify(scope),
      plan: PLAN,
      begun: cairn.now(),
      since: {},
      reach: {},
      minutes: 10,
    });
    await cairn.record(...learnt(2));
    renderScreen(TodayScreen, cairn);
    const end = (): void => void (kept = { ...kept, isOver: true });
    return { cairn, end };
  };
  /** Something happens, so that Today looks again. */
  const lookAgain = (cairn: TestCairn) => cairn.setSetting('theme', 'dark');
  const start = () => screen.getByRole('link', { name: 'Start session' });

  it('goes on at "Start session", which says so', async () => {
    await brokenOff({});
    await waitFor(() =>
      expect(start()).toHaveAccessibleDescription('Goes on where you stopped, 2 of 4'),
    );
  });

  it('has a way of its own when it was over something chosen', async () => {
    await brokenOff({ skill: 'math.prob' });
    const link = await screen.findByRole('link', { name: 'Go on: Probability 2 of 4' });
    expect(link).toHaveAttribute('href', '/study?skill=math.prob');
    expect(start()).not.toHaveAccessibleDescription();
  });

  it('names what was chosen, whatever it was', async () => {
    await brokenOff({ milestone: 'm.one' });
    expect(await screen.findByRole('link', { name: /^Go on: Clean a dataset/ })).toBeVisible();
    cleanup();
    await brokenOff({ ahead: true });
    const ahead = await screen.findByRole('link', { name: /^Go on: Studying ahead/ });
    expect(ahead).toHaveAttribute('href', '/study?ahead=true');
  });

  it('is not mentioned once it was ended, nor on another day', async () => {
    const first = await brokenOff({});
    await waitFor(() => expect(start()).toHaveAccessibleDescription());
    first.end();
    await lookAgain(first.cairn);
    await waitFor(() => expect(start()).not.toHaveAccessibleDescription());
    cleanup();
    const { cairn } = await brokenOff({});
    await waitFor(() => expect(start()).toHaveAccessibleDescription());
    cairn.passDays(1);
    await lookAgain(cairn);
    await waitFor(() => expect(start()).not.toHaveAccessibleDescription());
  });
});
