import type { Place, Problems } from '../problems.ts';
import type { SourceCurriculum } from '../source/model.ts';

/** What stands for a text that is still to be written. Cards are spared: code may well speak of a TODO. */
const placeholder = /\b(?:TODO|FIXME|TBD)\b|^DRAFT\b|^DESCRIPTION$/;

/** Descriptions and milestones are written out. */
export function checkPlaceholders(curriculum: SourceCurriculum, problems: Problems): void {
  const check = (text: string, what: string, at: Place): void => {
    if (placeholder.test(text.trim())) {
      problems.error(at, 'placeholder', `${what} is still to be written`);
    }
  };
  for (const skill of curriculum.skills) {
    check(skill.title, 'the title', skill.at);
    check(skill.topics, 'the list of topics', skill.at);
    for (const { text, at } of skill.good) check(text.source, 'what good looks like', at);
    check(skill.description.source, 'the description', skill.description.at);
  }
  for (const milestone of curriculum.milestones) {
    const { at } = milestone;
    check(milestone.title, 'the title', at);
    check(milestone.summary, 'the summary', at);
    check(milestone.story, 'the story', at);
    for (const example of [...milestone.strong, ...milestone.weak]) {
      check(example, 'an example', at);
    }
    for (const criterion of milestone.criteria) {
      check(criterion.id, 'the id of the criterion', criterion.at);
      check(criterion.text, 'the criterion', criterion.at);
    }
  }
}
