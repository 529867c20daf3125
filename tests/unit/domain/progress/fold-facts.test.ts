import { describe, expect, it } from 'vitest';
import type { Fact, StoredEvent } from '../../../../src/domain/log/event.ts';
import { NOBODY, fold, type Successors } from '../../../../src/domain/progress/fold.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import {
  START,
  START_DAY,
  envelope,
  foreign,
  logOf,
  redact,
  review,
  undo,
} from '../support/events.ts';

const after = (facts: readonly Fact[], successors: Successors = {}): Learner =>
  fold(NOBODY, logOf(facts), successors);

describe('facts about cards', () => {
  it('suspend, flag and start switch on and off; the last word wins', () => {
    const learner = after([
      { t: 'suspend', card: 'c', on: true },
      { t: 'suspend', card: 'd', on: true },
      { t: 'suspend', card: 'c', on: false },
      { t: 'flag', card: 'c', on: true },
      { t: 'flag', card: 'e', on: false },
      { t: 'skill-started', skill: 's', on: true },
      { t: 'skill-started', skill: 'u', on: true },
      { t: 'skill-started', skill: 'u', on: false },
    ]);
    expect(learner.suspended).toEqual(new Set(['d']));
    expect(learner.flagged).toEqual(new Set(['c']));
    expect(learner.started).toEqual(new Set(['s']));
  });

  it('burying puts off the whole note on that study day', () => {
    expect(after([{ t: 'bury', card: 's/note~2' }]).buried).toEqual(
      new Map([['s/note', START_DAY]]),
    );
  });

  it('edits lie over a card by field, and null takes one away', () => {
    const edit = (field: 'prompt' | 'answer' | 'note', text: string | null): Fact => ({
      t: 'edit',
      card: 'c',
      field,
      text,
    });
    const learner = after([edit('prompt', 'P1'), edit('note', 'N'), edit('prompt', 'P2')]);
    expect(learner.edits.get('c')).toEqual({ prompt: 'P2', note: 'N' });
    expect(after([edit('prompt', 'P1'), edit('prompt', null)]).edits.get('c')).toEqual({});
    expect(after([edit('prompt', 'P1'), edit('prompt', ''), undo('a:2')]).edits.get('c')).toEqual({
      prompt: 'P1',
    });
  });

  it('an edit may tell what the card itself said, as long as that edit holds', () => {
    const edit = (text: string | null, was?: string): Fact => ({
      t: 'edit',
      card: 'c',
      field: 'prompt',
      text,
      ...(was === undefined ? {} : { was }),
    });
    const of = (...edits: readonly Fact[]) => after(edits).edits.get('c');
    expect(of(edit('Mine', 'Theirs'))).toEqual({ prompt: 'Mine', promptWas: 'Theirs' });
    expect(of(edit('Mine', 'Theirs'), edit('Again'))).toEqual({ prompt: 'Again' });
    expect(of(edit('Mine', 'Theirs'), edit('Again', ''))).toEqual({
      prompt: 'Again',
      promptWas: '',
    });
    expect(of(edit('Mine', 'Theirs'), edit(null, 'Theirs'))).toEqual({});
  });

  it('that are redacted are gone for good: neither undo nor redo brings them back', () => {
    const edit: Fact = { t: 'edit', card: 'c', field: 'note', text: 'secret' };
    expect(after([edit, redact('a:1')]).edits.size).toBe(0);
    expect(after([edit, redact('a:1'), undo('a:2')]).edits.size).toBe(0);
    expect(after([redact('a:2'), edit]).edits.size).toBe(0);
    const learner = after([edit, undo('a:1'), undo('a:2'), redact('a:1')]);
    expect(learner.edits.size).toBe(0);
  });
});

describe('events that this version does not understand', () => {
  it('are counted as read, and nothing else', () => {
    const strange = [
      foreign('haiku', { lines: 3 }, envelope({ n: 1 })),
      foreign('review', { card: 'c', rating: 9, took: 1 }, envelope({ n: 2 })),
      foreign('review', { card: 'c', rating: 3, took: 1 }, envelope({ n: 3, v: 2 })),
      foreign('undo', { target: 5 }, envelope({ n: 4 })),
    ];
    const learner = fold(NOBODY, strange);
    expect(learner).toEqual({
      ...NOBODY,
      covers: { a: 4 },
      frontier: { clock: START, device: 'a', number: 4 },
    });
  });

  it('can still be undone and redacted', () => {
    const strange = foreign('haiku', {}, envelope({ d: 'b' }));
    expect(() => fold(NOBODY, [strange, ...logOf([undo(strange), redact(strange)])])).not.toThrow();
  });
});

describe('a retired card', () => {
  it('hands its whole history to the end of its line of successors', () => {
    const log = logOf([
      review('old'),
      review('newer'),
      { t: 'suspend', card: 'old', on: true },
      { t: 'flag', card: 'newer', on: true },
      { t: 'bury', card: 'old' },
      { t: 'edit', card: 'old', field: 'note', text: 'x' },
      review('newest'),
    ]);
    const learner = fold(NOBODY, log, { old: 'newer', newer: 'newest' });
    expect([...learner.cards.keys()]).toEqual(['newest']);
    expect(learner.cards.get('newest')?.reps).toBe(3);
    expect(learner.suspended).toEqual(new Set(['newest']));
    expect(learner.flagged).toEqual(new Set(['newest']));
    expect([...learner.buried.keys()]).toEqual(['newest']);
    expect([...learner.edits.keys()]).toEqual(['newest']);
  });

  it('without a successor keeps its history', () => {
    expect([...after([review('old')], { old: null }).cards.keys()]).toEqual(['old']);
    expect([...after([review('x')], { x: 'old', old: null }).cards.keys()]).toEqual(['old']);
  });

  it('in a circle stays what it is', () => {
    const circle = { x: 'y', y: 'z', z: 'y' };
    const learner = after([review('x'), review('y'), review('self')], { ...circle, self: 'self' });
    expect([...learner.cards.keys()]).toEqual(['x', 'y', 'self']);
  });
});

describe('ids that are called like something every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  it('are ids like any other', () => {
    for (const name of NAMES) {
      const facts: Fact[] = [
        review(name),
        { t: 'suspend', card: name, on: true },
        { t: 'edit', card: name, field: 'note', text: 'x' },
        { t: 'milestone-started', milestone: name },
        { t: 'setting', key: name, value: { polluted: true } },
      ];
      const log: StoredEvent[] = logOf(facts, START, name);
      const learner = fold(NOBODY, log);
      expect(learner.cards.get(name)?.reps, name).toBe(1);
      expect(learner.suspended.has(name), name).toBe(true);
      expect(learner.milestones.has(name), name).toBe(true);
      expect(Object.entries(learner.covers), name).toEqual([[name, 5]]);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('have no successor unless they are given one', () => {
    const learner = after(
      NAMES.map((name) => review(name)),
      { old: 'new' },
    );
    expect([...learner.cards.keys()]).toEqual(NAMES);
    const successors = JSON.parse('{"__proto__":"heir"}') as Successors;
    expect([...after([review('__proto__')], successors).cards.keys()]).toEqual(['heir']);
  });
});
