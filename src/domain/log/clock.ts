/**
 * The hybrid clock: orders events of several devices although wall clocks are wrong.
 *
 * It follows the wall clock, never runs backwards on one device, and moves past every clock it has seen, except clocks
 * more than a day ahead: those belong to a device whose date is wrong, and following them would poison the order for ever.
 */

/** How far ahead of the wall clock, in ms, a seen clock may be and still be followed. */
export const CREDIBLE_LEAD_MS = 24 * 60 * 60 * 1000;

/**
 * The clock value for the next event.
 * @param wall wall clock, ms since the epoch
 * @param seen the highest clock value that this device has written or read, ms; 0 for none
 */
export const nextClock = (wall: number, seen: number): number =>
  seen > wall + CREDIBLE_LEAD_MS ? wall : Math.max(wall, seen + 1);

/** The higher of two seen clocks, leaving out one that is not credible at this wall time. */
export const witness = (wall: number, seen: number, other: number): number =>
  other > wall + CREDIBLE_LEAD_MS ? seen : Math.max(seen, other);
