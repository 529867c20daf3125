/** You: where the person stands, where they want to be, and by when. */
import type { JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { StageId } from '../../domain/curriculum/types.ts';
import { rungsOf } from '../../domain/curriculum/rungs.ts';
import { parseWhole } from '../../domain/settings/setting-text.ts';
import { setting, SETTING_RANGES } from '../../domain/settings/settings.ts';
import { SelectSetting, type Choice } from './choices.tsx';
import { Group } from './Group.tsx';
import { createSave } from './save.ts';
import { DateSetting } from './DateSetting.tsx';
import { TextSetting } from './TextSetting.tsx';

export const YouSection = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const settings = () => cairn.learner().settings;
  const stages: readonly Choice<StageId>[] = rungsOf(cairn.index.graph).map(({ id, title }) => ({
    value: id,
    name: title,
  }));
  const targets = (): readonly Choice<StageId>[] =>
    stages.filter(
      ({ value }) => cairn.index.altitude(value) >= cairn.index.altitude(settings().stage),
    );
  const chooseStage = (stage: StageId, name: string): Promise<void> => {
    const isPast = cairn.index.altitude(settings().targetStage) < cairn.index.altitude(stage);
    const facts = isPast ? [setting('targetStage', stage)] : [];
    return save(`You stand at: ${name}`, setting('stage', stage), ...facts);
  };

  return (
    <Group id="you" title="You" lead="Where you stand, and where you want to be.">
      <SelectSetting
        id="stage"
        label="Where you stand"
        hint="Skills below this stage count as known until you study them."
        value={settings().stage}
        choices={stages}
        onSave={chooseStage}
      />
      <SelectSetting
        id="target-stage"
        label="Target stage"
        value={settings().targetStage}
        choices={targets()}
        onSave={(stage, name) => save(`Target stage: ${name}`, setting('targetStage', stage))}
      />
      <DateSetting of="targetDate" id="target-date" label="Target date" hint="Optional." />
      <DateSetting
        of="interviewDate"
        id="interview-date"
        label="Interview date"
        hint="Optional. Cram sessions, from Today, then begin with what you would have forgotten by that day."
      />
      <TextSetting
        id="minutes-per-day"
        label="Minutes a day"
        hint="What you mean to spend. Nothing happens on a day with less."
        inputMode="numeric"
        value={String(settings().minutesPerDay)}
        parse={(text) => parseWhole(text, SETTING_RANGES.minutesPerDay)}
        onSave={(n) => save(`Minutes a day: ${n}`, setting('minutesPerDay', n))}
      />
    </Group>
  );
};
