/** Every milestone there is for a person: the curriculum's, those of their employer's ladder and their own, as they arranged them. */
import type {
  Competency,
  CurriculumGraph,
  Milestone,
  MilestoneContent,
  MilestoneId,
  ReferenceChunk,
  StageId,
} from '../curriculum/types.ts';
import type { LadderDocument, OwnMilestoneFields } from './ladder.ts';
import type { Portfolio } from './portfolio.ts';

/** The ids of what a ladder asks for begin with this; no id of the curriculum does. */
const OF_LADDER = 'ladder.';

/** How long an expectation of a ladder is taken to need, weeks: a ladder does not say. */
const LADDER_WEEKS = 26;

const milestoneOfOwn = (id: MilestoneId, fields: OwnMilestoneFields): Milestone => ({
  id,
  title: fields.title,
  stage: fields.stage,
  track: '',
  class: fields.class,
  skills: fields.skills,
});

const contentOfOwn = (id: MilestoneId, fields: OwnMilestoneFields): MilestoneContent => ({
  id,
  summary: fields.summary,
  criteria: fields.criteria,
  strong: [],
  weak: [],
  competencies: fields.competencies,
  weeks: fields.weeks,
  story: fields.story,
  covers: [],
});

/** What a ladder asks for at one level in one theme becomes one milestone, and each expectation one criterion of it. */
const ladderMilestones = (
  ladder: LadderDocument,
): readonly { readonly milestone: Milestone; readonly content: MilestoneContent }[] =>
  ladder.levels.flatMap((level) =>
    ladder.themes.flatMap((theme) => {
      const asked = ladder.competencies.filter(
        (one) => one.level === level.id && one.theme === theme.id,
      );
      if (asked.length === 0) return [];
      const id = `${OF_LADDER}${level.id}.${theme.id}`;
      const title = `${theme.name}: ${level.name}`;
      const milestone: Milestone = {
        id,
        title,
        stage: level.stage,
        track: '',
        class: 'durable',
        skills: [],
      };
      const content: MilestoneContent = {
        id,
        summary: `What ${ladder.name} asks for.`,
        criteria: asked.map((one) => ({ id: one.id, text: one.summary })),
        strong: asked.flatMap((one) => one.examples),
        weak: [],
        competencies: [`${OF_LADDER}${theme.id}`],
        weeks: LADDER_WEEKS,
        story: '',
        covers: [],
      };
      return [{ milestone, content }];
    }),
  );

/** All milestones, hidden ones too, by stage in climbing order and as arranged within one. */
export const allMilestones = (
  graph: CurriculumGraph,
  { own, ladder, order }: Portfolio,
): readonly Milestone[] => {
  const all = [
    ...graph.milestones,
    ...(ladder ? ladderMilestones(ladder).map(({ milestone }) => milestone) : []),
    ...[...own].map(([id, fields]) => milestoneOfOwn(id, fields)),
  ];
  return graph.stages.flatMap(({ id }) =>
    arranged(
      all.filter(({ stage }) => stage === id),
      order.get(id),
    ),
  );
};

const arranged = (
  milestones: readonly Milestone[],
  order: readonly MilestoneId[] | undefined,
): readonly Milestone[] => {
  if (!order) return milestones;
  const places = new Map(order.map((id, place) => [id, place]));
  // What came after the arranging stands last, in its own order.
  return milestones.toSorted(
    (a, b) => (places.get(a.id) ?? order.length) - (places.get(b.id) ?? order.length),
  );
};

/** The milestones that are shown: all but the hidden ones. */
export const shownMilestones = (
  graph: CurriculumGraph,
  portfolio: Portfolio,
): readonly Milestone[] =>
  allMilestones(graph, portfolio).filter(({ id }) => !portfolio.hidden.has(id));

/** Details of every milestone, those of one's own included, by id. */
export const allContents = (
  reference: ReferenceChunk | undefined,
  { own, ladder }: Portfolio,
): ReadonlyMap<MilestoneId, MilestoneContent> =>
  new Map([
    ...(reference?.milestones ?? []).map((content) => [content.id, content] as const),
    ...(ladder ? ladderMilestones(ladder) : []).map(
      ({ content }) => [content.id, content] as const,
    ),
    ...[...own].map(([id, fields]) => [id, contentOfOwn(id, fields)] as const),
  ]);

/** The competencies of the curriculum, then the themes of the person's ladder. */
export const allCompetencies = (
  reference: ReferenceChunk | undefined,
  { ladder }: Portfolio,
): readonly Competency[] => [
  ...(reference?.competencies ?? []),
  ...(ladder?.themes ?? []).map((theme) => ({
    id: `${OF_LADDER}${theme.id}`,
    title: theme.name,
    summary: `From ${ladder?.name ?? ''}.`,
    skills: [],
  })),
];

/** The order for a stage after a milestone moves by some places among those that are shown. */
export const moved = (
  milestones: readonly Milestone[],
  hidden: ReadonlySet<MilestoneId>,
  { id, stage }: { readonly id: MilestoneId; readonly stage: StageId },
  by: -1 | 1,
): readonly MilestoneId[] => {
  const ids = milestones.filter((one) => one.stage === stage).map((one) => one.id);
  const shown = ids.filter((one) => !hidden.has(one));
  const from = shown.indexOf(id);
  const other = shown[from + by];
  if (from < 0 || other === undefined) return ids;
  return ids.map((one) => (one === id ? other : one === other ? id : one));
};
