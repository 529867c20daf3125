/** A person's own wording beside the card's: what the card says, and whether that has changed since. */
import type { Card, ChoiceOption, CompiledHtml } from '../curriculum/types.ts';
import type { Edit, EditField } from '../log/event.ts';
import { readCompiled, textOf } from '../text/compiled-tree.ts';
import type { Overlay } from './learner.ts';

export type Role = 'prompt' | 'answer' | 'right' | 'why' | 'wrong' | 'why-not' | 'note';

/** A part of a card that can be reworded. */
export interface Part {
  readonly field: EditField;
  readonly role: Role;
  /** Of a wrong option or its reason: the how manieth wrong one of the card it is, from 1. */
  readonly number?: number;
  /** What the card says there today, as plain text; '' for a note or a reason that it does not have. */
  readonly original: string;
  readonly html: CompiledHtml | undefined;
}

export interface OwnText extends Part {
  readonly own: string;
  /** What the card said when it was reworded, if the curriculum has changed it since. */
  readonly before: string | undefined;
}

const plain = (html: CompiledHtml | undefined): string =>
  html === undefined ? '' : readCompiled(html).map(textOf).join('').trim();

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Numbers that wordings of wrong options are kept under, ascending. */
const numbersIn = (overlay: Overlay): readonly number[] => {
  const found = Object.keys(overlay).flatMap((key) => /^(?:wrong|why)(\d)$/.exec(key)?.[1] ?? []);
  return [...new Set(found.map(Number))].sort((a, b) => a - b);
};

/**
 * The number of each wrong option. A wording stays with the option that says what it was written over, wherever the
 * curriculum has moved that; where no option says so any more, with the one in its place.
 */
const numbersOf = (wrong: readonly ChoiceOption[], overlay: Overlay): readonly number[] => {
  const used = numbersIn(overlay);
  const numbers = new Map<number, number>();
  const place = (number: number, at: number): void => {
    if (at < 0 || at >= wrong.length || numbers.has(at)) return;
    if (![...numbers.values()].includes(number)) numbers.set(at, number);
  };
  for (const n of used) {
    const says = ({ html, why }: ChoiceOption): boolean =>
      plain(html) === overlay[`wrong${n}Was`] || plain(why) === overlay[`why${n}Was`];
    place(n, wrong.findIndex(says));
  }
  for (const n of used) place(n, n - 1);
  // Numbers of options that are gone come last.
  const others = NUMBERS.filter((n) => !used.includes(n));
  const free = [...others, ...used].filter((n) => ![...numbers.values()].includes(n));
  return wrong.map((_, at) => numbers.get(at) ?? (free.shift() as number));
};

/** The parts of a card that can be reworded, in the order in which it shows them. */
export const partsOf = (card: Card, overlay: Overlay = {}): readonly Part[] => {
  const wrong = (card.options ?? []).filter(({ correct }) => !correct);
  const numbers = numbersOf(wrong, overlay);
  const ofOption = (option: ChoiceOption): readonly Part[] => {
    const { html, why } = option;
    const texts = [
      { original: plain(html), html },
      { original: plain(why), html: why },
    ] as const;
    if (option.correct) {
      return [
        { field: 'answer', role: 'right', ...texts[0] },
        { field: 'why', role: 'why', ...texts[1] },
      ];
    }
    const at = wrong.indexOf(option);
    const [n, number] = [numbers[at] as number, at + 1];
    return [
      { field: `wrong${n}`, role: 'wrong', number, ...texts[0] },
      { field: `why${n}`, role: 'why-not', number, ...texts[1] },
    ];
  };
  const answer: Part = {
    field: 'answer',
    role: 'answer',
    original: card.answerText,
    html: card.answer,
  };
  return [
    { field: 'prompt', role: 'prompt', original: card.promptText, html: card.prompt },
    ...(card.options?.flatMap(ofOption) ?? [answer]),
    { field: 'note', role: 'note', original: plain(card.note), html: card.note },
  ];
};

/** The reworded parts of a card. */
export const ownTexts = (card: Card, overlay: Overlay | undefined): readonly OwnText[] =>
  partsOf(card, overlay).flatMap((part) => {
    const own = overlay?.[part.field];
    if (own === undefined) return [];
    const was = overlay?.[`${part.field}Was`];
    return [{ ...part, own, before: was === part.original ? undefined : was }];
  });

/** A person's words for an option and the reason for it. */
export interface OwnOption {
  readonly text?: string | undefined;
  readonly why?: string | undefined;
}

/** The person's words for each option of a choice card, in the order of the options. */
export const ownOptions = (card: Card, overlay: Overlay = {}): readonly OwnOption[] => {
  // Between prompt and note stand the options, each with its reason.
  const fields = partsOf(card, overlay)
    .slice(1, -1)
    .map(({ field }) => field);
  return (card.options ?? []).map((_, i) => ({
    text: overlay[fields[2 * i] as EditField],
    why: overlay[fields[2 * i + 1] as EditField],
  }));
};

/** An edit of a part, with what the card says there now; a wording that is the card's own, or empty, takes it off. */
export const editOf = (card: Card, { field, original: was }: Part, text: string): Edit => {
  const own = text.trim();
  const isOriginal = own === '' || own === was.trim();
  return { t: 'edit', card: card.id, field, text: isOriginal ? null : own, was };
};
