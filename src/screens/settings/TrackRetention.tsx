/** Another recall to aim at for the cards of a track. */
import { createEffect, For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Track } from '../../domain/curriculum/types.ts';
import { setting } from '../../domain/settings/settings.ts';
import { percent } from '../../ui/format.ts';
import { Row } from './Group.tsx';
import { createSave } from './save.ts';

const RECALLS = [0, 0.7, 0.75, 0.8, 0.85, 0.87, 0.9, 0.92, 0.95, 0.97];

export const TrackRetention = (): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const byTrack = (): Readonly<Record<string, number>> => cairn.learner().settings.retentionByTrack;
  const own = (track: Track): number | undefined =>
    Object.hasOwn(byTrack(), track.id) ? byTrack()[track.id] : undefined;
  /** 0 for that of all; the usual ones, and the present one if it is another. */
  const recalls = (track: Track): readonly number[] => {
    const its = own(track) ?? 0;
    return RECALLS.includes(its) ? RECALLS : [...RECALLS, its].sort((a, b) => a - b);
  };
  const take = async (track: Track, select: HTMLSelectElement): Promise<void> => {
    const { [track.id]: _before, ...others } = byTrack();
    const recall = Number(select.value);
    await save(
      `${track.title}: ${recall ? percent(recall) : 'as for all'}`,
      setting('retentionByTrack', recall ? { ...others, [track.id]: recall } : others),
    );
    // What could not be saved must not look chosen.
    select.value = String(own(track) ?? 0);
  };
  return (
    <Row
      id="track-retention"
      label="Retention by track"
      hint="For tracks that you need more firmly, or less. It counts from each card’s next review on."
      isGroup
      isWide
    >
      <div class="track-retention" role="group" aria-labelledby="track-retention-name">
        <For each={cairn.index.graph.tracks}>
          {(track) => (
            <label class="small">
              <span>{track.title}</span>
              <select
                ref={(select) => createEffect(() => (select.value = String(own(track) ?? 0)))}
                class="input"
                onChange={(event) => void take(track, event.currentTarget)}
              >
                <For each={recalls(track)}>
                  {(recall) => (
                    <option value={recall}>{recall ? percent(recall) : 'As for all'}</option>
                  )}
                </For>
              </select>
            </label>
          )}
        </For>
      </div>
    </Row>
  );
};
