/** One stage, one track, or the cell where they cross: its skills, and the way to its neighbours. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { SkillId, Stage } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import { tally } from '../../domain/progress/tally.ts';
import { suggestions } from '../../domain/study/suggestions.ts';
import { plural } from '../../ui/format.ts';
import { BackIcon, ChevronIcon } from '../../ui/icons.tsx';
import { flagsAt } from './flags.ts';
import { HereMark, PeakFlag } from './marks.tsx';
import { MapLink } from './MapLink.tsx';
import { skillsAt, type Place } from './place.ts';
import { SkillDetail } from './SkillDetail.tsx';
import { Trail } from './Trail.tsx';
import { trailView } from './trail-view.ts';
import './trail.css';

/** Lanes side by side with the detail need this much room, rem. */
const ROOM_FOR_LANES = 54;

export const TrailPage = (props: {
  readonly place: Place;
  readonly standing: ReadonlyMap<SkillId, Standing>;
  /** Room, rem. */
  readonly width: number;
}): JSX.Element => {
  const cairn = useCairn();
  let page!: HTMLDivElement;
  const hasRoom = createMemo(() => props.width >= ROOM_FOR_LANES);
  const skills = () => skillsAt(cairn.index, props.place);
  const view = createMemo(() => trailView(cairn.index, props.place, hasRoom()));
  const count = createMemo(() => tally(cairn.index, cairn.learner(), props.standing, skills()));
  const here = createMemo(
    () =>
      suggestions(cairn.index, cairn.learner(), props.standing).find(({ skill }) =>
        view().order.includes(skill.id),
      )?.skill.id,
  );
  const [focused, setFocused] = createSignal<SkillId>();
  const lookedAt = (): SkillId | undefined => focused() ?? here() ?? view().order[0];
  const title = (): string =>
    [props.place.track?.title, props.place.stage?.title].filter(Boolean).join(', ');
  const isBelow = (): boolean =>
    props.place.stage !== undefined &&
    cairn.index.altitude(props.place.stage.id) <
      cairn.index.altitude(cairn.learner().settings.stage);
  const goToHere = (): void => {
    const nodes = page.querySelectorAll<HTMLElement>('[data-skill]');
    const node = [...nodes].find(({ dataset }) => dataset['skill'] === here());
    node?.scrollIntoView({ block: 'center' });
    node?.querySelector('a')?.focus({ preventScroll: true });
  };

  return (
    <div ref={page} class="trail-page" data-room={hasRoom()} data-stage={props.place.stage?.id}>
      <nav aria-label="Way back" class="trail-back">
        <MapLink class="button quiet">
          <BackIcon />
          Overview
        </MapLink>
      </nav>
      <header class="trail-top">
        <div class="trail-words">
          <h1 tabindex="-1">{title()}</h1>
          <Show when={!props.place.track && props.place.stage}>
            {(stage) => <p>{stage().summary}</p>}
          </Show>
          <p class="soft">
            {count().ready} of {plural(count().skills, 'skill')} ready
            <Show when={count().byState.learning}>{(n) => <>, {n()} learning</>}</Show>
            <Show when={count().byState.fading}>{(n) => <>, {n()} fading</>}</Show>
            <Show when={count().due}>{(n) => <>, {plural(n(), 'card')} due</>}</Show>.
            <Show when={isBelow()}>
              {' '}
              This lies below the stage you stand at: what you have not studied is taken as known.
            </Show>
          </p>
        </div>
        <div class="row">
          <Show when={here()}>
            <button type="button" class="button" onClick={goToHere}>
              <HereMark /> Go to where you are
            </button>
          </Show>
          <Show when={!props.place.track && props.place.stage}>
            {(stage) => <StageFlags stage={stage()} />}
          </Show>
        </div>
      </header>
      <Show
        when={skills().length > 0}
        fallback={
          <div class="empty">
            <h2>No skills here</h2>
            <p>Nothing of this track is asked for at this stage. Look at its other stages.</p>
          </div>
        }
      >
        <div class="trail-and-detail">
          <section class="trail-region" aria-label={`Progression map: ${title()}`}>
            <Trail
              view={view()}
              standing={props.standing}
              here={here()}
              focused={lookedAt()}
              onFocus={setFocused}
            />
          </section>
          <Show when={hasRoom() && cairn.index.skill(lookedAt() ?? '')}>
            {(skill) => <SkillDetail skill={skill()} standing={props.standing} />}
          </Show>
        </div>
      </Show>
      <Neighbours place={props.place} />
    </div>
  );
};

const StageFlags = (props: { readonly stage: Stage }): JSX.Element => {
  const cairn = useCairn();
  const flags = createMemo(() => flagsAt(cairn, props.stage));
  return (
    <Show when={flags().all > 0}>
      <A href="/milestones" class="button quiet trail-flag">
        <PeakFlag raised={flags().raised > 0} />
        {flags().raised} of {plural(flags().all, 'milestone')} achieved
      </A>
    </Show>
  );
};

/** On to what lies beside: the stage below and above, the track before and after; from a cell, its stage and its track. */
const Neighbours = (props: { readonly place: Place }): JSX.Element => {
  const cairn = useCairn();
  const links = (): readonly Place[] => {
    const { stage, track } = props.place;
    const { stages, tracks } = cairn.index.graph;
    if (stage && track) {
      return [
        { stage, track: undefined },
        { stage: undefined, track },
      ];
    }
    const beside = <T,>(all: readonly T[], one: T): readonly T[] =>
      all.filter((_, i) => Math.abs(i - all.indexOf(one)) === 1);
    return [
      ...(stage ? beside(stages, stage) : []).map((next) => ({ stage: next, track: undefined })),
      ...(track ? beside(tracks, track) : []).map((next) => ({ stage: undefined, track: next })),
    ];
  };
  return (
    <nav aria-label="Elsewhere on the map" class="trail-neighbours">
      <For each={links()}>
        {(link) => (
          <MapLink class="button" stage={link.stage} track={link.track}>
            {link.stage?.title ?? link.track?.title}
            <ChevronIcon />
          </MapLink>
        )}
      </For>
    </nav>
  );
};
