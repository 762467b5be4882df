// Going on from an earlier moment: as a run of its own with the same beginning. The run it parts from stays as it is.
import type { Product } from '../products/schema';
import { failed, ok, type Result, type RunRow } from '../ports';
import type { Moment } from './moment';
import { OpenRun, type WrittenBy } from './open-run';
import type { LabParts, Opened } from './opening';
import type { LabProblem } from './problems';
import { freeTitleIn } from './title-suffix';

/**
 * A run with everything that had happened in `from` at `moment`, kept and made the current one. Refuses, and writes
 * nothing, where the log is damaged or storage refuses.
 */
export async function branchOff(
  parts: LabParts,
  onChange: (run: OpenRun, by: WrittenBy) => void,
  {
    from,
    title,
    product,
    moment,
  }: { readonly from: OpenRun; readonly title: string; readonly product: Product; readonly moment: Moment },
): Promise<Result<Opened, LabProblem>> {
  const { store } = await parts.openStore();
  const ready = await from.log.ready();
  if (!ready.isOk) return ready;
  const stored = await store.read(from.id);
  if (!stored.isOk) return failed({ kind: 'storage', failure: stored.failure });
  const last = stored.value?.records[moment.position];
  if (stored.value === null || typeof last?.link !== 'string') {
    // Deleted by itself, or with the whole database.
    const asked = await store.readAfter(from.id, moment.position);
    return failed({ kind: 'storage', failure: asked.isOk ? { kind: 'replaced' } : asked.failure });
  }
  const { productDigest, startDigest, genesisLink } = from.row;
  const row: RunRow = {
    id: parts.cryptography.randomHex(8),
    title: await freeTitleIn(store, title),
    productDigest,
    ...(startDigest === undefined ? {} : { startDigest }),
    head: { position: moment.position, link: last.link },
    genesisLink,
    now: moment.at,
    playedAt: parts.clock.present(),
    parent: { run: from.id, position: moment.position, at: moment.at },
  };
  const history = from.history.upTo(moment.position);
  const records = history.records.map((record, position) => ({
    record,
    link: linkAt(stored.value?.records, position),
  }));
  const created = await store.create(row, records, product);
  if (!created.isOk) return failed({ kind: 'storage', failure: created.failure });
  const { cryptography, clock } = parts;
  return ok({
    run: new OpenRun({ store, cryptography, clock, row, history, onChange }),
    product,
    damage: null,
    problem: null,
    startDigest,
    canUndoReset: false,
    isKept: store.isKept,
  });
}

function linkAt(records: readonly { readonly link: unknown }[] | undefined, position: number): string {
  const link = records?.[position]?.link;
  return typeof link === 'string' ? link : '';
}
