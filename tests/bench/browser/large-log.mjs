/** A log of many reviews, written into a page's database as the app would have sealed it. */

export const DEVICE = 'benchdevice1';
const SEGMENT = 500;
const DAY = 86_400_000;

/** A small generator of pseudo-random numbers in [0, 1), so that every run has the same log. @param {number} seed */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/**
 * Settings first, then reviews over all cards in turn, spread over the days before `end`.
 * @param {readonly string[]} cards @param {number} reviews @param {number} end ms since the epoch
 */
export const makeLog = (cards, reviews, end) => {
  const next = random(7);
  const days = 700;
  const start = end - days * DAY;
  /** @type {Record<string, unknown>[]} */
  const events = [];
  const add = (/** @type {number} */ w, /** @type {object} */ fact) => {
    const n = events.length + 1;
    events.push({ v: 1, d: DEVICE, n, h: Math.round(w), w: Math.round(w), z: 'UTC', ...fact });
  };
  add(start, { t: 'setting', key: 'welcomedAt', value: start });
  add(start + 1, { t: 'setting', key: 'sessionMinutes', value: 0 });
  add(start + 2, { t: 'setting', key: 'targetStage', value: 'branch' });
  const gap = (days * DAY - 10_000) / reviews;
  for (let i = 0; i < reviews; i++) {
    const roll = next();
    const rating = roll < 0.1 ? 1 : roll < 0.2 ? 2 : roll < 0.9 ? 3 : 4;
    const card = cards[(i * 7919) % cards.length];
    add(start + 10 + i * gap, {
      t: 'review',
      card,
      rating,
      took: 4000 + Math.round(next() * 8000),
    });
  }
  return events;
};

/**
 * Writes a log into the open page's origin. The app must not be running in it.
 * @param {import('playwright').Page} page @param {readonly Record<string, unknown>[]} events
 */
export const plantLog = async (page, events) => {
  for (let i = 0; i < events.length; i += 100 * SEGMENT) {
    await page.evaluate(
      ({ slice, device, segment }) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('cairn', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('kv');
          opening.onerror = () => reject(new Error(String(opening.error)));
          opening.onsuccess = () => {
            const database = opening.result;
            const transaction = database.transaction('kv', 'readwrite');
            const store = transaction.objectStore('kv');
            for (let at = 0; at < slice.length; at += segment) {
              const part = slice.slice(at, at + segment);
              store.put(part, ['s', device, Number(part[0]?.['n'])]);
            }
            const last = slice.at(-1);
            store.put({ d: device, n: last?.['n'], h: last?.['h'] }, ['device']);
            store.put({ version: 1 }, ['schema']);
            transaction.onabort = () => reject(new Error(String(transaction.error)));
            transaction.oncomplete = () => {
              database.close();
              resolve(undefined);
            };
          };
        }),
      { slice: events.slice(i, i + 100 * SEGMENT), device: DEVICE, segment: SEGMENT },
    );
  }
};
