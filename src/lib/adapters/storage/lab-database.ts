// The tables that runs are kept in, in every version there was. A version that was released is never changed again.
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Pointers, RunRow, StoredStart } from '../../ports';
import type { KeptState } from '../../ports-states';
import type { PackRow } from './packed-records';

export interface RecordRow {
  readonly run: string;
  readonly position: number;
  readonly record: unknown;
  readonly link: unknown;
}

interface MetaRow {
  /** `opened`: ids of the runs in the order in which they were made the current one, the last first. */
  readonly key: 'epoch' | 'pointers' | 'opened';
  readonly value: string | Pointers | readonly string[];
}

interface ProductRow {
  readonly digest: string;
  readonly product: unknown;
}

interface StartRow extends StoredStart {
  /** One more than the latest before it. */
  readonly order: number;
}

/** A run in the trash, with what it takes to bring it back as it was. Its records stay where they are. */
interface TrashRow {
  readonly id: string;
  readonly row: RunRow;
  readonly removedAt: number;
  /** The run that became the current one in its place; without it, it was not the current one. */
  readonly successor?: string | null;
}

/** One for each run at most. */
export interface StateRow extends KeptState {
  readonly run: string;
}

export const SCHEMA_VERSION = 5;

export class LabDatabase extends Dexie {
  declare meta: EntityTable<MetaRow, 'key'>;
  declare runs: EntityTable<RunRow, 'id'>;
  declare records: Table<RecordRow, [string, number]>;
  declare packs: Table<PackRow, [string, number]>;
  declare products: EntityTable<ProductRow, 'digest'>;
  declare starts: EntityTable<StartRow, 'digest'>;
  declare trash: EntityTable<TrashRow, 'id'>;
  declare states: EntityTable<StateRow, 'run'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ meta: 'key', runs: 'id', records: '[run+position]', products: 'digest' });
    // Each adds a table and touches no other: what was kept before is there as it was.
    this.version(2).stores({ starts: 'digest, order' });
    this.version(3).stores({ trash: 'id, removedAt' });
    this.version(4).stores({ packs: '[run+from]' });
    this.version(SCHEMA_VERSION).stores({ states: 'run' });
  }
}
