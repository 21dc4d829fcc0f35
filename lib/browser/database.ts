import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as z from 'zod/mini';

/**
 * How a database is used: opened, made by `create` where there is none yet, and let go of. What it holds outlives the
 * worker, the popup and the browser.
 */
export const inDatabase =
  <Schema extends DBSchema>(name: string, create: (database: IDBPDatabase<Schema>) => void) =>
  async <Result>(use: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> => {
    // Whichever version is there: an Onix put back over a newer one still reads and keeps what it can.
    const database = await openDB<Schema>(name, undefined, { upgrade: create });
    try {
      return await use(database);
    } finally {
      database.close();
    }
  };

/** Those of the stored values that this version can read. */
export function readable<Value>(schema: z.ZodMiniType<Value>, stored: readonly unknown[]): Value[] {
  return stored.flatMap(raw => {
    const parsed = z.safeParse(schema, raw);
    return parsed.success ? [parsed.data] : [];
  });
}
