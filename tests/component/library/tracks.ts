/** Content for the library's tests: the chunks that the tiny graph of `support.tsx` stands for. */
import type {
  Card,
  CompiledHtml,
  ReferenceChunk,
  TrackChunk,
} from '../../../src/domain/curriculum/types.ts';

const html = (text: string): CompiledHtml => `<p>${text}</p>` as CompiledHtml;

export const card = (
  id: string,
  prompt: string,
  answer: string,
  parts: Partial<Card> = {},
): Card => ({
  id,
  kind: 'basic',
  prompt: html(prompt),
  answer: html(answer),
  promptText: prompt,
  answerText: answer,
  citations: [{ source: 'book', locator: 'ch. 3' }],
  critical: false,
  ...parts,
});

const skill = (
  id: string,
  topics: string,
  cards: readonly Card[],
): TrackChunk['skills'][number] => ({
  id,
  topics,
  description: html(topics),
  good: [],
  readings: [{ source: 'book' }],
  covers: [],
  cards,
});

export const mathTrack: TrackChunk = {
  track: 'math',
  skills: [
    skill('math.prob', 'conditioning, Bayesian updating', [
      card('math.prob/bayes', 'State Bayes’ theorem.', 'Posterior is likelihood times prior.', {
        note: html('Divided by the evidence.'),
        asOf: 'OpenIntro 4',
        citations: [
          { source: 'book', locator: 'ch. 3' },
          { source: 'local', locator: 'p. 1' },
          { source: 'unknown-source', locator: '' },
        ],
      }),
      card('math.prob/markov~1', 'A chain forgets its [past].', 'past', { kind: 'cloze' }),
      card('math.prob/markov~2', 'A [chain] forgets its past.', 'chain', { kind: 'cloze' }),
      card('math.prob/coin', 'Which odds has a fair coin?', 'even', {
        kind: 'choice',
        options: [
          { html: html('even'), correct: true, why: html('Both sides weigh the same.') },
          { html: html('long'), correct: false, why: html('Nothing favours a side.') },
        ],
      }),
    ]),
    skill('math.stats', 'tests, intervals', [
      card('math.stats/fréchet', 'Who was Fréchet?', 'A mathematician of metric spaces.'),
      card('math.stats/theta', 'What does \\hat{\\theta} stand for?', 'An estimate.'),
    ]),
  ],
};

export const codeTrack: TrackChunk = {
  track: 'code',
  skills: [
    skill('code.git', 'branches, history', [
      card('code.git/rebase', 'What does a rebase do?', 'It replays commits on another base.'),
    ]),
    skill('code.review', 'reading changes', [
      card('code.review/size', 'How large is a good change?', 'Small enough to hold in mind.'),
    ]),
  ],
};

export const reference: ReferenceChunk = {
  milestones: [],
  competencies: [],
  claims: [],
  statements: [],
  sources: [
    {
      id: 'book',
      title: 'Chance and Choice',
      author: 'A. Author',
      year: 2019,
      url: 'https://example.org/book',
      licence: 'CC BY',
      open: true,
    },
    {
      id: 'local',
      title: 'A bad address',
      author: 'B. Author',
      year: 2020,
      url: 'javascript:alert(1)',
      licence: '',
      open: false,
    },
  ],
};
