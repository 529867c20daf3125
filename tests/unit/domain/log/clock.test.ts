import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREDIBLE_LEAD_MS, nextClock, witness } from '../../../../src/domain/log/clock.ts';
import { DAY, HOUR, START } from '../support/events.ts';

const times = fc.integer({ min: 0, max: 4e12 });

describe('the hybrid clock', () => {
  it('is the wall clock where nothing is ahead of it', () => {
    expect(nextClock(START, 0)).toBe(START);
    expect(nextClock(START, START - 1)).toBe(START);
  });

  it('moves past what it has seen, though the wall clock stands or goes back', () => {
    expect(nextClock(START, START)).toBe(START + 1);
    expect(nextClock(START - HOUR, START)).toBe(START + 1);
    expect(nextClock(START - CREDIBLE_LEAD_MS, START)).toBe(START + 1);
  });

  it('does not follow a clock more than a day ahead', () => {
    expect(nextClock(START, START + CREDIBLE_LEAD_MS + 1)).toBe(START);
    expect(witness(START, 5, START + CREDIBLE_LEAD_MS + 1)).toBe(5);
    expect(witness(START, 5, START + CREDIBLE_LEAD_MS)).toBe(START + CREDIBLE_LEAD_MS);
  });

  it('never lies behind the wall clock, nor more than a day and a tick ahead of it', () => {
    fc.assert(
      fc.property(times, times, (wall, seen) => {
        const clock = nextClock(wall, seen);
        expect(clock).toBeGreaterThanOrEqual(wall);
        expect(clock).toBeLessThanOrEqual(wall + CREDIBLE_LEAD_MS + 1);
      }),
    );
  });

  it('rises on one device under any credible wall clocks of its own and others', () => {
    // Short of a day: a clock that is a whole day ahead is no longer followed once it has ticked on.
    const moments = fc.array(fc.tuple(fc.integer({ min: 0, max: DAY - 1000 }), fc.boolean()));
    fc.assert(
      fc.property(moments, (walls) => {
        let seen = 0;
        let last = -1;
        for (const [wall, isOther] of walls) {
          if (isOther) seen = witness(START, seen, START + wall);
          else {
            const clock = nextClock(START + wall, seen);
            expect(clock).toBeGreaterThan(last);
            last = seen = clock;
          }
        }
      }),
    );
  });
});
