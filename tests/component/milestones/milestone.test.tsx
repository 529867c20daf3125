import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReferenceChunk } from '../../../src/domain/curriculum/types.ts';
import type { EvidenceFields, Fact, KnownEvent } from '../../../src/domain/log/event.ts';
import MilestoneScreen from '../../../src/screens/milestones/MilestoneScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';
import { REFERENCE } from './content.ts';

const { loadReference } = vi.hoisted(() => ({
  loadReference: vi.fn<() => Promise<ReferenceChunk>>(),
}));
vi.mock(import('../../../src/app/content.ts'), () => ({ loadReference }) as never);
// Loaded with the page in the app; here before the clock of the first test runs.
beforeAll(() =>
  Promise.all([
    import('../../../src/screens/milestones/Knowledge.tsx'),
    import('../../../src/screens/milestones/Story.tsx'),
    import('../../../src/screens/milestones/EvidenceForm.tsx'),
  ]),
);
beforeEach(() => {
  loadReference.mockResolvedValue(REFERENCE);
});

const show = async (cairn: TestCairn, id = 'm.one', query = '') => {
  const shown = renderScreen(
    MilestoneScreen,
    cairn,
    `/milestones/${id}${query}`,
    '/milestones/:id',
  );
  await screen.findByText(`What ${id} shows.`);
  await screen.findByRole('heading', { name: /^(?:Your story|The story you will tell)$/ });
  return shown;
};

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const press = (name: string | RegExp): Promise<void> => userEvent.click(button(name));
const last = (cairn: TestCairn): KnownEvent | undefined => cairn.recorded.at(-1);

const evidence = (criterion: string, given: Partial<EvidenceFields> = {}): Fact => ({
  t: 'evidence',
  milestone: 'm.one',
  fields: {
    title: `Proof of ${criterion}`,
    date: '2026-11-20',
    criterion,
    link: '',
    note: '',
    witnesses: '',
    ...given,
  },
});

describe('a milestone', () => {
  it('says what it is, what it takes and what counts', async () => {
    await show(testCairn());
    expect(
      screen.getByRole('heading', { level: 1, name: 'Clean a dataset by script' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Entry · Programming · One-off')).toBeInTheDocument();
    expect(screen.getByText('Done once, it stays done.')).toBeInTheDocument();
    expect(screen.getByText('One command reruns it.')).toBeInTheDocument();
    expect(screen.getByText('A pull request with its review')).toBeInTheDocument();
    expect(screen.getByText('A notebook that ran once')).toBeInTheDocument();
    expect(screen.getByText('Tell in 60 seconds about m.one.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Version control' })).toHaveAttribute(
      'href',
      '/skills/code.git',
    );
    expect(screen.getByText('Next up · 4 cards, none met yet')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Study the knowledge behind it' })).toHaveAttribute(
      'href',
      '/study?milestone=m.one',
    );
  });

  it('that does not exist says so', () => {
    renderScreen(MilestoneScreen, testCairn(), '/milestones/m.none', '/milestones/:id');
    expect(
      screen.getByRole('heading', { level: 1, name: 'No such milestone' }),
    ).toBeInTheDocument();
  });

  it('still takes evidence where its details cannot be loaded', async () => {
    loadReference.mockRejectedValue(new Error('offline'));
    renderScreen(MilestoneScreen, testCairn(), '/milestones/m.one', '/milestones/:id');
    expect(
      await screen.findByText(/criteria are not stored on this device yet/),
    ).toBeInTheDocument();
    expect(button('Add evidence')).toBeEnabled();
  });

  it('is started, and the start is taken back', async () => {
    const cairn = testCairn();
    await show(cairn);
    await press('Start this milestone');
    expect(await screen.findByRole('heading', { name: 'In progress' })).toBeInTheDocument();
    expect(last(cairn)).toMatchObject({ t: 'milestone-started', milestone: 'm.one' });
    expect(
      screen.getByText('The first check-in comes a week after the start.'),
    ).toBeInTheDocument();
    await press('Undo');
    expect(await screen.findByRole('heading', { name: 'Not started' })).toBeInTheDocument();
  });
});

describe('checking in', () => {
  it('records the answer, shows the next date and why, and offers undo', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-started', milestone: 'm.one' });
    cairn.passDays(7);
    await cairn.record({ t: 'milestone-checkin', milestone: 'm.one', rating: 3 });
    cairn.passDays(7);
    await show(cairn);
    await press('Check in');
    const group = screen.getByRole('group', { name: 'How is it going?' });
    const answers = within(group)
      .getAllByRole('button')
      .map((one) => one.textContent);
    expect(answers).toHaveLength(3);
    const days = Number(
      /^No progress, or not now again in (\d+) days$/.exec(answers[0] ?? '')?.[1],
    );
    expect(days).toBeGreaterThan(7);
    expect(days).toBeLessThan(21);
    await press(/^No progress/);
    await waitFor(() => expect(group).not.toBeInTheDocument());
    expect(last(cairn)).toMatchObject({ t: 'milestone-checkin', milestone: 'm.one', rating: 2 });
    expect(screen.getByRole('status')).toHaveTextContent(`The next check-in is in ${days} days`);
    expect(screen.getByText(/^Set by FSRS/)).toBeInTheDocument();
    expect(button('Check in')).toHaveFocus();
    await press('Undo');
    expect(await screen.findByText(/^due /)).toBeInTheDocument();
  });

  it.each([
    [/^No progress, or not now/, 2],
    [/^Some progress/, 3],
  ])('%s is rating %i', async (name, rating) => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-started', milestone: 'm.one' });
    await show(cairn, 'm.one', '?now=checkin');
    await press(name);
    await waitFor(() => expect(last(cairn)).toMatchObject({ t: 'milestone-checkin', rating }));
    expect(await screen.findByText(/no sooner than every 7 days/)).toBeInTheDocument();
  });

  it('says so when it could not be saved', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-started', milestone: 'm.one' });
    await show(cairn, 'm.one', '?now=checkin');
    cairn.failWith(new Error('disk full'));
    await press(/^Some progress/);
    expect(
      await screen.findByText(/could not be saved, and nothing was changed/),
    ).toBeInTheDocument();
    expect(button(/^Some progress/)).toBeInTheDocument();
  });
});

describe('evidence', () => {
  const dialog = () => within(screen.getByRole('dialog'));
  const fill = async (label: string, text: string): Promise<void> => {
    const field = dialog().getByLabelText(label);
    await userEvent.clear(field);
    if (text) await userEvent.type(field, text);
  };
  const submit = () => userEvent.click(dialog().getByRole('button', { name: 'Save evidence' }));

  it('is added: dated today, for the first criterion without, and it ticks that criterion', async () => {
    const cairn = testCairn();
    await show(cairn);
    await press('Add evidence');
    expect(dialog().getByLabelText('Date')).toHaveValue('2026-11-23');
    expect(dialog().getByLabelText('Criterion')).toHaveValue('reruns');
    await fill('Title', ' The pipeline’s first run ');
    await fill('Link', 'https://example.org/run/1');
    await fill('Note', '300 rows <b>repaired</b>');
    await fill('Who saw it', 'Mara, tech lead');
    await submit();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(last(cairn)).toMatchObject({
      t: 'evidence',
      milestone: 'm.one',
      fields: {
        title: 'The pipeline’s first run',
        date: '2026-11-23',
        criterion: 'reruns',
        link: 'https://example.org/run/1',
        note: '300 rows <b>repaired</b>',
        witnesses: 'Mara, tech lead',
      },
    });
    expect(screen.getByText('Met by 1 piece of evidence')).toBeInTheDocument();
    expect(screen.getByText('No evidence yet')).toBeInTheDocument();
    expect(screen.getByText('300 rows <b>repaired</b>')).toBeInTheDocument();
    expect(screen.getByText('Seen by Mara, tech lead')).toBeInTheDocument();
    const link = screen.getByRole('link', { name: 'example.org/run/1' });
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link).toHaveAttribute('target', '_blank');
    await press('Undo');
    await waitFor(() => expect(screen.getAllByText('No evidence yet')).toHaveLength(2));
  });

  it.each([
    ['Title', '', 'Give it a title, so that you find it again.'],
    ['Date', '', 'Give the whole date on which it happened.'],
    ['Date', '2026-11-24', 'This date is in the future. Evidence has already happened.'],
    ['Link', 'example.org', /^A link starts with http/],
  ])('with %s "%s" is not saved, and nothing typed is lost', async (label, text, message) => {
    const cairn = testCairn();
    await show(cairn);
    await press('Add evidence');
    await fill('Title', 'A title');
    await fill('Note', 'What was typed');
    await fill(label, text);
    await submit();
    const field = dialog().getByLabelText(label);
    expect(dialog().getByText(message)).toBeInTheDocument();
    expect(field).toHaveFocus();
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(message);
    expect(dialog().getByLabelText('Note')).toHaveValue('What was typed');
    expect(cairn.recorded).toHaveLength(0);
  });

  it('with too long a note is not saved', async () => {
    const cairn = testCairn();
    await show(cairn);
    await press('Add evidence');
    await fill('Title', 'A title');
    const note = dialog().getByLabelText('Note');
    await userEvent.click(note);
    await userEvent.paste('x'.repeat(10_001));
    expect(dialog().getByText('10,001 of 10,000 characters')).toBeInTheDocument();
    await submit();
    expect(
      dialog().getByText('The note is too long: at most 10,000 characters.'),
    ).toBeInTheDocument();
    expect(cairn.recorded).toHaveLength(0);
  });

  it('keeps a draft when the dialog is closed, and when saving fails', async () => {
    const cairn = testCairn();
    await show(cairn);
    await press('Add evidence');
    await fill('Title', 'Half a thought');
    await press('Close');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await press('Add evidence');
    expect(dialog().getByLabelText('Title')).toHaveValue('Half a thought');
    cairn.failWith(new Error('disk full'));
    await submit();
    expect(await dialog().findByRole('alert')).toHaveTextContent('What you typed is still here');
    cairn.failWith(undefined);
    await submit();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await press('Add evidence');
    expect(dialog().getByLabelText('Title')).toHaveValue('');
  });

  it('is edited and deleted, each with undo', async () => {
    const cairn = testCairn();
    await cairn.record(evidence('reruns'));
    await show(cairn);
    await press('Edit Proof of reruns');
    await fill('Title', 'A better name');
    await submit();
    expect(await screen.findByRole('heading', { name: 'A better name' })).toBeInTheDocument();
    expect(last(cairn)).toMatchObject({ t: 'evidence-edited', evidence: 'test:1' });
    await press('Undo');
    await screen.findByRole('heading', { name: 'Proof of reruns' });
    await press('Delete Proof of reruns');
    expect(await screen.findByText(/^None yet\./)).toBeInTheDocument();
    expect(last(cairn)).toMatchObject({ t: 'evidence-removed', evidence: 'test:1' });
    expect(screen.getByRole('heading', { name: 'Evidence' })).toHaveFocus();
    await press('Undo');
    expect(await screen.findByRole('heading', { name: 'Proof of reruns' })).toBeInTheDocument();
  });

  it('stands newest first, and links to the web only', async () => {
    const cairn = testCairn();
    await cairn.record(
      evidence('reruns', { title: 'Older', date: '2026-11-01' }),
      evidence('', { title: 'Newer', date: '2026-11-02', link: 'javascript:alert(1)' }),
    );
    await show(cairn);
    const region = within(screen.getByRole('region', { name: 'Evidence' }));
    expect(region.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      'Newer',
      'Older',
    ]);
    expect(region.getByText('javascript:alert(1)')).toBeInTheDocument();
    expect(region.queryByRole('link')).not.toBeInTheDocument();
    expect(region.getByText(/for no criterion in particular/)).toBeInTheDocument();
  });
});

describe('achieving it', () => {
  it('waits for evidence on every criterion and says which lacks', async () => {
    const cairn = testCairn();
    await cairn.record(evidence('reruns'));
    await show(cairn);
    expect(button('Mark as achieved')).toBeDisabled();
    expect(screen.getByText('Evidence is still missing for criterion 2.')).toBeInTheDocument();
    await cairn.record(evidence('reviewer'));
    expect(button('Mark as achieved')).toBeEnabled();
    await press('Mark as achieved');
    expect(await screen.findByRole('heading', { name: 'Achieved' })).toBeInTheDocument();
    expect(last(cairn)).toMatchObject({ t: 'milestone-achieved', milestone: 'm.one' });
    expect(screen.queryByRole('button', { name: 'Check in' })).not.toBeInTheDocument();
    await press('Undo');
    expect(await screen.findByRole('heading', { name: 'In progress' })).toBeInTheDocument();
  });

  it.each([
    ['Again', 1],
    ['Hard', 2],
    ['Good', 3],
    ['Easy', 4],
  ])('brings the story card: %s is rating %i', async (name, rating) => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.one' });
    await show(cairn);
    const story = within(screen.getByRole('region', { name: 'Tell it in 60 seconds' }));
    expect(story.getByText(/^Next in 7 days/)).toBeInTheDocument();
    await press('Tell it now');
    expect(story.getByText('Tell in 60 seconds about m.one.')).toBeInTheDocument();
    const ratings = story.getByRole('group', { name: 'How well did you tell it?' });
    expect(within(ratings).getAllByRole('button')).toHaveLength(4);
    await userEvent.click(
      within(ratings).getByRole('button', { name: new RegExp(`^${name} \\d+ d`) }),
    );
    await waitFor(() =>
      expect(last(cairn)).toMatchObject({ t: 'milestone-recalled', what: 'story', rating }),
    );
    expect(screen.getByRole('status')).toHaveTextContent(/^Noted\. Tell it again /);
    await press('Undo');
    expect(await story.findByText(/^Next in 7 days/)).toBeInTheDocument();
  });

  it('shows the story at once when it is due, with a minute for those who want one', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.one' });
    cairn.passDays(7);
    await show(cairn);
    expect(screen.getByRole('group', { name: 'How well did you tell it?' })).toBeInTheDocument();
    await press('Start the minute');
    expect(screen.getByRole('timer')).toHaveTextContent('60 s left');
  });
});

describe('a perishable milestone', () => {
  it('asks whether it is still true when it has gone stale', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.fresh' });
    cairn.passDays(180);
    await show(cairn, 'm.fresh');
    expect(screen.getByRole('heading', { name: 'Needs refreshing' })).toBeInTheDocument();
    await press(/^Yes, still true/);
    expect(await screen.findByRole('heading', { name: 'Achieved' })).toBeInTheDocument();
    expect(last(cairn)).toMatchObject({
      t: 'milestone-recalled',
      milestone: 'm.fresh',
      what: 'attestation',
      rating: 3,
    });
    await press('Undo');
    expect(await screen.findByRole('heading', { name: 'Needs refreshing' })).toBeInTheDocument();
  });

  it('can be attested before', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.fresh' });
    await show(cairn, 'm.fresh');
    await press('Attest it now');
    await press(/^Yes, and done again since/);
    await waitFor(() => expect(last(cairn)).toMatchObject({ what: 'attestation', rating: 4 }));
  });
});
