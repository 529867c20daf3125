/** Packing events into segments. */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { DeviceId } from '../domain/log/event.ts';
import { blocksOf, putSegment, readBlock } from './add-events.ts';
import { freshOf, under } from './keys.ts';
import { ifUnlocked } from './locks.ts';
import { assertCurrent } from './schema.ts';

/**
 * Moves fresh events into segments: 100,000 events are read in half the time. Each segment in one transaction, so that
 * an event is never in both places or in none. By one tab at a time, to save work.
 * @throws OutdatedTabError, DOMException
 */
export const seal = async (store: UseStore, name: string): Promise<void> => {
  await ifUnlocked(name, () => sealFresh(store));
};

const sealFresh = async (store: UseStore): Promise<void> => {
  const keys = (await store('readonly', (records) =>
    promisifyRequest(records.getAllKeys(under('e'))),
  )) as [string, DeviceId, number][];
  for (const { device, first } of blocksOf(keys.map(([, d, n]) => ({ d, n })))) {
    await store('readwrite', async (records) => {
      await assertCurrent(records);
      const { sealed, fresh } = await readBlock(records, device, first);
      if (fresh.length === 0) return;
      putSegment(records, device, first, [...sealed, ...fresh]);
      records.delete(freshOf(device, first));
    });
  }
};
