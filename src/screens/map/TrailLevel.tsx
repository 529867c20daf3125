/** The trail: all skills on the ground, seen from near enough to read them, with the detail of the one that is looked at. */
import { useBeforeLeave, useLocation, useNavigate } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  lazy,
  on,
  onCleanup,
  onMount,
  Show,
  Suspense,
  untrack,
  type JSX,
} from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { FAR, type Size } from './camera.ts';
import { createFlight } from './create-flight.ts';
import { createLooking } from './create-looking.ts';
import { createSize } from './create-size.ts';
import { leave, leftAt } from './left-at.ts';
import { useMap } from './map-state.ts';
import { trailOnSheet } from './on-sheet.ts';
import { placeTitle, skillOnMap, skillsAt, type Place } from './place.ts';
import { TrailTop } from './TrailTop.tsx';
import { viewOf } from './view-of.ts';
import { spotOf } from './walk.ts';
import { World } from './World.tsx';
import { surveyWorld, type Climb } from './world.ts';
import './trail-page.css';
import './world.css';

// The ground first; what stands beside it follows.
const SkillDetail = lazy(() => import('./SkillDetail.tsx'));
const Rulers = lazy(() => import('./Rulers.tsx'));
const Controls = lazy(() => import('./Controls.tsx'));
const MapExtras = lazy(() => import('./MapExtras.tsx'));
const MapClaims = lazy(() => import('./MapClaims.tsx'));

/** From this width on, in letters, the climb goes to the right. */
const ROOM_TO_THE_RIGHT = 40;

const NOTHING: Size = { width: 0, height: 0 };
const isSame = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

export const TrailLevel = (props: {
  readonly place: Place;
  /** There is room for the detail beside the trail. */
  readonly hasRoom: boolean;
}): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const navigate = useNavigate();
  const location = useLocation();
  let page!: HTMLDivElement;
  let heading!: HTMLHeadingElement;
  let frame!: HTMLElement;
  let view!: HTMLDivElement;
  let layer!: HTMLDivElement;
  /** Moves the names along the edges of the view, once they are there. */
  let moveRulers: (() => void) | undefined;
  const room = createSize(() => view);
  // Of the frame, which stays as wide when the rulers along it change with the climb.
  const frameRoom = createSize(() => frame);
  const size = createMemo((): Size => room(), undefined, { equals: isSame });
  const [covered, setCovered] = createSignal(NOTHING);
  /** What the sheet does not cover. */
  const free = createMemo(() => ({
    width: size().width - covered().width,
    height: size().height - covered().height,
  }));
  const letter = createMemo(() => room().letter || 16);
  const isDrawn = createMemo(() => room().letter > 0);
  const climb = createMemo((): Climb =>
    frameRoom().width / letter() >= ROOM_TO_THE_RIGHT ? 'right' : 'up',
  );
  const world = createMemo(() => surveyWorld(cairn.index, climb(), letter()));

  const flight = createFlight({
    view: () => view,
    layer: () => layer,
    world,
    size: free,
    onMove: () => moveRulers?.(),
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
  const looking = createLooking({
    layer: () => layer,
    world,
    flight,
    place: () => props.place,
    hasRoom: () => props.hasRoom,
  });
  // Back comes to where one was; when one goes back oneself, the history has moved already.
  useBeforeLeave(({ to }) => {
    if (typeof to === 'string') leave(flight.camera(), looking.tabStop());
  });
  const goHere = (): (() => void) | undefined => {
    const here = map.here();
    if (!here) return undefined;
    return here.stage === (props.place.stage?.id ?? here.stage)
      ? () => looking.goTo(here.id)
      : () => navigate(skillOnMap(here.id, map));
  };

  map.setFocused(untrack(() => props.place.skill?.id));
  /** Brings the first of some skills into view that is brought out, unless one of these is. */
  const showKept = (skills: readonly Skill[]): void => {
    const spots = skills
      .filter(({ id }) => map.kept()?.has(id))
      .flatMap(({ id }) => spotOf(world(), id) ?? []);
    const [first] = spots;
    if (first && !spots.some(({ box }) => flight.sees(box)))
      flight.lookAt(first.box, flight.camera().scale);
  };

  let before: Place | undefined;
  createEffect(
    on([() => props.place, world, isDrawn], ([place, ground, drawn]) => {
      if (!drawn) return;
      if (!place.skill) setCovered(NOTHING);
      const left = place === before ? undefined : leftAt(location);
      const target = viewOf(ground, place, map.focused() ?? map.here()?.id, size());
      if (left) flight.returnTo(left.camera);
      else {
        flight.lookAt(target.box, target.scale, before === undefined);
        showKept(skillsAt(cairn.index, place));
      }
      const spot = place === before ? undefined : (left?.spot ?? place.skill?.id);
      // The ground may be drawn in the same breath.
      if (spot !== undefined) queueMicrotask(() => looking.goTo(spot, left !== undefined));
      before = place;
    }),
  );
  // What is brought out is brought into view, of what is here first.
  createEffect(
    on(
      [map.show, () => map.kept() !== undefined],
      () => {
        const here = new Set(skillsAt(cairn.index, props.place));
        const { skills } = cairn.index.graph;
        showKept(skills.toSorted((a, b) => Number(here.has(b)) - Number(here.has(a))));
      },
      { defer: true },
    ),
  );
  // The skill that the sheet is about stands above it.
  const [sheet, setSheet] = createSignal<HTMLElement>();
  createEffect(
    on([sheet, looking.sheet, world], ([element, skill, ground]) => {
      const spot = skill && spotOf(ground, skill.id);
      if (!element || !spot) return void setCovered(NOTHING);
      // Told when it stands, too.
      const observer = new ResizeObserver(() => {
        const seen = view.getBoundingClientRect();
        const over = element.getBoundingClientRect();
        const cut =
          over.top <= seen.top
            ? { width: Math.max(0, seen.right - over.left), height: 0 }
            : { width: 0, height: Math.max(0, seen.bottom - over.top) };
        const { scale } = flight.camera();
        const isRoom =
          seen.width - cut.width > spot.box.width * scale &&
          seen.height - cut.height > spot.box.height * scale;
        setCovered(isRoom ? cut : NOTHING);
        flight.bringIntoView(spot.box);
      });
      observer.observe(element);
      onCleanup(() => observer.disconnect());
    }),
  );
  onMount(() => {
    frame.addEventListener('keydown', looking.onKeyDown);
    // Come from the table: the page begins at its heading.
    if (page.parentElement?.dataset['zoomed']) heading.focus({ preventScroll: true });
  });

  return (
    <div ref={page} class="trail-page" data-room={props.hasRoom} data-stage={props.place.stage?.id}>
      <TrailTop place={props.place} heading={(element) => (heading = element)} />
      <div class="trail-and-detail">
        <section
          ref={frame}
          class="world"
          data-climb={climb()}
          style={trailOnSheet(climb())}
          aria-label={`Progression map: ${placeTitle(props.place)}`}
        >
          <Suspense>
            <Rulers
              world={world()}
              size={size()}
              camera={flight.camera}
              view={() => view}
              layer={() => layer}
              onReady={(move) => (moveRulers = move)}
            />
          </Suspense>
          <div
            ref={view}
            class="world-view"
            // The listeners are for the links in it.
            role="presentation"
            onFocusIn={looking.onFocusIn}
            onPointerMove={looking.onPointerMove}
            onPointerLeave={looking.onPointerLeave}
            onClick={looking.onClick}
          >
            <div
              ref={layer}
              class="world-layer"
              style={{ width: `${world().width}px`, height: `${world().height}px` }}
            >
              <Show when={isDrawn()}>
                <World world={world()} tabStop={looking.tabStop()} />
              </Show>
            </div>
          </div>
          <Suspense>
            <Controls onZoom={looking.zoomBy} onHere={goHere()} />
            <Show when={!props.hasRoom && looking.sheet()}>
              {(skill) => (
                <SkillDetail
                  skill={skill()}
                  isSheet
                  onShown={setSheet}
                  onClose={looking.closeSheet}
                />
              )}
            </Show>
          </Suspense>
          <p class="visually-hidden" role="status">
            {looking.said()}
          </p>
        </section>
        <Suspense fallback={<div class="skeleton trail-detail" />}>
          <Show when={props.hasRoom && looking.shown()}>
            {(skill) => <SkillDetail skill={skill()} />}
          </Show>
        </Suspense>
      </div>
      <Suspense>
        <MapExtras />
        <MapClaims skills={skillsAt(cairn.index, props.place)} />
      </Suspense>
    </div>
  );
};
