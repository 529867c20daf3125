/** The one place that asks the machine for the time and its zone. */

/** Wall clock, ms since the epoch. */
export const now = (): number => Date.now();

/** How long, ms, a zone is taken to hold: asking takes milliseconds on a phone, and people travel slower than that. */
const ZONE_HOLDS_MS = 10_000;
let asked = { zone: 'UTC', at: -Infinity };

/** IANA name of the device's time zone. */
export const zone = (): string => {
  const at = performance.now();
  if (at - asked.at > ZONE_HOLDS_MS) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    asked = { zone: timeZone || 'UTC', at };
  }
  return asked.zone;
};
