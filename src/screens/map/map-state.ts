/** What all levels of the map share: where the person stands with each skill, and which skills they look at. */
import { createContext, createMemo, createSignal, useContext, type Accessor } from 'solid-js';
import type { Cairn } from '../../app/context.ts';
import { goalSkills, neededFor } from '../../domain/curriculum/goal.ts';
import { pathThrough } from '../../domain/curriculum/trail.ts';
import type { Skill, SkillId } from '../../domain/curriculum/types.ts';
import { standings, type Standing } from '../../domain/progress/standing.ts';
import { shownState, type Person, type ShownState } from '../../domain/progress/tally.ts';
import { suggestions, type Suggestion } from '../../domain/study/suggestions.ts';

export interface MapState {
  readonly standing: Accessor<ReadonlyMap<SkillId, Standing>>;
  readonly person: Accessor<Person>;
  readonly stateOf: (skill: Skill) => ShownState;
  readonly next: Accessor<readonly Suggestion[]>;
  /** The skill that is looked at, if any. */
  readonly focused: Accessor<SkillId | undefined>;
  readonly setFocused: (id: SkillId | undefined) => void;
  /** The full path of the skill that is looked at, else the way to what the address names. Empty for none. */
  readonly lit: Accessor<ReadonlySet<SkillId>>;
}

/** @param way what the way is shown to: a skill, a milestone or a stage */
export const createMapState = (cairn: Cairn, way: Accessor<string | undefined>): MapState => {
  const standing = createMemo(() => standings(cairn.index, cairn.learner(), cairn.today()));
  const [focused, setFocused] = createSignal<SkillId>();
  return {
    standing,
    person: cairn.learner,
    stateOf: (skill) => shownState(cairn.index, cairn.learner(), skill, standing().get(skill.id)),
    next: createMemo(() => suggestions(cairn.index, cairn.learner(), standing())),
    focused,
    setFocused,
    lit: createMemo(() => {
      const id = focused();
      if (id !== undefined) return pathThrough(cairn.index, id);
      return neededFor(cairn.index, goalSkills(cairn.index, way() ?? ''));
    }),
  };
};

export const MapContext = createContext<MapState>();

export const useMap = (): MapState => {
  const map = useContext(MapContext);
  if (!map) throw new Error('useMap is called outside the map');
  return map;
};
