import { screen, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReferenceChunk } from '../../../src/domain/curriculum/types.ts';
import type { EvidenceFields, Fact } from '../../../src/domain/log/event.ts';
import MilestonesScreen from '../../../src/screens/milestones/MilestonesScreen.tsx';
import { renderScreen, testCairn, tinyGraph, type TestCairn } from '../support.tsx';
import { REFERENCE } from './content.ts';

const { loadReference } = vi.hoisted(() => ({
  loadReference: vi.fn<() => Promise<ReferenceChunk>>(),
}));
vi.mock(import('../../../src/app/content.ts'), () => ({ loadReference }) as never);
beforeEach(() => {
  loadReference.mockResolvedValue(REFERENCE);
});

const show = (cairn: TestCairn) => renderScreen(MilestonesScreen, cairn, '/milestones');

const evidence = (criterion: string, given: Partial<EvidenceFields> = {}): Fact => ({
  t: 'evidence',
  milestone: 'm.one',
  fields: {
    title: 'A piece',
    date: '2026-11-20',
    criterion,
    link: '',
    note: '',
    witnesses: '',
    ...given,
  },
});

const tile = async (title: string): Promise<HTMLElement> => {
  const item = (await screen.findByRole('link', { name: title })).closest('li');
  if (!item) throw new Error(`${title} is in no list`);
  return item;
};

describe('the list of milestones', () => {
  it('shows every milestone as a link named by its title, under its stage', async () => {
    show(testCairn());
    expect(screen.getByRole('heading', { level: 1, name: 'Milestones' })).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Clean a dataset by script' })).toHaveAttribute(
      'href',
      '/milestones/m.one',
    );
    expect(
      screen.getByRole('heading', { level: 2, name: 'Entry' }).closest('details'),
    ).toHaveProperty('open', true);
    expect(
      screen.getByRole('heading', { level: 2, name: 'Mid' }).closest('details'),
    ).toHaveProperty('open', false);
  });

  it('says how to begin while nothing is started', async () => {
    show(testCairn());
    expect(await screen.findByRole('heading', { name: 'Nothing started yet' })).toBeInTheDocument();
    expect(await screen.findAllByText('Not started')).toHaveLength(3);
  });

  it('says what to do where a curriculum has none', () => {
    show(testCairn({ graph: { ...tinyGraph(), milestones: [] } }));
    expect(
      screen.getByRole('heading', { name: 'No milestones in this curriculum' }),
    ).toBeInTheDocument();
  });

  it('tells state, criteria with evidence and the next date in words', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-started', milestone: 'm.one' }, evidence('reruns'));
    cairn.passDays(6);
    show(cairn);
    const one = within(await tile('Clean a dataset by script'));
    expect(one.getByText('In progress')).toBeInTheDocument();
    expect(await one.findByText('1 of 2 criteria with evidence')).toBeInTheDocument();
    expect(one.getByText('Check in tomorrow')).toBeInTheDocument();
    expect(screen.getByText(/Nothing today\./)).toHaveTextContent(
      'Next, for “Clean a dataset by script”: check in tomorrow.',
    );
  });

  it('puts first what asks for attention today, longest waiting first', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.fresh' });
    cairn.passDays(1);
    await cairn.record({ t: 'milestone-started', milestone: 'm.one' });
    cairn.passDays(8);
    show(cairn);
    const section = screen.getByRole('region', { name: 'Asking for attention today' });
    const links = within(section).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['Tell the story', 'Check in']);
    expect(links[1]).toHaveAttribute('href', '/milestones/m.one?now=checkin');
    expect(links[1]).toHaveAccessibleDescription('Clean a dataset by script');
    expect(within(section).getByText('due yesterday')).toBeInTheDocument();
  });

  it('begins with the stage the person stands at, and keeps the others in reach', async () => {
    const cairn = testCairn();
    await cairn.setSetting('stage', 'mid');
    await cairn.setSetting('targetStage', 'mid');
    show(cairn);
    expect(
      screen
        .getAllByRole('group')
        .map((one) => within(one).getByRole('heading', { level: 2 }).textContent),
    ).toEqual(['Mid', 'Entry']);
    expect(screen.getByText('you are here')).toBeInTheDocument();
  });

  it('marks achieved ones, also after they have gone stale', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.fresh' });
    const shown = show(cairn);
    expect(await screen.findByText('Achieved')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: /^1 of 3 milestones achieved/ })).toBeInTheDocument();
    cairn.passDays(180);
    expect(await screen.findByText('Needs refreshing')).toBeInTheDocument();
    expect(screen.getByText('1 of 2 milestones achieved · 1 needs refreshing')).toBeInTheDocument();
    shown.unmount();
  });

  it('does without the details where they cannot be loaded', async () => {
    loadReference.mockRejectedValue(new Error('offline'));
    const cairn = testCairn();
    await cairn.record(evidence('reruns'));
    show(cairn);
    expect(
      await within(await tile('Clean a dataset by script')).findByText('1 piece of evidence'),
    ).toBeInTheDocument();
  });

  it('never speaks of a percentage', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.one' });
    const { container } = show(cairn);
    await screen.findByText('Achieved');
    expect(container.textContent).not.toContain('%');
  });
});
