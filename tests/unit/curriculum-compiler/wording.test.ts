import { describe, expect, it } from 'vitest';
import {
  findAbsolute,
  findAgeing,
  findName,
} from '../../../src/curriculum-compiler/lint/ageing.ts';
import { isGivenAway } from '../../../src/curriculum-compiler/lint/leak.ts';
import { enumeratesThree } from '../../../src/curriculum-compiler/lint/lists.ts';
import { findDanglingReference } from '../../../src/curriculum-compiler/lint/pronouns.ts';
import { asksTwice, isYesNoQuestion } from '../../../src/curriculum-compiler/lint/questions.ts';

describe('a question that yes or no answers', () => {
  it.each([
    'Is accuracy misleading under imbalance?',
    'Does bagging reduce variance?',
    'Can a leaf have children?',
    "Isn't recall a rate?",
    'In a random forest, are the trees pruned?',
    'When classes are rare, is accuracy useful?',
    'If a model overfits, should it get more data?',
    'Bagging: does it lower the bias?',
    'Will the split leak or not?',
    'True or false: recall is a rate.',
    'A model is retrained daily. Has it drifted?',
  ])('%s', (prompt) => {
    expect(isYesNoQuestion(prompt, 'It depends')).toBe(true);
  });

  it.each(['Yes, mostly', 'No', 'yes: by averaging', 'No — it raises the bias'])(
    'answered by "%s"',
    (answer) => {
      expect(isYesNoQuestion('State the effect of bagging on bias.', answer)).toBe(true);
    },
  );

  it.each([
    'Which share does recall measure?',
    'What is a leaf?',
    'How does boosting lower the bias?',
    'Why are trees unstable?',
    'When is accuracy misleading?',
    'Where do gradients vanish?',
    'In which unit is entropy measured?',
    'By how much does the error shrink?',
    'In a random forest, which share of the rows does a tree see?',
    'If a model overfits, what helps?',
    'Does a higher threshold raise or lower recall?',
    'Is the mean or the median more robust?',
    'A colleague asks "is it significant?" — what do you check first?',
    'Given a rate of 5 %, is or was what exceeded?',
    'Differentiate the sigmoid.',
    'Are trees pruned, and how?',
    'The gradient of a sum is what?',
    'The estimator is unbiased, has low variance, and is called what?',
  ])('not: %s', (prompt) => {
    expect(isYesNoQuestion(prompt, 'No free lunch')).toBe(false);
  });
});

describe('two questions in one prompt', () => {
  it.each([
    'What is bias? What is variance?',
    'Which norm gives sparse weights, and why?',
    'What is dropout and how does it work at inference?',
    'Which feature leaks, and which is safe?',
    'Is it convex, and what does that imply?',
    'How is recall defined and when should it be used?',
  ])('%s', (prompt) => {
    expect(asksTwice(prompt)).toBe(true);
  });

  it.each([
    'What is the bias–variance trade-off?',
    'How do you tell what is signal and what is noise?',
    'Which metric compares precision and recall?',
    'Which quantity says how much and how often a model drifts?',
    'A user asks "why?" and "since when?". Which log answers both?',
    'What happens to the loss and the gradient when the weights are zero?',
    'Why do trees overfit when they grow deep and when leaves are small?',
  ])('not: %s', (prompt) => {
    expect(asksTwice(prompt)).toBe(false);
  });
});

describe('an answer that lists three things', () => {
  it.each([
    'Precision, recall and specificity',
    'Mean, median, mode.',
    'They are: red, green, blue',
    'bias; variance; irreducible noise',
    '1. fit 2. score 3. select',
    'the encoder, the weights, and the training data',
  ])('%s', (answer) => {
    expect(enumeratesThree(answer)).toBe(true);
  });

  it.each([
    'Precision and recall',
    'Because trees split greedily, small changes near the root grow, and variance rises',
    'An action, that is, a step that needs a result: count, for example.',
    'Four, since label slices include the end; the other selects three, as Python slices do.',
    'It caches results (of reads, writes and scans)',
    'The loop runs in compiled code over typed, compact memory.',
    'Broad, covering both peaks, since being nearly zero there is penalised heavily.',
  ])('not: %s', (answer) => {
    expect(enumeratesThree(answer)).toBe(false);
  });
});

describe('a prompt that leans on something outside the card', () => {
  it.each([
    ['What does it measure?', 'it'],
    ['Why is this biased?', 'this'],
    ['Which unit does it have?', 'it'],
    ['How many parameters does this need?', 'this'],
    ['Which of these is the largest?', 'these'],
    ['How does their variance change?', 'their'],
    ['It divides the hits by all positives.', 'it'],
    ['How do the above metrics differ?', 'the above'],
    ['Which assumption mentioned earlier fails for time series?', 'mentioned earlier'],
    ['Which metric did the previous card name?', 'previous card'],
  ])('%s', (prompt, word) => {
    expect(findDanglingReference(prompt, false)?.toLowerCase()).toBe(word);
  });

  it.each([
    'A model memorises its training data. What is it said to do?',
    'Why does recall fall when its threshold rises?',
    'Why is it risky to tune on the test set?',
    'What does it mean when a loss plateaus?',
    'What does ⌘ return when given itself?',
    'How long does it take to fill a queue of n items?',
    'A cache is full. Which entry does it drop?',
    'Which model improves when it sees more data?',
    'Which items do users click because they stand on top?',
    'A colleague says "this is significant". Which number is missing?',
    'Which threshold above 0.5 maximises precision?',
    'Which share of all positives does recall measure?',
    'What do the training data of supervised learning contain that those of others lack?',
  ])('not: %s', (prompt) => {
    expect(findDanglingReference(prompt, false)).toBeUndefined();
  });

  it('may point at code, a table or a formula of its own', () => {
    expect(findDanglingReference('What does this print?\n⌘', true)).toBeUndefined();
    expect(findDanglingReference('What follows from the above table?', true)).toBeUndefined();
    expect(findDanglingReference('What did the previous card say?', true)).toBe('previous card');
  });
});

describe('an answer that the prompt gives away', () => {
  it.each([
    ['Why does early stopping regularise by stopping early?', 'By early stopping'],
    ['Which rate is the false positive rate of a test?', 'The false positive rate.'],
  ])('%s', (prompt, answer) => {
    expect(isGivenAway(prompt, answer)).toBe(true);
  });

  it.each([
    ['Which is more robust, the mean or the median?', 'The median'],
    ['Of precision and recall, which falls?', 'Recall'],
    ['Which number follows 1, 2, 3?', '3'],
    ['Which share does recall measure?', 'The share of positives that were found'],
    ['What does a recaller do?', 'Recall'],
  ])('not: %s', (prompt, answer) => {
    expect(isGivenAway(prompt, answer)).toBe(false);
  });
});

describe('words that age or overstate', () => {
  it('finds versions and names that change', () => {
    expect(findAgeing('Since PyTorch 2.x graphs are compiled')).toBe('2.x');
    expect(findAgeing('This option is deprecated')).toBe('deprecated');
    expect(findAgeing('The current row and a default of 3')).toBeUndefined();
    expect(findName('What does ⌘ do in Gizmo?', ['Gizmo'])).toBe('Gizmo');
    expect(findName('What do Gizmos do?', ['Gizmo'])).toBeUndefined();
  });

  it('finds always and never outside quotes', () => {
    expect(findAbsolute('Entropy is never negative')).toBe('never');
    expect(findAbsolute('A test called "never again"')).toBeUndefined();
    expect(findAbsolute('nevertheless')).toBeUndefined();
  });
});
