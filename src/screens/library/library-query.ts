/** What the library shows, kept in the address: it survives Back, a reload and being shared. */
import { useSearchParams } from '@solidjs/router';
import { useCairn } from '../../app/context.ts';
import { CARD_STATES, type CardState } from '../../domain/progress/card-state.ts';
import type { Skill } from '../../domain/curriculum/types.ts';

export interface LibraryQuery {
  /** What is searched for, or ''. */
  readonly text: () => string;
  /** A track's or a stage's id, or '' for all. */
  readonly track: () => string;
  readonly stage: () => string;
  readonly state: () => CardState | '';
  /** Whether the skill passes the filters by track and stage. */
  readonly admits: (skill: Skill) => boolean;
  /** Whether a track or a skill is unfolded. */
  readonly isOpen: (id: string) => boolean;
  readonly change: (patch: Partial<Record<'q' | 'track' | 'stage' | 'state', string>>) => void;
  readonly toggle: (id: string) => void;
}

export const useLibraryQuery = (): LibraryQuery => {
  const { index } = useCairn();
  const [params, setParams] = useSearchParams();
  const param = (name: string): string => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  };
  const quietly = { replace: true, scroll: false };
  const open = (): readonly string[] => param('open').split(',').filter(Boolean);
  const track = (): string => index.track(param('track'))?.id ?? '';
  const stage = (): string => index.stage(param('stage'))?.id ?? '';

  return {
    text: () => param('q').trim(),
    track,
    stage,
    state: () => CARD_STATES.find((state) => state === param('state')) ?? '',
    admits: (skill) =>
      (track() === '' || skill.track === track()) && (stage() === '' || skill.stage === stage()),
    isOpen: (id) => open().includes(id),
    change: (patch) => setParams(patch, quietly),
    toggle: (id) => {
      const others = open().filter((one) => one !== id);
      const next = others.length < open().length ? others : [...others, id];
      setParams({ open: next.join(',') }, quietly);
    },
  };
};
