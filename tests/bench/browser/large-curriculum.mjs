/**
 * A build with many more cards: a copy of dist/ in which the curriculum's files are replaced under the same names.
 * The graph stays the real one; each skill gets as many made-up cards as are asked for.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} dist the build to copy
 * @param {string} target where to
 * @param {number} total number of cards in all
 * @returns {string[]} the ids of the cards
 */
export const makeLargeBuild = (dist, target, total) => {
  cpSync(dist, target, { recursive: true });
  const folder = join(target, 'assets/curriculum');
  const files = readdirSync(folder);
  const pathOf = (/** @type {string} */ start) =>
    join(folder, /** @type {string} */ (files.find((file) => file.startsWith(start))));
  const graph = JSON.parse(readFileSync(pathOf('graph-'), 'utf8'));
  const perSkill = Math.floor(total / graph.skills.length);
  /** @type {Map<string, object[]>} */
  const tracks = new Map(graph.tracks.map((/** @type {{ id: string }} */ { id }) => [id, []]));
  const ids = [];
  for (const [index, skill] of graph.skills.entries()) {
    const count = perSkill + (index < total - perSkill * graph.skills.length ? 1 : 0);
    skill.cards = count;
    skill.critical = [];
    const cards = Array.from({ length: count }, (_, i) =>
      card(`${skill.id}/card-${i}`, skill.title, i),
    );
    ids.push(...cards.map(({ id }) => id));
    tracks.get(skill.track)?.push({
      id: skill.id,
      topics: 'made up',
      description: '<p>Made up for measuring.</p>',
      good: [],
      readings: [],
      covers: [],
      cards,
    });
  }
  writeFileSync(pathOf('graph-'), JSON.stringify(graph));
  for (const [track, skills] of tracks) {
    // One skill a line, as the compiler writes it.
    const lines = skills.map((skill) => JSON.stringify(skill)).join(',\n');
    writeFileSync(pathOf(`cards-${track}-`), `{"track":"${track}","skills":[\n${lines}\n]}`);
  }
  return ids;
};

/** @param {string} id @param {string} skill @param {number} i */
const card = (id, skill, i) => ({
  id,
  kind: 'basic',
  prompt: `<p>${skill}: what is fact number ${i}, and what follows from <code>x = ${i}</code>?</p>`,
  answer: `<p>The ${i}th fact, from which <code>${i} + 1 = ${i + 1}</code> follows.</p>`,
  promptText: `${skill}: what is fact number ${i}?`,
  answerText: `The ${i}th fact.`,
  citations: [{ source: 'made-up', locator: `fact ${i}` }],
  critical: false,
});
