/** How far the log has been folded into a state, and what has to be folded anew when more of it arrives. */
import {
  eventId,
  parseEventId,
  type DeviceId,
  type Envelope,
  type EventId,
  type StoredEvent,
} from '../log/event.ts';
import { clockOf, comparePositions, positionOf, type Ordered } from '../log/order.ts';
import type { Learner } from './learner.ts';
import type { Reading } from './reading.ts';

type Coverage = Pick<Learner, 'covers' | 'strays' | 'awaited' | 'frontier'>;
type Numbers = Pick<Coverage, 'covers' | 'strays'>;

export interface CoverageInMaking {
  /** Notes one more event, in order. */
  readonly add: (event: StoredEvent) => void;
  /** @param others those of the events that are no reviews */
  readonly finish: (ordered: Ordered<StoredEvent>, others: Reading['others']) => Coverage;
}

/** Coverage as further events are folded. */
export const continueCoverage = (base: Coverage): CoverageInMaking => {
  const covers = new Map(Object.entries(base.covers));
  const strays = new Map([...base.strays].map(([device, numbers]) => [device, [...numbers]]));
  let device: DeviceId | undefined;
  let upTo = 0;
  const close = (): void => {
    if (device !== undefined && upTo > 0) covers.set(device, upTo);
  };
  return {
    add: ({ d, n }) => {
      if (d !== device) {
        close();
        device = d;
        upTo = covers.get(d) ?? 0;
      }
      if (n === upTo + 1) upTo = n;
      else if (!strays.get(d)?.push(n)) strays.set(d, [n]);
    },
    finish: (ordered, others) => {
      close();
      const numbers = { covers: Object.fromEntries(covers), strays };
      const targets = others.flatMap((event) => (event && 'target' in event ? [event.target] : []));
      const last = ordered.events.at(-1);
      return {
        ...numbers,
        awaited: new Set([...base.awaited, ...targets].filter((id) => !isCovered(numbers, id))),
        frontier: last ? positionOf(last, clockOf(ordered, last)) : base.frontier,
      };
    },
  };
};

/** Whether an event has been folded in. What is no id of any event counts as folded in. */
export const isCovered = (state: Numbers, id: EventId): boolean => {
  const named = parseEventId(id);
  return !named || covers(state, named);
};

export const covers = (state: Numbers, { d, n }: Pick<Envelope, 'd' | 'n'>): boolean =>
  n <= coveredUpTo(state, d) || (state.strays.get(d)?.includes(n) ?? false);

const coveredUpTo = (state: Numbers, device: DeviceId): number =>
  // A device may be called `constructor`.
  Object.hasOwn(state.covers, device) ? (state.covers[device] as number) : 0;

/** Whether an event that is not covered comes after all that is: folding it on top gives what folding everything gives. */
export const isAfter = (state: Coverage, event: StoredEvent): boolean => {
  const highest = state.strays.get(event.d)?.at(-1) ?? coveredUpTo(state, event.d);
  return (
    event.n > highest &&
    !state.awaited.has(eventId(event)) &&
    comparePositions(positionOf(event, event.h), state.frontier) > 0
  );
};
