/** Keeps the screen on. Where the browser cannot, or will not on a low battery, nothing happens. */

/** @returns lets go of it */
export const keepScreenOn = (): (() => void) => {
  if (!('wakeLock' in navigator)) return () => undefined;
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const take = async (): Promise<void> => {
    // The browser lets go when the page is hidden, and grants it only to one that is seen.
    if (isOver || document.visibilityState !== 'visible' || lock?.released === false) return;
    try {
      lock = await navigator.wakeLock.request('screen');
    } catch {
      return;
    }
    if (isOver) await lock.release();
  };
  const onVisible = (): void => void take();
  document.addEventListener('visibilitychange', onVisible);
  void take();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', onVisible);
    void lock?.release();
  };
};
