/** Room, in the person's own letter size: text zoom takes it away just as a narrow window does. */
import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

/** The width of an element in root letter heights (rem), followed as it changes; 0 before it is drawn. */
export const createWidth = (element: () => HTMLElement): Accessor<number> => {
  const [width, setWidth] = createSignal(0);
  const measure = (): void => {
    const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    setWidth(element().clientWidth / (letter || 16));
  };
  onMount(() => {
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element());
    onCleanup(() => observer.disconnect());
  });
  return width;
};
