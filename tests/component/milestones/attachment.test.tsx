import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReferenceChunk } from '../../../src/domain/curriculum/types.ts';
import { piecesOf } from '../../../src/domain/milestones/portfolio.ts';
import MilestoneScreen from '../../../src/screens/milestones/MilestoneScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';
import { REFERENCE } from './content.ts';

const { loadReference } = vi.hoisted(() => ({
  loadReference: vi.fn<() => Promise<ReferenceChunk>>(),
}));
vi.mock(import('../../../src/app/content.ts'), () => ({ loadReference }) as never);
// Loaded with the page in the app; here before the clock of the first test runs.
beforeAll(async () => {
  await import('../../../src/screens/milestones/Story.tsx');
  await import('../../../src/screens/milestones/EvidenceForm.tsx');
  await import('../../../src/screens/milestones/Attachment.tsx');
});
beforeEach(() => {
  loadReference.mockResolvedValue(REFERENCE);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PDF = [...new TextEncoder().encode('%PDF-1.7')];

const file = (name: string, start: readonly number[], size = 2_000): File => {
  const bytes = new Uint8Array(size);
  bytes.set(start);
  return new File([bytes], name);
};

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const press = (name: string | RegExp): Promise<void> => userEvent.click(button(name));
const dialog = () => within(screen.getByRole('dialog'));
// As a person does who takes "all files" in the chooser.
const choose = (one: File): Promise<void> =>
  userEvent
    .setup({ applyAccept: false })
    .upload(dialog().getByLabelText<HTMLInputElement>(/^Attach/), one);
const chosen = (name: string): Promise<HTMLElement> =>
  dialog().findByRole('button', { name: `Take away ${name}` });
const save = async (): Promise<void> => {
  await userEvent.click(dialog().getByRole('button', { name: 'Save evidence' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
};

const begin = async (): Promise<TestCairn> => {
  const cairn = testCairn();
  renderScreen(MilestoneScreen, cairn, '/milestones/m.one', '/milestones/:id');
  await screen.findByText('What m.one shows.');
  await press('Add evidence');
  await userEvent.type(await dialog().findByLabelText('Title'), 'Praise');
  return cairn;
};
const attachedNow = (cairn: TestCairn) => piecesOf(cairn.learner(), 'm.one')[0]?.file;

describe('an attachment', () => {
  it('is kept with new evidence, shown, and opened as a picture', async () => {
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:picture');
    const released = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    const cairn = await begin();
    await choose(file('praise.png', PNG));
    expect(await dialog().findByText('2.0 kB')).toBeInTheDocument();
    await save();
    expect(attachedNow(cairn)).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      name: 'praise.png',
      type: 'image/png',
      size: 2_000,
    });
    // The bytes are no part of the log.
    expect(JSON.stringify(cairn.recorded).length).toBeLessThan(1_500);

    await userEvent.click(await screen.findByRole('button', { name: 'Open praise.png' }));
    expect(await screen.findByRole('img', { name: 'praise.png' })).toHaveAttribute(
      'src',
      'blob:picture',
    );
    await userEvent.click(dialog().getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(released).toHaveBeenCalledWith('blob:picture'));
  });

  it('goes with its evidence when adding that is undone', async () => {
    const cairn = await begin();
    await choose(file('praise.png', PNG));
    await chosen('praise.png');
    await save();
    await press('Undo');
    await waitFor(() => expect(piecesOf(cairn.learner(), 'm.one')).toEqual([]));
    expect(screen.queryByRole('button', { name: 'Open praise.png' })).not.toBeInTheDocument();
  });

  it('is taken away, with a way back', async () => {
    const cairn = await begin();
    await choose(file('letter.pdf', PDF));
    await chosen('letter.pdf');
    await save();
    await userEvent.click(await screen.findByRole('button', { name: 'Take away letter.pdf' }));
    await waitFor(() => expect(attachedNow(cairn)).toBeUndefined());
    expect(button('Edit Praise')).toHaveFocus();
    await press('Undo');
    await waitFor(() => expect(attachedNow(cairn)?.name).toBe('letter.pdf'));

    const links: HTMLAnchorElement[] = [];
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:letter');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      links.push(this);
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Download letter.pdf' }));
    await waitFor(() => expect(links).toHaveLength(1));
    expect(links[0]).toMatchObject({ href: 'blob:letter', download: 'letter.pdf' });
  });

  it('is exchanged and taken away in the form, and otherwise left as it is', async () => {
    const cairn = await begin();
    await choose(file('one.png', PNG));
    await chosen('one.png');
    await save();
    await press('Edit Praise');
    await choose(file('two.pdf', PDF));
    await chosen('two.pdf');
    await save();
    expect(attachedNow(cairn)).toMatchObject({ name: 'two.pdf', type: 'application/pdf' });
    const count = cairn.recorded.length;
    await press('Edit Praise');
    await save();
    expect(cairn.recorded).toHaveLength(count + 1);
    expect(attachedNow(cairn)?.name).toBe('two.pdf');
    await press('Edit Praise');
    await userEvent.click(dialog().getByRole('button', { name: 'Take away two.pdf' }));
    await save();
    expect(attachedNow(cairn)).toBeUndefined();
  });

  it.each([
    ['too large', file('scan.pdf', PDF, 6_000_000), /^scan\.pdf has 6\.0 MB, more than the 5 MB/],
    ['of another type', file('photo.png', [0x47, 0x49, 0x46]), /^photo\.png is neither a PNG/],
    ['empty', file('nothing.pdf', [], 0), /^nothing\.pdf is empty/],
  ])('that is %s is refused in words, and what was typed stays', async (_why, wrong, words) => {
    const cairn = await begin();
    await choose(wrong);
    expect(await dialog().findByText(words)).toBeInTheDocument();
    expect(dialog().getByLabelText('Title')).toHaveValue('Praise');
    await save();
    expect(piecesOf(cairn.learner(), 'm.one')).toMatchObject([
      { fields: { title: 'Praise' }, file: undefined },
    ]);
  });

  it('that cannot be stored keeps the form open with everything in it', async () => {
    const cairn = await begin();
    await choose(file('praise.png', [...PNG, 1]));
    await chosen('praise.png');
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await userEvent.click(dialog().getByRole('button', { name: 'Save evidence' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent('could not store the file');
    expect(cairn.recorded).toEqual([]);
    full.mockRestore();
    await save();
    expect(attachedNow(cairn)?.name).toBe('praise.png');
  });

  it('that is not on this device says so', async () => {
    const cairn = testCairn();
    const fields = { title: 'Far', date: '', criterion: '', link: '', note: '', witnesses: '' };
    await cairn.record({ t: 'evidence', milestone: 'm.one', fields });
    await cairn.record({
      t: 'portfolio',
      what: 'attached',
      about: 'test:1',
      fields: { hash: 'e'.repeat(64), name: 'far.png', type: 'image/png', size: 5 },
    });
    renderScreen(MilestoneScreen, cairn, '/milestones/m.one', '/milestones/:id');
    await userEvent.click(await screen.findByRole('button', { name: 'Open far.png' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('not on this device');
  });
});
