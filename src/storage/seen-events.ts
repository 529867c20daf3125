/** A set of event ids, kept as one number per device as far as nothing is missing. */
import type { DeviceId, Envelope } from '../domain/log/event.ts';
import type { VersionVector } from '../domain/log/order.ts';

export interface SeenEvents {
  has(event: Pick<Envelope, 'd' | 'n'>): boolean;
  /** @returns whether it was new */
  add(event: Pick<Envelope, 'd' | 'n'>): boolean;
  vector(): VersionVector;
}

/** The events that a vector covers, to begin with. */
export const seenEvents = (covers: VersionVector = {}): SeenEvents => {
  const upTo = new Map<DeviceId, number>(Object.entries(covers));
  /** Numbers after a gap. */
  const beyond = new Map<DeviceId, Set<number>>();

  const has = ({ d, n }: Pick<Envelope, 'd' | 'n'>): boolean =>
    n <= (upTo.get(d) ?? 0) || (beyond.get(d)?.has(n) ?? false);

  const add = ({ d, n }: Pick<Envelope, 'd' | 'n'>): boolean => {
    if (has({ d, n })) return false;
    let last = upTo.get(d) ?? 0;
    const later = beyond.get(d);
    if (n !== last + 1) {
      if (later) later.add(n);
      else beyond.set(d, new Set([n]));
      return true;
    }
    last = n;
    while (later?.delete(last + 1)) last++;
    upTo.set(d, last);
    return true;
  };

  return { has, add, vector: () => Object.fromEntries(upTo) };
};
