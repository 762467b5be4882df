// A run as a file: saved with everything that it takes to play on elsewhere, and taken from one. A file that this lab would
// not read again is not written.
import type { Problem } from '../products/problem';
import { failed, ok, type Cryptography, type Result, type RunStore, type StorageFailure } from '../ports';
import { fileName } from './file-name';
import { FILE_MAX_BYTES, textOf } from './file-text';
import { readRunText } from './read-run-file';
import { RUN_FORMAT, RUN_FORMAT_VERSION, type RunFileShape } from './run-file-format';
import { takeRun } from './take-run';

/** What a run needs to be saved or taken. */
export interface RunFileParts {
  readonly store: RunStore;
  readonly cryptography: Cryptography;
}

export interface RunFile {
  /** The name that is proposed for it. */
  readonly name: string;
  readonly type: 'application/json';
  readonly text: string;
}

export type ExportFailure =
  | { readonly kind: 'storage'; readonly failure: StorageFailure }
  /** It is not kept here, or a part of it is gone. */
  | { readonly kind: 'gone' }
  /** The run is damaged, or too large for a file. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The run with this id as a file. Changes nothing. */
export async function exportRun(
  { store, cryptography }: RunFileParts,
  id: string,
): Promise<Result<RunFile, ExportFailure>> {
  const stored = await store.read(id);
  if (!stored.isOk) return failed({ kind: 'storage', failure: stored.failure });
  if (stored.value === null) return failed({ kind: 'gone' });
  const { row, records } = stored.value;
  const [product, starts] = await Promise.all([store.readProduct(row.productDigest), store.starts()]);
  if (!product.isOk) return failed({ kind: 'storage', failure: product.failure });
  if (product.value === null) return failed({ kind: 'gone' });
  const { title, productDigest, startDigest, now, head, parent } = row;
  const start = starts.isOk ? starts.value.find(({ digest }) => digest === startDigest)?.start : undefined;
  const text = fileText({
    format: RUN_FORMAT,
    version: RUN_FORMAT_VERSION,
    synthetic: true,
    title,
    now,
    head,
    ...(parent === undefined ? {} : { parent }),
    productDigest,
    product: product.value,
    ...(startDigest === undefined ? {} : { startDigest }),
    ...(start === undefined ? {} : { start }),
    records: records as RunFileShape['records'],
  });
  const bytes = new Blob([text]).size;
  if (bytes > FILE_MAX_BYTES) return failed({ kind: 'refused', problems: [tooLarge(bytes)] });
  const read = await readRunText(cryptography, text);
  return read.isRead
    ? ok({ name: fileName([title], now, 'run.json'), type: 'application/json', text })
    : failed({ kind: 'refused', problems: read.problems });
}

export type RunImport =
  /** It is the current run now. */
  | {
      readonly kind: 'taken';
      readonly run: string;
      readonly title: string;
      /** False where the very same run was kept already: that one is the current run now. */
      readonly isNew: boolean;
      /** False for a run that other rules have made. */
      readonly isChecked: boolean;
    }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** It could not be kept. Nothing was changed. */
  | { readonly kind: 'not-kept'; readonly failure: StorageFailure };

/** Takes a run from a file, and makes it the current one; or says all that is wrong with it, and changes nothing. */
export async function importRun(parts: RunFileParts, file: Blob): Promise<RunImport> {
  const text = await textOf(file);
  return text.isText ? importRunText(parts, text.text) : { kind: 'refused', problems: [text.problem] };
}

/** The same from the text of a file. */
export async function importRunText(parts: RunFileParts, text: string): Promise<RunImport> {
  const read = await readRunText(parts.cryptography, text);
  if (!read.isRead) return { kind: 'refused', problems: read.problems };
  const taken = await takeRun(parts, read.run, 'file');
  if (!taken.isOk) return { kind: 'not-kept', failure: taken.failure };
  const { title, isChecked } = read.run;
  return { kind: 'taken', ...taken.value, title, isChecked };
}

/** One line for each record, so that two files can be compared by eye. */
function fileText({ records, ...rest }: RunFileShape): string {
  const lines = Object.entries({ ...rest }).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const listed = records.map((each) => JSON.stringify(each)).join(',\n');
  return `{\n${lines.join(',\n')},\n"records": [\n${listed}\n]\n}\n`;
}

function tooLarge(bytes: number): Problem {
  const told = (count: number): string => count.toLocaleString('en-GB');
  return { path: '(the whole file)', found: `${told(bytes)} bytes`, expected: `at most ${told(FILE_MAX_BYTES)} bytes` };
}
