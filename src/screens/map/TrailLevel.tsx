/** The trail: all skills on the ground, seen from near enough to read them, with the detail of the one that is looked at. */
import { useNavigate } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  lazy,
  on,
  onMount,
  Show,
  Suspense,
  type JSX,
} from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { reducedEdges } from '../../domain/curriculum/trail.ts';
import type { Skill, SkillId } from '../../domain/curriculum/types.ts';
import { tally } from '../../domain/progress/tally.ts';
import { plural } from '../../ui/format.ts';
import { BackIcon } from '../../ui/icons.tsx';
import { standingSentence, STATE_NAMES } from '../../ui/skill-words.ts';
import { FAR, type Size } from './camera.ts';
import { createFlight } from './create-flight.ts';
import { createSize } from './create-size.ts';
import { flagsAt } from './flags.ts';
import { MapLink } from './MapLink.tsx';
import { MapExtras } from './MapExtras.tsx';
import { useMap } from './map-state.ts';
import { PeakFlag } from './marks.tsx';
import { onSheet } from './on-sheet.ts';
import { skillsAt, type Place } from './place.ts';
import { measureRulers, moveRulers, Ruler } from './Rulers.tsx';
import { viewOf } from './view-of.ts';
import { tallyWords } from './tally-words.ts';
import { spotByKey, walkOrder } from './walk.ts';
import { World } from './World.tsx';
import { surveyWorld, type Climb } from './world.ts';
import { ZoomButtons } from './ZoomButtons.tsx';
import './world.css';

// The ground first; what stands beside it follows.
const SkillDetail = lazy(() => import('./SkillDetail.tsx'));
const SkillSearch = lazy(() => import('./SkillSearch.tsx'));
const Filter = lazy(() => import('./Filter.tsx'));
const MapClaims = lazy(() => import('./MapClaims.tsx'));

/** From this width on, in letters, the climb goes to the right. */
const ROOM_TO_THE_RIGHT = 40;

const isSame = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

const TrailLevel = (props: {
  readonly place: Place;
  /** There is room for the detail beside the trail. */
  readonly hasRoom: boolean;
}): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const navigate = useNavigate();
  let page!: HTMLDivElement;
  let heading!: HTMLHeadingElement;
  let frame!: HTMLElement;
  let view!: HTMLDivElement;
  let layer!: HTMLDivElement;
  const rulers: HTMLElement[] = [];
  const room = createSize(() => view);
  // Of the frame, which stays as wide when the rulers along it change with the climb.
  const frameRoom = createSize(() => frame);
  const size = createMemo((): Size => room(), undefined, { equals: isSame });
  const free = createMemo((): Size => room().free, undefined, { equals: isSame });
  const letter = createMemo(() => room().letter || 16);
  const climb = createMemo((): Climb =>
    frameRoom().width / letter() >= ROOM_TO_THE_RIGHT ? 'right' : 'up',
  );
  const world = createMemo(() => surveyWorld(cairn.index, climb(), letter()));
  const edges = createMemo(() => reducedEdges(cairn.index, cairn.index.graph.skills));
  const order = createMemo(() => walkOrder(world()));
  const here = (): SkillId | undefined => map.next()[0]?.skill.id;
  const [stop, setStop] = createSignal<string>();
  const [said, setSaid] = createSignal('');
  const tabStop = (): string | undefined => stop() ?? props.place.skill?.id ?? here() ?? order()[0];
  const shown = (): Skill | undefined => cairn.index.skill(map.focused() ?? tabStop() ?? '');

  const flight = createFlight({
    view: () => view,
    layer: () => layer,
    world,
    size: free,
    onMove: (camera) => moveRulers(rulers, world(), camera, size()),
    // Titles change size: every node is laid out anew, which no frame of a gesture has time for.
    onRest: (camera) => layer.classList.toggle('far', camera.scale < FAR),
    onOut: () => navigate('/map'),
    onIn: (x, y) => {
      const under = [...world().skills.values()].find(
        ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
      );
      const id = under?.of.id ?? map.focused();
      if (id !== undefined) navigate(`/skills/${id}`);
    },
  });

  const find = (id: string): HTMLElement | undefined =>
    [...layer.querySelectorAll<HTMLElement>('[data-spot]')].find(
      ({ dataset }) => dataset['spot'] === id,
    );
  const goTo = (id: string): void => find(id)?.focus({ preventScroll: true });

  let before: Place | undefined;
  createEffect(
    on([() => props.place, world, () => room().letter > 0], ([place, ground, isDrawn]) => {
      if (!isDrawn) return;
      measureRulers(rulers, ground);
      const target = viewOf(ground, place, tabStop(), free());
      flight.lookAt(target.box, target.scale, before === undefined);
      const skill = place !== before ? place.skill : undefined;
      // The ground may be drawn in the same breath.
      if (skill) queueMicrotask(() => goTo(skill.id));
      before = place;
    }),
  );
  /** The id of the skill or flag that an event comes from: one listener serves them all, however many there are. */
  const idAt = (event: Event): string =>
    (event.target as Element).closest<HTMLElement>('[data-spot]')?.dataset['spot'] ?? '';
  const onFocus = (event: FocusEvent): void => {
    const id = idAt(event);
    const { skills, flags } = world();
    const spot = skills.get(id) ?? flags.find(({ of }) => of.id === id);
    if (!spot) return;
    setStop(id);
    const skill = cairn.index.skill(id);
    map.setFocused(skill?.id);
    setSaid(skill ? sentence(skill) : '');
    flight.bringIntoView(spot.box);
  };
  const onPointerOver = (event: PointerEvent): void => {
    const skill = cairn.index.skill(idAt(event));
    if (skill && event.pointerType === 'mouse') map.setFocused(skill.id);
  };
  const sentence = (skill: Skill): string => {
    const now = map.standing().get(skill.id);
    const needs = plural(skill.requires.length, 'skill');
    const opens = plural(cairn.index.unlocks(skill.id).length, 'skill');
    const known = now?.seen ? ` ${standingSentence(now, map.day()?.day ?? cairn.today())}.` : '';
    return `${STATE_NAMES[map.stateOf(skill)]}.${known} Needs ${needs}, opens ${opens}.`;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') map.setFocused(undefined);
    const to = spotByKey(world(), order(), edges(), idAt(event), event.key);
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };
  /** Plus and minus zoom wherever the focus is on the map. */
  const onZoomKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') flight.zoomBy(1.35);
    else if (event.key === '-') flight.zoomBy(1 / 1.35);
    else return;
    event.preventDefault();
  };
  onMount(() => {
    map.setFocused(props.place.skill?.id);
    view.addEventListener('keydown', onZoomKey);
    // Come from the table: the page begins at its heading.
    if (page.parentElement?.dataset['zoomed']) heading.focus({ preventScroll: true });
  });
  const [tapped, setTapped] = createSignal<SkillId>();
  /** A finger's first tap on a skill shows it, and only the next opens it. */
  const onTap = (event: MouseEvent): void => {
    const id = idAt(event);
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    if (tapped() === id || !cairn.index.skill(id)) return;
    event.preventDefault();
    setTapped(id);
    map.setFocused(id);
  };

  const title = (): string =>
    props.place.skill?.title ??
    [props.place.track?.title, props.place.stage?.title].filter(Boolean).join(', ');
  const count = createMemo(() =>
    tally(cairn.index, map.person(), map.standing(), skillsAt(cairn.index, props.place)),
  );

  return (
    <div ref={page} class="trail-page" data-room={props.hasRoom} data-stage={props.place.stage?.id}>
      <header class="trail-top">
        <nav aria-label="Way back">
          <MapLink class="button quiet trail-back">
            <BackIcon />
            <span class="trail-back-word">Overview</span>
          </MapLink>
        </nav>
        <div class="trail-words">
          <h1 ref={heading} tabindex="-1">
            {title()}
          </h1>
          <p class="soft small">{tallyWords(count())}</p>
        </div>
        <Suspense fallback={<span class="map-search" />}>
          <SkillSearch />
        </Suspense>
        <nav aria-label="Elsewhere on the map" class="trail-stages">
          <For each={cairn.index.graph.stages}>
            {(stage) => {
              const flags = createMemo(() => flagsAt(cairn.index, map.person(), stage));
              return (
                <MapLink
                  stage={stage}
                  class="trail-stage"
                  data-stage={stage.id}
                  aria-current={props.place.stage?.id === stage.id ? 'true' : undefined}
                >
                  {stage.title}
                  <Show when={flags().all}>
                    <span class="trail-stage-flags">
                      <PeakFlag raised={flags().raised > 0} />
                      <span class="visually-hidden">, milestones achieved: </span>
                      {flags().raised}/{flags().all}
                    </span>
                  </Show>
                </MapLink>
              );
            }}
          </For>
        </nav>
      </header>
      <div class="trail-and-detail">
        <section
          ref={frame}
          class="world"
          data-climb={climb()}
          style={onSheet(frameRoom())}
          aria-label={`Progression map: ${title()}`}
        >
          <Ruler direction="along" world={world()} ref={(element) => rulers.push(element)} />
          <Ruler direction="across" world={world()} ref={(element) => rulers.push(element)} />
          <div ref={view} class="world-view">
            <div
              ref={layer}
              class="world-layer"
              // The listeners are for the links in it.
              role="presentation"
              style={{ width: `${world().width}px`, height: `${world().height}px` }}
              onFocusIn={onFocus}
              onPointerOver={onPointerOver}
              onKeyDown={onKeyDown}
              onClick={onTap}
            >
              <Show when={room().letter > 0}>
                <World world={world()} edges={edges()} here={here()} tabStop={tabStop()} />
              </Show>
            </div>
          </div>
          <Suspense>
            <Filter />
          </Suspense>
          <ZoomButtons
            onZoom={flight.zoomBy}
            onHere={here() === undefined ? undefined : () => goTo(here() ?? '')}
          />
          <Suspense>
            <Show when={!props.hasRoom && cairn.index.skill(tapped() ?? '')}>
              {(skill) => (
                <SkillDetail skill={skill()} isSheet onClose={() => setTapped(undefined)} />
              )}
            </Show>
          </Suspense>
          <p class="visually-hidden" role="status">
            {said()}
          </p>
        </section>
        <Suspense fallback={<div class="skeleton trail-detail" />}>
          <Show when={props.hasRoom && shown()}>{(skill) => <SkillDetail skill={skill()} />}</Show>
        </Suspense>
      </div>
      <MapExtras />
      <Suspense>
        <MapClaims skills={skillsAt(cairn.index, props.place)} />
      </Suspense>
    </div>
  );
};

export default TrailLevel;
