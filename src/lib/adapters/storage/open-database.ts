// Opening the database, the first time and every time Dexie opens it again by itself: never one of a newer version, and
// written to only where it has no mark yet, so that a full disk stands in nobody's way to what is kept.
import { LabDatabase, SCHEMA_VERSION } from './lab-database';

/** Dexie's version 1 is IndexedDB's version 10. */
const DEXIE_FACTOR = 10;

class NewerDatabaseError extends Error {
  override readonly name = 'VersionError';
}

export interface OpenedDatabase {
  readonly database: LabDatabase;
  /** The mark that it was given when it was made. */
  readonly epoch: string;
}

/**
 * The database of this name; made where there is none, with `epoch` as its mark. Rejects where it cannot be used, and
 * holds it no longer then.
 */
export async function openDatabase(name: string, epoch: string): Promise<OpenedDatabase> {
  const database = new LabDatabase(name);
  // Dexie opens a database of a newer version without a word, and would then write into it. It also does when it opens it
  // again, as for a page that the browser had put aside: hence at each opening.
  const refuseNewer = (): void => {
    if (database.backendDB().version > SCHEMA_VERSION * DEXIE_FACTOR) throw new NewerDatabaseError();
  };
  database.on('ready', refuseNewer, true);
  try {
    await database.open();
    return { database, epoch: (await markOf(database)) ?? (await mark(database, epoch)) };
  } catch (error) {
    database.close();
    throw error;
  }
}

async function markOf({ meta }: LabDatabase): Promise<string | null> {
  const value = (await meta.get('epoch'))?.value;
  return typeof value === 'string' ? value : null;
}

/** Of two pages that open a new database at once, one marks it. */
function mark(database: LabDatabase, epoch: string): Promise<string> {
  return database.transaction('rw', database.meta, async () => {
    const marked = await markOf(database);
    if (marked === null) await database.meta.put({ key: 'epoch', value: epoch });
    return marked ?? epoch;
  });
}
