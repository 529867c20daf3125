import { expect, it } from 'vitest';
import type { Card, CompiledHtml } from '../../../../src/domain/curriculum/types.ts';
import { problemReport } from '../../../../src/domain/progress/problem-report.ts';

const card: Card = {
  id: 'math.prob/bayes',
  kind: 'basic',
  prompt: '' as CompiledHtml,
  answer: '' as CompiledHtml,
  promptText: 'State it.',
  answerText: 'So.',
  citations: [
    { source: 'book', locator: 'ch. 3' },
    { source: 'site', locator: '' },
  ],
  critical: false,
};

it('a report names the card, the curriculum, the wording and what is wrong', () => {
  expect(problemReport(card, 'abc123', 'It is wrong', ' The sign. ')).toBe(
    [
      'Card: math.prob/bayes',
      'Curriculum: abc123',
      'Problem: It is wrong',
      '',
      'The sign.',
      '',
      'Prompt:',
      'State it.',
      '',
      'Answer:',
      'So.',
      '',
      'Source: book, ch. 3; site',
    ].join('\n'),
  );
  expect(problemReport(card, 'abc123', 'Something else', ' ')).not.toContain('\n\n\n');
});
