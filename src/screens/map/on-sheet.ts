/** The map on paper: as it is seen, and as large as the sheet allows. Nothing is laid out anew for the printer. */
import type { Size } from './camera.ts';
import type { Climb } from './world.ts';

/** A sheet of A4 or Letter within its margins and below the heading, px: upright, or on its side. */
export const SHEETS: Readonly<Record<Climb, Size>> = {
  up: { width: 690, height: 840 },
  right: { width: 960, height: 600 },
};

/** What the print style needs to know of a part that is seen at this size, px. */
export const onSheet = ({ width, height }: Size): Record<string, string> => ({
  '--seen-width': `${width}px`,
  '--seen-height': `${height}px`,
  '--on-sheet': String(
    Math.min(SHEETS.up.width / Math.max(1, width), SHEETS.up.height / Math.max(1, height)),
  ),
});

/** The same for the trail, which fills its sheet: on its side where the climb goes to the right. */
export const trailOnSheet = (climb: Climb): Record<string, string> => ({
  '--seen-width': `${SHEETS[climb].width}px`,
  '--seen-height': `${SHEETS[climb].height}px`,
  '--on-sheet': '1',
});
