/** Looking at a skill on the trail: by the focus and keys, by a mouse that rests on it, by the tap of a finger. */
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { reducedEdges } from '../../domain/curriculum/trail.ts';
import type { Skill, SkillId } from '../../domain/curriculum/types.ts';
import { plural } from '../../ui/format.ts';
import { isTyping } from '../../ui/typing.ts';
import type { Flight } from './create-flight.ts';
import { useMap } from './map-state.ts';
import { skillsAt, type Place } from './place.ts';
import { stateWords } from './WorldNode.tsx';
import { spotByKey, spotOf, walkOrder } from './walk.ts';
import type { World } from './world.ts';

export interface Looking {
  /** The one skill or flag that the Tab key reaches. */
  readonly tabStop: Accessor<string | undefined>;
  /** The skill whose detail is shown beside or over the trail. */
  readonly shown: Accessor<Skill | undefined>;
  /** A first tap or click has opened the sheet for this skill. */
  readonly sheet: Accessor<Skill | undefined>;
  readonly closeSheet: () => void;
  /** What a screen reader is told. */
  readonly said: Accessor<string>;
  /** Has the focus, and is in view unless the ground is to keep still. */
  readonly goTo: (id: string, isStill?: boolean) => void;
  readonly zoomBy: (factor: number) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface Ground {
  readonly layer: () => HTMLElement;
  readonly world: Accessor<World>;
  readonly flight: Flight;
  readonly place: Accessor<Place>;
  /** There is room for the detail beside the trail. */
  readonly hasRoom: Accessor<boolean>;
}

/** A mouse rests this long on a skill, ms, before it is looked at: it may be on its way to the detail. */
const REST_MS = 120;
const ZOOM = 1.35;

export const createLooking = ({ layer, world, flight, place, hasRoom }: Ground): Looking => {
  const cairn = useCairn();
  const map = useMap();
  const [stop, setStop] = createSignal<string>();
  const [sheet, setSheet] = createSignal<SkillId>();
  const [said, setSaid] = createSignal('');
  let rest: ReturnType<typeof setTimeout> | undefined;
  let keepsStill = false;
  onCleanup(() => clearTimeout(rest));

  const order = createMemo(() => walkOrder(world()));
  const edges = createMemo(() => reducedEdges(cairn.index, cairn.index.graph.skills));
  /** The next step where it lies in the place, else the place's first skill. */
  const first = createMemo(() => {
    const within = new Set(skillsAt(cairn.index, place()).map(({ id }) => id));
    const here = map.here()?.id;
    if (here !== undefined && within.has(here)) return here;
    return order().find((id) => within.has(id)) ?? order()[0];
  });
  const tabStop = (): string | undefined => stop() ?? place().skill?.id ?? first();

  const goTo = (id: string, isStill = false): void => {
    const link = layer().querySelector<HTMLElement>(`[data-spot="${CSS.escape(id)}"]`);
    const spot = spotOf(world(), id);
    if (!link || !spot) return;
    keepsStill = isStill;
    link.focus({ preventScroll: true });
    keepsStill = false;
    if (!isStill) flight.bringIntoView(spot.box);
  };
  /** The id of the skill or flag that something is in: one listener serves them all, however many there are. */
  const idAt = (at: EventTarget | null): string => {
    const spot = at instanceof Element ? at.closest<HTMLElement>('[data-spot]') : undefined;
    return spot?.dataset['spot'] ?? '';
  };
  const sentence = ({ id, requires }: Skill): string => {
    const needs = plural(requires.length, 'skill');
    const opens = plural(cairn.index.unlocks(id).length, 'skill');
    return `${stateWords(id)}. Needs ${needs}, opens ${opens}.`;
  };
  const closeSheet = (): void => {
    const id = sheet();
    if (id === undefined) return;
    setSheet(undefined);
    goTo(id);
    map.setFocused(undefined);
  };

  // Elsewhere on the map, the Tab key and the sheet are for what is there.
  createEffect(
    on(
      place,
      ({ skill }) => {
        setStop(undefined);
        if (!skill) map.setFocused(undefined);
        if (sheet() !== undefined) setSheet(skill?.id);
      },
      { defer: true },
    ),
  );

  return {
    tabStop,
    shown: () => cairn.index.skill(map.shown() ?? tabStop() ?? ''),
    sheet: () => cairn.index.skill(sheet() ?? ''),
    closeSheet,
    said,
    goTo,
    // About the skill that is looked at: it is what a zoom beyond the nearest opens.
    zoomBy: (factor) => flight.zoomBy(factor, spotOf(world(), map.focused() ?? '')?.box),
    onFocusIn: ({ target }) => {
      const id = idAt(target);
      const spot = spotOf(world(), id);
      if (!spot) return;
      clearTimeout(rest);
      setStop(id);
      const skill = cairn.index.skill(id);
      map.setFocused(skill?.id);
      setSaid(skill ? sentence(skill) : '');
      // Not under a finger or mouse that is pressing it: what it presses would be elsewhere when it is lifted.
      if (!keepsStill && target instanceof Element && target.matches(':focus-visible'))
        flight.bringIntoView(spot.box);
    },
    onPointerMove: ({ target, pointerType, buttons }) => {
      clearTimeout(rest);
      const skill = cairn.index.skill(idAt(target));
      if (!skill || pointerType !== 'mouse' || buttons > 0 || sheet() !== undefined) return;
      rest = setTimeout(() => {
        if (!layer().classList.contains('moving')) map.setFocused(skill.id);
      }, REST_MS);
    },
    onPointerLeave: () => {
      clearTimeout(rest);
      if (sheet() === undefined)
        map.setFocused(cairn.index.skill(idAt(document.activeElement))?.id);
    },
    onClick: (event) => {
      const id = idAt(event.target);
      if (id === '') {
        closeSheet();
        map.setFocused(undefined);
        return;
      }
      // Keys open at once, and so does a mouse with the detail beside the trail; else it is shown first.
      const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
      if (event.detail === 0 || (hasRoom() && !isTouch)) return;
      if (sheet() === id || !cairn.index.skill(id)) return;
      event.preventDefault();
      setSheet(id);
      map.setFocused(id);
    },
    onKeyDown: (event) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const from = idAt(target);
      const to = from && spotByKey(world(), order(), edges(), from, key);
      if (to) goTo(to);
      else if (key === '+' || key === '=') flight.zoomBy(ZOOM, spotOf(world(), from)?.box);
      else if (key === '-') flight.zoomBy(1 / ZOOM, spotOf(world(), from)?.box);
      else if (key !== 'Escape') {
        // At an end of the walk the page stays where it is.
        if (from && key.startsWith('Arrow')) event.preventDefault();
        return;
      } else if (sheet() === undefined) map.setFocused(undefined);
      else closeSheet();
      event.preventDefault();
    },
  };
};
