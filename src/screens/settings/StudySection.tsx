/** Study: how much a day, and how the memory model plans it. */
import type { JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { parseSteps, parseWhole, stepsText } from '../../domain/settings/setting-text.ts';
import { setting, SETTING_RANGES } from '../../domain/settings/settings.ts';
import { SegmentSetting, SelectSetting, type Choice } from './choices.tsx';
import { Group } from './Group.tsx';
import { Balance, EasyDays, Leeches, ReviewLimit } from './LoadSettings.tsx';
import { ModelParameters } from './ModelParameters.tsx';
import { Retention } from './Retention.tsx';
import { createSave } from './save.ts';
import { TextSetting } from './TextSetting.tsx';
import { TrackRetention } from './TrackRetention.tsx';

const timed = (minutes: number): Choice<number> => ({
  value: minutes,
  name: `${minutes} minutes`,
  short: `${minutes} min`,
});
const LENGTHS: readonly Choice<number>[] = [
  ...[5, 10, 20].map(timed),
  { value: 0, name: 'No limit' },
];

const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const HOURS: readonly Choice<string>[] = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  name: hourName(hour),
}));

export const StudySection = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const settings = () => cairn.learner().settings;
  /** The usual lengths, and the present one if it is another. */
  const lengths = (): readonly Choice<number>[] => {
    const minutes = settings().sessionMinutes;
    if (LENGTHS.some(({ value }) => value === minutes)) return LENGTHS;
    const longer = LENGTHS.findIndex(({ value }) => value === 0 || value > minutes);
    return LENGTHS.toSpliced(longer, 0, timed(minutes));
  };

  return (
    <Group id="study" title="Study" lead="How much a day, and how the memory model plans it.">
      <SegmentSetting
        id="session-length"
        label="Session length"
        hint="What a session begins with; you can change it on Today."
        value={settings().sessionMinutes}
        choices={lengths()}
        onSave={(minutes, name) =>
          save(`Session length: ${name}`, setting('sessionMinutes', minutes))
        }
      />
      <TextSetting
        id="new-per-day"
        label="New cards a day"
        hint="Each new card brings some eight reviews over its first months."
        inputMode="numeric"
        value={String(settings().newPerDay)}
        parse={(text) => parseWhole(text, SETTING_RANGES.newPerDay)}
        onSave={(n) => save(`New cards a day: ${n}`, setting('newPerDay', n))}
      />
      <ReviewLimit />
      <Balance />
      <EasyDays />
      <SelectSetting
        id="rollover-hour"
        label="A new day begins at"
        hint="Studying past midnight still counts for the day before."
        value={String(settings().rolloverHour)}
        choices={HOURS}
        onSave={(hour, name) =>
          save(`A new day begins at ${name}`, setting('rolloverHour', Number(hour)))
        }
      />
      <Retention />
      <TrackRetention />
      <TextSetting
        id="learning-steps"
        label="Learning steps"
        hint="Waits before a new card is first put off by days: m, h or d."
        value={stepsText(settings().learningSteps)}
        parse={parseSteps}
        onSave={(steps) =>
          save(`Learning steps: ${stepsText(steps) || 'none'}`, setting('learningSteps', steps))
        }
      />
      <TextSetting
        id="relearning-steps"
        label="Relearning steps"
        hint="The same for a card that was forgotten."
        value={stepsText(settings().relearningSteps)}
        parse={parseSteps}
        onSave={(steps) =>
          save(`Relearning steps: ${stepsText(steps) || 'none'}`, setting('relearningSteps', steps))
        }
      />
      <TextSetting
        id="maximum-interval"
        label="Maximum interval"
        hint="The longest that a card may stay away."
        unit="days"
        inputMode="numeric"
        value={String(settings().maximumInterval)}
        parse={(text) => parseWhole(text, SETTING_RANGES.maximumInterval)}
        onSave={(n) => save(`Maximum interval: ${n} days`, setting('maximumInterval', n))}
      />
      <Leeches />
      <ModelParameters />
    </Group>
  );
};
