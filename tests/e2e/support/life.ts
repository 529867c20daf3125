/** A person with a past: facts planted in the log before the app opens, each a second after the one before. */
import type { Page } from '@playwright/test';
import { DEVICE, plantLog } from '../../bench/browser/large-log.mjs';
import type { App } from './app.ts';
import type { Guard } from './guard.ts';
import { eventsOnDisk, type LoggedEvent } from './log.ts';

const DAY_MS = 86_400_000;

export interface PlantedFact {
  readonly t: string;
  /** Days before now; 90 by default. */
  readonly ago?: number;
  readonly [field: string]: unknown;
}

/** Plants the facts, a finished welcome before them, and opens a route. */
export const live = async (
  app: App,
  guard: Guard,
  facts: readonly PlantedFact[],
  route = 'study',
): Promise<void> => {
  // A page without a script has no icon either, and the browser logs that.
  guard.allow(/favicon\.ico/);
  await app.page.goto(new URL('robots.txt', app.url).href);
  const now = Date.now();
  const events = [{ t: 'setting', key: 'welcomedAt', value: 1 }, ...facts].map(
    ({ ago = 90, ...fact }: PlantedFact, i) => {
      const w = now - ago * DAY_MS + i * 1000;
      return { v: 1, d: DEVICE, n: i + 1, h: w, w, z: 'UTC', ...fact };
    },
  );
  await plantLog(app.page, events);
  await app.goto(route);
};

export const setting = (key: string, value: unknown): PlantedFact => ({ t: 'setting', key, value });

/** Makes one card the only review that is due: answered Easy long ago. */
export const due = (card: string): PlantedFact => ({
  t: 'review',
  card,
  rating: 4,
  took: 5000,
  ago: 60,
});

/** What was written since, oldest first. */
export const writtenSince = async (page: Page): Promise<readonly LoggedEvent[]> =>
  (await eventsOnDisk(page))
    .filter((event) => Number(event['w']) > Date.now() - DAY_MS)
    .toSorted((a, b) => Number(a['h']) - Number(b['h']));

export const reviewsSince = async (page: Page): Promise<readonly LoggedEvent[]> =>
  (await writtenSince(page)).filter(({ t }) => t === 'review');
