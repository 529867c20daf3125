/** The colours of a theme as plain sRGB, which every program that opens the picture understands. */
import type { Colours } from './picture.ts';

/** @param stages ids of the stages, from the start */
export const coloursOf = (theme: 'light' | 'dark', stages: readonly string[]): Colours => {
  const probe = document.createElement('div');
  probe.hidden = true;
  // The picture leaves this device, whose own colours are no part of it.
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const read = (token: string): string => {
    probe.style.colorScheme = theme;
    probe.style.color = `var(--${token})`;
    if (!context) return getComputedStyle(probe).color;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const colours: Colours = {
    paper: read('surface'),
    ink: read('ink'),
    soft: read('ink-soft'),
    accent: read('accent'),
    stages: stages.map((stage) => ({
      hue: read(`altitude-${stage}`),
      wash: read(`altitude-${stage}-wash`),
    })),
  };
  probe.remove();
  return colours;
};
