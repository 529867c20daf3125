import { screen, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StorageStatus } from '../../../src/storage/health.ts';
import { BackupError, OutdatedTabError, StorageError } from '../../../src/storage/errors.ts';
import { MONDAY } from '../support.tsx';
import { openSettings, settingsCairn, welcome } from './open-settings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const zip = (name = 'cairn-backup-2026-11-01.zip'): File =>
  new File([new Uint8Array([1, 2, 3])], name, { type: 'application/zip' });

describe('backup', () => {
  it('says that there is none yet', async () => {
    openSettings();
    expect(await screen.findByText('No backup yet')).toBeInTheDocument();
  });

  it.each([
    [0, 'Last backup: today'],
    [-DAY, 'Last backup: yesterday'],
    [-3 * DAY, 'Last backup: 3 days ago'],
    // The clock was set back since.
    [5 * DAY, 'Last backup: today'],
  ])('tells the age of the last one (%d ms)', async (age, words) => {
    openSettings(settingsCairn({ lastBackupAt: () => Promise.resolve(MONDAY + age) }));
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('is a file named by the date, handed to the downloads', async () => {
    const user = userEvent.setup();
    let last: number | undefined;
    const exportBackup = vi.fn(() => {
      last = MONDAY;
      return Promise.resolve(new Uint8Array([80, 75]));
    });
    const links: HTMLAnchorElement[] = [];
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:backup');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      links.push(this);
    });
    const { cairn } = openSettings(
      settingsCairn({ exportBackup, lastBackupAt: () => Promise.resolve(last) }),
    );
    await user.click(screen.getByRole('button', { name: 'Export backup' }));
    expect(await screen.findByText('Last backup: today')).toBeInTheDocument();
    expect(links).toHaveLength(1);
    expect(links[0]).toMatchObject({
      href: 'blob:backup',
      download: 'cairn-backup-2026-11-23.zip',
    });
    expect(screen.getByRole('status')).toHaveTextContent('cairn-backup-2026-11-23.zip');
    expect(cairn.recorded).toEqual([]);
  });

  it('that fails says so', async () => {
    const user = userEvent.setup();
    openSettings(settingsCairn({ exportBackup: () => Promise.reject(new Error('no memory')) }));
    await user.click(screen.getByRole('button', { name: 'Export backup' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be made');
  });
});

describe('restore', () => {
  it('tells what was added, and works the state out anew', async () => {
    const user = userEvent.setup();
    const restoreBackup = vi.fn(() => Promise.resolve({ added: 1240, known: 1 }));
    const cairn = settingsCairn({ restoreBackup });
    await welcome(cairn);
    const replay = vi.spyOn(cairn, 'replay');
    const { address } = openSettings(cairn);
    await user.upload(screen.getByLabelText('Restore backup'), zip());
    expect(await screen.findByText('1,240 events added, 1 was already here.')).toBeInTheDocument();
    expect(restoreBackup).toHaveBeenCalledExactlyOnceWith(new Uint8Array([1, 2, 3]));
    expect(replay).toHaveBeenCalledOnce();
    expect(address()).toBe('/settings');
  });

  it('shows that it is at it, and takes no second file meanwhile', async () => {
    const user = userEvent.setup();
    openSettings(settingsCairn({ restoreBackup: () => new Promise(() => undefined) }));
    await user.upload(screen.getByLabelText('Restore backup'), zip());
    expect(await screen.findByRole('progressbar', { name: 'Restoring' })).toBeInTheDocument();
    expect(screen.getByLabelText('Restore backup')).toBeDisabled();
  });

  it('says what is wrong with a file, and where; nothing else happens', async () => {
    const user = userEvent.setup();
    const wrong = new BackupError('A part of the backup is damaged.', 'events/abc/00000001.ndjson');
    const cairn = settingsCairn({ restoreBackup: () => Promise.reject(wrong) });
    const replay = vi.spyOn(cairn, 'replay');
    const { address } = openSettings(cairn);
    await user.upload(screen.getByLabelText('Restore backup'), zip());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('A part of the backup is damaged. Nothing was changed.');
    expect(alert).toHaveTextContent('Where: events/abc/00000001.ndjson');
    expect(replay).not.toHaveBeenCalled();
    expect(address()).toBe('/settings');
    expect(screen.getByLabelText('Restore backup')).toBeEnabled();
  });

  it.each([
    [new OutdatedTabError('old'), /newer version of Cairn runs in another tab/],
    [new DOMException('full', 'QuotaExceededError'), /Trying again is safe/],
  ])('says what to do when storage fails', async (cause, words) => {
    const user = userEvent.setup();
    openSettings(settingsCairn({ restoreBackup: () => Promise.reject(cause) }));
    await user.upload(screen.getByLabelText('Restore backup'), zip());
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });

  it.each(['before the welcome', 'when the data is missing'])('leads to Today %s', async (when) => {
    const user = userEvent.setup();
    const cairn = settingsCairn({
      restoreBackup: () => Promise.resolve({ added: 7, known: 0 }),
    });
    if (when === 'when the data is missing') cairn.setMissing(true);
    const { address } = openSettings(cairn, '#restore');
    await user.upload(screen.getByLabelText('Restore backup'), zip());
    await vi.waitFor(() => {
      expect(address()).toBe('/');
    });
    expect(cairn.notice()?.text).toBe('Restored: 7 events added, 0 were already here.');
  });
});

describe('when the data is missing', () => {
  it('only what helps can be done: a setting saved now would begin a new log', () => {
    const cairn = settingsCairn();
    cairn.setMissing(true);
    openSettings(cairn);
    expect(screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent)).toEqual([
      'Your data',
      'About',
    ]);
    expect(screen.getByLabelText('Restore backup')).toBeEnabled();
  });
});

describe('a link to a section', () => {
  it('moves the focus there', async () => {
    openSettings(settingsCairn(), '#restore');
    await vi.waitFor(() => {
      expect(screen.getByRole('region', { name: 'Restore' })).toHaveFocus();
    });
  });
});

describe('what is kept here', () => {
  const words = (status: StorageStatus): string => {
    openSettings(settingsCairn({ status }));
    return screen.getByRole('region', { name: 'On this device' }).textContent;
  };

  it('is two copies when all is well', () => {
    expect(words({ kind: 'ok', copies: 2, damagedLines: 0 })).toMatch(/Two copies.*stored twice/s);
  });

  it.each([
    ['unsupported', /no place for a second copy/],
    ['slots', /many tabs/],
    ['failed', /gap is filled/],
  ] as const)('is one copy, with the reason: %s', (oneCopyBecause, reason) => {
    const found = words({ kind: 'ok', copies: 1, oneCopyBecause, damagedLines: 0 });
    expect(found).toContain('One copy');
    expect(found).toMatch(reason);
  });

  it('is what waits in the tab when nothing can be written', () => {
    const found = words({
      kind: 'degraded',
      reason: 'quota',
      queued: 3,
      copies: 0,
      oneCopyBecause: 'unsupported',
      damagedLines: 0,
    });
    expect(found).toMatch(/Not stored.*3 events wait in this tab. Export a backup/s);
  });

  it('is the journal alone when the database fails', () => {
    const found = words({
      kind: 'degraded',
      reason: 'failed',
      queued: 1,
      copies: 1,
      damagedLines: 2,
    });
    expect(found).toMatch(/go to the journal file; 1 event waits/);
    expect(found).toMatch(/2 lines of the journal could not be read/);
  });
});

describe('erasing everything', () => {
  const open = async (wipe: () => Promise<void>) => {
    const user = userEvent.setup();
    openSettings(settingsCairn({ wipe }));
    await user.click(screen.getByRole('button', { name: 'Erase everything on this device' }));
    return { user, dialog: screen.getByRole('dialog', { name: 'Erase everything?' }) };
  };

  it('wants the word typed first', async () => {
    const wipe = vi.fn(() => Promise.resolve());
    const { user, dialog } = await open(wipe);
    await user.type(within(dialog).getByLabelText(/to confirm/), 'yes');
    await user.click(within(dialog).getByRole('button', { name: 'Erase for good' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Type the word “erase”');
    expect(wipe).not.toHaveBeenCalled();
  });

  it('erases, and starts over', async () => {
    const wipe = vi.fn(() => Promise.resolve());
    const replace = vi.spyOn(location, 'replace').mockImplementation(() => undefined);
    const { user, dialog } = await open(wipe);
    await user.type(within(dialog).getByLabelText(/to confirm/), ' Erase{Enter}');
    await vi.waitFor(() => {
      expect(replace).toHaveBeenCalledExactlyOnceWith('/');
    });
    expect(wipe).toHaveBeenCalledOnce();
  });

  it('says when another tab is in the way', async () => {
    const { user, dialog } = await open(() => Promise.reject(new StorageError('held')));
    await user.type(within(dialog).getByLabelText(/to confirm/), 'erase{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Nothing was erased');
  });

  it('can be left as it is', async () => {
    const { user, dialog } = await open(() => Promise.resolve());
    await user.click(within(dialog).getByRole('button', { name: 'Keep everything' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('about', () => {
  it('tells the version, what the curriculum holds, and the licences', () => {
    openSettings();
    const about = screen.getByRole('region', { name: 'About' });
    expect(about).toHaveTextContent('Versiontest');
    expect(about).toHaveTextContent('4 skills in 2 tracks, 16 cards, 3 milestones');
    expect(about).toHaveTextContent('MIT for the code, CC BY 4.0 for the content');
  });
});
