/** What all levels of the map share: where the person stands with each skill, and which skills they look at. */
import {
  createContext,
  createMemo,
  createResource,
  createSignal,
  useContext,
  type Accessor,
  type Resource,
} from 'solid-js';
import { loadReference } from '../../app/content.ts';
import type { Cairn } from '../../app/context.ts';
import type { StudyDay } from '../../domain/calendar/study-day.ts';
import { pathThrough } from '../../domain/curriculum/trail.ts';
import type { Skill, SkillId, Statement } from '../../domain/curriculum/types.ts';
import { standings, type Standing } from '../../domain/progress/standing.ts';
import {
  SHOWN_STATES,
  shownState,
  type Person,
  type ShownState,
} from '../../domain/progress/tally.ts';
import { suggestions, type Suggestion } from '../../domain/study/suggestions.ts';
import { wayAhead } from '../../domain/study/way-ahead.ts';
import { statementIn } from './place.ts';

/** A day other than today. */
export interface OtherDay {
  readonly day: StudyDay;
  readonly isAhead: boolean;
  readonly standing: ReadonlyMap<SkillId, Standing>;
  readonly person: Person;
}

export type Extra = 'time' | 'share';

export interface MapState {
  /** The day that is shown, when it is not today. */
  readonly day: Accessor<OtherDay | undefined>;
  readonly setDay: (day: OtherDay | undefined) => void;
  /** What is open beside the map: the slider through time, or the dialog that makes a picture. */
  readonly extra: Accessor<Extra | undefined>;
  readonly setExtra: (extra: Extra | undefined) => void;
  /** What is brought out: `due`, a state, the id of a milestone, or a statement; '' for everything. */
  readonly show: Accessor<string>;
  /** The statement that is brought out, once it is loaded. */
  readonly statement: Resource<Statement | undefined>;
  /** The skills and milestones that are brought out, or `undefined` for all. */
  readonly kept: Accessor<ReadonlySet<string> | undefined>;
  readonly standing: Accessor<ReadonlyMap<SkillId, Standing>>;
  readonly person: Accessor<Person>;
  readonly stateOf: (skill: Skill) => ShownState;
  readonly next: Accessor<readonly Suggestion[]>;
  /** Where the person stands: the best next step, as of today. */
  readonly here: Accessor<Skill | undefined>;
  /** The stage of that; with nothing left to suggest, the one that the person has set. */
  readonly hereStage: Accessor<string>;
  /** The skill that is looked at, if any. */
  readonly focused: Accessor<SkillId | undefined>;
  readonly setFocused: (id: SkillId | undefined) => void;
  /** The skill that was looked at last. */
  readonly shown: Accessor<SkillId | undefined>;
  /** What the way is shown to: a skill, a milestone or a stage; '' for nothing. */
  readonly way: Accessor<string>;
  /** Whether a skill or milestone stands back behind those that are brought out, else behind those that are lit. */
  readonly isDim: (id: string) => boolean;
  /**
   * The full path of the skill that is looked at; else what lies between the person and what the address names, and that
   * itself. Empty for none.
   */
  readonly lit: Accessor<ReadonlySet<string>>;
}

/**
 * @param way what the way is shown to: a skill, a milestone or a stage
 * @param show what is brought out
 */
export const createMapState = (
  cairn: Cairn,
  way: Accessor<string>,
  show: Accessor<string>,
): MapState => {
  const { index } = cairn;
  const [day, setDay] = createSignal<OtherDay>();
  const [extra, setExtra] = createSignal<Extra>();
  const now = createMemo(() => standings(index, cairn.learner(), cairn.today()));
  const standing = (): ReadonlyMap<SkillId, Standing> => day()?.standing ?? now();
  const person = (): Person => day()?.person ?? cairn.learner();
  const stateOf = (skill: Skill): ShownState =>
    shownState(index, person(), skill, standing().get(skill.id));
  const [focused, setFocused] = createSignal<SkillId>();
  const [statement] = createResource(
    () => statementIn(show()),
    async (id) => (await loadReference()).statements.find((one) => one.id === id),
  );
  const kept = createMemo((): ReadonlySet<string> | undefined => {
    if (!show()) return undefined;
    if (statementIn(show())) {
      const covering = statement.state === 'ready' ? statement()?.coveredBy : undefined;
      return covering && new Set(covering);
    }
    const milestone = index.milestone(show());
    if (milestone) return new Set([milestone.id, ...milestone.skills]);
    if (show() !== 'due' && !SHOWN_STATES.some((state) => state === show())) return undefined;
    const isKept = (skill: Skill): boolean =>
      show() === 'due' ? (standing().get(skill.id)?.due ?? 0) > 0 : stateOf(skill) === show();
    return new Set(index.graph.skills.filter(isKept).map(({ id }) => id));
  });
  const next = createMemo(() => suggestions(index, cairn.learner(), now()));
  const lit = createMemo((): ReadonlySet<string> => {
    const id = focused();
    if (id !== undefined) return pathThrough(index, id);
    const ahead = wayAhead(index, person(), standing(), way()).map((skill) => skill.id);
    return new Set(way() ? [...ahead, way()] : []);
  });
  return {
    day,
    setDay,
    extra,
    setExtra,
    standing,
    person,
    stateOf,
    next,
    here: () => (day() ? undefined : next()[0]?.skill),
    hereStage: () => next()[0]?.skill.stage ?? person().settings.stage,
    show,
    statement,
    kept,
    focused,
    setFocused,
    shown: createMemo<SkillId | undefined>((last) => focused() ?? last),
    way,
    isDim: (id) => {
      const brought = kept();
      return brought ? !brought.has(id) : lit().size > 0 && !lit().has(id);
    },
    lit,
  };
};

export const MapContext = createContext<MapState>();

export const useMap = (): MapState => {
  const map = useContext(MapContext);
  if (!map) throw new Error('useMap is called outside the map');
  return map;
};
