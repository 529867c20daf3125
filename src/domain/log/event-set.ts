/** A set of event ids that is asked about events: building the id of each of a million would take longer than folding it. */
import { parseEventId, type DeviceId, type Envelope, type EventId } from './event.ts';

export interface EventSet {
  readonly isEmpty: () => boolean;
  readonly has: (event: Pick<Envelope, 'd' | 'n'>) => boolean;
  /** Adds an id; what is no id of any event changes nothing. */
  readonly add: (id: EventId) => void;
}

export const eventSet = (): EventSet => {
  const numbers = new Map<DeviceId, Set<number>>();
  return {
    isEmpty: () => numbers.size === 0,
    has: ({ d, n }) => numbers.get(d)?.has(n) ?? false,
    add: (id) => {
      const named = parseEventId(id);
      if (!named) return;
      const own = numbers.get(named.d);
      if (own) own.add(named.n);
      else numbers.set(named.d, new Set([named.n]));
    },
  };
};
