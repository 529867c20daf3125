/** A build whose map has many more skills: a copy of dist/ in which the graph is replaced under the same name. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Columns that the skills of a track take in each stage. */
const COLUMNS = 11;

/** @param {string} dist the build to copy @param {string} target where to @param {number} total number of skills */
export const makeLargeMap = (dist, target, total) => {
  cpSync(dist, target, { recursive: true });
  const folder = join(target, 'assets/curriculum');
  const name = readdirSync(folder).find((file) => file.startsWith('graph-'));
  const path = join(folder, /** @type {string} */ (name));
  const graph = JSON.parse(readFileSync(path, 'utf8'));
  const cells = graph.stages.length * graph.tracks.length;
  const perCell = Math.ceil(total / cells);
  const rows = Math.ceil(perCell / COLUMNS);
  const skills = [];
  for (const [s, stage] of graph.stages.entries()) {
    for (let i = 0; i < perCell; i++) {
      for (const [t, track] of graph.tracks.entries()) {
        if (skills.length === total) break;
        const column = s * COLUMNS + (i % COLUMNS);
        const row = t * rows + Math.floor(i / COLUMNS);
        const before = column - 1;
        const beside = (row + 5 + (i % 3)) % (graph.tracks.length * rows);
        skills.push({
          id: `made.${column}-${row}`,
          title: `Made-up skill ${column} of row ${row}`,
          track: track.id,
          stage: stage.id,
          requires: [`made.${before}-${row}`, `made.${before}-${beside}`],
          encompasses: [],
          cards: 12,
          critical: [],
          depth: column,
          column,
          row,
        });
      }
    }
  }
  const known = new Set(skills.map(({ id }) => id));
  for (const skill of skills) skill.requires = skill.requires.filter((id) => known.has(id));
  skills.sort((a, b) => a.column - b.column || a.row - b.row);
  const milestones = graph.milestones.map((/** @type {object} */ one) => ({ ...one, skills: [] }));
  writeFileSync(path, JSON.stringify({ ...graph, skills, milestones }));
};
