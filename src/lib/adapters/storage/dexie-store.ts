// Runs kept in IndexedDB. The log is the truth: one append is one read-write transaction with strict durability that
// reads head, genesis and epoch again and refuses on any difference. WebCrypto is never awaited in here.
import { Dexie, type EntityTable, type Table } from 'dexie';
import {
  failed,
  ok,
  type Append,
  type Pointers,
  type Result,
  type RunRow,
  type RunStore,
  type StorageFailure,
  type StoredRecord,
} from '../../ports';

interface RecordRow {
  readonly run: string;
  readonly position: number;
  readonly record: unknown;
  readonly link: unknown;
}

interface MetaRow {
  readonly key: 'epoch' | 'pointers';
  readonly value: string | Pointers;
}

interface ProductRow {
  readonly digest: string;
  readonly product: unknown;
}

const SCHEMA_VERSION = 1;

class NewerDatabaseError extends Error {
  override readonly name = 'VersionError';
}

class LabDatabase extends Dexie {
  declare meta: EntityTable<MetaRow, 'key'>;
  declare runs: EntityTable<RunRow, 'id'>;
  declare records: Table<RecordRow, [string, number]>;
  declare products: EntityTable<ProductRow, 'digest'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(SCHEMA_VERSION).stores({ meta: 'key', runs: 'id', records: '[run+position]', products: 'digest' });
  }
}

const NO_POINTERS: Pointers = { current: null, putAside: null };

/**
 * Opens the database, or says why it cannot be used.
 * @param epoch a random mark written when the database is made: a database that was deleted and made again has another.
 */
export async function openDexieStore(name: string, epoch: string): Promise<Result<RunStore, StorageFailure>> {
  const database = new LabDatabase(name);
  try {
    await database.open();
    // Dexie opens a database of a newer version without a word, and would then write into it.
    if (database.verno > SCHEMA_VERSION) throw new NewerDatabaseError();
    const kept = await database.transaction('rw', database.meta, async () => {
      const row = await database.meta.get('epoch');
      if (row !== undefined) return String(row.value);
      await database.meta.add({ key: 'epoch', value: epoch });
      return epoch;
    });
    return ok(storeOn(database, kept));
  } catch (error) {
    database.close();
    return failed(failureOf(error));
  }
}

function storeOn(database: LabDatabase, epoch: string): RunStore {
  const takenOver: (() => void)[] = [];
  // Dexie's own handler would open the database again, and an old page would then write into an upgraded one.
  database.on('versionchange', () => {
    database.close({ disableAutoOpen: true });
    for (const listener of takenOver) listener();
  });
  const { meta, runs, records, products } = database;

  const pointers = async (): Promise<Pointers> => {
    const row = await meta.get('pointers');
    return row === undefined ? NO_POINTERS : (row.value as Pointers);
  };

  const isSameDatabase = async (): Promise<boolean> => (await meta.get('epoch'))?.value === epoch;

  return {
    isKept: true,
    create: (row, stored, product) =>
      guarded(() =>
        database.transaction('rw', [meta, runs, records, products], async () => {
          if (!(await isSameDatabase())) return failed({ kind: 'replaced' });
          const before = await pointers();
          await runs.add(row);
          await records.bulkAdd(stored.map((each) => rowOfRecord(row.id, each)));
          await products.put({ digest: row.productDigest, product });
          await meta.put({ key: 'pointers', value: { current: row.id, putAside: before.current } });
          return ok(null);
        }),
      ),
    append: ({ run, genesisLink, seen, records: added, now }: Append) =>
      guarded(() =>
        database.transaction('rw', [meta, runs, records], async () => {
          const row = await runs.get(run);
          if (row === undefined || row.genesisLink !== genesisLink || !(await isSameDatabase())) {
            return failed({ kind: 'replaced' });
          }
          const { head } = row;
          if (head.position !== seen.position || head.link !== seen.link) return failed({ kind: 'conflict', head });
          await records.bulkAdd(added.map((each) => rowOfRecord(run, each)));
          const last = added.at(-1);
          const next = last === undefined ? head : { position: last.record.position, link: last.link };
          await runs.put({ ...row, head: next, now });
          return ok(next);
        }),
      ),
    keepNow: (run, now) =>
      guarded(() =>
        database.transaction('rw', runs, async () =>
          (await runs.update(run, { now })) === 1 ? ok(null) : failed({ kind: 'replaced' }),
        ),
      ),
    read: (run) =>
      guarded(() =>
        database.transaction('r', [runs, records], async () => {
          const row = await runs.get(run);
          if (row === undefined) return ok(null);
          const kept = await records
            .where('[run+position]')
            .between([run, Dexie.minKey], [run, Dexie.maxKey])
            .toArray();
          return ok({ row, records: kept.map(({ record, link }) => ({ record, link })) });
        }),
      ),
    readProduct: (digest) => guarded(async () => ok((await products.get(digest))?.product ?? null)),
    pointers: () => guarded(async () => ok(await pointers())),
    swap: () =>
      guarded(() =>
        database.transaction('rw', meta, async () => {
          const before = await pointers();
          const swapped = { current: before.putAside, putAside: before.current };
          await meta.put({ key: 'pointers', value: swapped });
          return ok(swapped);
        }),
      ),
    onTakenOver: (listener) => takenOver.push(listener),
    close: () => database.close({ disableAutoOpen: true }),
  };
}

function rowOfRecord(run: string, { record, link }: StoredRecord): RecordRow {
  return { run, position: record.position, record, link };
}

async function guarded<Value>(
  work: () => PromiseLike<Result<Value, StorageFailure>>,
): Promise<Result<Value, StorageFailure>> {
  try {
    return await work();
  } catch (error) {
    return failed(failureOf(error));
  }
}

function failureOf(error: unknown): StorageFailure {
  const name = nameOf(error);
  const inner = error instanceof Dexie.DexieError ? nameOf(error.inner) : '';
  if ([name, inner].includes('QuotaExceededError')) return { kind: 'full' };
  if ([name, inner].includes('VersionError')) return { kind: 'newer' };
  if (name === 'ConstraintError') return { kind: 'replaced' };
  return { kind: 'blocked', detail: error instanceof Error ? error.message : String(error) };
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
