import { describe, expect, it } from 'vitest';
import type { Card, CompiledHtml } from '../../../../src/domain/curriculum/types.ts';
import { editOf, originalText, ownTexts } from '../../../../src/domain/progress/own-wording.ts';
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

describe('an own wording', () => {
  it('remembers what the card said, and tells when that changes', () => {
    const edit = editOf(card, 'prompt', ' My question? ');
    expect(edit).toEqual({
      t: 'edit',
      card: 's/a',
      field: 'prompt',
      text: 'My question?',
      was: 'What is it?',
    });
    const overlay = fold(NOBODY, logOf([edit])).edits.get('s/a');
    const own = { field: 'prompt', own: 'My question?' };
    expect(ownTexts(card, overlay)).toEqual([
      { ...own, original: 'What is it?', before: undefined },
    ]);
    const updated = { ...card, promptText: 'What is it now?' };
    expect(ownTexts(updated, overlay)).toEqual([
      { ...own, original: 'What is it now?', before: 'What is it?' },
    ]);
    const kept = fold(NOBODY, logOf([edit, editOf(updated, 'prompt', 'My question?')]));
    expect(ownTexts(updated, kept.edits.get('s/a'))).toEqual([
      { ...own, original: 'What is it now?', before: undefined },
    ]);
  });

  it('of an older version tells of no change', () => {
    const overlay = fold(
      NOBODY,
      logOf([{ t: 'edit', card: 's/a', field: 'answer', text: 'That.' }]),
    ).edits.get('s/a');
    expect(ownTexts(card, overlay)).toEqual([
      { field: 'answer', own: 'That.', original: 'This.', before: undefined },
    ]);
  });

  it('that is empty or the original takes itself off', () => {
    for (const text of ['', '  ', 'This.', ' This. ']) {
      expect(editOf(card, 'answer', text).text).toBeNull();
    }
    expect(ownTexts(card, undefined)).toEqual([]);
  });

  it('of a note begins with the text of the note', () => {
    expect(originalText(card, 'note')).toBe('Less than < one');
    const { note: _, ...bare } = card;
    expect(originalText(bare, 'note')).toBe('');
    expect(editOf(bare, 'note', 'Mine')).toMatchObject({ text: 'Mine', was: '' });
  });
});
