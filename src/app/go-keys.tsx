/** G, then a letter, goes to a screen; ? lists the keys. */
import { onCleanup } from 'solid-js';
import { render } from 'solid-js/web';
import { isTyping } from '../ui/typing.ts';

const GO: Readonly<Record<string, string>> = {
  t: '/',
  s: '/study',
  m: '/map',
  l: '/library',
  i: '/insights',
  p: '/milestones',
  w: '/milestones/wins?log',
  ',': '/settings',
};

/** How long, ms, the second key may take. */
const PATIENCE_MS = 1500;

/** Over whatever is open. In a session, which knows its own way with the key, and over a dialog nothing happens. */
const listKeys = async (): Promise<void> => {
  if (document.querySelector('.study, dialog[open]')) return;
  const { Shortcuts } = await import('../screens/study/Shortcuts.tsx');
  const place = document.body.appendChild(document.createElement('div'));
  const close = (): void => {
    end();
    place.remove();
  };
  const end = render(() => <Shortcuts onClose={close} />, place);
};

/** Listens while its owner lives. */
export const goKeys = (go: (href: string) => void): void => {
  let since = -Infinity;
  const listener = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const key = event.key.toLowerCase();
    const href = event.timeStamp - since < PATIENCE_MS ? GO[key] : undefined;
    since = -Infinity;
    if (href) {
      event.preventDefault();
      event.stopImmediatePropagation();
      go(href);
    } else if (key === 'g') {
      since = event.timeStamp;
    } else if (key === '?') {
      void listKeys();
    }
  };
  window.addEventListener('keydown', listener, { capture: true });
  onCleanup(() => window.removeEventListener('keydown', listener, { capture: true }));
};
