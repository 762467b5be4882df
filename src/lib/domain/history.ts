// A log with the states it went through: any earlier one is folded from the snapshot before it, so that looking back costs
// the same however long the log is. Snapshots share what did not change between them. While a log is not read to its
// beginning yet, there is its last part behind a world that was kept: enough to go on from, and nothing to look back in.
import { withRecord } from './evolve';
import type { Instant } from './instant';
import type { PolicyCatalogue } from './policy';
import type { LogRecord } from './record';
import { emptyWorld, type World } from './world';

/** Records between two snapshots: a fold of so many is far below a frame, and snapshots stay few. */
const SPACING = 256;

export class History {
  /** The world after the last record. */
  readonly world: World;
  readonly #catalogue: PolicyCatalogue;
  /** Those that are read, the last of them. */
  readonly #read: readonly LogRecord[];
  /** The world after every `SPACING` records; none where the beginning is not read. */
  readonly #snapshots: readonly World[];
  /** Index in the log of the first that is read. */
  readonly #first: number;

  private constructor(
    catalogue: PolicyCatalogue,
    read: readonly LogRecord[],
    world: World,
    snapshots: readonly World[],
    first = 0,
  ) {
    this.#first = first;
    this.#catalogue = catalogue;
    this.#read = read;
    this.world = world;
    this.#snapshots = snapshots;
  }

  /** The history of these records. They must be well formed; `check` says whether the rules could have made them. */
  static of(records: readonly LogRecord[], catalogue: PolicyCatalogue): History {
    return new History(catalogue, [], emptyWorld(catalogue), []).with(records);
  }

  /** What came behind a world that was kept; what led to it is not read yet. */
  static behind(world: World, records: readonly LogRecord[]): History {
    return new History(world.catalogue, [], world, [], world.position + 1).with(records);
  }

  /** Whether it is read to its beginning. Only then it has `records`, and can be looked back in. */
  get isWhole(): boolean {
    return this.#first === 0;
  }

  /** All of them, each at the index that is its position. Throws a TypeError before the beginning is read. */
  get records(): readonly LogRecord[] {
    if (!this.isWhole) throw new TypeError('The beginning of this history is not read yet.');
    return this.#read;
  }

  /** Those behind a position, as far as they are read. */
  recordsBehind(position: number): readonly LogRecord[] {
    return this.#read.slice(Math.max(0, position + 1 - this.#first));
  }

  /** This history, gone on with `added`. */
  with(added: readonly LogRecord[]): History {
    let { world } = this;
    const { isWhole } = this;
    const snapshots: World[] = [];
    for (const [index, record] of added.entries()) {
      world = withRecord(world, record);
      if (isWhole && (this.#read.length + index + 1) % SPACING === 0) snapshots.push(world);
    }
    return new History(
      this.#catalogue,
      [...this.#read, ...added],
      world,
      snapshots.length === 0 ? this.#snapshots : [...this.#snapshots, ...snapshots],
      this.#first,
    );
  }

  /** This history by one that is read to its beginning: as far as this one goes, and nothing by the world that was kept. */
  completedBy(whole: History): History {
    const { position } = this.world;
    if (whole.world.position < position) return whole.with(this.recordsBehind(whole.world.position));
    return whole.world.position === position ? whole : whole.upTo(position);
  }

  /** This history as it stood after the record at `position`. */
  upTo(position: number): History {
    const records = this.records.slice(0, position + 1);
    const kept = this.#snapshots.slice(0, Math.floor(records.length / SPACING));
    return new History(this.#catalogue, records, this.worldAt(position), kept);
  }

  /** The world after the record at `position`; before the first for any below 0, the last for any beyond the end. */
  worldAt(position: number): World {
    const { records } = this;
    if (position >= records.length - 1) return this.world;
    const count = Math.max(0, position + 1);
    const nearest = Math.floor(count / SPACING);
    let world = this.#snapshots[nearest - 1] ?? emptyWorld(this.#catalogue);
    for (let next = world.position + 1; next < count; next += 1) {
      const record = records[next];
      if (record !== undefined) world = withRecord(world, record);
    }
    return world;
  }

  /** Position of the last record at or before an instant; -1 before the first. */
  positionAt(at: Instant): number {
    const { records } = this;
    let low = 0;
    let high = records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((records[middle]?.at ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
