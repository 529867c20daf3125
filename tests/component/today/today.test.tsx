import { screen, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
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
  const cairn = testCairn();
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
