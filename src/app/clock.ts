/** The one place that asks the machine for the time and its zone. */

/** Wall clock, ms since the epoch. */
export const now = (): number => Date.now();

/** IANA name of the device's time zone; read anew each time, since people travel. */
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
