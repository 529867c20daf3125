import type { CurriculumGraph } from '../../../src/domain/curriculum/types.ts';
import type { StorageStatus } from '../../../src/storage/health.ts';
import type { LogStore } from '../../../src/storage/log-store.ts';
import SettingsScreen from '../../../src/screens/settings/SettingsScreen.tsx';
import { renderScreen, testCairn, tinyGraph, type Shown, type TestCairn } from '../support.tsx';

export const TWO_COPIES: StorageStatus = { kind: 'ok', copies: 2, damagedLines: 0 };

export interface OpenSettings extends Shown {
  readonly cairn: TestCairn;
}

/** A Cairn whose store answers what the settings ask for, and the screen over it. */
export const settingsCairn = (
  store: Partial<LogStore> = {},
  graph: CurriculumGraph = tinyGraph(),
): TestCairn =>
  testCairn({
    graph,
    store: { status: TWO_COPIES, lastBackupAt: () => Promise.resolve(undefined), ...store },
  });

export const openSettings = (cairn: TestCairn = settingsCairn(), hash = ''): OpenSettings => ({
  ...renderScreen(SettingsScreen, cairn, `/settings${hash}`, '/settings'),
  cairn,
});

/** The person has been through the welcome. */
export const welcome = async (cairn: TestCairn): Promise<void> => {
  await cairn.setSetting('welcomedAt', cairn.now());
};
