/** Remembers, outside both copies, that this origin had events: then an empty log is a loss, not a new person. */

export interface Marker {
  isSet(): boolean;
  set(): void;
  remove(): void;
}

export const hadEventsMarker = (name: string): Marker => {
  const key = `${name}-had-events`;
  // Storage may be switched off, and then throws on the first touch.
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(localStorage);
    } catch {
      return undefined;
    }
  };
  return {
    isSet: () => typeof attempt((storage) => storage.getItem(key)) === 'string',
    set: () => attempt((storage) => storage.setItem(key, '1')),
    remove: () => attempt((storage) => storage.removeItem(key)),
  };
};
