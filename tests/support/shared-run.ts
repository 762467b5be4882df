// A run that was played a little, as a file and as a link: what tests change to see it refused.
import { createMemoryStore } from '../../src/lib/adapters/storage/memory-store';
import { canonicalJson } from '../../src/lib/app/canonical-json';
import { chained, NO_LINK } from '../../src/lib/app/chain';
import type { OpenRun } from '../../src/lib/app/open-run';
import type { LabParts } from '../../src/lib/app/opening';
import { exportRun } from '../../src/lib/app/run-file';
import type { RunFileShape } from '../../src/lib/app/run-file-format';
import { person } from '../../src/lib/domain/actors';
import { DAY, HOUR } from '../../src/lib/domain/instant';
import type { LogRecord } from '../../src/lib/domain/record';
import type { RunStore } from '../../src/lib/ports';
import { ISSUE_TO_DANA, newRunOn, partsOn, seededCryptography } from './shell';

export type FileJson = { -readonly [Key in keyof RunFileShape]: RunFileShape[Key] } & Record<string, unknown>;

const cryptography = seededCryptography('test');

export interface SharedRun {
  readonly parts: LabParts;
  readonly store: RunStore;
  readonly run: OpenRun;
  readonly text: string;
  readonly json: FileJson;
}

/** A code is issued and told, somebody walks about, and two days go by. */
export async function sharedRun(): Promise<SharedRun> {
  const store = createMemoryStore();
  const run = await newRunOn(store);
  await run.submit(ISSUE_TO_DANA);
  const place = { persona: 'priya', node: 'staff-list', subject: null, code: null };
  await run.goTo(person('priya'), () => ({ desk: 'admin', place }));
  await run.advanceTo(run.now + 2 * DAY + HOUR);
  const saved = await exportRun({ store, cryptography }, run.id);
  if (!saved.isOk) throw new Error(JSON.stringify(saved.failure));
  const { text } = saved.value;
  return { parts: partsOn(store), store, run, text, json: JSON.parse(text) as FileJson };
}

/** The file with a chain that holds, as a careful forger would leave it. */
export async function relinked(
  file: FileJson,
  change: (records: LogRecord[]) => readonly LogRecord[],
): Promise<FileJson> {
  const records = await chained(
    cryptography,
    NO_LINK,
    change(file.records.map(({ record }) => structuredClone(record) as LogRecord)),
  );
  const last = records.at(-1);
  return { ...file, records: [...records], head: { position: records.length - 1, link: last?.link ?? NO_LINK } };
}

/** The file of a run that begins otherwise: what its first event says, with digests and chain that hold. */
export async function begunOtherwise(
  file: FileJson,
  change: (started: Record<string, any>) => void,
): Promise<FileJson> {
  return relinked(file, (records) => {
    const [first] = records;
    if (first?.kind !== 'genesis') throw new Error('It does not begin.');
    change(first.events[0] as Record<string, unknown>);
    return records;
  });
}

/** The file on another product, with digests and chain that hold. */
export async function onProduct(file: FileJson, product: unknown): Promise<FileJson> {
  const productDigest = await cryptography.sha256Hex(canonicalJson(product));
  return begunOtherwise({ ...file, product, productDigest }, ({ pins }) => (pins.product.digest = productDigest));
}
