// What is done with runs kept in IndexedDB beside playing them. A run in the trash has no row among the runs: whatever is
// asked of it meanwhile is answered as of a run that is gone. Its records stay where they are until it is deleted for good.
import { Dexie } from 'dexie';
import type { Instant } from '../../domain/instant';
import { failed, ok, type Result, type RunUpkeep, type StorageFailure, type TrashedRun } from '../../ports';
import { readOpened, readPointers } from './dexie-pointers';
import type { LabDatabase } from './lab-database';
import { inOrder } from './last-opened';
import { packsOf } from './packed-records';
import { copyOf } from './run-copy';

type Done<Value = null> = Promise<Result<Value, StorageFailure>>;
/** Asks nothing of a database that this page may not use any more. */
type Guard = <Value>(work: () => PromiseLike<Result<Value, StorageFailure>>) => Done<Value>;

export class DexieUpkeep implements RunUpkeep {
  readonly #database: LabDatabase;
  readonly #guarded: Guard;

  constructor(database: LabDatabase, guarded: Guard) {
    this.#database = database;
    this.#guarded = guarded;
  }

  rename(run: string, title: string): Done {
    const { runs } = this.#database;
    return this.#change(async () => {
      const row = await runs.get(run);
      if (row === undefined) return failed({ kind: 'replaced' });
      await runs.put({ ...row, title });
      return ok(null);
    });
  }

  duplicate(run: string, copy: { readonly id: string; readonly title: string }): Done {
    const { runs, records, packs, states } = this.#database;
    return this.#change(async () => {
      const row = await runs.get(run);
      if (row === undefined) return failed({ kind: 'replaced' });
      await runs.add(copyOf(row, copy));
      const kept = await this.#recordsOf(run).toArray();
      await records.bulkAdd(kept.map((each) => ({ ...each, run: copy.id })));
      const packed = await packsOf(packs, run).toArray();
      await packs.bulkAdd(packed.map((each) => ({ ...each, run: copy.id })));
      const state = await states.get(run);
      if (state !== undefined) await states.put({ ...state, run: copy.id });
      return ok(null);
    });
  }

  remove(run: string, at: Instant): Done {
    const { meta, runs, trash } = this.#database;
    return this.#change(async () => {
      const row = await runs.get(run);
      if (row === undefined) return failed({ kind: 'replaced' });
      await runs.delete(run);
      const { current, putAside, ...rest } = await readPointers(this.#database);
      const [next = null] = inOrder(await runs.toCollection().primaryKeys(), await readOpened(this.#database));
      const wasCurrent = current === run;
      await trash.put({ id: run, row, removedAt: at, ...(wasCurrent ? { successor: next } : {}) });
      if (wasCurrent) await meta.put({ key: 'pointers', value: { current: next, putAside: null } });
      else if (putAside === run) await meta.put({ key: 'pointers', value: { ...rest, current, putAside: null } });
      return ok(null);
    });
  }

  restore(run: string): Done {
    const { meta, runs, trash } = this.#database;
    return this.#change(async () => {
      const kept = await trash.get(run);
      if (kept === undefined) return failed({ kind: 'replaced' });
      await runs.add(kept.row);
      await trash.delete(run);
      const { current } = await readPointers(this.#database);
      const isWaitedFor = kept.successor !== undefined && kept.successor === current;
      if (isWaitedFor) await meta.put({ key: 'pointers', value: { current: run, putAside: null } });
      return ok(null);
    });
  }

  erase(run: string): Done {
    const { meta, trash, products, packs, states } = this.#database;
    return this.#change(async () => {
      const kept = await trash.get(run);
      if (kept === undefined) return failed({ kind: 'replaced' });
      await trash.delete(run);
      await this.#recordsOf(run).delete();
      await packsOf(packs, run).delete();
      await states.delete(run);
      const opened = await readOpened(this.#database);
      await meta.put({ key: 'opened', value: opened.filter((each) => each !== run) });
      const digest = kept.row.productDigest;
      if (!(await this.#isPinned(digest))) await products.delete(digest);
      return ok(null);
    });
  }

  trash(): Done<readonly TrashedRun[]> {
    const { trash, records } = this.#database;
    return this.#guarded(() =>
      this.#database.transaction('r', [trash, records], async () => {
        const kept = await trash.orderBy('removedAt').reverse().toArray();
        const firsts = await records.bulkGet(kept.map(({ id }): [string, number] => [id, 0]));
        return ok(
          kept.map(({ id, row, removedAt }, index) => ({ id, row, removedAt, first: firsts[index]?.record ?? null })),
        );
      }),
    );
  }

  /** All of it or nothing. */
  #change(work: () => Promise<Result<null, StorageFailure>>): Done {
    const { meta, runs, records, packs, states, products, trash } = this.#database;
    const tables = [meta, runs, records, packs, states, products, trash];
    return this.#guarded(() => this.#database.transaction('rw', tables, work));
  }

  #recordsOf(run: string) {
    return this.#database.records.where('[run+position]').between([run, Dexie.minKey], [run, Dexie.maxKey]);
  }

  async #isPinned(digest: string): Promise<boolean> {
    const { runs, trash } = this.#database;
    const isIt = (row: { readonly productDigest?: unknown } | undefined): boolean => row?.productDigest === digest;
    const [kept, trashed] = [await runs.filter(isIt).count(), await trash.filter(({ row }) => isIt(row)).count()];
    return kept + trashed > 0;
  }
}
