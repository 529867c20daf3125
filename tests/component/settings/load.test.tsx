import { screen, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/domain/log/event.ts';
import { openSettings, settingsCairn } from './open-settings.ts';

const choose = async (group: string, field: string, option: string): Promise<void> => {
  const within_ = within(screen.getByRole('group', { name: group }));
  await userEvent.selectOptions(within_.getByLabelText(field), option);
};

describe('the load of the days', () => {
  it('keeps days easy, each by itself', async () => {
    const { cairn } = openSettings();
    expect(screen.getByLabelText('Sunday')).toHaveDisplayValue('Usual');
    await choose('Easy days', 'Sunday', 'None');
    await choose('Easy days', 'Saturday', 'Half');
    expect(cairn.learner().settings.easyDays).toEqual([1, 1, 1, 1, 1, 0.5, 0]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(cairn.learner().settings.easyDays).toEqual([1, 1, 1, 1, 1, 1, 0]);
  });

  it('is spread, or not', async () => {
    const { cairn } = openSettings();
    await userEvent.click(screen.getByRole('switch', { name: 'Spread the load' }));
    expect(cairn.learner().settings.balance).toBe(false);
  });

  it('tells what a limit costs, or that it costs nothing', async () => {
    const cairn = settingsCairn();
    const facts = Array.from({ length: 80 }, (_, i): Fact => ({
      t: 'review',
      card: `math.prob/${i}`,
      rating: 4,
      took: 5000,
    }));
    await cairn.record(...facts);
    cairn.passDays(60);
    openSettings(cairn);
    expect(screen.getByText(/changes nothing over the next 60 days/)).toBeVisible();
    await cairn.setSetting('reviewsPerDay', 1);
    const price = screen.getByText(/Its price/).textContent ?? '';
    const [, low, high] = /know (\d+) % of them instead of (\d+) %/.exec(price) ?? [];
    expect(Number(low)).toBeLessThan(Number(high));
  });

  it('says nothing of a price before the first card', () => {
    openSettings();
    expect(screen.queryByText(/changes nothing|Its price/)).not.toBeInTheDocument();
  });
});

describe('retention by track', () => {
  it('is as for all until one is chosen, and again when that is taken back', async () => {
    const { cairn } = openSettings();
    await choose('Retention by track', 'Mathematics', '95 %');
    await choose('Retention by track', 'Programming', '80 %');
    expect(cairn.learner().settings.retentionByTrack).toEqual({ math: 0.95, code: 0.8 });
    await choose('Retention by track', 'Mathematics', 'As for all');
    expect(cairn.learner().settings.retentionByTrack).toEqual({ code: 0.8 });
  });

  it('shows one that is not among the usual', async () => {
    const cairn = settingsCairn();
    await cairn.setSetting('retentionByTrack', { math: 0.83 });
    openSettings(cairn);
    expect(screen.getByLabelText('Mathematics')).toHaveDisplayValue('83 %');
  });
});

describe('leeches', () => {
  it('are named after a number of lapses, or suspended', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const field = screen.getByLabelText('A leech after');
    await user.clear(field);
    await user.type(field, '5{Enter}');
    await user.click(screen.getByRole('radio', { name: 'Suspend it' }));
    expect(cairn.learner().settings).toMatchObject({ leechLapses: 5, leechAction: 'suspend' });
  });
});
