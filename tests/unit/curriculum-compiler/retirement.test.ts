import { describe, expect, it } from 'vitest';
import { retiredCards } from '../../../src/curriculum-compiler/check/retirement.ts';
import { compileFiles, skillFiles, soundCard } from './curriculum-on-disk.ts';

const cards = `${soundCard('kept')}\n${soundCard('fresh')}`;
const skills = skillFiles({ id: 'one.skill', cards });
const released = (...ids: string[]): Record<string, string> => ({
  'released-ids.json': JSON.stringify({ skills: ['one.skill'], cards: ids, milestones: [] }),
});
const retired = (...entries: string[]): Record<string, string> => ({
  'retired.yaml': entries
    .map((entry) => `- { since: 2026-01-15, why: split, ${entry} }`)
    .join('\n'),
});

const messages = async (files: Record<string, string>): Promise<string[]> =>
  (await compileFiles({ ...skills, ...files })).problems.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

describe('released and retired ids', () => {
  it('accepts a release that only grew', async () => {
    expect(await messages(released('one.skill/kept'))).toEqual([]);
  });

  it('refuses an id that vanished', async () => {
    expect(await messages(released('one.skill/kept', 'one.skill/gone'))).toEqual([
      'vanished: "one.skill/gone" was released and is gone: list it in retired.yaml or bring it back',
    ]);
  });

  it('accepts one that is retired, with or without a successor', async () => {
    expect(
      await messages({
        ...released('one.skill/gone', 'one.skill/other'),
        ...retired('id: one.skill/gone, replaced-by: one.skill/fresh', 'id: one.skill/other'),
      }),
    ).toEqual([]);
  });

  it('refuses one that came back', async () => {
    expect(await messages(retired('id: one.skill/kept'))).toEqual([
      'retired-present: "one.skill/kept" is retired but still there',
    ]);
  });

  it('refuses an unknown successor, and successors in a circle', async () => {
    expect(await messages(retired('id: one.skill/gone, replaced-by: one.skill/no'))).toEqual([
      'unknown-successor: "one.skill/gone" is replaced by "one.skill/no", which does not exist',
    ]);
    const circle = retired(
      'id: one.skill/a, replaced-by: one.skill/b',
      'id: one.skill/b, replaced-by: one.skill/a',
    );
    expect(await messages(circle)).toHaveLength(2);
  });

  it('refuses a vanished skill or milestone too', async () => {
    const file = { skills: ['no.skill'], cards: [], milestones: ['m.no'] };
    expect(await messages({ 'released-ids.json': JSON.stringify(file) })).toHaveLength(2);
  });

  it('needs a date and a reason', async () => {
    expect(await messages({ 'retired.yaml': '- { id: one.skill/gone, since: soon }' })).toEqual([
      'field-type: "since" must be a date, 2026-12-01',
      'missing-field: "why" is missing',
    ]);
  });

  it('refuses a released-ids.json that it did not write', async () => {
    expect(await messages({ 'released-ids.json': '[]' })).toHaveLength(1);
    expect(await messages({ 'released-ids.json': '{' })).toHaveLength(1);
  });

  it('hands history on through chains and from sibling to sibling', async () => {
    const cloze =
      '## text\n\nkind: cloze\nsource: book, 1\n\nA {{1::ripe}} tomato is {{2::red}}.\n';
    const { source, problems } = await compileFiles({
      ...skillFiles({ id: 'one.skill', cards: `${cards}\n${cloze}` }),
      ...released('one.skill/old~1', 'one.skill/old~2', 'one.skill/old~3'),
      ...retired(
        'id: one.skill/older, replaced-by: one.skill/oldest',
        'id: one.skill/oldest, replaced-by: one.skill/fresh',
        'id: one.skill/old, replaced-by: one.skill/text',
        'id: one.skill/lost',
      ),
    });
    expect(problems).toEqual([]);
    expect(source && retiredCards(source)).toEqual({
      'one.skill/older': 'one.skill/fresh',
      'one.skill/oldest': 'one.skill/fresh',
      'one.skill/old': 'one.skill/text~1',
      'one.skill/old~1': 'one.skill/text~1',
      'one.skill/old~2': 'one.skill/text~2',
      'one.skill/old~3': 'one.skill/text~1',
      'one.skill/lost': null,
    });
  });
});
