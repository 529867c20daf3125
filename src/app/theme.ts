/** The theme: the system's unless the person chose one. Mirrored in localStorage, so that the first paint has it. */
import type { Settings } from '../domain/settings/settings.ts';

const KEY = 'cairn.theme';

export const applyTheme = (theme: Settings['theme']): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Private windows may refuse: the next start then paints the system's theme first.
  }
};

/** The theme of the last visit, or `undefined` on the first one. */
export const rememberedTheme = (): string | undefined => {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    // As above.
    return undefined;
  }
};

/** Applies the theme of the last visit, before anything is read from the database. */
export const applyRememberedTheme = (): void => {
  const theme = rememberedTheme();
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
};
