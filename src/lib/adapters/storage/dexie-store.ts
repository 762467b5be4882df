// Runs kept in IndexedDB. The log is the truth: one append is one read-write transaction with strict durability that
// reads head, genesis and epoch again and refuses on any difference. WebCrypto is never awaited in here.
import type { Instant } from '../../domain/instant';
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
  type RunTail,
  type StorageFailure,
  type StoredRecord,
  type StoredRun,
  type StoredStart,
} from '../../ports';
import type { KeptState, RecentRun } from '../../ports-states';
import { DatabaseHold } from './database-hold';
import { failureOf } from './dexie-failure';
import { readOpened, readPointers } from './dexie-pointers';
import type { LabDatabase, RecordRow } from './lab-database';
import { inOrder, isBegunAnew, lastOpened } from './last-opened';
import { openDatabase } from './open-database';
import { keepState, readRecent } from './kept-states';
import { fillsPack, pack, packedAtOnce } from './packed-records';
import { readAfter } from './read-after';
import { readWhole } from './read-whole';

/**
 * Opens the database, or says why it cannot be used.
 * @param epoch a random mark written when the database is made: a database that was deleted and made again has another.
 */
export async function openDexieStore(name: string, epoch: string): Promise<Result<RunStore, StorageFailure>> {
  try {
    const opened = await openDatabase(name, epoch);
    return ok(new DexieStore(opened.database, opened.epoch));
  } catch (error) {
    return failed(failureOf(error));
  }
}

class DexieStore implements RunStore {
  readonly isKept = true;
  readonly epoch: string;
  readonly #database: LabDatabase;
  readonly #hold: DatabaseHold;

  constructor(database: LabDatabase, epoch: string) {
    this.#database = database;
    this.#hold = new DatabaseHold(database, epoch);
    this.epoch = epoch;
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
    const { meta, runs, records, packs, products, starts } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('rw', [meta, runs, records, packs, products, starts], async () => {
        if (!(await this.#isSameDatabase())) return failed({ kind: 'replaced' });
        const before = await this.#readPointers();
        await runs.add(row);
        const kept = packedAtOnce(row.id, stored);
        await packs.bulkAdd(kept.packs);
        await records.bulkAdd(kept.loose.map((each) => rowOfRecord(row.id, each)));
        await products.put({ digest: row.productDigest, product });
        if (row.startDigest !== undefined && start !== undefined)
          await this.#keepStart({ digest: row.startDigest, start });
        await this.#point({ current: row.id, putAside: isBegunAnew(row) ? before.current : null });
        return ok(null);
      }),
    );
  }

  append({ run, genesisLink, seen, records: added, now, playedAt }: Append): Promise<Result<Head, StorageFailure>> {
    const { meta, runs, records, packs } = this.#database;
    const isFull = fillsPack(seen.position, seen.position + added.length);
    return this.#guarded(() =>
      this.#database.transaction('rw', [meta, runs, records, ...(isFull ? [packs] : [])], async () => {
        const row = await runs.get(run);
        if (!(await this.#isSameDatabase())) return failed({ kind: 'replaced' });
        if (row === undefined) return failed({ kind: 'gone' });
        if (row.genesisLink !== genesisLink) return failed({ kind: 'replaced' });
        const { head } = row;
        if (head.position !== seen.position || head.link !== seen.link) return failed({ kind: 'conflict', head });
        await records.bulkAdd(added.map((each) => rowOfRecord(run, each)));
        const last = added.at(-1);
        const next = last === undefined ? head : { position: last.record.position, link: last.link };
        await runs.put({ ...row, head: next, now: Math.max(row.now, now), playedAt });
        if (isFull) await pack(this.#database, run, next.position);
        return ok(next);
      }),
    );
  }

  keepNow(run: string, { now, playedAt }: Pick<Append, 'now' | 'playedAt'>): Promise<Result<Instant, StorageFailure>> {
    const { meta, runs } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('rw', [meta, runs], async () => {
        const row = await runs.get(run);
        if (row === undefined) return failed({ kind: (await this.#isSameDatabase()) ? 'gone' : 'replaced' });
        if (now > row.now) await runs.update(run, { now, playedAt });
        return ok(Math.max(now, row.now));
      }),
    );
  }

  read(run: string): Promise<Result<StoredRun | null, StorageFailure>> {
    return this.#guarded(async () => ok(await readWhole(this.#database, run)));
  }

  recent(run: string, rulesDigest: string): Promise<Result<RecentRun | null, StorageFailure>> {
    return this.#guarded(async () => ok(await readRecent(this.#database, run, rulesDigest)));
  }

  keepState(run: string, state: KeptState): Promise<Result<null, StorageFailure>> {
    return this.#guarded(() => keepState(this.#database, run, state));
  }

  readAfter(run: string, position: number): Promise<Result<RunTail, StorageFailure>> {
    return this.#guarded(() => readAfter(this.#database, this.epoch, run, position));
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

  onEnded(listener: (failure: StorageFailure) => void): void {
    this.#hold.onEnded(listener);
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

  #guarded<Value>(work: () => PromiseLike<Result<Value, StorageFailure>>): Promise<Result<Value, StorageFailure>> {
    return this.#hold.guard(work);
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

  #isSameDatabase(): Promise<boolean> {
    return this.#hold.isSame();
  }
}

function rowOfRecord(run: string, { record, link }: StoredRecord): RecordRow {
  return { run, position: record.position, record, link };
}
