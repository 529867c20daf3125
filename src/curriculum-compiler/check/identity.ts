import type { Place, Problems } from '../problems.ts';
import type { SourceCurriculum } from '../source/model.ts';

const skillId = /^[a-z][a-z0-9]*\.[a-z][a-z0-9]*$/;
const milestoneId = /^[a-z][a-z0-9]*(\.[a-z0-9-]+)+$/;
const plainId = /^[a-z][a-z0-9-]*$/;

/** Ids and titles: well formed, and each given once. */
export function checkIdentity(curriculum: SourceCurriculum, problems: Problems): void {
  const { manifest, skills, milestones, competencies, statements, sources } = curriculum;
  const form = (id: string, at: Place, pattern: RegExp, example: string): void => {
    if (id !== '' && !pattern.test(id)) {
      problems.error(at, 'id', `"${id}" is no valid id; it should look like "${example}"`);
    }
  };
  for (const named of [...manifest.stages, ...manifest.tracks, ...competencies]) {
    form(named.id, named.at, plainId, 'entry');
  }
  for (const skill of skills) {
    form(skill.id, skill.at, skillId, 'math.prob');
    const { length } = skill.title;
    if (skill.title !== '' && (length < 2 || length > 40)) {
      problems.error(skill.at, 'title', `a title has 2 to 40 characters, this one ${length}`);
    }
    const folder = skill.at.file.split('/')[1];
    if (skill.track.value !== '' && folder !== skill.track.value) {
      const message = `the file lies in skills/${folder} but its track is "${skill.track.value}"`;
      problems.error(skill.track.at, 'track-folder', message);
    }
    if (skill.notes.length === 0) problems.error(skill.at, 'no-cards', 'the skill has no card');
  }
  for (const milestone of milestones) {
    form(milestone.id, milestone.at, milestoneId, 'm.e1');
    if (milestone.criteria.length === 0) {
      problems.error(milestone.at, 'no-criteria', 'the milestone has no criteria');
    }
    reportDuplicates(milestone.criteria, (criterion) => criterion.id, 'criterion', problems);
  }
  for (const claim of curriculum.claims) form(claim.id, claim.at, plainId, 'growth-23');
  for (const source of sources) form(source.id, source.at, /^[a-z0-9][a-z0-9.-]*$/, 'islp');

  reportDuplicates(manifest.stages, (stage) => stage.id, 'stage', problems);
  reportDuplicates(manifest.tracks, (track) => track.id, 'track', problems);
  reportDuplicates(skills, (skill) => skill.id, 'skill', problems);
  reportDuplicates(skills, (skill) => skill.title.toLowerCase(), 'skill title', problems);
  reportDuplicates(milestones, (milestone) => milestone.id, 'milestone', problems);
  reportDuplicates(milestones, (each) => each.title.toLowerCase(), 'milestone title', problems);
  reportDuplicates(competencies, (competency) => competency.id, 'competency', problems);
  reportDuplicates(curriculum.claims, (claim) => claim.id, 'claim', problems);
  reportDuplicates(statements, (statement) => statement.id, 'statement', problems);
  reportDuplicates(
    skills.flatMap((skill) => skill.notes),
    (note) => note.id,
    'card',
    problems,
  );
}

function reportDuplicates<T extends { readonly at: Place }>(
  items: readonly T[],
  keyOf: (item: T) => string,
  what: string,
  problems: Problems,
): void {
  const seen = new Map<string, Place>();
  for (const item of items) {
    const key = keyOf(item);
    const first = seen.get(key);
    if (key === '') continue;
    if (!first) seen.set(key, item.at);
    else {
      const message = `${what} "${key}" is already at ${first.file}:${first.line}`;
      problems.error(item.at, 'duplicate', message);
    }
  }
}
