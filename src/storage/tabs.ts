/** Tells the other tabs of this origin what was stored, and hears it from them. */
import type { StoredEvent } from '../domain/log/event.ts';

export type TabMessage =
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[] }
  /** Too much to send: read it. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'wiped' };

/** Above this, events are not sent but read from the database by those who want them. */
const EVENTS_PER_MESSAGE = 500;

export interface Tabs {
  announce(events: readonly StoredEvent[]): void;
  announceWipe(): void;
  close(): void;
}

/**
 * @param onMessage told what other tabs stored
 * @param onReturn told when the page is looked at again: a frozen page hears nothing
 */
export const openTabs = (
  name: string,
  onMessage: (message: TabMessage) => void,
  onReturn: () => void,
): Tabs => {
  const channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${name}-log`);
  if (channel) channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
  const ifVisible = (): void => {
    if (document.visibilityState === 'visible') onReturn();
  };
  if (typeof document !== 'undefined') {
    document.addEventListener('visibilitychange', ifVisible);
    addEventListener('pageshow', ifVisible);
  }
  const post = (message: TabMessage): void => channel?.postMessage(message);
  return {
    announce(events) {
      if (events.length > 0)
        post(events.length > EVENTS_PER_MESSAGE ? { kind: 'changed' } : { kind: 'events', events });
    },
    announceWipe: () => post({ kind: 'wiped' }),
    close() {
      channel?.close();
      if (typeof document === 'undefined') return;
      document.removeEventListener('visibilitychange', ifVisible);
      removeEventListener('pageshow', ifVisible);
    },
  };
};
