/** What a person can set. Each key is checked on its own: a value that does not fit is ignored, never fatal. */
import { dayOfIsoDate, type StudyDay } from '../calendar/study-day.ts';
import type { TrackId } from '../curriculum/types.ts';
import type { Rating, SettingChanged } from '../log/event.ts';
import { DEFAULT_PARAMETERS, isParameters } from '../memory/parameters.ts';

export interface Settings {
  /** When the welcome was finished, ms since the epoch; 0 before. */
  readonly welcomedAt: number;
  /** The career stage the person says they stand at. */
  readonly stage: string;
  /** The stage they aim at. */
  readonly targetStage: string;
  /** What new cards lead to first: the id of a skill, a milestone or a stage, or ''. */
  readonly goal: string;
  /** `YYYY-MM-DD` by which they want to be there, or ''. */
  readonly targetDate: string;
  /** Minutes a day they mean to study. */
  readonly minutesPerDay: number;
  /** Length of a session, minutes; 0 is no limit. */
  readonly sessionMinutes: number;
  /** Probability of recall aimed at. */
  readonly retention: number;
  /** Another one for the cards of a track, whole percent divided by 100; the cards of all others aim at `retention`. */
  readonly retentionByTrack: Readonly<Record<TrackId, number>>;
  /** Longest interval, days. */
  readonly maximumInterval: number;
  readonly learningSteps: readonly string[];
  readonly relearningSteps: readonly string[];
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** A pace for what has waited during a break, or none. */
  readonly catchUp: CatchUp | null;
  /** Whether due days are chosen so that the coming days hold equally much. */
  readonly balance: boolean;
  /** For each day of the week, Monday first, its share of a usual day's reviews: 0 to 1. */
  readonly easyDays: readonly number[];
  /** Lapses from which a card is a leech; 0 for never. */
  readonly leechLapses: number;
  /** What becomes of a leech: it is only named as one, or taken out until the person wakes it. */
  readonly leechAction: 'tag' | 'suspend';
  /** Four ratings, or Again and Good alone under the names Fail and Pass. */
  readonly ratingButtons: 'four' | 'two';
  /** Whether to ask how sure one is before the answer shows. */
  readonly askConfidence: boolean;
  /** `YYYY-MM-DD` of an interview that one crams for, or ''. */
  readonly interviewDate: string;
  /** Local hour at which a study day begins. */
  readonly rolloverHour: number;
  /** FSRS-6 parameters. */
  readonly parameters: readonly number[];
  readonly theme: 'system' | 'light' | 'dark';
  /** Keeps the screen on while a card is up. */
  readonly keepAwake: boolean;
  /** A short vibration with each rating. */
  readonly haptics: boolean;
  /** Controls of a session mirrored, for the left thumb. */
  readonly leftHanded: boolean;
  /** Short answers may be typed before they are shown. */
  readonly typeIn: boolean;
  /** The rating that a swipe over an answer gives; 0 is off. */
  readonly swipeLeft: Rating | 0;
  readonly swipeRight: Rating | 0;
  readonly swipeUp: Rating | 0;
  /** Pause between prompt and answer in a hands-free session, seconds. */
  readonly thinkSeconds: number;
}

/** Reviews a day while the backlog of a break is worked off. */
export interface CatchUp {
  readonly perDay: number;
  /** First and last study day that it holds for. */
  readonly from: StudyDay;
  readonly until: StudyDay;
}

export type SettingKey = keyof Settings;

export const DEFAULT_SETTINGS: Settings = {
  welcomedAt: 0,
  stage: 'entry',
  targetStage: 'staff',
  goal: '',
  targetDate: '',
  minutesPerDay: 10,
  sessionMinutes: 10,
  retention: 0.9,
  retentionByTrack: {},
  maximumInterval: 36_500,
  learningSteps: ['1m', '10m'],
  relearningSteps: ['10m'],
  newPerDay: 10,
  reviewsPerDay: 200,
  catchUp: null,
  balance: true,
  easyDays: [1, 1, 1, 1, 1, 1, 1],
  leechLapses: 8,
  leechAction: 'tag',
  ratingButtons: 'four',
  askConfidence: false,
  interviewDate: '',
  rolloverHour: 4,
  parameters: DEFAULT_PARAMETERS,
  theme: 'system',
  keepAwake: true,
  haptics: false,
  leftHanded: false,
  typeIn: false,
  swipeLeft: 0,
  swipeRight: 0,
  swipeUp: 0,
  thinkSeconds: 5,
};

/** Lowest and highest value of the numeric settings; whole numbers except the retention. */
export const SETTING_RANGES = {
  minutesPerDay: [1, 240],
  sessionMinutes: [0, 240],
  retention: [0.7, 0.97],
  maximumInterval: [1, 36_500],
  newPerDay: [0, 999],
  reviewsPerDay: [0, 9999],
  leechLapses: [0, 99],
  rolloverHour: [0, 23],
  swipeLeft: [0, 4],
  swipeRight: [0, 4],
  swipeUp: [0, 4],
  thinkSeconds: [1, 60],
} as const satisfies Partial<Record<SettingKey, readonly [number, number]>>;

/** At most this many learning steps. */
export const MAX_STEPS = 6;

const inRange =
  (key: keyof typeof SETTING_RANGES) =>
  (value: unknown): boolean => {
    const [low, high] = SETTING_RANGES[key];
    return (
      typeof value === 'number' &&
      value >= low &&
      value <= high &&
      (key === 'retention' || Number.isInteger(value))
    );
  };

/** A step such as `10m`, `2h` or `1d`: a whole number from 1 and a unit, at most 30 days. */
export const isStep = (value: unknown): value is string => {
  const parts = typeof value === 'string' ? /^([1-9]\d{0,4})([mhd])$/.exec(value) : null;
  if (!parts) return false;
  const minutes = { m: 1, h: 60, d: 1440 }[parts[2] as 'm' | 'h' | 'd'];
  return Number(parts[1]) * minutes <= 30 * 1440;
};

const areSteps = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= MAX_STEPS && value.every(isStep);

const isSwitch = (value: unknown): boolean => typeof value === 'boolean';

const isId = (value: unknown): boolean => typeof value === 'string' && /^[\w.-]{1,64}$/.test(value);

const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

const isDate = (value: unknown): boolean =>
  value === '' || (typeof value === 'string' && dayOfIsoDate(value) !== undefined);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isCatchUp = (value: unknown): boolean => {
  const { perDay, from, until } = (value ?? {}) as Partial<CatchUp>;
  return [perDay, from, until].every(Number.isInteger) && (perDay as number) > 0;
};

const isWholeShare = (value: unknown): boolean =>
  inRange('retention')(value) && Math.round((value as number) * 100) / 100 === value;

const CHECKS: Readonly<Record<SettingKey, (value: unknown) => boolean>> = {
  welcomedAt: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  stage: isId,
  targetStage: isId,
  goal: (value) => value === '' || isId(value),
  targetDate: isDate,
  minutesPerDay: inRange('minutesPerDay'),
  sessionMinutes: inRange('sessionMinutes'),
  retention: inRange('retention'),
  retentionByTrack: (value) =>
    isObject(value) &&
    !Array.isArray(value) &&
    Object.entries(value).every(([track, aim]) => isId(track) && isWholeShare(aim)),
  maximumInterval: inRange('maximumInterval'),
  learningSteps: areSteps,
  relearningSteps: areSteps,
  newPerDay: inRange('newPerDay'),
  reviewsPerDay: inRange('reviewsPerDay'),
  catchUp: (value) => value === null || isCatchUp(value),
  balance: isSwitch,
  easyDays: (value) =>
    Array.isArray(value) &&
    value.length === 7 &&
    value.every((share) => typeof share === 'number' && share >= 0 && share <= 1),
  leechLapses: inRange('leechLapses'),
  leechAction: isOneOf('tag', 'suspend'),
  ratingButtons: isOneOf('four', 'two'),
  askConfidence: isSwitch,
  interviewDate: isDate,
  rolloverHour: inRange('rolloverHour'),
  parameters: isParameters,
  theme: isOneOf('system', 'light', 'dark'),
  keepAwake: isSwitch,
  haptics: isSwitch,
  leftHanded: isSwitch,
  typeIn: isSwitch,
  swipeLeft: inRange('swipeLeft'),
  swipeRight: inRange('swipeRight'),
  swipeUp: inRange('swipeUp'),
  thinkSeconds: inRange('thinkSeconds'),
};

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(CHECKS, key);

/** Whether `value` may be stored under `key`. */
export const isValidSetting = (key: SettingKey, value: unknown): boolean => CHECKS[key](value);

/** The fact that a setting was changed. */
export const setting = <K extends SettingKey>(key: K, value: Settings[K]): SettingChanged => ({
  t: 'setting',
  key,
  value,
});

/** The settings with one changed; unknown keys and unfit values leave them as they are. */
export const withSetting = (settings: Settings, key: string, value: unknown): Settings =>
  isSettingKey(key) && isValidSetting(key, value) ? { ...settings, [key]: value } : settings;

/** The recall that a track's cards aim at, whole percent, or 0 when it is that of the settings. */
export const aimOf = ({ retentionByTrack }: Settings, track: TrackId | undefined): number =>
  track !== undefined && Object.hasOwn(retentionByTrack, track)
    ? Math.round(100 * (retentionByTrack[track] as number))
    : 0;

/** The recall that a track's cards aim at, 0 to 1. */
export const recallAimedAt = (settings: Settings, track: TrackId | undefined): number =>
  aimOf(settings, track) / 100 || settings.retention;

/** Settings that decide the meaning of the whole history: changing one calls for a full replay. */
export const REPLAY_SETTINGS: readonly SettingKey[] = ['parameters', 'rolloverHour'];

/** Whether a setting is one of them, so that its last value holds from the first event on. */
export const isReplaySetting = (key: string): boolean =>
  (REPLAY_SETTINGS as readonly string[]).includes(key);
