/** Studying: how a session is held in the hand. */
import { For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { setting, type Settings } from '../../domain/settings/settings.ts';
import { SwitchSetting } from './choices.tsx';
import { Group } from './Group.tsx';
import { createSave } from './save.ts';

type Switch = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

const SWITCHES: readonly { readonly key: Switch; readonly label: string; readonly hint: string }[] =
  [
    {
      key: 'typeIn',
      label: 'Type short answers',
      hint: 'Offers a field on cards whose answer is a word or a few, and marks the difference. You still rate yourself.',
    },
    {
      key: 'leftHanded',
      label: 'Left-hand layout',
      hint: 'Mirrors the buttons of a session, so that a left thumb reaches Good first.',
    },
  ];

export const StudyingSection = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const settings = () => cairn.learner().settings;
  return (
    <Group id="studying" title="Studying" lead="How a session is held in the hand.">
      <For each={SWITCHES}>
        {({ key, label, hint }) => (
          <SwitchSetting
            id={key}
            label={label}
            hint={hint}
            value={settings()[key]}
            onSave={(on, name) => save(`${label}: ${name}`, setting(key, on))}
          />
        )}
      </For>
    </Group>
  );
};
