// Keeps the state of the run on screen as that grows, and of one that was begun with a long past, so that each opens at once the next
// time. One that was read from storage has its state kept where it is read.
import type { WallClock } from '../ports';
import { BEHIND_MAX, keepState } from './kept-state';
import type { OpenRun } from './open-run';
import type { LabParts, Opened } from './opening';

type KeeperParts = Pick<LabParts, 'cryptography' | 'openStore' | 'rulesDigest'> & {
  readonly clock: Pick<WallClock, 'idle'>;
};

export class StateKeeper {
  readonly #parts: KeeperParts;
  #run: OpenRun | null = null;
  /** Where the state stands that is kept, as far as this page knows: none of a run that has just begun. */
  #position = 0;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Takes up the run that has come on screen. */
  adopt({ run, verify }: Pick<Opened, 'run' | 'verify'>): Promise<void> {
    this.#run = run;
    this.#position = verify === undefined ? 0 : (run?.head.position ?? 0);
    return this.grown();
  }

  /** Keeps a state of the run when there is time, where enough has come behind the one that is kept. What storage refuses is not missed. */
  async grown(): Promise<void> {
    const run = this.#run;
    if (run === null || !run.history.isWhole || run.head.position - this.#position < BEHIND_MAX) return;
    this.#position = run.head.position;
    await this.#parts.clock.idle();
    const { store } = await this.#parts.openStore();
    await keepState(this.#parts, store, run);
  }
}
