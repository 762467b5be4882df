// A log with the states it went through: any earlier one is folded from the snapshot before it, so that looking back costs
// the same however long the log is. Snapshots share what did not change between them.
import { withRecord } from './evolve';
import type { Instant } from './instant';
import type { PolicyCatalogue } from './policy';
import type { LogRecord } from './record';
import { emptyWorld, type World } from './world';

/** Records between two snapshots: a fold of so many is far below a frame, and snapshots stay few. */
const SPACING = 256;

export class History {
  readonly records: readonly LogRecord[];
  /** The world after the last record. */
  readonly world: World;
  readonly #catalogue: PolicyCatalogue;
  /** The world after every `SPACING` records. */
  readonly #snapshots: readonly World[];

  private constructor(
    catalogue: PolicyCatalogue,
    records: readonly LogRecord[],
    world: World,
    snapshots: readonly World[],
  ) {
    this.#catalogue = catalogue;
    this.records = records;
    this.world = world;
    this.#snapshots = snapshots;
  }

  /** The history of these records. They must be well formed; `check` says whether the rules could have made them. */
  static of(records: readonly LogRecord[], catalogue: PolicyCatalogue): History {
    return new History(catalogue, [], emptyWorld(catalogue), []).with(records);
  }

  /** This history, gone on with `added`. */
  with(added: readonly LogRecord[]): History {
    let { world } = this;
    const snapshots: World[] = [];
    for (const [index, record] of added.entries()) {
      world = withRecord(world, record);
      if ((this.records.length + index + 1) % SPACING === 0) snapshots.push(world);
    }
    return new History(
      this.#catalogue,
      [...this.records, ...added],
      world,
      snapshots.length === 0 ? this.#snapshots : [...this.#snapshots, ...snapshots],
    );
  }

  /** This history as it stood after the record at `position`. */
  upTo(position: number): History {
    const records = this.records.slice(0, position + 1);
    const kept = this.#snapshots.slice(0, Math.floor(records.length / SPACING));
    return new History(this.#catalogue, records, this.worldAt(position), kept);
  }

  /** The world after the record at `position`; before the first for any below 0, the last for any beyond the end. */
  worldAt(position: number): World {
    if (position >= this.records.length - 1) return this.world;
    const count = Math.max(0, position + 1);
    const nearest = Math.floor(count / SPACING);
    let world = this.#snapshots[nearest - 1] ?? emptyWorld(this.#catalogue);
    for (let next = world.position + 1; next < count; next += 1) {
      const record = this.records[next];
      if (record !== undefined) world = withRecord(world, record);
    }
    return world;
  }

  /** Position of the last record at or before an instant; -1 before the first. */
  positionAt(at: Instant): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.records[middle]?.at ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
