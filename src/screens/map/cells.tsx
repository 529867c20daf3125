/** What stands in the table: heads of stages and tracks, and the cells where they cross. */
import { createMemo, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Stage, Track } from '../../domain/curriculum/types.ts';
import { tally } from '../../domain/progress/tally.ts';
import { flagsAt } from './flags.ts';
import { MapLink } from './MapLink.tsx';
import { useMap } from './map-state.ts';
import { HereMark, PeakFlag } from './marks.tsx';
import { skillsAt } from './place.ts';
import { SkillStones } from './SkillStones.tsx';
import { tallyWords } from './tally-words.ts';

export const StageHead = (props: {
  readonly stage: Stage;
  readonly isHere: boolean;
}): JSX.Element => (
  <MapLink class="map-head-link stage-head" stage={props.stage} data-place={`${props.stage.id} `}>
    <span class="stage-name">{props.stage.title}</span>
    <Show when={props.isHere}>
      <span class="here">
        <HereMark />
        <span class="here-words">You are here</span>
      </span>
    </Show>
  </MapLink>
);

export const TrackHead = (props: { readonly track: Track }): JSX.Element => (
  <MapLink class="map-head-link" track={props.track} data-place={` ${props.track.id}`}>
    {props.track.title}
  </MapLink>
);

export const SkillCell = (props: { readonly stage: Stage; readonly track: Track }): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const count = createMemo(() =>
    tally(cairn.index, map.person(), map.standing(), skillsAt(cairn.index, props)),
  );
  const words = (): string => {
    const open = count().byState['next-up'];
    return tallyWords(count()) + (open ? `, ${open} next up` : '');
  };
  const isBegun = (): boolean => {
    const { learning, fading } = count().byState;
    return count().ready + learning + fading > 0;
  };
  return (
    <Show when={count().skills > 0} fallback={<span class="visually-hidden">No skills</span>}>
      <MapLink
        class="map-cell"
        stage={props.stage}
        track={props.track}
        data-place={`${props.stage.id} ${props.track.id}`}
      >
        <span class="visually-hidden">
          {props.track.title}, {props.stage.title.toLowerCase()}: {words()}
        </span>
        <span class="map-cell-stage" aria-hidden="true">
          {props.stage.title}
        </span>
        <SkillStones tally={count()} />
        <span class="map-line number" aria-hidden="true">
          <Show when={isBegun()}>
            {count().ready}/{count().skills}
          </Show>
          <Show when={count().due}>
            {(due) => <span class="map-due">{due() > 99 ? '99+' : due()}</span>}
          </Show>
        </span>
      </MapLink>
    </Show>
  );
};

/** The flags at the upper edge of a stage. */
export const FlagCell = (props: { readonly stage: Stage }): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const flags = createMemo(() => flagsAt(cairn.index, map.person(), props.stage));
  return (
    <Show when={flags().all > 0} fallback={<span class="visually-hidden">No milestones</span>}>
      <MapLink class="map-cell" to="/milestones">
        <span class="visually-hidden">
          {props.stage.title} milestones: {flags().raised} of {flags().all} achieved
        </span>
        <span class="map-cell-stage" aria-hidden="true">
          {props.stage.title}
        </span>
        <PeakFlag raised={flags().raised > 0} />
        <span class="map-line number" aria-hidden="true">
          {flags().raised}/{flags().all}
        </span>
      </MapLink>
    </Show>
  );
};
