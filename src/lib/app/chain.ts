// The links between records: each carries a hash over the one before and itself, so that a log shows tampering
// (STD-15). An honest limit: whoever can write the log can also write a new chain.
import type { LogRecord } from '../domain/record';
import type { Cryptography, StoredRecord } from '../ports';
import { canonicalJson } from './canonical-json';

/** The link before the first record. */
export const NO_LINK = '';

/** The link of a record that follows `before`. */
export function linkOf(cryptography: Cryptography, before: string, record: LogRecord): Promise<string> {
  return cryptography.sha256Hex(`${before}\n${canonicalJson(record)}`);
}

/** The records, each with its link, behind `before`. */
export async function chained(
  cryptography: Cryptography,
  before: string,
  records: readonly LogRecord[],
): Promise<readonly StoredRecord[]> {
  const linked: StoredRecord[] = [];
  let link = before;
  for (const record of records) {
    link = await linkOf(cryptography, link, record);
    linked.push({ record, link });
  }
  return linked;
}

/** Position of the first record whose link is not the one its place demands, or null where all are. */
export async function brokenLink(
  cryptography: Cryptography,
  records: readonly { readonly record: LogRecord; readonly link: unknown }[],
): Promise<number | null> {
  let link = NO_LINK;
  for (const [position, stored] of records.entries()) {
    link = await linkOf(cryptography, link, stored.record);
    if (stored.link !== link) return position;
  }
  return null;
}
