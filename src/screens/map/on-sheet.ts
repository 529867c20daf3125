/** The map on paper: as it is seen, and as large as the sheet allows. Nothing is laid out anew for the printer. */
import type { Size } from './camera.ts';

/** A sheet of A4 or Letter within its margins and below the heading, px. */
const SHEET: Size = { width: 690, height: 840 };

/** What the print style needs to know of a part that is seen at this size, px. */
export const onSheet = ({ width, height }: Size): Record<string, string> => ({
  '--seen-width': `${width}px`,
  '--seen-height': `${height}px`,
  '--on-sheet': String(
    Math.min(SHEET.width / Math.max(1, width), SHEET.height / Math.max(1, height)),
  ),
});
