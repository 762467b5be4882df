// This page's hold on the database, and how it can end: a newer version of the lab takes it over, somebody deletes it, or
// the browser closes it by itself. Once it has ended, nothing is asked of it any more.
import { failed, ok, type Result, type StorageFailure } from '../../ports';
import { failureOf } from './dexie-failure';
import type { LabDatabase } from './lab-database';

/** How often a database that the browser has closed is tried to be opened again, and after how long. */
const OPENINGS_MAX = 8;
const OPEN_AGAIN_MILLISECONDS = 50;

export class DatabaseHold {
  readonly #database: LabDatabase;
  readonly #epoch: string;
  readonly #listeners: ((failure: StorageFailure) => void)[] = [];
  #ended: StorageFailure | null = null;

  constructor(database: LabDatabase, epoch: string) {
    this.#database = database;
    this.#epoch = epoch;
    // Dexie's own handler would open the database again, and an old page would then write into an upgraded one.
    database.on('versionchange', ({ newVersion }) => this.#end({ kind: newVersion === null ? 'replaced' : 'newer' }));
    // The browser closes it where the site's data was cleared, or where its own storage broke down. Called at each opening.
    database.on(
      'ready',
      () => database.backendDB().addEventListener('close', () => void this.#endWhereReplaced()),
      true,
    );
  }

  onEnded(listener: (failure: StorageFailure) => void): void {
    this.#listeners.push(listener);
  }

  /** Whether it is still the database that was opened: one that was deleted and made anew bears another mark. */
  async isSame(): Promise<boolean> {
    return (await this.#database.meta.get('epoch'))?.value === this.#epoch;
  }

  /** Does the work, and says in what way it failed. Not once the hold has ended, whatever Dexie would make of it. */
  async guard<Value>(work: () => PromiseLike<Result<Value, StorageFailure>>): Promise<Result<Value, StorageFailure>> {
    if (this.#ended !== null) return failed(this.#ended);
    try {
      return await work();
    } catch (error) {
      return failed(failureOf(error));
    }
  }

  /** The browser may still be at it when it tells of it, and open nothing yet: hence more than once. */
  async #endWhereReplaced(): Promise<void> {
    for (let tries = 0; tries < OPENINGS_MAX && this.#ended === null; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, tries * OPEN_AGAIN_MILLISECONDS));
      const isSame = await this.guard(async () => {
        if (!this.#database.isOpen()) await this.#database.open();
        return ok(await this.isSame());
      });
      if (isSame.isOk && !isSame.value && this.#ended === null) this.#end({ kind: 'replaced' });
      if (isSame.isOk) return;
    }
  }

  #end(failure: StorageFailure): void {
    this.#ended = failure;
    this.#database.close({ disableAutoOpen: true });
    for (const listener of this.#listeners) listener(failure);
  }
}
