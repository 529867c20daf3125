/** Who is sent to the welcome screen. */
import type { Cairn } from './context.ts';

/** Nobody has been welcomed on this device, and the address is neither the welcome nor the settings, where backups are. */
export const awaitsWelcome = (cairn: Cairn, path: string): boolean =>
  cairn.learner().settings.welcomedAt === 0 &&
  !cairn.missing() &&
  !/^\/(welcome|settings)/.test(path);
