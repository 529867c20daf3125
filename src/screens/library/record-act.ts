/** Records something done to a card and offers the way back. */
import { useCairn } from '../../app/context.ts';
import { eventId, type Fact } from '../../domain/log/event.ts';

export const useAct = (): ((text: string, ...facts: readonly Fact[]) => void) => {
  const cairn = useCairn();
  return (text, ...facts) => {
    cairn.record(...facts).then(
      (events) =>
        cairn.notify(text, () => {
          for (const event of events) void cairn.undo(eventId(event));
        }),
      () => cairn.notify('That could not be saved. Nothing was changed; please try again.'),
    );
  };
};
