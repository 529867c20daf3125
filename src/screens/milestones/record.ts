/** Recording facts with a word on it and a way back. */
import type { Cairn } from '../../app/context.ts';
import { eventId, type EventId, type Fact } from '../../domain/log/event.ts';

/** A fact about the first of the events that were just recorded. */
export type AndThen = (recorded: EventId) => Fact;

/**
 * Records facts and says so, offering undo of all of them. On failure says that too.
 * @param said computed after the state has followed
 * @param andThen a fact that needs the id of the first one
 * @returns whether they were recorded
 */
export const recordWithUndo = async (
  cairn: Cairn,
  facts: readonly Fact[],
  said: () => string,
  andThen?: AndThen,
): Promise<boolean> => {
  try {
    const events = [...(await cairn.record(...facts))];
    const [first] = events;
    let trouble = '';
    if (andThen && first) {
      try {
        events.push(...(await cairn.record(andThen(eventId(first)))));
      } catch {
        // What came first is recorded: saving all of it again would double it.
        trouble = ' Its file could not be attached: edit it to try again.';
      }
    }
    cairn.notify(said() + trouble, () => {
      void cairn.record(...events.map((event) => ({ t: 'undo', target: eventId(event) }) as const));
    });
    return true;
  } catch (error) {
    cairn.notify(`This could not be saved, and nothing was changed. ${String(error)}`);
    return false;
  }
};
