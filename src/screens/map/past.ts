/** The map on other days: as it was, from the log, and as it may be. Worked out away from the main thread. */
import type { StudyDay } from '../../domain/calendar/study-day.ts';
import type { CurriculumGraph, SkillId } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import type { Person } from '../../domain/progress/tally.ts';

export interface DayRequest {
  readonly graph: CurriculumGraph;
  readonly today: StudyDay;
  readonly day: StudyDay;
  /** For a day to come: goes on at the present pace rather than stopping today. */
  readonly keepsPace: boolean;
}

export interface DayShown {
  readonly standing: ReadonlyMap<SkillId, Standing>;
  readonly person: Person;
}

export type DayAnswer = DayShown | { readonly failure: string };

export interface OtherDays {
  /**
   * The map on a day.
   * @throws Error when the log cannot be read there
   */
  readonly show: (request: DayRequest) => Promise<DayShown>;
  readonly close: () => void;
}

export const openOtherDays = (): OtherDays => {
  const worker = new Worker(new URL('./past.worker.ts', import.meta.url), { type: 'module' });
  return {
    show: (request) =>
      new Promise((resolve, reject) => {
        // One after the other: the worker answers in the order in which it is asked.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', ({ data }: MessageEvent<DayAnswer>) => {
          port1.close();
          if ('failure' in data) reject(new Error(data.failure));
          else resolve(data);
        });
        port1.start();
        worker.addEventListener('error', () => reject(new Error('The log could not be read')), {
          once: true,
        });
        worker.postMessage(request, [port2]);
      }),
    close: () => worker.terminate(),
  };
};
