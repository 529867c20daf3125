/** How the coming days are loaded: their limit and its price, days that are easy, and leeches. */
import { createEffect, createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { outlook } from '../../domain/progress/limit-cost.ts';
import { parseWhole } from '../../domain/settings/setting-text.ts';
import { setting, SETTING_RANGES } from '../../domain/settings/settings.ts';
import { percent, plural } from '../../ui/format.ts';
import { SegmentSetting, SwitchSetting, type Choice } from './choices.tsx';
import { Row } from './Group.tsx';
import { createSave } from './save.ts';
import { TextSetting } from './TextSetting.tsx';

/** Days that the price of a limit is reckoned for. */
const OUTLOOK_DAYS = 60;
const NO_LIMIT = 9999;

export const ReviewLimit = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const limit = (): number => cairn.learner().settings.reviewsPerDay;
  const price = createMemo((): string => {
    const [learner, today] = [cairn.learner(), cairn.today()];
    const under = (most: number) => outlook(cairn.index, learner, today, OUTLOOK_DAYS, most);
    const [limited, free] = [under(limit()), under(NO_LIMIT)];
    if (!limited || !free) return '';
    if (limited.waiting <= free.waiting && percent(limited.known) === percent(free.known)) {
      return `For the cards you have met, the limit changes nothing over the next ${OUTLOOK_DAYS} days.`;
    }
    return `Its price, for the cards you have met: over the next ${OUTLOOK_DAYS} days you would know ${percent(limited.known)} of them instead of ${percent(free.known)}, with ${plural(limited.waiting, 'review')} waiting at the end.`;
  });
  return (
    <>
      <TextSetting
        id="reviews-per-day"
        label="Reviews a day"
        hint="At most. The cards most at risk come first; the rest waits."
        inputMode="numeric"
        value={String(limit())}
        parse={(text) => parseWhole(text, SETTING_RANGES.reviewsPerDay)}
        onSave={(n) => save(`Reviews a day: ${n}`, setting('reviewsPerDay', n))}
      />
      <Show when={price()}>
        <p class="small soft settings-price">{price()}</p>
      </Show>
    </>
  );
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SHARES = [
  { share: 1, name: 'Usual' },
  { share: 0.5, name: 'Half' },
  { share: 0, name: 'None' },
];

export const EasyDays = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const shares = (): readonly number[] => cairn.learner().settings.easyDays;
  const take = async (place: number, select: HTMLSelectElement): Promise<void> => {
    const share = Number(select.value);
    const name = SHARES.find((one) => one.share === share)?.name.toLowerCase() ?? '';
    await save(
      `Reviews on ${WEEKDAYS[place]}s: ${name}`,
      setting('easyDays', shares().with(place, share)),
    );
    // What could not be saved must not look chosen.
    select.value = String(shares()[place]);
  };
  return (
    <Row
      id="easy-days"
      label="Easy days"
      hint="Reviews keep to the other days as far as memory allows. Intervals of a day or two cannot move."
      isGroup
      isWide
    >
      <div class="easy-days" role="group" aria-labelledby="easy-days-name">
        <For each={WEEKDAYS}>
          {(name, place) => (
            <label class="small">
              <span>{name}</span>
              <select
                ref={(select) => createEffect(() => (select.value = String(shares()[place()])))}
                class="input"
                onChange={(event) => void take(place(), event.currentTarget)}
              >
                <For each={SHARES}>
                  {({ share, name: how }) => <option value={share}>{how}</option>}
                </For>
              </select>
            </label>
          )}
        </For>
      </div>
    </Row>
  );
};

export const Balance = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  return (
    <SwitchSetting
      id="balance"
      label="Spread the load"
      hint="Of the days that suit a card equally well, takes the one with the least due."
      value={cairn.learner().settings.balance}
      onSave={(on, name) => save(`Spread the load: ${name}`, setting('balance', on))}
    />
  );
};

const ACTIONS: readonly Choice<'tag' | 'suspend'>[] = [
  { value: 'tag', name: 'Tell me' },
  { value: 'suspend', name: 'Suspend it' },
];

export const Leeches = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const settings = () => cairn.learner().settings;
  return (
    <>
      <TextSetting
        id="leech-lapses"
        label="A leech after"
        hint="A card forgotten so often in review. 0 is never."
        unit="lapses"
        inputMode="numeric"
        value={String(settings().leechLapses)}
        parse={(text) => parseWhole(text, SETTING_RANGES.leechLapses)}
        onSave={(n) => save(`A leech after: ${plural(n, 'lapse')}`, setting('leechLapses', n))}
      />
      <SegmentSetting
        id="leech-action"
        label="With a leech"
        value={settings().leechAction}
        choices={ACTIONS}
        onSave={(action, name) => save(`With a leech: ${name}`, setting('leechAction', action))}
      />
    </>
  );
};
