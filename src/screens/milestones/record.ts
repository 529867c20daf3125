/** Recording facts with a word on it and a way back. */
import type { Cairn } from '../../app/context.ts';
import { eventId, type Fact } from '../../domain/log/event.ts';

/**
 * Records facts and says so, offering undo of all of them. On failure says that too.
 * @param said computed after the state has followed
 * @returns whether they were recorded
 */
export const recordWithUndo = async (
  cairn: Cairn,
  facts: readonly Fact[],
  said: () => string,
): Promise<boolean> => {
  try {
    const events = await cairn.record(...facts);
    cairn.notify(said(), () => {
      void cairn.record(...events.map((event) => ({ t: 'undo', target: eventId(event) }) as const));
    });
    return true;
  } catch (error) {
    cairn.notify(`This could not be saved, and nothing was changed. ${String(error)}`);
    return false;
  }
};
