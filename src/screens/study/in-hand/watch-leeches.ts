/** Acts on a card that a rating has made a leech, as the settings say, and says so. */
import { createEffect, on, untrack } from 'solid-js';
import type { Cairn } from '../../../app/context.ts';
import { eventId, type EventId } from '../../../domain/log/event.ts';
import { UNSEEN, type CardMemory } from '../../../domain/memory/scheduler.ts';
import { leechAction } from '../../../domain/study/leech.ts';
import type { StudySession } from '../create-session.ts';

export const watchLeeches = (cairn: Cairn, session: StudySession): void => {
  /** The memory of the cards that were up, before they were rated. */
  const before = new Map<string, CardMemory>();
  /** Suspensions, by the rating that called for them: they go when it is taken back. */
  const called = new Map<EventId, EventId>();

  const look = async (rating: EventId, id: string): Promise<void> => {
    const { cards, settings } = cairn.learner();
    const after = cards.get(id);
    const action = after && leechAction(before.get(id) ?? UNSEEN, after, settings);
    // A card in its steps can follow itself.
    if (after) before.set(id, after);
    if (!action) return;
    if (action === 'tag') {
      cairn.notify(`Forgotten ${after.lapses} times. What may help stands under its answer.`);
      return;
    }
    const [written] = await cairn.record({ t: 'suspend', card: id, on: true });
    if (!written) return;
    called.set(rating, eventId(written));
    cairn.notify(`Forgotten ${after.lapses} times, so it is suspended.`, () => {
      called.delete(rating);
      void cairn.undo(eventId(written));
    });
  };

  createEffect(
    on(session.answers, (answers, old = []) => {
      const last = answers.at(-1);
      if (last && answers.length > old.length && last.rating === 1)
        void look(last.event, last.card);
      for (const [rating, suspension] of called) {
        if (answers.some(({ event }) => event === rating)) continue;
        called.delete(rating);
        void cairn.undo(suspension);
      }
    }),
  );
  // After the effect above, which wants to know the card that was up before this one.
  createEffect(
    on(session.card, (id) => {
      const memory = id && untrack(cairn.learner).cards.get(id);
      if (id && memory) before.set(id, memory);
    }),
  );
};
