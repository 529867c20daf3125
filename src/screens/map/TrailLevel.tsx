/** The trail: all skills on the ground, seen from near enough to read them, with the detail of the one that is looked at. */
import { useLocation, useNavigate } from '@solidjs/router';
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
  type JSX,
} from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { FAR, type Size } from './camera.ts';
import { createFlight } from './create-flight.ts';
import { createLooking } from './create-looking.ts';
import { createSize } from './create-size.ts';
import { leave, leftAt } from './left-at.ts';
import { useMapAddress } from './MapLink.tsx';
import { useMap } from './map-state.ts';
import { trailOnSheet } from './on-sheet.ts';
import { placeTitle, skillsAt, type Place } from './place.ts';
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
  const address = useMapAddress();
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
  const [covered, setCovered] = createSignal(0);
  /** What the sheet does not cover. */
  const free = createMemo(() => ({ width: size().width, height: size().height - covered() }));
  const letter = createMemo(() => room().letter || 16);
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
    onOut: () => navigate(address()),
    onIn: (x, y) => {
      const under = [...world().skills.values()].find(
        ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
      );
      const id = under?.of.id ?? map.focused();
      if (id === undefined) return;
      remember();
      navigate(`/skills/${id}`);
    },
  });
  const looking = createLooking({
    layer: () => layer,
    world,
    flight,
    place: () => props.place,
    hasRoom: () => props.hasRoom,
  });
  const remember = (): void => leave(flight.camera(), looking.tabStop());
  const goHere = (): (() => void) | undefined => {
    const here = map.here();
    return here && (() => looking.goTo(here.id));
  };

  let before: Place | undefined;
  createEffect(
    on([() => props.place, world, () => room().letter > 0], ([place, ground, isDrawn]) => {
      if (!isDrawn) return;
      const left = place === before ? undefined : leftAt(location);
      const target = viewOf(ground, place, map.focused() ?? map.here()?.id, size());
      if (left) flight.returnTo(left.camera);
      else flight.lookAt(target.box, target.scale, before === undefined);
      const spot = place === before ? undefined : (left?.spot ?? place.skill?.id);
      // The ground may be drawn in the same breath.
      if (spot !== undefined) queueMicrotask(() => looking.goTo(spot, left !== undefined));
      before = place;
    }),
  );
  // What is brought out is brought into view, unless some of it is there.
  createEffect(
    on(
      [map.show, () => map.kept() !== undefined],
      () => {
        const found = [...(map.kept() ?? [])].flatMap((id) => spotOf(world(), id) ?? []);
        const [first] = found.toSorted((a, b) => a.start - b.start);
        if (!first || found.some(({ box }) => flight.sees(box))) return;
        flight.lookAt(first.box, flight.camera().scale);
      },
      { defer: true },
    ),
  );
  // The skill that the sheet is about stands above it.
  const [sheet, setSheet] = createSignal<HTMLElement>();
  createEffect(
    on([sheet, looking.sheet], ([element, skill]) => {
      const spot = skill && spotOf(world(), skill.id);
      if (!element || !spot) return void setCovered(0);
      // Told when it stands, too.
      const observer = new ResizeObserver(() => {
        const below = view.getBoundingClientRect().bottom - element.getBoundingClientRect().top;
        const isRoom = below > 0 && size().height - below > spot.box.height * flight.camera().scale;
        setCovered(isRoom ? below : 0);
        flight.bringIntoView(spot.box);
      });
      observer.observe(element);
      onCleanup(() => observer.disconnect());
    }),
  );
  onMount(() => {
    map.setFocused(props.place.skill?.id);
    frame.addEventListener('keydown', looking.onKeyDown);
    // Any link may lead away: Back comes to where one was.
    document.addEventListener('click', remember, { capture: true });
    onCleanup(() => document.removeEventListener('click', remember, { capture: true }));
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
            onPointerOver={looking.onPointerOver}
            onPointerLeave={looking.onPointerLeave}
            onClick={looking.onClick}
          >
            <div
              ref={layer}
              class="world-layer"
              style={{ width: `${world().width}px`, height: `${world().height}px` }}
            >
              <Show when={room().letter > 0}>
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
