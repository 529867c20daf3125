/** Details of the milestones of `tinyGraph`, in place of the compiled reference. */
import type { MilestoneContent, ReferenceChunk } from '../../../src/domain/curriculum/types.ts';

const milestone = (
  id: string,
  criteria: readonly (readonly [id: string, text: string])[],
): MilestoneContent => ({
  id,
  summary: `What ${id} shows.`,
  criteria: criteria.map(([name, text]) => ({ id: name, text })),
  strong: ['A pull request with its review'],
  weak: ['A notebook that ran once'],
  competencies: [id === 'm.fresh' ? 'care' : 'craft'],
  weeks: 4,
  story: `Tell in 60 seconds about ${id}.`,
  covers: [],
});

export const REFERENCE: ReferenceChunk = {
  milestones: [
    milestone('m.one', [
      ['reruns', 'One command reruns it.'],
      ['reviewer', 'A named person has reviewed it.'],
    ]),
    milestone('m.fresh', [['groups', 'The groups are listed.']]),
    milestone('m.long', [['ten', 'Ten changes are merged.']]),
  ],
  competencies: [
    {
      id: 'craft',
      title: 'Craft',
      summary: 'Makes things well.',
      skills: ['code.git', 'code.review', 'math.prob'],
    },
    { id: 'care', title: 'Care', summary: 'Sees whom it may harm.', skills: ['math.stats'] },
  ],
  claims: [
    {
      id: 'years',
      skill: 'data.clean',
      text: 'A senior role calls for nine years.',
      asOf: '2024',
      by: 'a guide',
      years: true,
      contradicts: [],
    },
  ],
  statements: [],
  sources: [],
};
