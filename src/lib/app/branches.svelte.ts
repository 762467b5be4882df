// The runs that began as the one on screen did and went on otherwise: how many there are, going on in another one, opening
// one, and reading one to be compared.
import type { History } from '../domain/history';
import type { Instant } from '../domain/instant';
import type { PolicyCatalogue } from '../domain/policy';
import { failed, ok, type Result } from '../ports';
import type { Product } from '../products/schema';
import type { Branch } from './branch-list';
import type { Moment } from './moment';
import type { OpenRun, WrittenBy } from './open-run';
import { openLab, type LabParts, type Opened } from './opening';
import type { LabProblem } from './problems';

/** What branches need of the lab they are for. */
export interface BranchedIn {
  readonly run: () => OpenRun | null;
  readonly product: () => Product;
  readonly catalogue: () => PolicyCatalogue;
  readonly onChange: (run: OpenRun, by: WrittenBy) => void;
  readonly adopt: (opened: Opened) => void;
  readonly say: (text: string) => void;
  readonly fail: (problem: LabProblem) => void;
}

export class Branches {
  /** How many runs began as the one on screen did, itself among them. */
  count = $state(1);
  readonly #parts: LabParts;
  readonly #lab: BranchedIn;

  constructor(parts: LabParts, lab: BranchedIn) {
    this.#parts = parts;
    this.#lab = lab;
  }

  /** What the run on screen is called. */
  get title(): string {
    return this.#lab.run()?.row.title ?? '';
  }

  /** The instant at which the run on screen parted from another; null for one that began by itself. */
  get partedAt(): Instant | null {
    return this.#lab.run()?.row.parent?.at ?? null;
  }

  /** Id of the run on screen. */
  get current(): string | null {
    return this.#lab.run()?.id ?? null;
  }

  /** The run on screen is another one now: its branches are counted when there is time for it. */
  async adopt(): Promise<void> {
    this.count = 1;
    const run = this.#lab.run();
    await this.#parts.clock.idle();
    if (run !== null && this.#lab.run() === run) await this.#find(run);
  }

  /** The runs that began as this one did, itself among them, the one that was opened last first. */
  async list(): Promise<readonly Branch[]> {
    const run = this.#lab.run();
    if (run === null) return [];
    const found = await this.#find(run);
    if (!found.isOk) this.#lab.fail(found.failure);
    return found.isOk ? found.value : [];
  }

  /** Goes on from a moment of the run on screen, in a run of its own with this title; the one it parts from is kept. */
  async continueFrom(moment: Moment, title: string): Promise<void> {
    const run = this.#lab.run();
    if (run === null) return;
    const { branchOff } = await import('./branch');
    const wish = { from: run, title, product: this.#lab.product(), moment };
    const done = await branchOff(this.#parts, this.#lab.onChange, wish);
    if (!done.isOk) return this.#lab.fail(done.failure);
    this.#lab.adopt(done.value);
    this.#lab.say('You go on from here in a branch. The run it parts from is kept as it was.');
  }

  /** Opens another kept run in place of this one, which stays kept; whether it was there. */
  async open(id: string): Promise<boolean> {
    const { store } = await this.#parts.openStore();
    const opened = await store.open(id);
    if (opened.isOk) this.#lab.adopt(await openLab(this.#parts, this.#lab.onChange));
    else {
      const { whyNotThere } = await import('./branch-list');
      const isMissing = opened.failure.kind === 'replaced';
      this.#lab.fail(isMissing ? await whyNotThere(store, id) : { kind: 'storage', failure: opened.failure });
      await this.list();
    }
    return opened.isOk;
  }

  /** Another run of this beginning, verified; or why it cannot be read. Nothing is opened by it. */
  async read(id: string): Promise<Result<{ readonly history: History; readonly now: Instant }, LabProblem>> {
    const { store } = await this.#parts.openStore();
    const { readBranch } = await import('./branch-list');
    const { cryptography } = this.#parts;
    return readBranch({ store, cryptography }, id, this.#lab.catalogue());
  }

  async #find(run: OpenRun): Promise<Result<readonly Branch[], LabProblem>> {
    const { store } = await this.#parts.openStore();
    const runs = await store.runs();
    if (!runs.isOk) return failed({ kind: 'storage', failure: runs.failure });
    const { branchesIn } = await import('./branch-list');
    const found = branchesIn(runs.value, run.row.genesisLink);
    if (this.#lab.run() === run) this.count = found.length;
    return ok(found);
  }
}
