// A kept run as it is opened: from the state that is kept of it where the lab can go by one, else read to its beginning first.
// Either way it is read to its beginning and verified before a command is sent to it.
import { History } from '../domain/history';
import { worldOf } from '../domain/kept-world';
import type { PolicyCatalogue } from '../domain/policy';
import type { LogRecord } from '../domain/record';
import type { World } from '../domain/world';
import { failed, ok, type Result, type RunStore, type StorageFailure, type StoredRun } from '../ports';
import { catalogueOf } from '../products/edition';
import { foldedInParts, foldedRun } from './folded-run';
import { keepReadState, worldKept } from './kept-state';
import type { LogSource } from './known-log';
import { OpenRun, type WrittenBy } from './open-run';
import type { LabParts, Opened } from './opening';
import { pinnedProduct } from './pinned-product';
import type { LabProblem, RunDamage } from './problems';
import { firstProduct } from './shipped';

type StoredOpened = Omit<Opened, 'problem' | 'canUndoReset'>;
type OnChange = (run: OpenRun, by: WrittenBy) => void;

/** Opens the run with this id, or what is wrong with it; null where it is not there. Changes nothing. */
export async function openStored(
  parts: LabParts,
  store: RunStore,
  id: string,
  onChange: OnChange,
): Promise<Result<StoredOpened | null, StorageFailure>> {
  const recent = await openRecent(parts, store, id, onChange);
  if (recent !== null) return ok(recent);
  const read = await store.read(id);
  if (!read.isOk || read.value === null) return read.isOk ? ok(null) : read;
  const stored = read.value;
  const { row } = stored;
  const product = await pinnedProduct(parts, store, row.productDigest, productIdOf(stored.records[0]?.record));
  if ('kind' in product) {
    const shown = await firstProduct(await parts.loadShipped());
    return ok({ run: null, product: shown, damage: product, isKept: store.isKept, startDigest: row.startDigest });
  }
  const history = foldedRun(stored, catalogueOf(product));
  const { verify } = logOf(parts, store, id, { catalogue: catalogueOf(product), stored, history });
  const opened = { product, isKept: store.isKept, startDigest: row.startDigest, verify };
  if (history === null) return ok({ ...opened, run: null, damage: await verify() });
  const { cryptography, clock } = parts;
  return ok({
    ...opened,
    run: new OpenRun({ store, cryptography, clock, row, history, onChange, verify }),
    damage: null,
  });
}

/** The run from its state on; null where the lab cannot go by one. Nothing is told of that: the log is read instead. */
async function openRecent(
  parts: LabParts,
  store: RunStore,
  id: string,
  onChange: OnChange,
): Promise<StoredOpened | null> {
  const { cryptography, clock, rulesDigest } = parts;
  const read = rulesDigest === undefined ? null : await store.recent(id, rulesDigest);
  if (read?.isOk !== true || read.value === null) return null;
  const { row, records } = read.value;
  const kept = await worldKept(cryptography, read.value);
  if (kept === null) return null;
  const product = await pinnedProduct(parts, store, row.productDigest, kept.pins?.product.id);
  if ('kind' in product) return null;
  try {
    const known = worldOf(kept, catalogueOf(product));
    const tail = records.map(({ record }) => record as LogRecord);
    const history = History.behind(known, tail);
    if (history.world.position !== row.head.position) return null;
    const log = logOf(parts, store, id, { catalogue: catalogueOf(product), known });
    const run = new OpenRun({ store, cryptography, clock, row, history, onChange, ...log });
    return { run, product, damage: null, isKept: store.isKept, startDigest: row.startDigest, verify: log.verify };
  } catch {
    return null;
  }
}

interface KnownBefore {
  readonly catalogue: PolicyCatalogue;
  /** The run, where it was read, as it folds. */
  readonly stored?: StoredRun;
  readonly history?: History | null;
  /** The world of the state that it was opened from. */
  readonly known?: World;
}

/** The run's log in storage: read to its beginning once and verified once. What could not be read is tried again. */
function logOf(
  parts: LabParts,
  store: RunStore,
  id: string,
  before: KnownBefore,
): { [Part in keyof LogSource]-?: NonNullable<LogSource[Part]> } {
  const { catalogue, known = null } = before;
  let { stored = null } = before;
  let verdict: Promise<RunDamage | null> | null = null;
  const read = async (): Promise<Result<StoredRun, LabProblem>> => {
    if (stored !== null) return ok(stored);
    const done = await store.read(id);
    if (!done.isOk) return failed({ kind: 'storage', failure: done.failure });
    if (done.value === null) return failed({ kind: 'storage', failure: { kind: 'gone' } });
    stored = done.value;
    return ok(stored);
  };
  const verify = async (): Promise<RunDamage | null> => {
    const done = await read();
    if (!done.isOk) return null;
    if (verdict === null && before.history != null)
      void keepReadState(parts, store, { stored: done.value, history: before.history, known });
    return (verdict ??= verdictOn(parts, done.value, catalogue));
  };
  const readWhole = async (): Promise<Result<History, LabProblem>> => {
    const done = await read();
    if (!done.isOk) return done;
    const history = await foldedInParts(done.value, catalogue);
    if (history === null) {
      const damage = (await verify()) ?? {
        kind: 'log-cut-short',
        found: 0,
        expected: done.value.row.head.position + 1,
      };
      return failed({ kind: 'damaged', run: id, damage });
    }
    void keepReadState(parts, store, { stored: done.value, history, known });
    return ok(history);
  };
  return { readWhole, verify };
}

async function verdictOn(
  { cryptography }: LabParts,
  stored: StoredRun,
  catalogue: PolicyCatalogue,
): Promise<RunDamage | null> {
  const { readRun } = await import('./read-run');
  const read = await readRun(cryptography, stored, catalogue);
  return read.isSound ? null : read.damage;
}

/** The id that the first record names, where it is one. */
export function productIdOf(first: unknown): string | undefined {
  const genesis = first as Partial<LogRecord> | null | undefined;
  const event = genesis?.kind === 'genesis' ? genesis.events?.[0] : undefined;
  return event?.type === 'RunStarted' ? event.pins?.product?.id : undefined;
}
