// Whether what another window added to a run can be trusted: its shape, its links, then whether these rules could have made
// it. Judged from the own world on, so that it costs what was added, however long the log is.
import { checkOn } from '../domain/check';
import type { LogRecord } from '../domain/record';
import { RULES_VERSION } from '../domain/replay';
import type { World } from '../domain/world';
import type { Cryptography, Head, RunTail } from '../ports';
import { linkOf } from './chain';
import { readRecord } from './log-format';
import type { RunDamage } from './problems';

export type ReadTail =
  | { readonly isSound: true; readonly records: readonly LogRecord[] }
  | { readonly isSound: false; readonly damage: RunDamage };

/** Reads what was added behind the own head, which the own world has come to. Changes nothing. */
export async function readTail(
  cryptography: Cryptography,
  { row, records: added }: RunTail,
  own: { readonly head: Head; readonly world: World },
): Promise<ReadTail> {
  const { head, world } = own;
  const [one, other] = [head.position + 1 + added.length, row.head.position + 1];
  if (one !== other)
    return damaged({ kind: 'log-cut-short', found: Math.min(one, other), expected: Math.max(one, other) });
  const records: LogRecord[] = [];
  let { link } = head;
  for (const [index, each] of added.entries()) {
    const position = head.position + 1 + index;
    const shape = readRecord(each.record);
    if (!shape.isWellFormed) {
      const { path, found: what, expected: wanted } = shape;
      return damaged({ kind: 'record-malformed', position, path, found: what, expected: wanted });
    }
    link = await linkOf(cryptography, link, shape.record);
    if (each.link !== link) return damaged({ kind: 'link-broken', position });
    records.push(shape.record);
  }
  if (row.head.link !== link) return damaged({ kind: 'link-broken', position: row.head.position });
  // A run made by other rules is folded and not decided again, as when it is opened.
  if (world.pins?.rulesVersion !== RULES_VERSION) return { isSound: true, records };
  const result = checkOn(world, records);
  return result.isSound
    ? { isSound: true, records }
    : damaged({ kind: 'history-impossible', position: result.position, finding: result.finding });
}

function damaged(damage: RunDamage): ReadTail {
  return { isSound: false, damage };
}
