import { fireEvent, screen, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings.ts';
import { parametersText } from '../../../src/domain/settings/setting-text.ts';
import { tinyGraph } from '../support.tsx';
import { openSettings, settingsCairn } from './open-settings.ts';

const notice = (): HTMLElement => screen.getByRole('status');

describe('a setting', () => {
  it('is saved when its field is left, said, and can be undone', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const field = screen.getByLabelText('New cards a day');
    await user.clear(field);
    await user.type(field, '25');
    expect(cairn.recorded).toEqual([]);
    await user.tab();
    expect(cairn.recorded).toMatchObject([{ t: 'setting', key: 'newPerDay', value: 25 }]);
    expect(notice()).toHaveTextContent('New cards a day: 25');

    await user.click(within(notice()).getByRole('button', { name: 'Undo' }));
    expect(cairn.learner().settings.newPerDay).toBe(DEFAULT_SETTINGS.newPerDay);
    expect(field).toHaveValue(String(DEFAULT_SETTINGS.newPerDay));
  });

  it('that is a switch is saved as it is flipped, said, and flips back with undo', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const box = screen.getByRole('switch', { name: 'Type short answers' });
    expect(box).not.toBeChecked();
    await user.click(box);
    expect(cairn.recorded).toMatchObject([{ t: 'setting', key: 'typeIn', value: true }]);
    expect(notice()).toHaveTextContent('Type short answers: on');
    expect(box).toBeChecked();
    await user.click(within(notice()).getByRole('button', { name: 'Undo' }));
    expect(box).not.toBeChecked();
  });

  it('of the rating buttons is four, or two for Fail and Pass', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const buttons = within(screen.getByRole('radiogroup', { name: 'Rating buttons' }));
    expect(buttons.getByRole('radio', { name: 'Four' })).toBeChecked();
    await user.click(buttons.getByRole('radio', { name: 'Two: Fail and Pass' }));
    expect(cairn.learner().settings.ratingButtons).toBe('two');
    expect(notice()).toHaveTextContent('Rating buttons: Two: Fail and Pass');
    await user.click(within(notice()).getByRole('button', { name: 'Undo' }));
    expect(buttons.getByRole('radio', { name: 'Four' })).toBeChecked();
  });

  it('that asks how sure one is can be turned on and off', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const box = screen.getByRole('switch', { name: 'Ask how sure I am' });
    expect(box).toHaveAccessibleDescription(/Insights/);
    await user.click(box);
    expect(cairn.learner().settings.askConfidence).toBe(true);
    await user.click(box);
    expect(cairn.learner().settings.askConfidence).toBe(false);
    expect(notice()).toHaveTextContent('Ask how sure I am: off');
  });

  it('of a swipe takes a rating', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    await user.selectOptions(screen.getByLabelText('Swipe right'), 'Good');
    expect(cairn.recorded).toMatchObject([{ t: 'setting', key: 'swipeRight', value: 3 }]);
    expect(notice()).toHaveTextContent('Swipe right: Good');
  });

  it('is saved once by Enter, and not again when the field is left', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const field = screen.getByLabelText('Minutes a day');
    await user.clear(field);
    await user.type(field, '30{Enter}');
    await user.tab();
    expect(cairn.recorded).toMatchObject([{ key: 'minutesPerDay', value: 30 }]);
  });

  it('that is wrong is refused with the reason, and the old one stays', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const field = screen.getByLabelText('Reviews a day');
    await user.clear(field);
    await user.type(field, 'many');
    await user.tab();
    expect(screen.getByRole('alert')).toHaveTextContent('a whole number from 0 to 9999');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/Not saved/);
    expect(cairn.recorded).toEqual([]);

    await user.type(field, '{Escape}');
    expect(field).toHaveValue('200');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('that did not change writes nothing', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    await user.type(screen.getByLabelText('Learning steps'), ' ');
    await user.tab();
    expect(cairn.recorded).toEqual([]);
  });

  it('that cannot be stored says so, and shows what holds', async () => {
    const user = userEvent.setup();
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { cairn } = openSettings();
    cairn.failWith(new Error('disk'));
    const field = screen.getByLabelText('Minutes a day');
    await user.clear(field);
    await user.type(field, '30');
    await user.tab();
    expect(notice()).toHaveTextContent('could not be saved');
    expect(field).toHaveValue('10');
    told.mockRestore();
  });

  it('that cannot be stored does not look chosen', async () => {
    const user = userEvent.setup();
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { cairn } = openSettings();
    cairn.failWith(new Error('disk'));
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(screen.getByRole('radio', { name: 'System' })).toBeChecked();
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'A new day begins at' }),
      '06:00',
    );
    expect(screen.getByRole('combobox', { name: 'A new day begins at' })).toHaveValue('4');
    told.mockRestore();
  });

  it('that is chosen keeps the focus', async () => {
    const user = userEvent.setup();
    openSettings();
    const choice = screen.getByRole('radio', { name: '20 minutes' });
    await user.click(choice);
    expect(choice).toHaveFocus();
    expect(choice).toBeChecked();
  });

  it('follows a change from elsewhere', async () => {
    const { cairn } = openSettings();
    await cairn.setSetting('learningSteps', ['5m', '1h']);
    expect(screen.getByLabelText('Learning steps')).toHaveValue('5m 1h');
  });
});

describe('you', () => {
  const ladder = () => {
    const graph = tinyGraph();
    return {
      ...graph,
      stages: [
        ...graph.stages,
        { id: 'branch', title: 'Branch', summary: '', beside: true as const },
      ],
    };
  };

  it('moves the target along when one stands above it, and undoes both', async () => {
    const user = userEvent.setup();
    const cairn = settingsCairn({}, ladder());
    await cairn.setSetting('targetStage', 'entry');
    openSettings(cairn);
    const target = screen.getByRole('combobox', { name: 'Target stage' });
    expect(target).toHaveDisplayValue('Entry');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Where you stand' }), 'Mid');
    expect(cairn.learner().settings).toMatchObject({ stage: 'mid', targetStage: 'mid' });
    expect(target).toHaveDisplayValue('Mid');
    expect(within(target).getAllByRole('option')).toHaveLength(1);
    expect(notice()).toHaveTextContent('You stand at: Mid');

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(cairn.learner().settings).toMatchObject({ stage: 'entry', targetStage: 'entry' });
  });

  it('offers the ladder, not the paths beside it', () => {
    openSettings(settingsCairn({}, ladder()));
    const stage = screen.getByRole('combobox', { name: 'Where you stand' });
    expect(
      within(stage)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['Entry', 'Mid']);
  });

  it('takes a target date to come, refuses one that has passed, and none is fine', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const date = screen.getByLabelText('Target date');
    fireEvent.change(date, { target: { value: '2027-06-30' } });
    await vi.waitFor(() => {
      expect(cairn.learner().settings.targetDate).toBe('2027-06-30');
    });
    expect(date).toHaveAccessibleDescription('That is in 219 days.');

    fireEvent.change(date, { target: { value: '2020-01-01' } });
    fireEvent.blur(date);
    expect(screen.getByRole('alert')).toHaveTextContent('Choose a day after today');
    expect(cairn.learner().settings.targetDate).toBe('2027-06-30');

    await user.click(screen.getByRole('button', { name: 'No target date' }));
    expect(cairn.learner().settings.targetDate).toBe('');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('study', () => {
  it('offers the usual session lengths and the present one', async () => {
    const user = userEvent.setup();
    const cairn = settingsCairn();
    await cairn.setSetting('sessionMinutes', 30);
    openSettings(cairn);
    const lengths = screen.getByRole('radiogroup', { name: 'Session length' });
    const names = within(lengths)
      .getAllByRole('radio')
      .map((radio) => radio.getAttribute('aria-label'));
    expect(names).toEqual(['5 minutes', '10 minutes', '20 minutes', '30 minutes', 'No limit']);
    await user.click(within(lengths).getByRole('radio', { name: 'No limit' }));
    expect(cairn.learner().settings.sessionMinutes).toBe(0);
  });

  it('says what a retention costs before it is chosen', async () => {
    const { cairn } = openSettings();
    const slider = screen.getByRole('slider', { name: 'Desired retention' });
    expect(slider).toHaveAttribute('aria-valuetext', '90 %');
    fireEvent.input(slider, { target: { value: '0.95' } });
    expect(slider).toHaveAttribute('aria-valuetext', '95 %');
    expect(slider).toHaveAccessibleDescription(/2\.5 times shorter .* about 5 of 100/);
    fireEvent.input(slider, { target: { value: '0.8' } });
    expect(slider).toHaveAccessibleDescription(/times longer .* about 20 of 100/);
    expect(cairn.recorded).toEqual([]);
    fireEvent.change(slider);
    await vi.waitFor(() => {
      expect(cairn.recorded).toMatchObject([{ key: 'retention', value: 0.8 }]);
    });
    expect(notice()).toHaveTextContent('Desired retention: 80 %');
  });

  it('keeps only where the arrow keys end', async () => {
    const { cairn } = openSettings();
    const slider = screen.getByRole('slider', { name: 'Desired retention' });
    for (const value of ['0.91', '0.92', '0.93']) {
      fireEvent.keyDown(slider, { key: 'ArrowRight' });
      fireEvent.input(slider, { target: { value } });
      fireEvent.change(slider);
    }
    fireEvent.blur(slider);
    await vi.waitFor(() => {
      expect(cairn.recorded).toMatchObject([{ key: 'retention', value: 0.93 }]);
    });
  });

  it('begins the day at another hour', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const hour = screen.getByRole('combobox', { name: 'A new day begins at' });
    await user.selectOptions(hour, '06:00');
    expect(cairn.learner().settings.rolloverHour).toBe(6);
    expect(notice()).toHaveTextContent('A new day begins at 06:00');
  });
});

describe('FSRS parameters', () => {
  const open = async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    await user.click(screen.getByText('FSRS parameters'));
    const field = screen.getByRole('textbox', { name: /21 numbers of FSRS-6/ });
    return { user, cairn, field, save: screen.getByRole('button', { name: 'Save parameters' }) };
  };

  it('are refused unless there are 21 numbers', async () => {
    const { user, cairn, field, save } = await open();
    fireEvent.input(field, { target: { value: '1, 2, 3' } });
    await user.click(save);
    expect(screen.getByRole('alert')).toHaveTextContent('there are 3 here');
    expect(cairn.recorded).toEqual([]);
  });

  it('are saved, told where they are out of bounds, and put back', async () => {
    const { user, cairn, field, save } = await open();
    const own = DEFAULT_SETTINGS.parameters.map((w, i) => (i === 20 ? 0.9 : w));
    fireEvent.input(field, { target: { value: parametersText(own) } });
    await user.click(save);
    expect(cairn.learner().settings.parameters).toEqual(own);
    expect(screen.getByText(/used so: w20 as 0.8/)).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Back to defaults' }));
    expect(cairn.learner().settings.parameters).toEqual(DEFAULT_SETTINGS.parameters);
    expect(field).toHaveValue(parametersText(DEFAULT_SETTINGS.parameters));
  });
});

describe('appearance', () => {
  it('sets the theme', async () => {
    const user = userEvent.setup();
    const { cairn } = openSettings();
    const themes = screen.getByRole('radiogroup', { name: 'Theme' });
    expect(within(themes).getByRole('radio', { name: 'System' })).toBeChecked();
    await user.click(within(themes).getByRole('radio', { name: 'Dark' }));
    expect(cairn.recorded).toMatchObject([{ key: 'theme', value: 'dark' }]);
  });
});
