import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../src/domain/log/event.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { OPEN_SKILLS } from '../../../../src/domain/study/frontier.ts';
import { newCardsLeft } from '../../../../src/domain/study/new-cards-left.ts';
import { cards, graphOf, learnerAfter, rated, skill, TODAY } from './support.ts';

const IDS = ['a.one', 'a.two', 'b.one', 'b.two', 'c.one'];
const index = graphOf(IDS.map((id) => skill(id)));

const left = (ids: readonly string[], today: readonly Fact[] = []): number => {
  const learner = learnerAfter([TODAY, today]);
  const skills = ids.flatMap((id) => index.skill(id) ?? []);
  return newCardsLeft(skills, learner, standings(index, learner, TODAY), TODAY);
};
const suspended = (ids: readonly string[]): readonly Fact[] =>
  ids.map((card) => ({ t: 'suspend', card, on: true }));

describe('the count of new cards left', () => {
  it('is that of the cards not seen yet', () => {
    expect(left([])).toBe(0);
    expect(left(['a.one', 'b.one'])).toBe(10);
    expect(left(['a.one', 'b.one'], rated(cards('a.one', 2)))).toBe(8);
  });

  it('leaves out what is suspended or put off until tomorrow', () => {
    expect(left(['a.one'], suspended(['a.one/0', 'a.one/1']))).toBe(3);
    expect(left(['a.one'], [{ t: 'bury', card: 'a.one/4' }])).toBe(4);
    expect(left(['a.one'], [...rated(['a.one/0']), ...suspended(['a.one/0'])])).toBe(4);
  });

  it('counts a card that is both suspended and put off once', () => {
    expect(left(['a.one'], [...suspended(['a.one/0']), { t: 'bury', card: 'a.one/0' }])).toBe(4);
  });

  it('reaches as many skills as are open at a time, past those with nothing left', () => {
    expect(left(IDS)).toBe(OPEN_SKILLS * 5);
    expect(left(IDS, suspended(cards('a.one', 5)))).toBe(OPEN_SKILLS * 5);
    expect(left(IDS, suspended(IDS.slice(0, 4).flatMap((id) => cards(id, 5))))).toBe(5);
  });
});
