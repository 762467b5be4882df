// Runs kept in IndexedDB. The log is the truth: one append is one read-write transaction with strict durability that
// reads head, genesis and epoch again and refuses on any difference. WebCrypto is never awaited in here.
import { Dexie } from 'dexie';
import {
  failed,
  ok,
  type Append,
  type Head,
  type ListedRun,
  type Pointers,
  type Result,
  type RunRow,
  type RunStore,
  type RunUpkeep,
  type StorageFailure,
  type StoredRecord,
  type StoredRun,
  type StoredStart,
} from '../../ports';
import { failureOf } from './dexie-failure';
import { readOpened, readPointers } from './dexie-pointers';
import { LabDatabase, SCHEMA_VERSION, type RecordRow } from './lab-database';
import { inOrder, isBegunAnew, lastOpened } from './last-opened';

/** Dexie's version 1 is IndexedDB's version 10. */
const DEXIE_FACTOR = 10;

class NewerDatabaseError extends Error {
  override readonly name = 'VersionError';
}

/**
 * Opens the database, or says why it cannot be used.
 * @param epoch a random mark written when the database is made: a database that was deleted and made again has another.
 */
export async function openDexieStore(name: string, epoch: string): Promise<Result<RunStore, StorageFailure>> {
  const database = new LabDatabase(name);
  try {
    await database.open();
    // Dexie opens a database of a newer version without a word, and would then write into it.
    if (database.backendDB().version > SCHEMA_VERSION * DEXIE_FACTOR) throw new NewerDatabaseError();
    const kept = await database.transaction('rw', database.meta, async () => {
      const row = await database.meta.get('epoch');
      if (typeof row?.value === 'string') return row.value;
      await database.meta.add({ key: 'epoch', value: epoch });
      return epoch;
    });
    return ok(new DexieStore(database, kept));
  } catch (error) {
    database.close();
    return failed(failureOf(error));
  }
}

class DexieStore implements RunStore {
  readonly isKept = true;
  readonly #database: LabDatabase;
  readonly #epoch: string;
  readonly #takenOver: (() => void)[] = [];
  #isTakenOver = false;

  constructor(database: LabDatabase, epoch: string) {
    this.#database = database;
    this.#epoch = epoch;
    // Dexie's own handler would open the database again, and an old page would then write into an upgraded one.
    database.on('versionchange', () => {
      this.#isTakenOver = true;
      this.close();
      for (const listener of this.#takenOver) listener();
    });
  }

  async upkeep(): Promise<RunUpkeep> {
    const { DexieUpkeep } = await import('./dexie-upkeep');
    return new DexieUpkeep(this.#database, (work) => this.#guarded(work));
  }

  create(
    row: RunRow,
    stored: readonly StoredRecord[],
    product: unknown,
    start?: unknown,
  ): Promise<Result<null, StorageFailure>> {
    const { meta, runs, records, products, starts } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('rw', [meta, runs, records, products, starts], async () => {
        if (!(await this.#isSameDatabase())) return failed({ kind: 'replaced' });
        const before = await this.#readPointers();
        await runs.add(row);
        await records.bulkAdd(stored.map((each) => rowOfRecord(row.id, each)));
        await products.put({ digest: row.productDigest, product });
        if (row.startDigest !== undefined && start !== undefined)
          await this.#keepStart({ digest: row.startDigest, start });
        await this.#point({ current: row.id, putAside: isBegunAnew(row) ? before.current : null });
        return ok(null);
      }),
    );
  }

  append({ run, genesisLink, seen, records: added, now, playedAt }: Append): Promise<Result<Head, StorageFailure>> {
    const { meta, runs, records } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('rw', [meta, runs, records], async () => {
        const row = await runs.get(run);
        if (row?.genesisLink !== genesisLink || !(await this.#isSameDatabase())) return failed({ kind: 'replaced' });
        const { head } = row;
        if (head.position !== seen.position || head.link !== seen.link) return failed({ kind: 'conflict', head });
        await records.bulkAdd(added.map((each) => rowOfRecord(run, each)));
        const last = added.at(-1);
        const next = last === undefined ? head : { position: last.record.position, link: last.link };
        await runs.put({ ...row, head: next, now, playedAt });
        return ok(next);
      }),
    );
  }

  keepNow(run: string, { now, playedAt }: Pick<Append, 'now' | 'playedAt'>): Promise<Result<null, StorageFailure>> {
    const { runs } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('rw', runs, async () =>
        (await runs.update(run, { now, playedAt })) === 1 ? ok(null) : failed({ kind: 'replaced' }),
      ),
    );
  }

  read(run: string): Promise<Result<StoredRun | null, StorageFailure>> {
    const { runs, records } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('r', [runs, records], async () => {
        const row = await runs.get(run);
        if (row === undefined) return ok(null);
        const kept = await records.where('[run+position]').between([run, Dexie.minKey], [run, Dexie.maxKey]).toArray();
        return ok({ row, records: kept.map(({ record, link }) => ({ record, link })) });
      }),
    );
  }

  readProduct(digest: string): Promise<Result<unknown, StorageFailure>> {
    return this.#guarded(async () => ok((await this.#database.products.get(digest))?.product ?? null));
  }

  runs(): Promise<Result<readonly ListedRun[], StorageFailure>> {
    const { meta, runs, records } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('r', [meta, runs, records], async () => {
        const rows = new Map((await runs.toArray()).map((row) => [row.id, row]));
        const ids = inOrder([...rows.keys()], await this.#readOpened());
        const firsts = await records.bulkGet(ids.map((id): [string, number] => [id, 0]));
        return ok(ids.map((id, index) => ({ row: rows.get(id), first: firsts[index]?.record ?? null })));
      }),
    );
  }

  open(run: string): Promise<Result<Pointers, StorageFailure>> {
    const { meta, runs } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('rw', [meta, runs], async () => {
        if ((await runs.get(run)) === undefined) return failed({ kind: 'replaced' });
        const before = await this.#readPointers();
        return ok(before.current === run ? before : await this.#point({ current: run, putAside: null }));
      }),
    );
  }

  starts(): Promise<Result<readonly StoredStart[], StorageFailure>> {
    return this.#guarded(async () => {
      const rows = await this.#database.starts.orderBy('order').toArray();
      return ok(rows.map(({ digest, start }) => ({ digest, start })));
    });
  }

  forgetStart(digest: string): Promise<Result<null, StorageFailure>> {
    return this.#guarded(async () => {
      await this.#database.starts.delete(digest);
      return ok(null);
    });
  }

  pointers(): Promise<Result<Pointers, StorageFailure>> {
    return this.#guarded(async () => ok(await this.#readPointers()));
  }

  swap(): Promise<Result<Pointers, StorageFailure>> {
    const { meta } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('rw', meta, async () => {
        const before = await this.#readPointers();
        const { current, putAside, isSwapped } = before;
        return ok(await this.#point({ current: putAside, putAside: current, isSwapped: isSwapped !== true }));
      }),
    );
  }

  onTakenOver(listener: () => void): void {
    this.#takenOver.push(listener);
  }

  close(): void {
    this.#database.close({ disableAutoOpen: true });
  }

  /** One that is kept already keeps its place. */
  async #keepStart(start: StoredStart): Promise<void> {
    const { starts } = this.#database;
    if ((await starts.get(start.digest)) !== undefined) return;
    const last = await starts.orderBy('order').last();
    await starts.add({ ...start, order: (last?.order ?? 0) + 1 });
  }

  /** Nothing is asked of a database that was taken over, whatever Dexie would make of it. */
  async #guarded<Value>(
    work: () => PromiseLike<Result<Value, StorageFailure>>,
  ): Promise<Result<Value, StorageFailure>> {
    if (this.#isTakenOver) return failed({ kind: 'newer' });
    try {
      return await work();
    } catch (error) {
      return failed(failureOf(error));
    }
  }

  #readPointers(): Promise<Pointers> {
    return readPointers(this.#database);
  }

  #readOpened(): Promise<readonly string[]> {
    return readOpened(this.#database);
  }

  /** Writes which run is the current one, and that it was the last to become it. Inside a transaction over `meta`. */
  async #point(pointers: Pointers): Promise<Pointers> {
    const { meta } = this.#database;
    await meta.put({ key: 'pointers', value: pointers });
    if (pointers.current !== null) {
      await meta.put({ key: 'opened', value: lastOpened(await this.#readOpened(), pointers.current) });
    }
    return pointers;
  }

  async #isSameDatabase(): Promise<boolean> {
    return (await this.#database.meta.get('epoch'))?.value === this.#epoch;
  }
}

function rowOfRecord(run: string, { record, link }: StoredRecord): RecordRow {
  return { run, position: record.position, record, link };
}
