// What storage is given of a run, for tests: rows and records that need no rules.
import { LAB } from '../../src/lib/domain/actors';
import type { LogRecord } from '../../src/lib/domain/record';
import type { RunRow, StoredRecord } from '../../src/lib/ports';

/** The record at this position, with a link of its own. */
export function record(position: number): StoredRecord {
  const place = { persona: null, node: 'home', subject: null, code: null };
  const line: LogRecord = { kind: 'place', position, at: 1000 + position, actor: LAB, desk: 'lab', place };
  return { record: line, link: `link-${position}` };
}

/** The row of a run with its first record. */
export function row(id: string): RunRow {
  return {
    id,
    title: 'A run',
    productDigest: 'digest',
    head: { position: 0, link: 'link-0' },
    genesisLink: 'link-0',
    now: 1000,
  };
}

/** Simulated time and real time of an append. */
export const PLAYED = { now: 2000, playedAt: 1_700_000_000_000 };

/** The head of a run whose last record is at this position. */
export const at = (position: number) => ({ position, link: `link-${position}` });
