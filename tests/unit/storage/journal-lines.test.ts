import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { StoredEvent } from '../../../src/domain/log/event.ts';
import { crc32, encodeLine, encodeLines, lineScanner } from '../../../src/storage/journal-lines.ts';
import { anyEvents, stored } from './support.ts';

const scan = (bytes: Uint8Array, chunk = bytes.length || 1) => {
  const events: StoredEvent[] = [];
  const places: [number, number][] = [];
  const scanner = lineScanner(0, (event, start, end) => {
    events.push(event);
    places.push([start, end]);
  });
  for (let at = 0; at < bytes.length; at += chunk) scanner.push(bytes.subarray(at, at + chunk));
  scanner.finish();
  return { events, places, damaged: scanner.damaged(), verified: scanner.verified() };
};

describe('the journal', () => {
  test('has the checksum that gzip has', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const trailer = new DataView(gzipSync(bytes).slice(-8).buffer);
        expect(crc32(bytes)).toBe(trailer.getUint32(0, true));
      }),
    );
  });

  test('is readable by anyone: eight hex digits, a tab, JSON', () => {
    const text = new TextDecoder().decode(encodeLine(stored('a', 1)));
    expect(text).toMatch(/^[0-9a-f]{8}\t\{.*\}\n$/);
    expect(JSON.parse(text.slice(9))).toEqual(stored('a', 1));
  });

  test('gives back what was written, in pieces of any size', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 300 }), (events, chunk) => {
        const bytes = encodeLines(events);
        const read = scan(bytes, chunk);
        expect(read.events).toEqual(events);
        expect(read).toMatchObject({ damaged: 0, verified: bytes.length });
        for (const [i, [start, end]] of read.places.entries())
          expect(bytes.slice(start, end + 1)).toEqual(encodeLine(events[i]));
      }),
      { numRuns: 60 },
    );
  });

  test('a torn tail costs itself only, given the line feed of the next session', () => {
    const lines = [1, 2, 3].map((n) => encodeLine(stored('a', n)));
    const before = encodeLines([stored('a', 1), stored('a', 2)]);
    const torn = lines[2] as Uint8Array;
    for (let cut = 0; cut <= torn.length; cut++) {
      const next = encodeLines([stored('b', 1)]);
      const bytes = new Uint8Array([...before, ...torn.subarray(0, cut), 10, ...next]);
      const { events, damaged } = scan(bytes);
      const isWhole = cut >= torn.length - 1;
      expect(events).toHaveLength(isWhole ? 4 : 3);
      expect(damaged).toBe(isWhole || cut === 0 ? 0 : 1);
      // Before the next session wrote its line feed.
      const early = scan(bytes.subarray(0, before.length + cut));
      expect(early.damaged).toBe(0);
      expect(early.events).toHaveLength(isWhole ? 3 : 2);
    }
  });

  test('no flipped bit goes unnoticed, and none costs more than two lines', () => {
    const events = [stored('a', 1), stored('a', 2, { note: 'ünïcödé' }), stored('a', 3)];
    const bytes = encodeLines(events);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      const read = scan(flipped);
      expect(read.events.length).toBeGreaterThanOrEqual(1);
      expect(read.events.length).toBeLessThan(4);
      for (const event of read.events) expect(events).toContainEqual(event);
      if (read.events.length < 3)
        expect(read.damaged + Number(read.verified < bytes.length)).toBeGreaterThan(0);
    }
  });

  test('blank lines, other records and lines of zeros are passed over', () => {
    const bytes = new Uint8Array([
      ...encodeLine({ journal: 'x', format: 1 }),
      ...new TextEncoder().encode('\n      \n'),
      ...new Uint8Array(4_096),
      10,
      ...encodeLine(stored('a', 1)),
    ]);
    expect(scan(bytes)).toMatchObject({ events: [stored('a', 1)], damaged: 1 });
  });
});
