import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderJson, ladderYaml } from '../../../../src/domain/milestones/ladder-export.ts';
import { importLadder, type FilePath } from '../../../../src/domain/milestones/ladder-import.ts';
import type { OwnMilestoneFields } from '../../../../src/domain/milestones/ladder.ts';
import { criteriaOf, ownId, ownProblems } from '../../../../src/domain/milestones/own-milestone.ts';
import {
  LadderSyntaxError,
  readLadderFile,
} from '../../../../src/screens/milestones/ladder-reader.ts';

const STAGES = ['entry', 'mid', 'senior', 'staff'];

const LADDER = `
# An employer's ladder
name: Example
summary: >
  Two lines
  of it.
levels:
  - id: l1
    name: Engineer
  - { id: l2, name: "Senior: two", stage: senior }
themes:
  - id: delivery
    name: Delivery
competencies:
  - id: 7ed8deae-2dbb
    summary: Ships on time, it's said
    level: l1
    theme: delivery
    examples:
      - A launch
      - "Tells early: “late”"
    supportingUrls: []
  - id: d2
    summary: 2048
    level: l2
    theme: delivery
`;

const imported = (text: string) => {
  const { value, lineOf } = readLadderFile(text);
  const result = importLadder(value, STAGES, [...STAGES, 'branch']);
  return {
    ...result,
    said: result.problems.map(({ path, message }) => `${lineOf(path)}: ${message}`),
  };
};

describe('a ladder from a file', () => {
  it('is read with its texts as they were written; what it adds beside is left out', () => {
    const { ladder, problems, milestones } = imported(LADDER);
    expect(problems).toEqual([]);
    expect(milestones.size).toBe(0);
    expect(ladder).toEqual({
      name: 'Example',
      summary: 'Two lines of it.',
      levels: [
        { id: 'l1', name: 'Engineer', stage: 'entry' },
        { id: 'l2', name: 'Senior: two', stage: 'senior' },
      ],
      themes: [{ id: 'delivery', name: 'Delivery' }],
      competencies: [
        {
          id: '7ed8deae-2dbb',
          summary: "Ships on time, it's said",
          level: 'l1',
          theme: 'delivery',
          examples: ['A launch', 'Tells early: “late”'],
        },
        { id: 'd2', summary: '2048', level: 'l2', theme: 'delivery', examples: [] },
      ],
    });
  });

  it('spreads levels over the stages where it does not say which is which', () => {
    const levels = (n: number): readonly string[] => {
      const list = Array.from({ length: n }, (_, i) => ({ id: `l${i}`, name: `L${i}` }));
      const text = JSON.stringify({ name: 'x', levels: list, themes: [], competencies: [] });
      return (imported(text).ladder?.levels ?? []).map(({ stage }) => stage);
    };
    expect(levels(4)).toEqual(STAGES);
    expect(levels(1)).toEqual(['entry']);
    expect(levels(7)).toEqual(['entry', 'mid', 'mid', 'senior', 'senior', 'staff', 'staff']);
  });

  it('says everything that is wrong at once, each with its line', () => {
    expect(
      imported(`name: x
levels:
  - id: a
    name: A
    stage: director
  - id: a
    name: [B]
themes: {}
competencies:
  - summary: y
    level: z
    theme: t
    examples: [1, [2]]
  - nonsense
`).said,
    ).toEqual([
      '5: there is no stage "director"; there are entry, mid, senior, staff, branch',
      '7: "name" must be a text',
      '8: "themes" must be a list',
      '11: there is no level "z"; there are a, a',
      '12: there is no theme "t"; there are ',
      '10: "id" is missing',
      '13: every entry of "examples" must be a text',
      '14: expected fields, "name: value"',
      '14: "level" is missing',
      '14: "theme" is missing',
      '14: "id" is missing',
      '14: "summary" is missing',
      '6: the id "a" is there twice',
    ]);
    expect(imported('title: no ladder').said).toEqual([
      '1: the file names neither levels, themes and competencies nor milestones of a ladder',
    ]);
    expect(imported('- a').said).toEqual(['1: expected fields, "name: value"']);
    expect(imported('').said).toEqual(['1: expected fields, "name: value"']);
    expect(imported('levels: []').said).toEqual([
      '1: there are no levels',
      '1: there are no themes',
      '1: there are no competencies',
      '1: "name" is missing',
    ]);
  });

  it('refuses more than any ladder has, and goes on to what else is wrong', () => {
    const file = (levels: number, summary: string) =>
      importLadder(
        {
          name: 'x',
          summary,
          levels: Array.from({ length: levels }, (_, i) => ({ id: `l${i}`, name: `L${i}` })),
          themes: [{ id: 't', name: 'T' }],
          competencies: [{ id: 'c', summary: 'y', level: 'l0', theme: 't' }],
        },
        STAGES,
        STAGES,
      ).problems.map(({ path, message }) => `${path.join('/')}: ${message}`);
    expect(file(2000, 'z'.repeat(2000))).toEqual([]);
    expect(file(2001, 'z'.repeat(2001))).toEqual([
      'levels: "levels" has more than 2000 entries',
      'competencies/0/level: there is no level "l0"; there are ',
      'summary: "summary" is longer than 2000 characters',
    ]);
  });

  it.each([
    ['a: [1, 2', 1],
    ['a: {b: 1', 1],
    ['a:\n  b: "open', 2],
    ['a: &x 1\nb: *x', 1],
    ['a: *x', 1],
    ['a: !!js/function "x"', 1],
    ['a: 1\na: 2', 2],
    ['a: "\\q"', 1],
    ['a: 1\n---\nb: 2', 2],
    ['a\nb: 1', 1],
    ['[a: 1]', 1],
    ['"a" "b"', 1],
    [`${'['.repeat(200)}${']'.repeat(200)}`, 1],
    ['x'.repeat(1_000_001), 1],
  ])('refuses %.30s', (text, line) => {
    let thrown: unknown;
    try {
      readLadderFile(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(LadderSyntaxError);
    expect(thrown).toMatchObject({ line });
  });

  it('never breaks and pollutes nothing, whatever the file holds', () => {
    const polluting = '{"__proto__": {"bad": 1}, "constructor": {"prototype": {"bad": 1}}}';
    imported(polluting);
    expect(({} as { bad?: number }).bad).toBeUndefined();
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '- ',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      '|',
      '>',
      '&',
      '*',
      '!',
      ',',
      '?',
      '---',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          imported(pieces.join(''));
        } catch (error) {
          if (!(error instanceof LadderSyntaxError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads any JSON to the texts and lists in it', () => {
    const text = fc.string({ unit: 'grapheme' });
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.array(tie('node')),
        fc.dictionary(
          text.filter((key) => key !== '__proto__'),
          tie('node'),
        ),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        expect(readLadderFile(JSON.stringify(value)).value).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });
});

const OWN: OwnMilestoneFields = {
  title: 'Run the reading group',
  stage: 'mid',
  class: 'durable',
  summary: 'Ours: every second week',
  criteria: [{ id: 'ten', text: 'Ten sessions\nare noted' }],
  competencies: ['communication'],
  skills: [],
  story: '',
  weeks: 20,
};

describe('milestones from a file', () => {
  it('come with defaults, and with ids of their own', () => {
    const { milestones, problems, ladder } = imported(`milestones:
  - title: Run the reading group
    stage: mid
    criteria: [Ten sessions are noted, { id: notes, text: Notes are shared }]
  - { id: own.second, title: Zweite Sache, stage: branch, class: one-off, weeks: 3, criteria: [x] }
  - { id: Third one, title: T, stage: mid, criteria: [x] }
`);
    expect(problems).toEqual([]);
    expect(ladder).toBeUndefined();
    expect([...milestones.keys()]).toEqual([
      'own.run-the-reading-group',
      'own.second',
      'own.third-one',
    ]);
    expect(milestones.get('own.run-the-reading-group')).toEqual({
      ...OWN,
      summary: '',
      criteria: [
        { id: 'c1', text: 'Ten sessions are noted' },
        { id: 'notes', text: 'Notes are shared' },
      ],
      competencies: [],
      weeks: 8,
    });
  });

  it('are checked like those that are typed in', () => {
    expect(
      imported(`milestones:
  - title: ''
    stage: top
    class: eternal
    weeks: many
  - { id: own.x, title: A, stage: mid, criteria: [x] }
  - { id: own.x, title: B, stage: mid, criteria: [x] }
`).said,
    ).toEqual([
      '3: there is no stage "top"; there are entry, mid, senior, staff, branch',
      '4: there is no class "eternal"; there are one-off, durable, perishable',
      '2: "title" is missing',
      '2: name at least one criterion that somebody else could check',
      '5: give a whole number of weeks from 1 to 520',
      '7: the id "own.x" is there twice',
    ]);
  });
});

describe('a ladder as a file', () => {
  it.each([
    ['YAML', ladderYaml],
    ['JSON', ladderJson],
  ])('comes back the same from %s', (_, write) => {
    const { ladder } = imported(LADDER);
    const own = new Map([['own.reading', OWN]]);
    const again = imported(write(ladder, own));
    expect(again.problems).toEqual([]);
    expect(again.ladder).toEqual(ladder);
    expect(again.milestones).toEqual(own);
    expect(imported(write(undefined, own)).ladder).toBeUndefined();
    expect(imported(write(ladder, new Map())).milestones.size).toBe(0);
  });
});

describe('milestones of one’s own', () => {
  it('have ids from their titles, each once', () => {
    expect(ownId('Größe: über 9000!', new Set())).toBe('own.gro-e-uber-9000');
    expect(ownId('読書会', new Set(['own.milestone']))).toBe('own.milestone-2');
  });

  it('keep the ids of criteria that stay or are reworded in their place', () => {
    const before = criteriaOf('First\n\n Second \nThird', []);
    expect(before).toEqual([
      { id: 'c1', text: 'First' },
      { id: 'c2', text: 'Second' },
      { id: 'c3', text: 'Third' },
    ]);
    expect(criteriaOf('First of all\nThird\nNew\nSecond', before)).toEqual([
      { id: 'c1', text: 'First of all' },
      { id: 'c3', text: 'Third' },
      { id: 'c4', text: 'New' },
      { id: 'c2', text: 'Second' },
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd')),
        fc.array(fc.constantFrom('b', 'c', 'x', 'y')),
        (one, two) => {
          const after = criteriaOf(
            [...new Set(two)].join('\n'),
            criteriaOf([...new Set(one)].join('\n'), []),
          );
          expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
        },
      ),
    );
  });

  it('are refused with a word on each field', () => {
    expect(ownProblems(OWN)).toEqual({});
    const long = 'x'.repeat(2001);
    expect(
      Object.keys(
        ownProblems({
          ...OWN,
          title: long,
          summary: long,
          story: long,
          weeks: 0.5,
          criteria: [{ id: 'a', text: long }],
        }),
      ),
    ).toEqual(['title', 'criteria', 'weeks', 'summary', 'story']);
    expect(Object.keys(ownProblems({ ...OWN, title: ' ', criteria: [] }))).toEqual([
      'title',
      'criteria',
    ]);
  });
});

describe('lines', () => {
  it('are those of the nearest place in the file', () => {
    const { lineOf } = readLadderFile('a:\n  - b: 1\n  - c:\n      d: 2');
    const at = (...path: FilePath): number => lineOf(path);
    expect([at('a'), at('a', 0), at('a', 1, 'c', 'd'), at('a', 1, 'x'), at('z')]).toEqual([
      1, 2, 4, 3, 1,
    ]);
  });
});
