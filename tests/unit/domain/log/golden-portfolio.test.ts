/** The golden log of portfolio events: it folds and reads the same for ever. Kinds are added, lines never edited. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../../../src/domain/log/event.ts';
import { upcast } from '../../../../src/domain/log/upcast.ts';
import { portfolioOf } from '../../../../src/domain/milestones/portfolio.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import { openLedger, settledBase } from '../../../../src/domain/progress/ledger.ts';
import { decode, encode } from '../../../../src/domain/progress/snapshot.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../../golden-logs/${name}`, import.meta.url), 'utf8');

const log = read('v1-portfolio.ndjson')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as StoredEvent);

/** Maps as lists of pairs and sets as lists, in their order. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      inner instanceof Map || inner instanceof Set ? [...(inner as Set<unknown>)] : inner,
    ),
  );

describe('the golden log of the portfolio', () => {
  const learner = fold(NOBODY, log);

  it('reads to the portfolio it always had', () => {
    expect(plain(portfolioOf(learner))).toEqual(JSON.parse(read('v1-portfolio.state.json')));
  });

  it('does so from any settled state and from a snapshot', () => {
    for (let keep = 0; keep <= log.length; keep += 4) {
      const opened = openLedger(settledBase(log, {}, keep), log, {});
      expect(opened?.learner.portfolio).toEqual(learner.portfolio);
    }
    expect(decode(structuredClone(encode(learner))).portfolio).toEqual(learner.portfolio);
  });

  it('has an event of every kind, one of a later version and one that was never understood', () => {
    const kinds = new Set(log.flatMap((event) => ('what' in event ? [event.what] : [])));
    expect(kinds.size).toBe(14);
    expect(learner.portfolio.some(({ what }) => what === 'haiku')).toBe(true);
    expect(log.filter((event) => !upcast(event)).map(({ n }) => n)).toEqual([30]);
  });
});
