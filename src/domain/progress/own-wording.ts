/** A person's own wording beside the card's: what the card says, and whether that has changed since. */
import type { Card } from '../curriculum/types.ts';
import type { Edit } from '../log/event.ts';
import { readCompiled, textOf } from '../text/compiled-tree.ts';
import type { Overlay } from './learner.ts';

export const EDITABLE_FIELDS: readonly Edit['field'][] = ['prompt', 'answer', 'note'];

/** What the card itself says in a field, as plain text; '' for a note that it does not have. */
export const originalText = (card: Card, field: Edit['field']): string => {
  if (field === 'prompt') return card.promptText;
  if (field === 'answer') return card.answerText;
  return readCompiled(card.note ?? ('' as NonNullable<Card['note']>))
    .map(textOf)
    .join('')
    .trim();
};

export interface OwnText {
  readonly field: Edit['field'];
  readonly own: string;
  /** What the card says today. */
  readonly original: string;
  /** What it said when it was reworded, if the curriculum has changed it since. */
  readonly before: string | undefined;
}

/** The reworded fields of a card. */
export const ownTexts = (card: Card, overlay: Overlay | undefined): readonly OwnText[] =>
  EDITABLE_FIELDS.flatMap((field) => {
    const own = overlay?.[field];
    if (own === undefined) return [];
    const original = originalText(card, field);
    const was = overlay?.[`${field}Was`];
    return [{ field, own, original, before: was === original ? undefined : was }];
  });

/** An edit of a field, with what the card says there now; a wording that is the card's own, or empty, takes it off. */
export const editOf = (card: Card, field: Edit['field'], text: string): Edit => {
  const was = originalText(card, field);
  const own = text.trim();
  const isOriginal = own === '' || own === was.trim();
  return { t: 'edit', card: card.id, field, text: isOriginal ? null : own, was };
};
