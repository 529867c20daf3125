/** Reading a version vector. */
import type { DeviceId } from '../domain/log/event.ts';
import type { VersionVector } from '../domain/log/order.ts';

/** The number up to which a vector covers a device, 0 for none. */
export const coveredUpTo = (covers: VersionVector, device: DeviceId): number =>
  // A device may be called `constructor`.
  Object.hasOwn(covers, device) ? (covers[device] as number) : 0;
