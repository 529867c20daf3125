/**
 * What a released version wrote folds to the same for ever. A new `EVENT_VERSION`, type or field adds a log; none is ever
 * edited, and nor is its state: what the state has gained since may stand beside it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_VERSION, type StoredEvent } from '../../../../src/domain/log/event.ts';
import { envelopeProblem, upcast } from '../../../../src/domain/log/upcast.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import { openLedger, settledBase } from '../../../../src/domain/progress/ledger.ts';

const SUCCESSORS = { 'sql.joins/retired': 'sql.joins/outer~a' };

const read = (name: string): string =>
  readFileSync(new URL(`../../../golden-logs/${name}`, import.meta.url), 'utf8');

const logOf = (name: string): StoredEvent[] =>
  read(`${name}.ndjson`)
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

/**
 * `v1`: the first release. `v1-study`: intervals that were chosen, cram sessions, confidence. `v1-options`: own words for
 * the options of choice cards.
 */
const LOGS = ['v1', 'v1-study', 'v1-options'];

describe.each(LOGS)('golden log %s', (name) => {
  const log = logOf(name);
  const expected = JSON.parse(read(`${name}.state.json`)) as object;

  it('folds to the state it always had', () => {
    expect(summary(fold(NOBODY, log, SUCCESSORS))).toMatchObject(expected);
  });

  it('does so from any settled state', () => {
    for (let keep = 0; keep <= log.length; keep += 5) {
      const opened = openLedger(settledBase(log, SUCCESSORS, keep), log, SUCCESSORS);
      expect(opened && summary(opened.learner)).toMatchObject(expected);
    }
  });

  it('may be imported, line by line', () => {
    for (const event of log) expect(envelopeProblem(event)).toBeUndefined();
  });
});

describe('the golden logs', () => {
  it('have one for each version', () => {
    const versions = LOGS.map((name) => Number(/\d+/.exec(name)?.[0]));
    expect([...new Set(versions)]).toEqual(Array.from({ length: EVENT_VERSION }, (_, i) => i + 1));
  });

  it('have an event of every type', () => {
    const known = LOGS.flatMap(logOf).filter((event) => upcast(event));
    expect(new Set(known.map(({ t }) => t)).size).toBe(17);
  });

  it('have some that were never understood', () => {
    const strange = logOf('v1').filter((event) => !upcast(event));
    expect(strange.map(({ d, n }) => `${d}:${n}`)).toEqual(['tablet:9', 'tablet:10', 'tablet:11']);
  });
});
