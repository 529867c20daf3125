/** What a released version wrote folds to the same for ever. A new `EVENT_VERSION` adds a log; none is ever edited. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_VERSION, type StoredEvent } from '../../../../src/domain/log/event.ts';
import { envelopeProblem, upcast } from '../../../../src/domain/log/upcast.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings.ts';
import { openLedger, settledBase } from '../../../../src/domain/progress/ledger.ts';

const SUCCESSORS = { 'sql.joins/retired': 'sql.joins/outer~a' };

const read = (name: string): string =>
  readFileSync(new URL(`../../../golden-logs/${name}`, import.meta.url), 'utf8');

const logOf = (version: number): StoredEvent[] =>
  read(`v${version}.ndjson`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredEvent);

/** A learner as JSON: maps and sets as sorted lists, numbers to 13 digits, since powers may differ in the last from one machine to another. */
const summary = (learner: Learner): unknown =>
  JSON.parse(
    JSON.stringify(learner, (_, value: unknown) => {
      if (typeof value === 'number') return Number(value.toPrecision(13));
      if (value instanceof Set)
        return [...(value as Set<string>)].toSorted((a, b) => (a < b ? -1 : 1));
      const isMap = typeof value === 'object' && value !== null && 'get' in value;
      return isMap
        ? [...(value as ReadonlyMap<string, unknown>)].toSorted(([a], [b]) => (a < b ? -1 : 1))
        : value;
    }),
  );

describe.each(Array.from({ length: EVENT_VERSION }, (_, i) => i + 1))(
  'golden log v%i',
  (version) => {
    const log = logOf(version);
    const kept = JSON.parse(read(`v${version}.state.json`)) as { settings: object };
    // A setting that came later stands at its default.
    const expected = { ...kept, settings: { ...DEFAULT_SETTINGS, ...kept.settings } };

    it('folds to the state it always had', () => {
      expect(summary(fold(NOBODY, log, SUCCESSORS))).toEqual(expected);
    });

    it('does so from any settled state', () => {
      for (let keep = 0; keep <= log.length; keep += 5) {
        const opened = openLedger(settledBase(log, SUCCESSORS, keep), log, SUCCESSORS);
        expect(opened && summary(opened.learner)).toEqual(expected);
      }
    });

    it('may be imported, line by line', () => {
      for (const event of log) expect(envelopeProblem(event)).toBeUndefined();
    });

    it('has an event of every type, and some that were never understood', () => {
      const types = new Set(log.filter((event) => upcast(event)).map(({ t }) => t));
      expect(types.size).toBe(16);
      expect(log.filter((event) => !upcast(event)).map(({ d, n }) => `${d}:${n}`)).toEqual([
        'tablet:9',
        'tablet:10',
        'tablet:11',
      ]);
    });
  },
);
