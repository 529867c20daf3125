/**
 * The steps from one version of the records to the next.
 *
 * Events are not migrated: they are upcast when read (`domain/log/upcast.ts`).
 */
import type { UseStore } from 'idb-keyval';
import { NewerSchemaError } from './errors.ts';
import { SCHEMA_KEY, type SchemaRecord } from './keys.ts';
import { withLock } from './locks.ts';
import { readVersion } from './schema.ts';

/** Brings the records of one version to the next, inside one transaction and by nothing but its records. */
export type Migration = (records: IDBObjectStore) => Promise<void>;

/** `MIGRATIONS[0]` leads from version 1 to version 2. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Migrates the database to the version of this app, in one transaction: all steps or none.
 * @throws NewerSchemaError when it is newer than this app; DOMException
 */
export const migrate = async (
  store: UseStore,
  name: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> => {
  const target = migrations.length + 1;
  const version = await store('readonly', readVersion);
  if (version > target) throw new NewerSchemaError(`Schema ${version}, known up to ${target}`);
  if (version === target) return;
  await withLock(name, () =>
    store('readwrite', async (records) => {
      // Again: another tab may have done it while this one waited.
      for (let from = await readVersion(records); from < target; from++) {
        await migrations[from - 1]?.(records);
        records.put({ version: from + 1 } satisfies SchemaRecord, SCHEMA_KEY);
      }
    }),
  );
};
