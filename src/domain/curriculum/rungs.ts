/** The ladder that a curriculum makes: the stages that one can stand on. */
import type { CurriculumGraph, Stage, StageId } from './types.ts';

/** The stages that one can stand on and aim at: all but those beside the ladder. */
export const rungsOf = ({ stages }: Pick<CurriculumGraph, 'stages'>): readonly Stage[] =>
  stages.filter(({ beside }) => beside !== true);

/** The rung with this id. Of a ladder that has none so named, as after a change of path, the first or the last. */
export const rungOr = (
  rungs: readonly Stage[],
  id: StageId,
  otherwise: 'first' | 'last',
): StageId =>
  rungs.some((rung) => rung.id === id)
    ? id
    : ((otherwise === 'first' ? rungs[0] : rungs.at(-1))?.id ?? id);
