/** Saving a setting: written at once, said aloud, and with a way back. */
import { useCairn } from '../../app/context.ts';
import { eventId, type Fact } from '../../domain/log/event.ts';

/** @returns a function that stores facts and says what they come to, such as `New cards a day: 12` */
export const createSave = (): ((text: string, ...facts: readonly Fact[]) => Promise<void>) => {
  const cairn = useCairn();
  return async (text, ...facts) => {
    try {
      const events = await cairn.record(...facts);
      const back = events.map((event): Fact => ({ t: 'undo', target: eventId(event) }));
      cairn.notify(text, () => void cairn.record(...back));
    } catch (error) {
      console.error(error);
      cairn.notify('That could not be saved: the setting is as it was. Reload, and try again.');
    }
  };
};
