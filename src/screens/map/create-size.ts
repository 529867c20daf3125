/** The room of an element, and the height of the person's letters, followed as they change. */
import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Root letter height, px: text zoom changes it. 0 before the element is drawn. */
  readonly letter: number;
}

export const createSize = (element: () => HTMLElement): Accessor<Room> => {
  const [room, setRoom] = createSignal<Room>({ width: 0, height: 0, letter: 0 });
  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = element();
    const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    setRoom({ width, height, letter });
  };
  onMount(() => {
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element());
    onCleanup(() => observer.disconnect());
  });
  return room;
};
