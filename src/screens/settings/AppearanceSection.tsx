/** Appearance: the theme. */
import type { JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { setting, type Settings } from '../../domain/settings/settings.ts';
import { SegmentSetting, type Choice } from './choices.tsx';
import { Group } from './Group.tsx';
import { createSave } from './save.ts';

const THEMES: readonly Choice<Settings['theme']>[] = [
  { value: 'system', name: 'System' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
];

export const AppearanceSection = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  return (
    <Group id="appearance" title="Appearance" lead="Paper by day, night hike by dark.">
      <SegmentSetting
        id="theme"
        label="Theme"
        hint="System follows your device."
        value={cairn.learner().settings.theme}
        choices={THEMES}
        onSave={(theme, name) => save(`Theme: ${name}`, setting('theme', theme))}
      />
    </Group>
  );
};
