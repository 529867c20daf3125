import type { Located, Problems } from '../problems.ts';
import type { ReadingSource, SourceCurriculum } from '../source/model.ts';

/** Whatever names something else must name something that exists, and once. */
export function checkReferences(curriculum: SourceCurriculum, problems: Problems): void {
  const { manifest, skills, milestones, competencies } = curriculum;
  const stages = idsOf(manifest.stages);
  const tracks = idsOf(manifest.tracks);
  const skillIds = idsOf(skills);
  const competencyIds = idsOf(competencies);
  const sources = idsOf(curriculum.sources);
  const statements = idsOf(curriculum.statements);
  const notes = skills.flatMap((skill) => skill.notes);
  const noteIds = new Set([...idsOf(notes), ...notes.flatMap((note) => [...idsOf(note.cards)])]);

  const known = (what: string, ids: ReadonlySet<string>, named: Located<string>): void => {
    if (named.value !== '' && !ids.has(named.value)) {
      problems.error(named.at, `unknown-${what}`, `there is no ${what} "${named.value}"`);
    }
  };
  const knownOnce = (
    what: string,
    ids: ReadonlySet<string>,
    list: readonly Located<string>[],
  ): void => {
    const seen = new Set<string>();
    for (const named of list) {
      known(what, ids, named);
      if (seen.has(named.value)) {
        problems.error(named.at, 'duplicate', `${what} "${named.value}" is listed twice`);
      }
      seen.add(named.value);
    }
  };

  const knownReadings = (readings: readonly ReadingSource[]): void => {
    for (const { source, at } of readings) {
      // In a list in brackets an unquoted comma parts the locator from its id.
      const hint = /\s/.test(source) ? '; quote an entry with a locator: "id, locator"' : '';
      if (!sources.has(source)) {
        problems.error(at, 'unknown-source', `there is no source "${source}"${hint}`);
      }
    }
    const seen = new Set<string>();
    for (const { source, locator, at } of readings) {
      const whole = `${source}, ${locator ?? ''}`;
      if (seen.has(whole)) {
        problems.error(at, 'duplicate', `source "${source}" is listed twice with the same place`);
      }
      seen.add(whole);
    }
  };

  for (const skill of skills) {
    known('track', tracks, skill.track);
    known('stage', stages, skill.stage);
    knownOnce('skill', skillIds, skill.requires);
    knownOnce('skill', skillIds, skill.encompasses.map(toLocated));
    knownOnce('statement', statements, skill.covers);
    knownReadings(skill.sources);
    knownOnce(
      'stage',
      stages,
      skill.good.map(({ stage, at }) => ({ value: stage, at })),
    );
    for (const note of skill.notes) {
      for (const citation of note.citations) {
        known('source', sources, { value: citation.source, at: citation.at });
      }
      knownOnce('card', noteIds, note.contrasts);
      knownOnce('statement', statements, note.covers);
    }
  }
  for (const { skill, at } of curriculum.minimumCards) {
    known('skill', skillIds, { value: skill, at });
  }
  for (const claim of curriculum.claims) {
    known('skill', skillIds, claim.skill);
    knownOnce('statement', statements, claim.covers);
  }
  for (const milestone of milestones) {
    known('stage', stages, { value: milestone.stage, at: milestone.at });
    known('track', tracks, milestone.track);
    knownOnce('skill', skillIds, milestone.skills);
    knownOnce('competency', competencyIds, milestone.competencies);
    knownOnce('statement', statements, milestone.covers);
  }
  for (const competency of competencies) knownOnce('skill', skillIds, competency.skills);
}

const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(items.map((item) => item.id));

const toLocated = ({
  skill,
  at,
}: SourceCurriculum['skills'][number]['encompasses'][number]): Located<string> => ({
  value: skill,
  at,
});
