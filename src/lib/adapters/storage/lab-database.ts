// The tables that runs are kept in, in every version there was. A version that was released is never changed again.
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Pointers, RunRow, StoredStart } from '../../ports';

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

export const SCHEMA_VERSION = 2;

export class LabDatabase extends Dexie {
  declare meta: EntityTable<MetaRow, 'key'>;
  declare runs: EntityTable<RunRow, 'id'>;
  declare records: Table<RecordRow, [string, number]>;
  declare products: EntityTable<ProductRow, 'digest'>;
  declare starts: EntityTable<StartRow, 'digest'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ meta: 'key', runs: 'id', records: '[run+position]', products: 'digest' });
    // Adds a table and touches no other: what was kept before is there as it was.
    this.version(SCHEMA_VERSION).stores({ starts: 'digest, order' });
  }
}
