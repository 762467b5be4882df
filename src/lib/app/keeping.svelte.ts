// What is kept of the run on screen: noting beside the database what it has acknowledged, telling a loss apart from a first
// visit, and the ways on where something is lost or nothing can be kept.
import type { Product } from '../products/schema';
import type { StorageFailure } from '../ports';
import type { OpenRun, WrittenBy } from './open-run';
import type { LabParts, Opened } from './opening';
import type { LabProblem } from './problems';
import { Witness, type Loss } from './witness';

/** What keeping needs of the lab it is for. */
export interface KeptIn {
  readonly run: () => OpenRun | null;
  readonly product: () => Product;
  readonly onChange: (run: OpenRun, by: WrittenBy) => void;
  /** Shows the run that was opened, with what is to be told of it. */
  readonly adopt: (opened: Opened, problem: LabProblem | null) => void;
  readonly say: (text: string) => void;
  readonly fail: (problem: LabProblem) => void;
}

export class Keeping {
  /** What is gone of what was kept, while nobody has said how to go on. */
  loss = $state.raw<Loss | null>(null);

  readonly #parts: LabParts;
  readonly #lab: KeptIn;
  readonly #witness: Witness;
  /** Mark of the database. */
  #epoch = '';
  /** What is missed was told, and is not put right in the notes before somebody has taken notice. */
  #isLossTold = false;

  constructor(parts: LabParts, lab: KeptIn) {
    this.#parts = parts;
    this.#lab = lab;
    this.#witness = new Witness(parts.preferences);
  }

  /**
   * What was kept and is not there: in `loss` where nothing is to be begun before it was told, else as the problem to tell
   * of beside the run that is opened.
   */
  async look(): Promise<LabProblem | null> {
    const { store, problem } = await this.#parts.openStore();
    this.#epoch = store.epoch;
    const loss = await this.#witness.missed(store, problem?.kind === 'storage' ? problem.failure : null);
    this.#isLossTold = loss !== null;
    if (loss?.kind !== 'all' && loss?.kind !== 'run') return loss === null ? null : { kind: 'lost', loss };
    this.loss = loss;
    return null;
  }

  /** Somebody has taken notice of the loss: what is gone is missed no longer. */
  accept(): void {
    if (this.loss?.kind === 'all') this.#witness.forgetAll();
    if (this.loss?.kind === 'run') for (const { run } of this.loss.runs) this.#witness.forget(run);
    this.loss = null;
    this.#isLossTold = false;
    this.attest();
  }

  /** Notes what the database has acknowledged of the run on screen. */
  attest(): void {
    const run = this.#lab.run();
    if (run !== null && !this.#isLossTold) this.#witness.note(this.#epoch, run.row, run.world);
  }

  /** The same, for what was acknowledged just now: a loss before it is the past then. */
  attestWritten(): void {
    this.#isLossTold = false;
    this.attest();
  }

  /** Runs that somebody deleted are not missed; without ids, everything that was kept. */
  forget(ids?: readonly string[]): void {
    if (ids === undefined) this.#witness.forgetAll();
    else for (const id of ids) this.#witness.forget(id);
  }

  /** Keeps the run on screen once more, in a database made anew, where the one it was in was deleted under the page. */
  async keepAgain(): Promise<void> {
    const run = this.#lab.run();
    if (run === null) return;
    const { keepAgain } = await import('./keep-again');
    const done = await keepAgain(this.#parts, this.#lab.onChange, { run, product: this.#lab.product() });
    if (!done.isOk) return this.#lab.fail(done.failure);
    const { opened, epoch } = done.value;
    const loss = this.#witness.lostWith(epoch, run.id);
    this.#epoch = epoch;
    this.#isLossTold = loss !== null;
    this.#lab.adopt(opened, loss === null ? opened.problem : { kind: 'lost', loss });
    this.#lab.say('The run is kept again, with everything that happened in it.');
  }

  /** Goes on with what is sound of the current run, which is damaged, in a run of its own; the damaged one stays as it is. */
  async keepSoundPart(): Promise<void> {
    const [{ store }, { keepSoundPart }] = await Promise.all([this.#parts.openStore(), import('./sound-part')]);
    const pointers = await store.pointers();
    if (!pointers.isOk) return this.#lab.fail({ kind: 'storage', failure: pointers.failure });
    const { current } = pointers.value;
    const kept = current === null ? null : await keepSoundPart(this.#parts, store, current);
    if (kept?.isOk === false) return this.#lab.fail(kept.failure);
    if (kept == null || kept.value === null) return this.#lab.say('Nothing of this run is sound.');
    const { openLab } = await import('./opening');
    this.#lab.adopt(await openLab(this.#parts, this.#lab.onChange), null);
    this.#lab.say(
      `A run of its own goes on with the ${kept.value} records that are sound. The damaged run stays as it is.`,
    );
  }

  /** Lets go of the storage, and plays in memory from here on. */
  async inMemory(): Promise<void> {
    const { store } = await this.#parts.reopenStore('in memory');
    this.#epoch = store.epoch;
  }

  /** Whether the run that the page shows can be kept again after this. */
  canKeepAgain({ kind }: StorageFailure): boolean {
    return this.#epoch !== '' && (kind === 'replaced' || kind === 'gone');
  }
}
