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
  /** Writing is synchronous, and this is asked for at every rating. */
  let isDone = false;
  return {
    isSet: () => typeof attempt((storage) => storage.getItem(key)) === 'string',
    set: () => {
      if (!isDone) attempt((storage) => storage.setItem(key, '1'));
      isDone = true;
    },
    remove: () => {
      attempt((storage) => storage.removeItem(key));
      isDone = false;
    },
  };
};
