/** Studying: what a session asks, and how it is held in the hand. */
import { For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Rating } from '../../domain/log/event.ts';
import { parseWhole } from '../../domain/settings/setting-text.ts';
import { setting, SETTING_RANGES, type Settings } from '../../domain/settings/settings.ts';
import { SegmentSetting, SelectSetting, SwitchSetting, type Choice } from './choices.tsx';
import { Group } from './Group.tsx';
import { createSave } from './save.ts';
import { TextSetting } from './TextSetting.tsx';

type Switch = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

const BUTTONS: readonly Choice<Settings['ratingButtons']>[] = [
  { value: 'four', name: 'Four' },
  { value: 'two', name: 'Two: Fail and Pass' },
];

const SWITCHES: readonly { readonly key: Switch; readonly label: string; readonly hint: string }[] =
  [
    {
      key: 'askConfidence',
      label: 'Ask how sure I am',
      hint: 'Before the answer shows. Insights sets it beside what you recalled.',
    },
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
    {
      key: 'keepAwake',
      label: 'Keep the screen on',
      hint: 'While a card is up, where the browser can.',
    },
    {
      key: 'haptics',
      label: 'Vibrate on rating',
      hint: 'A short tick, on devices that can.',
    },
  ];

const SWIPES = [
  {
    key: 'swipeLeft',
    label: 'Swipe left',
    hint: 'Rates an answer that is shown. For fingers and pens; a mouse selects text.',
  },
  { key: 'swipeRight', label: 'Swipe right', hint: 'The same, the other way.' },
  { key: 'swipeUp', label: 'Swipe up', hint: 'On cards that fit the screen; longer ones scroll.' },
] as const;

const RATINGS: readonly Choice<string>[] = ['Off', 'Again', 'Hard', 'Good', 'Easy'].map(
  (name, rating) => ({ value: String(rating), name }),
);

export const StudyingSection = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const settings = () => cairn.learner().settings;
  return (
    <Group id="studying" title="Studying" lead="What a session asks, and how it lies in your hand.">
      <SegmentSetting
        id="rating-buttons"
        label="Rating buttons"
        hint="Two are quicker to choose from: Fail counts as Again, Pass as Good."
        value={settings().ratingButtons}
        choices={BUTTONS}
        onSave={(buttons, name) =>
          save(`Rating buttons: ${name}`, setting('ratingButtons', buttons))
        }
      />
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
      <For each={SWIPES}>
        {({ key, label, hint }) => (
          <SelectSetting
            id={key}
            label={label}
            hint={hint}
            value={String(settings()[key])}
            choices={RATINGS}
            onSave={(rating, name) =>
              save(`${label}: ${name}`, setting(key, Number(rating) as Rating | 0))
            }
          />
        )}
      </For>
      <TextSetting
        id="think-seconds"
        label="Pause to think"
        hint="Between prompt and answer in a hands-free session."
        unit="seconds"
        inputMode="numeric"
        value={String(settings().thinkSeconds)}
        parse={(text) => parseWhole(text, SETTING_RANGES.thinkSeconds)}
        onSave={(n) => save(`Pause to think: ${n} seconds`, setting('thinkSeconds', n))}
      />
    </Group>
  );
};
