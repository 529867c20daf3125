/** The version of the records in the database. */
import { promisifyRequest } from 'idb-keyval';
import { OutdatedTabError } from './errors.ts';
import { SCHEMA_KEY, type SchemaRecord } from './keys.ts';

/** One more than there are `MIGRATIONS` (in `migrate.ts`, which is loaded only when there is something to migrate). */
export const SCHEMA_VERSION = 1;

/** A database that has no version is being made by this app. */
export const readVersion = async (records: IDBObjectStore): Promise<number> => {
  const schema = (await promisifyRequest(records.get(SCHEMA_KEY))) as SchemaRecord | undefined;
  return schema?.version ?? SCHEMA_VERSION;
};

/**
 * To be called in each transaction that writes: an old tab must not put old records into a migrated database.
 * @throws OutdatedTabError
 */
export const assertCurrent = async (records: IDBObjectStore): Promise<void> => {
  if ((await readVersion(records)) > SCHEMA_VERSION)
    throw new OutdatedTabError('A newer version of the app is open. Reload this tab.');
};
