// A log as it is looked at from outside: its events by number, the lanes of people and desks, and the gaps between events.
// Read record by record, so that a log that has grown costs its new part alone. An observer's view.
import { firstIndex } from '../first-index';
import { eventsOf, type LogRecord } from '../record';
import type { Instant } from '../instant';
import type { PolicyCatalogue } from '../policy';
import { DeskLanes } from './desk-lanes';
import { Gaps } from './gaps';
import { Lanes } from './lanes';

export class Chronicle {
  readonly lanes: Lanes;
  readonly desks = new DeskLanes();
  readonly gaps = new Gaps();
  /** Positions of the records that are more than a walk of a desk. */
  readonly events: number[] = [];
  #records: readonly LogRecord[] = [];

  constructor(catalogue: PolicyCatalogue) {
    this.lanes = new Lanes(catalogue);
  }

  /** The chronicle of a log: `known`, gone on with, where that log has only grown since, else one begun anew. */
  static of(known: Chronicle | null, records: readonly LogRecord[], catalogue: PolicyCatalogue): Chronicle {
    const chronicle = known?.isBeginningOf(records) === true ? known : new Chronicle(catalogue);
    chronicle.#follow(records);
    return chronicle;
  }

  isBeginningOf(records: readonly LogRecord[]): boolean {
    const { length } = this.#records;
    return length <= records.length && this.#records[length - 1] === records[length - 1];
  }

  get records(): readonly LogRecord[] {
    return this.#records;
  }

  /** How many events had happened when the record at `position` had. */
  countAt(position: number): number {
    return firstIndex(this.events, (each) => each > position);
  }

  /** The instant of the event with this number; undefined where there is none. */
  atOf(index: number): Instant | undefined {
    const position = this.events[index];
    return position === undefined ? undefined : this.#records[position]?.at;
  }

  #follow(records: readonly LogRecord[]): void {
    for (let next = this.#records.length; next < records.length; next += 1) {
      const record = records[next];
      if (record === undefined) continue;
      this.desks.add(record);
      if (record.kind === 'place') continue;
      this.lanes.add(record);
      this.events.push(record.position);
      if (eventsOf(record).length > 0) this.gaps.add(record.at);
    }
    this.lanes.readFrom(records);
    this.#records = records;
  }
}
