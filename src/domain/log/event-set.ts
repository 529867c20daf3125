/** A set of event ids that is asked about events: to build the id of each of a million would take longer than folding it. */
import { parseEventId, type DeviceId, type Envelope, type EventId } from './event.ts';

export interface EventSet {
  readonly isEmpty: () => boolean;
  readonly has: (event: Pick<Envelope, 'd' | 'n'>) => boolean;
  /** Adds an id; what is no id of any event changes nothing. */
  readonly add: (id: EventId) => void;
}

export const eventSet = (): EventSet => {
  const lines = new Map<DeviceId, Set<number>>();
  let device: DeviceId | undefined;
  let line: Set<number> | undefined;
  const lineOf = (d: DeviceId): Set<number> | undefined => {
    // One is asked about many events of a device in turn.
    if (d !== device) [device, line] = [d, lines.get(d)];
    return line;
  };
  return {
    isEmpty: () => lines.size === 0,
    has: ({ d, n }) => lines.size > 0 && (lineOf(d)?.has(n) ?? false),
    add: (id) => {
      const named = parseEventId(id);
      if (!named) return;
      lines.set(named.d, (lines.get(named.d) ?? new Set()).add(named.n));
      device = undefined;
    },
  };
};
