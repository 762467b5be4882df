// Whether what storage holds can be trusted: its shape, its links, then whether these rules could have made it.
import { check, checkOn, type CheckResult } from '../domain/check';
import type { PolicyCatalogue } from '../domain/policy';
import type { LogRecord } from '../domain/record';
import { replay, RULES_VERSION } from '../domain/replay';
import type { World } from '../domain/world';
import type { Cryptography, StoredRun } from '../ports';
import { brokenLink } from './chain';
import { readRecord } from './log-format';
import type { RunDamage } from './problems';
import { turn } from './turn';

export type ReadRun =
  | {
      readonly isSound: true;
      readonly records: readonly LogRecord[];
      readonly world: World;
      /** False for a run made by other rules, which is folded but not decided again. */
      readonly isChecked: boolean;
    }
  | { readonly isSound: false; readonly damage: RunDamage };

/** Records judged at once: a page works on meanwhile. */
const PART = 1000;

/** Reads a stored run under the policies of the product it is pinned to. Changes nothing. */
export async function readRun(
  cryptography: Cryptography,
  stored: StoredRun,
  catalogue: PolicyCatalogue,
): Promise<ReadRun> {
  const records: LogRecord[] = [];
  for (const [position, each] of stored.records.entries()) {
    if (position > 0 && position % PART === 0) await turn();
    const shape = readRecord(each.record);
    if (!shape.isWellFormed) return damaged({ kind: 'record-malformed', position, ...withoutVerdict(shape) });
    records.push(shape.record);
  }
  const length = stored.row.head.position + 1;
  if (records.length !== length) return damaged({ kind: 'log-cut-short', found: records.length, expected: length });
  const broken = await brokenLink(
    cryptography,
    records.map((record, index) => ({ record, link: stored.records[index]?.link })),
  );
  if (broken !== null) return damaged({ kind: 'link-broken', position: broken });
  return judged(records, catalogue);
}

async function judged(records: readonly LogRecord[], catalogue: PolicyCatalogue): Promise<ReadRun> {
  const [genesis] = records;
  const event = genesis?.kind === 'genesis' ? genesis.events[0] : undefined;
  const madeBy = event?.type === 'RunStarted' ? event.pins.rulesVersion : RULES_VERSION;
  if (madeBy !== RULES_VERSION) {
    return { isSound: true, records, world: replay(records, catalogue), isChecked: false };
  }
  let result: CheckResult = check(records.slice(0, PART), catalogue);
  for (let from = PART; from < records.length && result.isSound; from += PART) {
    await turn();
    result = checkOn(result.world, records.slice(from, from + PART));
  }
  return result.isSound
    ? { isSound: true, records, world: result.world, isChecked: true }
    : damaged({ kind: 'history-impossible', position: result.position, finding: result.finding });
}

function withoutVerdict({ path, found, expected }: { path: string; found: string; expected: string }) {
  return { path, found, expected };
}

function damaged(damage: RunDamage): ReadRun {
  return { isSound: false, damage };
}
