import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReferenceChunk } from '../../../src/domain/curriculum/types.ts';
import type { Fact } from '../../../src/domain/log/event.ts';
import { piecesOf } from '../../../src/domain/milestones/portfolio.ts';
import WinsScreen from '../../../src/screens/milestones/WinsScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';
import { REFERENCE } from './content.ts';

const { loadReference } = vi.hoisted(() => ({
  loadReference: vi.fn<() => Promise<ReferenceChunk>>(),
}));
vi.mock(import('../../../src/app/content.ts'), () => ({ loadReference }) as never);
beforeAll(() => import('../../../src/screens/milestones/LogWin.tsx'));
beforeEach(() => {
  loadReference.mockResolvedValue(REFERENCE);
});

const show = (cairn: TestCairn, at = '/milestones/wins') => renderScreen(WinsScreen, cairn, at);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const win = (title: string, note = ''): Fact => ({
  t: 'portfolio',
  what: 'win',
  about: '',
  fields: { title, date: '2026-11-23', criterion: '', link: '', note, witnesses: '' },
});

describe('logging a win', () => {
  it('takes a line and Save; the date is today', async () => {
    const cairn = testCairn();
    show(cairn);
    expect(screen.getByText(/^Nothing here yet\./)).toBeInTheDocument();
    await press('Log a win');
    const dialog = within(screen.getByRole('dialog', { name: 'Log a win' }));
    await userEvent.type(dialog.getByLabelText('Title'), 'Thanked by the search team{Enter}');
    expect(
      await screen.findByRole('heading', { name: 'Thanked by the search team' }),
    ).toBeInTheDocument();
    expect(cairn.recorded.at(-1)).toMatchObject({
      t: 'portfolio',
      what: 'win',
      fields: { title: 'Thanked by the search team', date: '2026-11-23' },
    });
    await press('Undo');
    expect(await screen.findByText(/^Nothing here yet\./)).toBeInTheDocument();
  });

  it('opens at once from the shortcut', () => {
    show(testCairn(), '/milestones/wins?log');
    expect(screen.getByRole('dialog', { name: 'Log a win' })).toBeInTheDocument();
  });

  it('begins with what another app shared', async () => {
    const cairn = testCairn();
    const shown = show(
      cairn,
      '/milestones/wins?title=&text=Thank%20you%20https%3A%2F%2Fexample.org%2F1',
    );
    expect(await screen.findByLabelText('Title')).toHaveValue('Thank you');
    expect(screen.getByLabelText('Link')).toHaveValue('https://example.org/1');
    await press('Save win');
    expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeInTheDocument();
    await waitFor(() => expect(shown.address()).toBe('/milestones/wins'));
  });

  it('says so when a shared file did not arrive, and gives back what is closed by mistake', async () => {
    const shown = show(testCairn(), '/milestones/wins?text=Thank%20you&file=');
    expect(await screen.findByText(/^The shared file did not arrive\./)).toBeInTheDocument();
    expect(screen.getByLabelText('Attach a file')).toBeInTheDocument();
    await press('Close');
    await waitFor(() => expect(shown.address()).toBe('/milestones/wins'));
    await press('Undo');
    expect(await screen.findByLabelText('Title')).toHaveValue('Thank you');
  });

  it('says what is missing, and opens the fold in which it is', async () => {
    const cairn = testCairn();
    show(cairn, '/milestones/wins?log');
    await press('Save win');
    expect(screen.getByText('Give it a title, so that you find it again.')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Title'), 'A launch');
    await userEvent.type(screen.getByLabelText('Link'), 'ftp://x');
    await press('Save win');
    expect(screen.getByText(/^A link starts with http/)).toBeInTheDocument();
    expect(
      screen.getByText('Date, link, note, file, who saw it').closest('details'),
    ).toHaveProperty('open', true);
    expect(cairn.recorded).toHaveLength(0);
  });
});

describe('a win', () => {
  it('is filed under a milestone, which it starts, for a criterion', async () => {
    const cairn = testCairn();
    await cairn.record(win('A reviewed script'));
    show(cairn);
    await press('File A reviewed script');
    const dialog = within(screen.getByRole('dialog', { name: 'File under a milestone' }));
    await userEvent.selectOptions(dialog.getByLabelText('Milestone'), 'm.one');
    await userEvent.selectOptions(await dialog.findByLabelText('Criterion'), 'reviewer');
    await userEvent.click(dialog.getByRole('button', { name: 'File it' }));
    expect(await screen.findByText('Everything is filed.')).toBeInTheDocument();
    expect(cairn.recorded.slice(-2)).toMatchObject([
      { t: 'milestone-started', milestone: 'm.one' },
      { what: 'filed', about: 'test:1', fields: { milestone: 'm.one', criterion: 'reviewer' } },
    ]);
    expect(piecesOf(cairn.learner(), 'm.one')).toMatchObject([
      { id: 'test:1', isWin: true, fields: { criterion: 'reviewer' } },
    ]);
    expect(
      screen.getByText(/evidence for “Clean a dataset by script”/, { exact: false }),
    ).toBeInTheDocument();
    await press('Undo');
    expect(await screen.findByRole('button', { name: 'File A reviewed script' })).toBeVisible();
    expect(cairn.learner().milestones.size).toBe(0);
  });

  it('is most likely for the milestone that one comes from, and its first open criterion', async () => {
    const cairn = testCairn();
    await cairn.record(win('Listed the groups'));
    show(cairn, '/milestones/wins?for=m.fresh');
    await press('File Listed the groups');
    expect(screen.getByLabelText('Milestone')).toHaveValue('m.fresh');
    expect(await screen.findByLabelText('Criterion')).toHaveValue('groups');
  });

  it('is edited and deleted, each with undo; its note is Markdown', async () => {
    const cairn = testCairn();
    await cairn.record(win('First', 'Cut by **41 %**'));
    show(cairn);
    await waitFor(() => expect(screen.getByText('41 %').tagName).toBe('STRONG'));
    await press('Edit First');
    const title = screen.getByLabelText('Title');
    await userEvent.clear(title);
    await userEvent.type(title, 'Second');
    await press('Save win');
    expect(await screen.findByRole('heading', { name: 'Second' })).toBeInTheDocument();
    await press('Delete Second');
    expect(await screen.findByText(/^Nothing here yet\./)).toBeInTheDocument();
    await press('Undo');
    expect(await screen.findByRole('heading', { name: 'Second' })).toBeInTheDocument();
  });
});
