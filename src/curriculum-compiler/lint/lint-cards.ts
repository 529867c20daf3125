import type { Nodes } from 'mdast';
import { noteOfCard } from '../../domain/curriculum/types.ts';
import { placeOfNode } from '../markdown/parse.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import { plainText, prose, wordCount } from '../markdown/prose.ts';
import type { Problems } from '../problems.ts';
import type { CardSource, NoteSource, SkillSource, SourceCurriculum } from '../source/model.ts';
import { findAbsolute, findAgeing, findName } from './ageing.ts';
import { isRightLongest, lintChoiceKeys } from './choice-keys.ts';
import { findStrayDollar } from './dollars.ts';
import { exactDuplicates, isContrast, nearDuplicates } from './duplicates.ts';
import { isGivenAway } from './leak.ts';
import { enumeratesThree, hasLongList } from './lists.ts';
import { findDanglingReference } from './pronouns.ts';
import { lintGood } from './good.ts';
import { asksTwice, isYesNoQuestion } from './questions.ts';

const MAXIMUM_PROMPT_WORDS = 35;
const MAXIMUM_ANSWER_WORDS = 30;

/** Checks the wording of every card against the rules of a good one (docs/curriculum-format.md). */
export function lintCards(curriculum: SourceCurriculum, problems: Problems): void {
  const notes = curriculum.skills.flatMap((skill) => skill.notes);
  for (const note of notes) {
    for (const card of note.cards) lintCard(note, card, problems);
    for (const text of note.texts) lintDollars(text, problems);
    lintAgeing(note, curriculum.manifest.unstable, problems);
  }
  for (const skill of curriculum.skills) {
    lintDescription(skill, problems);
    lintDollars(skill.description, problems);
    lintGood(skill, curriculum, problems);
    for (const { text } of skill.good) lintDollars(text, problems);
  }
  lintChoiceKeys(curriculum, problems);
  lintDuplicates(notes, problems);
}

function lintCard({ kind }: NoteSource, card: CardSource, problems: Problems): void {
  const prompt = prose(card.prompt);
  const recalled = card.hidden ?? [card.answer];
  const answer = recalled.map(prose).join('; ');
  const promptAt = card.prompt.at;
  const answerAt = card.answer.at;

  const promptWords = wordCount(prompt);
  if (promptWords > MAXIMUM_PROMPT_WORDS) {
    const message = `the prompt has ${promptWords} words; at most ${MAXIMUM_PROMPT_WORDS}`;
    problems.error(promptAt, 'long-prompt', message);
  }
  const answerWords = Math.max(...recalled.map((text) => wordCount(prose(text))));
  if (answerWords > MAXIMUM_ANSWER_WORDS) {
    const message = `the answer has ${answerWords} words; at most ${MAXIMUM_ANSWER_WORDS}`;
    problems.error(answerAt, 'long-answer', message);
  }
  if (kind !== 'cloze' && isYesNoQuestion(prompt, answer)) {
    problems.error(promptAt, 'yes-no', 'yes or no answers this; ask what, which, why or how');
  }
  if (asksTwice(prompt)) {
    problems.error(promptAt, 'two-questions', 'the prompt asks twice; make two cards');
  }
  // A choice is recognised, not recalled: its right option may well name three things.
  if (
    kind !== 'choice' &&
    recalled.some((text) => hasLongList(text.tree) || enumeratesThree(prose(text)))
  ) {
    const message = 'the answer lists three or more items; ask for one, or use a cloze';
    problems.error(answerAt, 'list-answer', message);
  }
  const dangling = findDanglingReference(prompt, hasExhibit(card.prompt.tree));
  if (dangling !== undefined) {
    const message = `"${dangling}" leans on something outside the card; name it`;
    problems.error(promptAt, 'dangling-reference', message);
  }
  if (isLeaked(card)) {
    problems.error(promptAt, 'answer-leaked', 'the prompt gives the answer away');
  }
  if (card.options && isRightLongest(card.options)) {
    problems.error(card.answer.at, 'choice-longest', 'the right option is longer than every other');
  }
  const absolute = findAbsolute(`${prompt}\n${answer}`);
  if (absolute !== undefined) {
    problems.warning(promptAt, 'absolute', `"${absolute}": is there really no exception?`);
  }
}

function isLeaked(card: CardSource): boolean {
  const prompt = plainText(card.prompt);
  const offered = card.options?.filter((option) => !option.correct) ?? [];
  // A prompt that names several of the options offers them all alike.
  if (offered.some((option) => isGivenAway(prompt, plainText(option.text)))) return false;
  return (card.hidden ?? [card.answer]).some((text) => isGivenAway(prompt, plainText(text)));
}

/** Whether a prompt shows something to point at: a block of code, a formula of its own, a table, a list. */
const hasExhibit = (node: Nodes): boolean =>
  ['code', 'math', 'table', 'list', 'blockquote'].includes(node.type) ||
  ('children' in node && node.children.some(hasExhibit));

const hasCode = (node: Nodes): boolean =>
  node.type === 'code' ||
  node.type === 'inlineCode' ||
  ('children' in node && node.children.some(hasCode));

function lintAgeing(note: NoteSource, unstable: readonly string[], problems: Problems): void {
  if (note.asOf !== undefined) return;
  const [card] = note.cards;
  if (!card) return;
  const text = `${prose(card.prompt)}\n${prose(card.answer)}`;
  const api = hasCode(card.prompt.tree) || hasCode(card.answer.tree);
  const found = findAgeing(text) ?? (api ? findName(text, unstable) : undefined);
  if (found !== undefined) {
    problems.warning(
      note.at,
      'as-of',
      `"${found}" will age: say "asof:" which version it is about`,
    );
  }
}

function lintDollars(text: MarkdownText, problems: Problems): void {
  const stray = findStrayDollar(text);
  if (stray) {
    const message = 'a dollar sign without its partner; write \\$ for the sign itself';
    problems.error(placeOfNode(text, stray), 'stray-dollar', message);
  }
}

function lintDescription(skill: SkillSource, problems: Problems): void {
  if (skill.sources.length === 0 && /\d/.test(prose(skill.description))) {
    const message = 'the description has a figure but the skill names no source';
    problems.warning(skill.description.at, 'unsourced-number', message);
  }
}

function lintDuplicates(notes: readonly NoteSource[], problems: Problems): void {
  const reported = new Set<string>();
  for (const { first, second } of exactDuplicates(notes.flatMap((note) => note.cards))) {
    problems.error(second.at, 'duplicate-card', `asks the same as "${first.id}"`);
    reported.add(`${noteOfCard(first.id)} ${noteOfCard(second.id)}`);
  }
  for (const pair of nearDuplicates(notes)) {
    const { first, second } = pair;
    if (isContrast(pair) || reported.has(`${first.id} ${second.id}`)) continue;
    const message = `much like "${first.id}": if both are wanted, say "contrast:" and the difference`;
    problems.warning(second.at, 'near-duplicate', message);
  }
}
