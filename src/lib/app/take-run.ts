// Taking a run that came from elsewhere and was read: kept as a run of its own, or the very same one opened where it is
// kept already. What is kept is never changed.
import { failed, ok, type Cryptography, type Result, type RunRow, type RunStore, type StorageFailure } from '../ports';
import { NO_LINK } from './chain';
import type { RunRead } from './run-file-format';

export interface Taken {
  readonly run: string;
  /** False where the very same run was kept already. */
  readonly isNew: boolean;
}

/** Makes the run the current one. Refuses, and writes nothing, where storage does. */
export async function takeRun(
  { store, cryptography }: { readonly store: RunStore; readonly cryptography: Cryptography },
  read: RunRead,
  cameBy: NonNullable<RunRow['cameBy']>,
): Promise<Result<Taken, StorageFailure>> {
  const kept = await store.runs();
  if (!kept.isOk) return kept;
  const same = kept.value.map(({ row }) => row).find((row) => isSameRun(row, read));
  if (same !== undefined) {
    const opened = await store.open(same.id);
    return opened.isOk ? ok({ run: same.id, isNew: false }) : opened;
  }
  const row: RunRow = {
    id: cryptography.randomHex(8),
    title: read.title,
    productDigest: read.productDigest,
    ...(read.startDigest === undefined ? {} : { startDigest: read.startDigest }),
    head: headOf(read),
    genesisLink: genesisLinkOf(read),
    now: read.now,
    ...(await parentHere(store, read)),
    cameBy,
  };
  const created = await store.create(row, read.records, read.product, read.start);
  return created.isOk ? ok({ run: row.id, isNew: true }) : failed(created.failure);
}

function headOf({ records }: RunRead): RunRow['head'] {
  const last = records.at(-1);
  return { position: records.length - 1, link: last?.link ?? NO_LINK };
}

function genesisLinkOf({ records }: RunRead): string {
  return records[0]?.link ?? NO_LINK;
}

/** The very same run: begun alike, with the same records, and standing at the same instant. */
function isSameRun(row: unknown, read: RunRead): row is RunRow {
  if (typeof row !== 'object' || row === null) return false;
  const { id, head, genesisLink, now } = row as Partial<RunRow>;
  return (
    typeof id === 'string' &&
    genesisLink === genesisLinkOf(read) &&
    head?.link === headOf(read).link &&
    head.position === headOf(read).position &&
    now === read.now
  );
}

/** The run it parted from, where that one is kept here and is the one that is meant. */
async function parentHere(store: RunStore, { parent, records }: RunRead): Promise<Pick<RunRow, 'parent'>> {
  if (parent === undefined) return {};
  const link = records[parent.position]?.link;
  const kept = await store.read(parent.run);
  const isIt = kept.isOk && link !== undefined && kept.value?.records[parent.position]?.link === link;
  return isIt ? { parent } : {};
}
