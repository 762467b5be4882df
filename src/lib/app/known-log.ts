// The log of a run as far as a page knows it. Opened from a state that was kept, it is read to its beginning when there is
// time, or when something needs it; what was shown until then gives way to what the log says.
import type { History } from '../domain/history';
import { failed, ok, type Result } from '../ports';
import type { LabProblem, RunDamage } from './problems';

export interface LogSource {
  /** Reads the log to its beginning, where the run was opened without. */
  readonly readWhole?: (() => Promise<Result<History, LabProblem>>) | undefined;
  /** Verifies a log that is read to its beginning, once: what is wrong with it, or null. */
  readonly verify?: (() => Promise<RunDamage | null>) | undefined;
}

export class KnownLog {
  readonly #run: string;
  #history: History;
  readonly #source: LogSource;
  readonly #onWhole: () => void;
  #reading: Promise<Result<null, LabProblem>> | null = null;

  /** @param onWhole called when a history that was not whole has become so. */
  constructor(run: string, history: History, source: LogSource, onWhole: () => void) {
    this.#run = run;
    this.#history = history;
    this.#source = source;
    this.#onWhole = onWhole;
  }

  get history(): History {
    return this.#history;
  }

  /** Takes up the history that this one has gone on to. */
  take(history: History): void {
    this.#history = history;
  }

  /** Settles when the log is read to its beginning, which is done once; where storage refused, it is tried again. */
  whole(): Promise<Result<null, LabProblem>> {
    return (this.#reading ??= this.#read());
  }

  /** Settles when the run may be written to: its log is read to its beginning and was verified. */
  async ready(): Promise<Result<null, LabProblem>> {
    const read = await this.whole();
    if (!read.isOk) return read;
    const damage = (await this.#source.verify?.()) ?? null;
    return damage === null ? ok(null) : failed({ kind: 'damaged', run: this.#run, damage });
  }

  async #read(): Promise<Result<null, LabProblem>> {
    if (this.#history.isWhole || this.#source.readWhole === undefined) return ok(null);
    const read = await this.#source.readWhole();
    if (read.isOk) {
      this.#history = this.#history.completedBy(read.value);
      this.#onWhole();
      return ok(null);
    }
    if (read.failure.kind !== 'damaged') this.#reading = null;
    return read;
  }
}
