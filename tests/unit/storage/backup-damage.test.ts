import fc from 'fast-check';
import { Inflate, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../src/storage/backup-export.ts';
import { MAX_COMPRESSED_BYTES, readZip } from '../../../src/storage/backup-zip.ts';
import { canonicalJson, sha256 } from '../../../src/storage/canonical-json.ts';
import { BackupError } from '../../../src/storage/errors.ts';
import type { LogStore } from '../../../src/storage/log-store.ts';
import { byId, eventsIn, ids, openLog, review, stored } from './support.ts';

const EVENTS = [stored('a', 1), stored('a', 2), stored('a', 501), stored('b', 3)];
let good: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  good = await makeBackup(EVENTS);
});

const ENTRY = 'events/a/00000001.ndjson';

/** A backup with these entries and a list of contents that agrees with them, unless told otherwise. */
const forge = async (
  entries: Record<string, string | Uint8Array<ArrayBuffer>>,
  change: (manifest: Record<string, unknown>) => unknown = (manifest) => manifest,
): Promise<Uint8Array<ArrayBuffer>> => {
  const listed = [];
  const devices: Record<string, number> = {};
  const files: Zippable = {};
  for (const [name, content] of Object.entries(entries)) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    const events = typeof content === 'string' ? content.split('\n').length - 1 : 1;
    files[name] = bytes;
    listed.push({ name, events, sha256: await sha256(bytes) });
    const device = name.split('/')[1] ?? '';
    devices[device] = (devices[device] ?? 0) + events;
  }
  const manifest = change({ format: 'cairn-backup', schema: 1, entries: listed, devices });
  files['manifest.json'] = strToU8(
    typeof manifest === 'string' ? manifest : canonicalJson(manifest),
  );
  return zipSync(files, { mtime: new Date(2000, 0, 1) });
};

const line = (event: unknown): string => `${JSON.stringify(event)}\n`;
const ok = line(stored('a', 1));

/** The state of a log that a refused restore must not change. */
const stateOf = async (log: LogStore): Promise<unknown> => [
  byId(await log.readAll()),
  log.device,
  await log.exportBackup(),
];

describe('refused, with the place and a sentence, changing nothing', () => {
  type Case = [string, () => Promise<Uint8Array> | Uint8Array, string, RegExp];
  const withLine = (text: string) => () => forge({ [ENTRY]: ok + text });
  const renamed =
    (name: string, d = 'a') =>
    () =>
      forge({ [name]: line(stored(d, 1)) });
  const cases: Case[] = [
    ['nothing', () => new Uint8Array(), 'end of the file', /damaged/],
    ['a picture', () => new Uint8Array(5_000).fill(7), 'end of the file', /not a backup/],
    ['cut short by one byte', () => good.subarray(0, -1), 'end of the file', /damaged/],
    ['cut in half', () => good.subarray(0, good.length / 2), 'end of the file', /damaged/],
    ['with something after it', () => new Uint8Array([...good, 0]), 'end of the file', /damaged/],
    [
      'with something before it',
      () => new Uint8Array([0, ...good]),
      'table of contents',
      /damaged/,
    ],
    ['another zip', () => zipSync({ 'a.txt': strToU8('x') }), 'manifest.json', /not a backup/],
    ['an uncompressed entry', () => zipSync(unzipSync(good), { level: 0 }), ENTRY, /damaged/],
    ['a list that is not JSON', () => forge({}, () => '{'), 'manifest.json', /not a backup/],
    [
      'a list of another app',
      () => forge({}, (m) => ({ ...m, format: 'other' })),
      'manifest.json',
      /not a backup/,
    ],
    [
      'a newer schema',
      () => forge({}, (m) => ({ ...m, schema: 3 })),
      'manifest.json',
      /newer version/,
    ],
    [
      'a schema that is none',
      () => forge({}, (m) => ({ ...m, schema: '1' })),
      'manifest.json',
      /damaged/,
    ],
    ['one more field', () => forge({}, (m) => ({ ...m, x: 1 })), 'manifest.json', /damaged/],
    [
      'entries that are none',
      () => forge({}, (m) => ({ ...m, entries: [{ name: 1, events: 1, sha256: '' }] })),
      'manifest.json',
      /damaged/,
    ],
    [
      'an entry listed twice',
      () => forge({ [ENTRY]: ok }, (m) => ({ ...m, entries: [m['entries'], m['entries']].flat() })),
      'manifest.json',
      /twice/,
    ],
    [
      'an entry that is not listed',
      () => forge({ [ENTRY]: ok }, (m) => ({ ...m, entries: [] })),
      ENTRY,
      /not part of it/,
    ],
    [
      'an entry that is not there',
      () =>
        forge({}, (m) => ({ ...m, entries: [{ name: ENTRY, events: 1, sha256: 'f'.repeat(64) }] })),
      ENTRY,
      /missing/,
    ],
    [
      'a wrong hash',
      () =>
        forge({ [ENTRY]: ok }, (m) => ({
          ...m,
          entries: [{ name: ENTRY, events: 1, sha256: 'f'.repeat(64) }],
        })),
      ENTRY,
      /damaged/,
    ],
    [
      'a wrong number of devices',
      () => forge({ [ENTRY]: ok }, (m) => ({ ...m, devices: {} })),
      'manifest.json',
      /does not hold/,
    ],
    [
      'a wrong count',
      () => forge({ [ENTRY]: ok }, (m) => ({ ...m, devices: { a: 2 } })),
      'manifest.json',
      /does not hold/,
    ],
    ['a path upwards', renamed('../../etc/passwd'), '../../etc/passwd', /no part can have/],
    ['an absolute path', renamed(`/${ENTRY}`), `/${ENTRY}`, /no part can have/],
    [
      'the folder above',
      renamed('events/../00000001.ndjson', '..'),
      'events/../00000001.ndjson',
      /no part/,
    ],
    [
      'a number that no part begins with',
      renamed('events/a/00000002.ndjson'),
      'events/a/00000002.ndjson',
      /no part/,
    ],
    [
      'digits too many',
      renamed('events/a/000000001.ndjson'),
      'events/a/000000001.ndjson',
      /no part/,
    ],
    [
      'the prototype as a device',
      renamed('events/__proto__/00000001.ndjson', '__proto__'),
      'events/__proto__/00000001.ndjson',
      /no part/,
    ],
    ['a folder', () => forge({ 'events/': '' }), 'events/', /no part/],
    ['no line feed at the end', () => forge({ [ENTRY]: ok + ok.trim() }), ENTRY, /does not hold/],
    [
      'bytes that are not text',
      () => forge({ [ENTRY]: Uint8Array.of(0xff, 10) }),
      ENTRY,
      /does not hold/,
    ],
    ['a line that is not JSON', withLine('{"v":1\n'), `${ENTRY} line 2`, /not JSON/],
    ['a line that is no object', withLine('[1]\n'), `${ENTRY} line 2`, /not an object/],
    ['an empty line', withLine('\n'), `${ENTRY} line 2`, /not JSON/],
    [
      'a version that is none',
      withLine(line({ ...stored('a', 2), v: 0 })),
      `${ENTRY} line 2`,
      /v is/,
    ],
    [
      'a time that is none',
      withLine(line({ ...stored('a', 2), h: '1' })),
      `${ENTRY} line 2`,
      /h is/,
    ],
    ['another device', withLine(line(stored('b', 2))), `${ENTRY} line 2`, /another device/],
    ['a number twice', withLine(ok), `${ENTRY} line 2`, /out of place/],
    [
      'a number of another part',
      withLine(line(stored('a', 501))),
      `${ENTRY} line 2`,
      /out of place/,
    ],
    [
      'a prototype in a line',
      withLine(`${JSON.stringify(stored('a', 2)).slice(0, -1)},"__proto__":{"admin":true}}\n`),
      `${ENTRY} line 2`,
      /forbidden/,
    ],
    [
      'a prototype deep in a line',
      withLine(`${JSON.stringify(stored('a', 2)).slice(0, -1)},"x":[{"y":{"__proto__":1}}]}\n`),
      `${ENTRY} line 2`,
      /forbidden/,
    ],
    [
      'a line nested deeper than any event',
      withLine(
        `${JSON.stringify(stored('a', 2)).slice(0, -1)},"x":${'['.repeat(40)}${']'.repeat(40)}}\n`,
      ),
      `${ENTRY} line 2`,
      /nested/,
    ],
    [
      'a line nested without end',
      withLine(
        `${JSON.stringify(stored('a', 2)).slice(0, -1)},"x":${'['.repeat(1e5)}${']'.repeat(1e5)}}\n`,
      ),
      `${ENTRY} line 2`,
      /nested/,
    ],
  ];

  test.each(cases)('%s', async (_, make, where, message) => {
    const log = await openLog();
    await log.append([review()]);
    const before = await stateOf(log);
    const error: unknown = await log.restoreBackup(await make()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BackupError);
    expect(error).toMatchObject({ where, message: expect.stringMatching(message) as string });
    expect((error as Error).message).toMatch(/^[A-Z].*\.$/);
    expect(await stateOf(log)).toEqual(before);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});

describe('a zip made to fill the memory', () => {
  test('that says how much it holds is refused before anything is unpacked', () => {
    const bomb = zipSync({ a: new Uint8Array(300_000), b: new Uint8Array(300_000) });
    const limits = { compressed: 10_000, inflated: 500_000 };
    expect(() => readZip(bomb, limits)).toThrow('unpacks to more than a backup may hold');
    expect(readZip(bomb, { ...limits, inflated: 600_000 }).size).toBe(2);
  });

  test('that lies about it is stopped on the way', () => {
    const bomb = zipSync({ a: new Uint8Array(64 * 2 ** 20) });
    const view = new DataView(bomb.buffer);
    view.setUint32(22, 100, true);
    view.setUint32(view.getUint32(bomb.length - 6, true) + 24, 100, true);
    const inflated = vi.spyOn(Inflate.prototype, 'push');
    expect(() => readZip(bomb)).toThrow('unpacks to more than it says');
    // The first slice of several.
    expect(inflated).toHaveBeenCalledTimes(1);
    expect(bomb.length).toBeGreaterThan(3 * 16 * 1024);
  });

  test('that holds less than it says is refused', () => {
    const zip = zipSync({ a: strToU8('aaaa') });
    const view = new DataView(zip.buffer);
    view.setUint32(22, 5, true);
    view.setUint32(view.getUint32(zip.length - 6, true) + 24, 5, true);
    expect(() => readZip(zip)).toThrow(BackupError);
  });

  test('a file above the limit is not even looked at', () => {
    expect(() => readZip(new Uint8Array(MAX_COMPRESSED_BYTES + 1))).toThrow('too large');
  });

  test('entries that share their bytes are refused', () => {
    const zip = zipSync({ a: strToU8('aaaa'), b: strToU8('aaaa') });
    const view = new DataView(zip.buffer);
    const second = view.getUint32(zip.length - 6, true) + 46 + 1;
    view.setUint32(second + 42, 0, true);
    expect(() => readZip(zip)).toThrow(BackupError);
  });
});

test('two thousand flipped bits, one by one, are refused or change nothing', async () => {
  const expected = byId(EVENTS);
  let refused = 0;
  // 3 has no factor in common with 8: every bit of a byte gets its turn.
  for (let bit = 0; bit < good.length * 8; bit += 3) {
    const flipped = good.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
    try {
      expect(byId(await eventsIn(flipped))).toEqual(expected);
    } catch (error) {
      expect(error).toBeInstanceOf(BackupError);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(good.length * 2);
}, 30_000);

test('any cut, and any bytes, are refused', async () => {
  for (let length = 0; length < good.length; length++)
    await expect(eventsIn(good.subarray(0, length))).rejects.toThrow(BackupError);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await expect(eventsIn(bytes)).rejects.toThrow(BackupError);
    }),
  );
  expect(ids(await eventsIn(good))).toEqual(ids(EVENTS));
});
