/** The room of an element, and the height of the person's letters, followed as they change. */
import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Root letter height, px: text zoom changes it. 0 before the element is drawn. */
  readonly letter: number;
  /** The part, from the upper left corner, that nothing floats over: without what its `scroll-padding` sets aside. */
  readonly free: { readonly width: number; readonly height: number };
}

const NONE = { width: 0, height: 0 };
const px = (length: string): number => Number.parseFloat(length) || 0;

export const createSize = (element: () => HTMLElement): Accessor<Room> => {
  const [room, setRoom] = createSignal<Room>({ ...NONE, letter: 0, free: NONE });
  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = element();
    const letter = px(getComputedStyle(document.documentElement).fontSize) || 16;
    const { scrollPaddingRight, scrollPaddingBottom } = getComputedStyle(element());
    const free = {
      width: width - px(scrollPaddingRight),
      height: height - px(scrollPaddingBottom),
    };
    setRoom({ width, height, letter, free });
  };
  onMount(() => {
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element());
    onCleanup(() => observer.disconnect());
  });
  return room;
};
