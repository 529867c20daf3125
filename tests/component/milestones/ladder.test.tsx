import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReferenceChunk } from '../../../src/domain/curriculum/types.ts';
import { portfolioOf } from '../../../src/domain/milestones/portfolio.ts';
import LadderScreen from '../../../src/screens/milestones/LadderScreen.tsx';
import MilestonesScreen from '../../../src/screens/milestones/MilestonesScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';
import { REFERENCE } from './content.ts';

const { loadReference } = vi.hoisted(() => ({
  loadReference: vi.fn<() => Promise<ReferenceChunk>>(),
}));
vi.mock(import('../../../src/app/content.ts'), () => ({ loadReference }) as never);
beforeAll(() =>
  Promise.all([
    import('../../../src/screens/milestones/OwnForm.tsx'),
    import('../../../src/screens/milestones/LadderFiles.tsx'),
    import('../../../src/screens/milestones/ladder-reader.ts'),
  ]),
);
beforeEach(() => {
  loadReference.mockResolvedValue(REFERENCE);
});

const show = async (cairn: TestCairn) => {
  const shown = renderScreen(LadderScreen, cairn, '/milestones/ladder');
  await screen.findByLabelText('Import a ladder');
  return shown;
};
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const entry = (): string[] =>
  within(screen.getByRole('region', { name: 'Entry' }))
    .getAllByRole('link')
    .map((link) => link.textContent);
const choose = (text: string, name = 'ladder.yaml'): Promise<void> =>
  userEvent.upload(screen.getByLabelText('Import a ladder'), new File([text], name));

describe('the arrangement', () => {
  it('puts milestones in order and hides them, each with undo', async () => {
    const cairn = testCairn();
    await show(cairn);
    expect(entry()).toEqual(['Clean a dataset by script', 'Check a dataset for bias']);
    await press('Down Clean a dataset by script');
    await waitFor(() => expect(entry()[0]).toBe('Check a dataset for bias'));
    expect(screen.getByRole('button', { name: 'Up Check a dataset for bias' })).toBeDisabled();
    await press('Hide Check a dataset for bias');
    await waitFor(() => expect(entry()).toEqual(['Clean a dataset by script']));
    await press('Show Check a dataset for bias');
    await waitFor(() => expect(entry()[0]).toBe('Check a dataset for bias'));
    await press('Undo');
    await waitFor(() => expect(entry()).toHaveLength(1));
    renderScreen(MilestonesScreen, cairn, '/milestones');
    // One of two at the first stage, and the only one of the second.
    await waitFor(() => expect(screen.getAllByText(/^0 of 1 milestone achieved/)).toHaveLength(2));
  });
});

describe('a milestone of one’s own', () => {
  it('is added, changed and deleted', async () => {
    const cairn = testCairn();
    await show(cairn);
    await press('Add a milestone');
    const dialog = () => within(screen.getByRole('dialog'));
    await userEvent.click(await screen.findByRole('button', { name: 'Save milestone' }));
    expect(dialog().getByText('Give it a title.')).toBeInTheDocument();
    await userEvent.type(dialog().getByLabelText('Title'), 'Run the reading group');
    await userEvent.type(
      dialog().getByLabelText('Criteria, one a line'),
      'Ten sessions{Enter}Notes shared',
    );
    await userEvent.click(dialog().getByRole('checkbox', { name: 'Craft' }));
    await userEvent.click(dialog().getByRole('button', { name: 'Save milestone' }));
    await waitFor(() => expect(entry()).toContain('Run the reading group'));
    expect(portfolioOf(cairn.learner()).own.get('own.run-the-reading-group')).toMatchObject({
      stage: 'entry',
      competencies: ['craft'],
      criteria: [
        { id: 'c1', text: 'Ten sessions' },
        { id: 'c2', text: 'Notes shared' },
      ],
    });
    await press('Edit Run the reading group');
    const title = await screen.findByLabelText('Title');
    await userEvent.clear(title);
    await userEvent.type(title, 'Lead the reading group');
    await userEvent.click(dialog().getByRole('button', { name: 'Save milestone' }));
    await waitFor(() => expect(entry()).toContain('Lead the reading group'));
    await press('Delete Lead the reading group');
    await waitFor(() => expect(entry()).not.toContain('Lead the reading group'));
    await press('Undo');
    await waitFor(() => expect(entry()).toContain('Lead the reading group'));
  });
});

describe('an employer’s ladder', () => {
  it('becomes milestones, and goes again', async () => {
    await show(testCairn());
    await choose(`name: Example
levels: [{ id: l1, name: Engineer, stage: entry }]
themes: [{ id: delivery, name: Delivery }]
competencies:
  - { id: d1, summary: Ships on time, level: l1, theme: delivery }
`);
    await waitFor(() => expect(entry()).toContain('Delivery: Engineer'));
    expect(screen.getByText(/1 level, 1 theme, 1 expectation/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Export YAML' })).toBeInTheDocument();
    await press('Remove the ladder');
    await waitFor(() => expect(entry()).not.toContain('Delivery: Engineer'));
  });

  it.each([
    ['name: x\nlevels: 3', /^Line 2: "levels" must be a list/],
    ['name: "x', /^Line 1: /],
    ['%PDF-1.4 \0\u0001', /^Line 1: /],
  ])('says what is wrong with %j and where, and changes nothing', async (text, said) => {
    const cairn = testCairn();
    await show(cairn);
    await choose(text, 'broken.yaml');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('broken.yaml was not imported; nothing was changed.');
    expect(within(alert).getAllByRole('listitem')[0]).toHaveTextContent(said);
    expect(cairn.recorded).toHaveLength(0);
  });
});
