/** The rooms beside the list: readiness, plan and packet. */
import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReferenceChunk } from '../../../src/domain/curriculum/types.ts';
import type { Fact } from '../../../src/domain/log/event.ts';
import { portfolioOf } from '../../../src/domain/milestones/portfolio.ts';
import PacketScreen from '../../../src/screens/milestones/PacketScreen.tsx';
import PacketsScreen from '../../../src/screens/milestones/PacketsScreen.tsx';
import PlanScreen from '../../../src/screens/milestones/PlanScreen.tsx';
import ReadinessScreen from '../../../src/screens/milestones/ReadinessScreen.tsx';
import { renderScreen, testCairn } from '../support.tsx';
import { REFERENCE } from './content.ts';

const { loadReference } = vi.hoisted(() => ({
  loadReference: vi.fn<() => Promise<ReferenceChunk>>(),
}));
vi.mock(import('../../../src/app/content.ts'), () => ({ loadReference }) as never);
beforeEach(() => {
  loadReference.mockResolvedValue(REFERENCE);
});

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const evidence = (milestone: string, title: string, criterion: string): Fact => ({
  t: 'evidence',
  milestone,
  fields: { title, date: '2026-11-20', criterion, link: '', note: '', witnesses: '' },
});

describe('readiness', () => {
  it('shows knowledge beside evidence for the next stage, with the next step', async () => {
    const cairn = testCairn();
    renderScreen(ReadinessScreen, cairn, '/milestones/readiness');
    expect(await screen.findByRole('heading', { name: 'Craft' })).toBeInTheDocument();
    expect(screen.getByLabelText('For the stage')).toHaveValue('mid');
    const knowledge = screen.getByRole('region', { name: 'Knowledge for Craft' });
    expect(knowledge).toHaveTextContent('4 cards, none met yet');
    const shown = screen.getByRole('region', { name: 'Evidence for Craft' });
    expect(shown).toHaveTextContent('0 of 1 milestone achieved');
    expect(screen.getByText('Gap: proof and knowledge')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Code review' })).toHaveAttribute(
      'href',
      '/skills/code.review',
    );
    expect(document.body.textContent).not.toContain('%');
  });

  it('can be seen for another stage; what is achieved there is no gap in proof', async () => {
    const cairn = testCairn();
    await cairn.record(
      evidence('m.fresh', 'Groups', 'groups'),
      { t: 'milestone-achieved', milestone: 'm.fresh' },
      { t: 'milestone-started', milestone: 'm.one' },
    );
    renderScreen(ReadinessScreen, cairn, '/milestones/readiness?stage=entry');
    const care = await screen.findByRole('region', { name: 'Evidence for Care' });
    expect(care).toHaveTextContent('1 of 1 milestone achieved, newest evidence');
    expect(screen.getByText('One command reruns it.')).toBeInTheDocument();
    expect(screen.getByText('2 gaps in 2 competencies.')).toBeInTheDocument();
  });

  it('keeps a note on degrees, years and the ladder, which opens and closes nothing', async () => {
    const cairn = testCairn();
    renderScreen(ReadinessScreen, cairn, '/milestones/readiness');
    expect(await screen.findByText('A senior role calls for nine years.')).toBeInTheDocument();
    expect(screen.getByText(/by a guide$/)).toHaveTextContent('Claimed in 2024 by a guide');
    await press('Add a note');
    await userEvent.type(screen.getByLabelText('Your education'), 'M.Sc.');
    await userEvent.type(screen.getByLabelText('Link to its ladder or posting'), 'https://a.b/c');
    await press('Save note');
    expect(await screen.findByText('M.Sc.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'https://a.b/c' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );
    await press('Undo');
    expect(await screen.findByRole('button', { name: 'Add a note' })).toBeInTheDocument();
  });
});

describe('the plan', () => {
  it('lists what is left in order without a date, and back from it with one', async () => {
    const cairn = testCairn();
    await cairn.setSetting('targetStage', 'mid');
    renderScreen(PlanScreen, cairn, '/milestones/plan');
    expect(screen.getByRole('heading', { name: 'No date yet' })).toBeInTheDocument();
    const list = () => screen.getAllByRole('listitem').map((item) => item.textContent);
    await waitFor(() => expect(list()[0]).toContain('usually 4 weeks'));
    expect(list()).toHaveLength(3);
    const date = screen.getByLabelText('Date');
    await userEvent.type(date, '2028-01-31');
    date.dispatchEvent(new Event('change', { bubbles: true }));
    expect(await screen.findByRole('heading', { name: 'The date holds' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Later' })).toBeInTheDocument();
    expect(cairn.recorded.at(-1)).toMatchObject({ key: 'targetDate', value: '2028-01-31' });
  });

  it('says early and calmly that a date is no longer plausible', async () => {
    const cairn = testCairn();
    await cairn.setSetting('targetStage', 'mid');
    await cairn.setSetting('targetDate', '2026-12-01');
    renderScreen(PlanScreen, cairn, '/milestones/plan');
    expect(
      await screen.findByRole('heading', { name: 'This date is early for what is left' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/about 3 weeks past it/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Best begun before now' })).toBeInTheDocument();
  });

  it('refuses a date that has passed, and says so', async () => {
    const cairn = testCairn();
    renderScreen(PlanScreen, cairn, '/milestones/plan');
    const date = screen.getByLabelText('Date');
    await userEvent.type(date, '2020-01-31');
    date.dispatchEvent(new Event('change', { bubbles: true }));
    expect(screen.getByRole('alert')).toHaveTextContent('Choose a day after today');
    expect(cairn.recorded).toHaveLength(0);
  });
});

describe('the packet', () => {
  it('is drafted, edited and saved as a version', async () => {
    const cairn = testCairn();
    await cairn.record(evidence('m.one', 'Reruns in CI', 'reruns'));
    const shown = renderScreen(PacketsScreen, cairn, '/milestones/packet');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Draft/ })).toBeEnabled());
    await press('Draft the packet');
    const text = await screen.findByLabelText('Evidence by competency');
    expect(text).toHaveValue(
      '### Craft\n\n**Clean a dataset by script** (in progress)\n\n- 2026-11-20 · Reruns in CI\n\n  For: One command reruns it.',
    );
    expect(screen.getByLabelText('Summary')).toHaveValue('');
    await userEvent.type(screen.getByLabelText('Summary'), 'One result.');
    await press('Save version');
    await waitFor(() => expect(shown.address()).toBe('/milestones/packets/test%3A2'));
    const [version] = portfolioOf(cairn.learner()).packets;
    expect(version?.document.sections[0]).toMatchObject({ id: 'summary', text: 'One result.' });
  });

  it('keeps a draft while one looks elsewhere, and after it was discarded by mistake', async () => {
    const cairn = testCairn();
    const first = renderScreen(PacketsScreen, cairn, '/milestones/packet');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Draft/ })).toBeEnabled());
    await press('Draft the packet');
    await userEvent.type(await screen.findByLabelText('Summary'), 'Half a thought');
    first.unmount();
    renderScreen(PacketsScreen, cairn, '/milestones/packet');
    expect(await screen.findByLabelText('Summary')).toHaveValue('Half a thought');
    await press('Discard draft');
    expect(await screen.findByRole('heading', { name: 'New packet' })).toBeInTheDocument();
    await press('Undo');
    expect(await screen.findByLabelText('Summary')).toHaveValue('Half a thought');
    await press('Discard draft');
  });

  it('refuses a period that ends before it begins', async () => {
    renderScreen(PacketsScreen, testCairn(), '/milestones/packet');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Draft/ })).toBeEnabled());
    await userEvent.clear(screen.getByLabelText('From'));
    await userEvent.type(screen.getByLabelText('From'), '2027-01-01');
    await press('Draft the packet');
    expect(screen.getByRole('alert')).toHaveTextContent('The period ends before it begins.');
  });

  const saved = (summary: string): Fact => ({
    t: 'portfolio',
    what: 'packet',
    about: '',
    fields: {
      document: {
        title: 'My case',
        stage: 'mid',
        audience: 'manager',
        from: '2026-01-01',
        to: '2026-11-23',
        sections: [{ id: 'summary', title: 'Summary', text: summary }],
      },
    },
  });

  it('is compared with another version, and takes reviews with dates', async () => {
    const cairn = testCairn();
    await cairn.record(saved('Two results.\nBoth good.'), saved('Three results.\nBoth good.'));
    renderScreen(PacketScreen, cairn, '/milestones/packets/test:2', '/milestones/packets/:id');
    expect(screen.getByRole('heading', { level: 1, name: 'My case' })).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('Compare with'), 'test:1');
    const changes = within(screen.getByRole('region', { name: 'Changes in Summary' }));
    expect(changes.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Gone: Two results.',
      'New: Three results.',
      'Both good.',
    ]);
    await press('Note a review');
    await press('Save review');
    expect(screen.getByLabelText('Who')).toHaveFocus();
    expect(screen.getByLabelText('Who')).toHaveAccessibleDescription('Say who it was.');
    await userEvent.type(screen.getByLabelText('Who'), 'Ana');
    await userEvent.type(screen.getByLabelText('What they said'), 'Numbers first.');
    await press('Save review');
    expect(await screen.findByRole('heading', { name: /^Ana/ })).toBeInTheDocument();
    expect(cairn.recorded.at(-1)).toMatchObject({
      what: 'review',
      about: 'test:2',
      fields: { who: 'Ana', role: 'manager', date: '2026-11-23', note: 'Numbers first.' },
    });
    await press('Delete the review by Ana');
    expect(await screen.findByText('None noted yet.')).toBeInTheDocument();
  });

  it('says so where there is none of that name', () => {
    renderScreen(PacketScreen, testCairn(), '/milestones/packets/x:1', '/milestones/packets/:id');
    expect(screen.getByRole('heading', { name: 'No such packet' })).toBeInTheDocument();
  });
});
