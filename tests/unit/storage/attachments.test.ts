import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { ATTACHMENT_LIMIT } from '../../../src/domain/milestones/attachment.ts';
import { openAttachments, type Attachments } from '../../../src/storage/attachments.ts';
import { makeBackup } from '../../../src/storage/backup-export.ts';
import { readBackup } from '../../../src/storage/backup-read.ts';
import { canonicalJson, sha256 } from '../../../src/storage/canonical-json.ts';
import { BackupError } from '../../../src/storage/errors.ts';
import { eventsIn, freshName, MemoryJournal, openLog, raw, review, stored } from './support.ts';

const DAY = 86_400_000;

type Bytes = Uint8Array<ArrayBuffer>;

const pdf = (size: number, fill = 7): Bytes => {
  const bytes = new Uint8Array(size).fill(fill);
  bytes.set(strToU8('%PDF-'));
  return bytes;
};

const withFiles = async <T>(name: string, use: (kept: Attachments) => Promise<T>): Promise<T> => {
  const kept = openAttachments(name);
  try {
    return await use(kept);
  } finally {
    kept.close();
  }
};

describe('attached files', () => {
  test('come back as they were, and the same file is stored once', async () => {
    await withFiles(freshName(), async (kept) => {
      const [one, two, same] = await kept.put([pdf(10), pdf(20), pdf(10)]);
      expect(one).toBe(await sha256(pdf(10)));
      expect(same).toBe(one);
      expect(await kept.get(two ?? '')).toEqual(pdf(20));
      expect(await kept.get('f'.repeat(64))).toBeUndefined();
      expect(await kept.sizes()).toEqual(
        new Map([
          [one, 10],
          [two, 20],
        ]),
      );
    });
  });

  test('go a month after nothing has them any more, and not if something has them again', async () => {
    await withFiles(freshName(), async (kept) => {
      const [one = '', two = ''] = await kept.put([pdf(10), pdf(20)]);
      const none = new Set<string>();
      const left = async (inUse: ReadonlySet<string>, day: number): Promise<number> => {
        await kept.sweep(inUse, day * DAY);
        return (await kept.sizes()).size;
      };
      expect(await left(none, 1)).toBe(2);
      expect(await left(none, 31)).toBe(2);
      expect(await left(new Set([two]), 31.5)).toBe(1);
      expect(await kept.get(one)).toBeUndefined();
      // What was in use at day 31 has a new month.
      expect(await left(none, 60)).toBe(1);
      expect(await left(none, 90)).toBe(1);
      // Attached once more.
      await kept.put([pdf(20)]);
      expect(await left(none, 91)).toBe(1);
      expect(await left(none, 122)).toBe(0);
    });
  });
});

describe('a backup with attached files', () => {
  test('restores them, and is the same to the byte when it is made again', async () => {
    const here = freshName();
    const log = await openLog(here);
    await log.append([review('a/1')]);
    await withFiles(here, (kept) => kept.put([pdf(100_000), pdf(ATTACHMENT_LIMIT, 1)]));
    const bytes = await log.exportBackup();

    const there = freshName();
    const other = await openLog(there, { journal: new MemoryJournal() });
    expect(await other.restoreBackup(bytes)).toEqual({ added: 1, known: 0, files: 2 });
    await withFiles(there, async (kept) => {
      expect(await kept.get(await sha256(pdf(100_000)))).toEqual(pdf(100_000));
    });
    expect(await other.exportBackup()).toEqual(bytes);
    expect(await other.restoreBackup(bytes)).toEqual({ added: 0, known: 1 });
  });

  test('lists their hashes; one without files is what older versions wrote', async () => {
    const hash = await sha256(pdf(10));
    const manifestOf = (bytes: Bytes): Record<string, unknown> =>
      JSON.parse(new TextDecoder().decode(unzipSync(bytes)['manifest.json'])) as Record<
        string,
        unknown
      >;
    const events = [stored('a', 1)];
    expect(manifestOf(await makeBackup(events, new Map([[hash, pdf(10)]])))).toMatchObject({
      schema: 2,
      files: [{ name: `files/${hash}`, size: 10, sha256: hash }],
    });
    const manifest = manifestOf(await makeBackup(events));
    expect(manifest['schema']).toBe(1);
    expect(manifest).not.toHaveProperty('files');
  });

  test('leaves out a file that was damaged on the disk, rather than be refused one day', async () => {
    const name = freshName();
    const log = await openLog(name);
    await log.append([review('a/1')]);
    const [hash = ''] = await withFiles(name, (kept) => kept.put([pdf(10)]));
    await raw(`${name}-files`)('readwrite', (records) => {
      records.put({ v: 1, bytes: pdf(10, 9) }, ['file', hash]);
    });
    const { events, files } = await readBackup(await log.exportBackup());
    expect([events.length, files.length]).toEqual([1, 0]);
  });

  test('is made without them, and says so, when they cannot be read', async () => {
    const log = await openLog();
    await log.append([review('a/1')]);
    const isWhole = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    const leftOut = vi.fn();
    const bytes = await log.exportBackup(leftOut);
    isWhole.mockRestore();
    expect(leftOut).toHaveBeenCalledOnce();
    expect(await eventsIn(bytes)).toHaveLength(1);
  });

  test('erasing everything erases them', async () => {
    const name = freshName();
    const log = await openLog(name, { journal: new MemoryJournal() });
    const [hash = ''] = await withFiles(name, (kept) => kept.put([pdf(10)]));
    await log.wipe();
    await withFiles(name, async (kept) => {
      expect(await kept.get(hash)).toBeUndefined();
      expect(await kept.sizes()).toEqual(new Map());
    });
  });
});

describe('a backup is refused, with the place, changing nothing', () => {
  interface Listed {
    name: string;
    size: number;
    sha256: string;
  }
  /** A sound backup of one event and this file, but for the change. */
  const forge = async (
    bytes: Bytes,
    change: (listed: Listed) => Partial<Listed> = () => ({}),
    isThere = true,
  ): Promise<{ zip: Bytes; name: string }> => {
    const hash = await sha256(bytes);
    const sound = { name: `files/${hash}`, size: bytes.length, sha256: hash };
    const listed = { ...sound, ...change(sound) };
    const files = unzipSync(await makeBackup([stored('a', 1)]));
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as object;
    files['manifest.json'] = strToU8(canonicalJson({ ...manifest, schema: 2, files: [listed] }));
    if (isThere) files[listed.name] = bytes;
    return { zip: zipSync(files, { mtime: new Date(2000, 0, 1) }), name: listed.name };
  };
  const other = 'a'.repeat(64);

  test('the forged one is fine when nothing is changed', async () => {
    const { zip } = await forge(pdf(10));
    expect((await readBackup(zip)).files).toEqual([pdf(10)]);
  });

  test.each([
    [
      'a damaged file',
      () => forge(pdf(10), () => ({ name: `files/${other}`, sha256: other })),
      /damaged/,
    ],
    ['a file of another size', () => forge(pdf(10), () => ({ size: 9 })), /damaged/],
    ['a file that is too large', () => forge(pdf(ATTACHMENT_LIMIT + 1)), /larger than any/],
    ['a file that says it is too large', () => forge(pdf(10), () => ({ size: 6e6 })), /larger/],
    ['a missing file', () => forge(pdf(10), undefined, false), /missing/],
    ['a page as a file', () => forge(strToU8('<!doctype html>')), /neither a picture nor a PDF/],
    ['a path upwards', () => forge(pdf(10), () => ({ name: '../up' })), /no file can have/],
    [
      'a hash that is none',
      () => forge(pdf(10), () => ({ name: 'files/x', sha256: 'x' })),
      /no file/,
    ],
  ])('%s', async (_what, make, message) => {
    const { zip, name } = await make();
    const here = freshName();
    const log = await openLog(here);
    const error: unknown = await log.restoreBackup(zip).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BackupError);
    expect(error).toMatchObject({ where: name, message: expect.stringMatching(message) as string });
    expect(await log.readAll()).toEqual([]);
    expect(await withFiles(here, (kept) => kept.sizes())).toEqual(new Map());
  });

  test('a list of files that is none', async () => {
    const { zip } = await forge(pdf(10), () => ({ size: 'ten' as unknown as number }));
    await expect(readBackup(zip)).rejects.toMatchObject({ where: 'manifest.json' });
  });
});
