import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, ChoiceOption, CompiledHtml } from '../../../../src/domain/curriculum/types.ts';
import {
  editOf,
  ownOptions,
  ownTexts,
  partsOf,
  type Part,
} from '../../../../src/domain/progress/own-wording.ts';
import type { EditField } from '../../../../src/domain/log/event.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { logOf } from '../support/events.ts';

const card: Card = {
  id: 's/a',
  kind: 'basic',
  prompt: '<p>What is it?</p>' as CompiledHtml,
  answer: '<p>This.</p>' as CompiledHtml,
  note: '<p>Less than &lt; <em>one</em></p>' as CompiledHtml,
  promptText: 'What is it?',
  answerText: 'This.',
  citations: [],
  critical: false,
};

const partOf = (of: Card, field: EditField, overlay = {}): Part => {
  const part = partsOf(of, overlay).find((one) => one.field === field);
  if (!part) throw new Error(`no ${field}`);
  return part;
};
const edited = (of: Card, field: EditField, text: string) => editOf(of, partOf(of, field), text);

describe('an own wording', () => {
  it('remembers what the card said, and tells when that changes', () => {
    const edit = edited(card, 'prompt', ' My question? ');
    expect(edit).toEqual({
      t: 'edit',
      card: 's/a',
      field: 'prompt',
      text: 'My question?',
      was: 'What is it?',
    });
    const overlay = fold(NOBODY, logOf([edit])).edits.get('s/a');
    const own = { field: 'prompt', own: 'My question?' };
    expect(ownTexts(card, overlay)).toMatchObject([
      { ...own, original: 'What is it?', before: undefined },
    ]);
    const updated = { ...card, promptText: 'What is it now?' };
    expect(ownTexts(updated, overlay)).toMatchObject([
      { ...own, original: 'What is it now?', before: 'What is it?' },
    ]);
    const kept = fold(NOBODY, logOf([edit, edited(updated, 'prompt', 'My question?')]));
    expect(ownTexts(updated, kept.edits.get('s/a'))).toMatchObject([
      { ...own, original: 'What is it now?', before: undefined },
    ]);
  });

  it('of an older version tells of no change', () => {
    const overlay = fold(
      NOBODY,
      logOf([{ t: 'edit', card: 's/a', field: 'answer', text: 'That.' }]),
    ).edits.get('s/a');
    expect(ownTexts(card, overlay)).toMatchObject([
      { field: 'answer', own: 'That.', original: 'This.', before: undefined },
    ]);
  });

  it('that is empty or the original takes itself off', () => {
    for (const text of ['', '  ', 'This.', ' This. ']) {
      expect(edited(card, 'answer', text).text).toBeNull();
    }
    expect(ownTexts(card, undefined)).toEqual([]);
  });

  it('of a note begins with the text of the note', () => {
    expect(partOf(card, 'note').original).toBe('Less than < one');
    const { note: _, ...bare } = card;
    expect(partOf(bare, 'note').original).toBe('');
    expect(edited(bare, 'note', 'Mine')).toMatchObject({ text: 'Mine', was: '' });
  });
});

const html = (text: string): CompiledHtml => `<p>${text}</p>` as CompiledHtml;
const option = (text: string, correct = false): ChoiceOption => ({
  html: html(text),
  correct,
  why: html(`because of ${text}`),
});
const choice = (...options: readonly ChoiceOption[]): Card => ({
  ...card,
  kind: 'choice',
  options,
});
const [A, RIGHT, B, C] = [option('a'), option('right', true), option('b'), option('c')];

describe('own words for the options of a choice', () => {
  const asked = choice(A, RIGHT, B, C);

  it('are kept by option, and each reason by its own', () => {
    expect(partsOf(asked).map(({ field, original }) => [field, original])).toEqual([
      ['prompt', 'What is it?'],
      ['wrong1', 'a'],
      ['why1', 'because of a'],
      ['answer', 'right'],
      ['why', 'because of right'],
      ['wrong2', 'b'],
      ['why2', 'because of b'],
      ['wrong3', 'c'],
      ['why3', 'because of c'],
      ['note', 'Less than < one'],
    ]);
    const edits = [
      edited(asked, 'wrong2', 'B, in my words'),
      edited(asked, 'answer', 'Right, in mine'),
      edited(asked, 'why3', 'My reason'),
    ];
    const overlay = fold(NOBODY, logOf(edits)).edits.get('s/a');
    expect(ownOptions(asked, overlay)).toEqual([
      { text: undefined, why: undefined },
      { text: 'Right, in mine', why: undefined },
      { text: 'B, in my words', why: undefined },
      { text: undefined, why: 'My reason' },
    ]);
    expect(ownTexts(asked, overlay).map(({ before }) => before)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const reverted = [...edits, edited(asked, 'wrong2', '')];
    expect(ownOptions(asked, fold(NOBODY, logOf(reverted)).edits.get('s/a'))[2]?.text).toBe(
      undefined,
    );
    expect(ownOptions(card, overlay)).toEqual([]);
  });

  it('go with their option when the curriculum moves it, and tell when it rewords it', () => {
    const overlay = fold(
      NOBODY,
      logOf([edited(asked, 'wrong1', 'A, in my words'), edited(asked, 'why3', 'My reason')]),
    ).edits.get('s/a');
    const moved = choice(C, B, A, RIGHT);
    expect(ownOptions(moved, overlay).map(({ text, why }) => text ?? why)).toEqual([
      'My reason',
      undefined,
      'A, in my words',
      undefined,
    ]);
    const reworded = choice(option('a, said better'), RIGHT, B, C);
    expect(ownTexts(reworded, overlay)).toMatchObject([
      { field: 'wrong1', own: 'A, in my words', before: 'a', original: 'a, said better' },
      { field: 'why3', own: 'My reason', before: undefined },
    ]);
  });

  it('are left out when their option is gone, and do not stand in the way of others', () => {
    const overlay = fold(NOBODY, logOf([edited(asked, 'wrong3', 'C, in mine')])).edits.get('s/a');
    const shorter = choice(A, RIGHT, B);
    expect(ownTexts(shorter, overlay)).toEqual([]);
    const moved = choice(C, RIGHT, A, B);
    const fields = partsOf(moved, overlay).map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(['wrong3', 'why3', 'wrong1', 'why1', 'wrong2', 'why2']),
    );
    expect(fields[1]).toBe('wrong3');
  });

  it('never get from a wrong option to the right one, nor two of them to one, whatever the update', () => {
    const texts = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const wrongs = fc.uniqueArray(texts, { minLength: 2, maxLength: 4 });
    const cards = fc.record({ wrongs, at: fc.nat(4) }).map(({ wrongs: names, at }) => {
      const options = names.map((name) => option(name));
      options.splice(at, 0, option('right', true));
      return choice(...options);
    });
    fc.assert(
      fc.property(
        fc.array(fc.record({ of: cards, which: fc.nat(20) }), { minLength: 1, maxLength: 6 }),
        cards,
        (steps, now) => {
          const edits = [];
          let overlay = {};
          for (const [i, { of, which }] of steps.entries()) {
            const parts = partsOf(of, overlay).slice(1, -1);
            const part = parts[which % parts.length] as Part;
            const isRight = part.field === 'answer' || part.field === 'why';
            edits.push(editOf(of, part, `${isRight ? 'right' : 'wrong'} ${i}`));
            overlay = fold(NOBODY, logOf(edits)).edits.get('s/a') ?? {};
            expect(ownTexts(of, overlay).find(({ field }) => field === part.field)?.own).toMatch(
              new RegExp(`${i}$`),
            );
          }
          const shown = ownOptions(now, overlay);
          now.options?.forEach(({ correct }, i) => {
            const { text, why } = shown[i] ?? {};
            for (const own of [text, why]) {
              if (own) expect(own).toMatch(correct ? /^right/ : /^wrong/);
            }
          });
          const all = shown.flatMap(({ text, why }) => [text, why]).filter((own) => own);
          expect(new Set(all).size).toBe(all.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
