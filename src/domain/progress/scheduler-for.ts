/** One scheduler for the same settings. */
import { createScheduler, type Scheduler } from '../memory/scheduler.ts';
import type { Settings } from '../settings/settings.ts';

/** The scheduler for cards under given settings; the last few are kept, as settings seldom change. */
export const schedulerFor = (settings: Settings): Scheduler => {
  const { parameters, retention, maximumInterval, learningSteps, relearningSteps } = settings;
  const key = JSON.stringify([
    parameters,
    retention,
    maximumInterval,
    learningSteps,
    relearningSteps,
  ]);
  let scheduler = schedulers.get(key);
  if (!scheduler) {
    scheduler = createScheduler(settings);
    if (schedulers.size > 8) schedulers.clear();
    schedulers.set(key, scheduler);
  }
  return scheduler;
};
const schedulers = new Map<string, Scheduler>();
