/** Coming back from a card or a skill, one finds the library where one left it. */
import { useBeforeLeave, useLocation } from '@solidjs/router';
import { createEffect, createSignal, type Accessor } from 'solid-js';

const [left, setLeft] = createSignal({ address: '/library', scroll: 0 });

/** The address of the library as it was last seen. */
export const libraryAddress = (): string => left().address;

/**
 * Remembers the place when the library is left, and goes back to it when the library opens at the same address.
 * @param isDrawn whether what was loaded is on the page
 */
export const useKeptPlace = (isDrawn: Accessor<boolean>): void => {
  const location = useLocation();
  const address = (): string => `/library${location.search}`;
  useBeforeLeave((leaving) => {
    if (typeof leaving.to === 'string' && leaving.to.split('?')[0] === location.pathname) return;
    setLeft({ address: address(), scroll: window.scrollY });
  });
  let toRestore = left().address === address() ? left().scroll : 0;
  createEffect(() => {
    if (!isDrawn() || toRestore === 0) return;
    const scroll = toRestore;
    toRestore = 0;
    requestAnimationFrame(() => window.scrollTo(0, scroll));
  });
};
