// Reading a run from a file: its shape, its parts by their own readers, its links, and then whether these rules could have
// made it. Every problem says where, what was found and what was expected; nothing is ever half-read, and nothing is kept.
import { heldAgainst } from '../products/held-against';
import { readJsonText } from '../products/json-text';
import { inShort, PROBLEMS_MAX, WHOLE_FILE, type Problem } from '../products/problem';
import { readProduct } from '../products/read-product';
import type { Product } from '../products/schema';
import { readStartingPoint } from '../scenarios/read-starting-point';
import type { StartingPoint } from '../scenarios/starting-point';
import type { Cryptography } from '../ports';
import { canonicalJson } from './canonical-json';
import { FILE_MAX_BYTES } from './file-text';
import { foreignTexts } from './foreign-texts';
import { readHistory } from './read-history';
import { RUN_FORMAT, RUN_FORMAT_VERSION, RunFileSchema, type RunFileShape, type RunRead } from './run-file-format';

export type RunFileRead =
  { readonly isRead: true; readonly run: RunRead } | { readonly isRead: false; readonly problems: readonly Problem[] };

/** Reads a text as the file of a run. */
export async function readRunText(cryptography: Cryptography, text: string): Promise<RunFileRead> {
  const json = readJsonText(text, { charactersMax: FILE_MAX_BYTES, thing: 'run' });
  return json.isJson ? readRunValue(cryptography, json.value) : refused(json.problems);
}

/** Reads parsed JSON as the file of a run. */
export async function readRunValue(cryptography: Cryptography, value: unknown): Promise<RunFileRead> {
  const foreign = problemsOfFormat(value) ?? foreignTexts(value);
  if (foreign.length > 0) return refused(foreign);
  const held = heldAgainst(RunFileSchema, value);
  if (!held.fits) return refused(held.problems);
  const file = held.output;
  const parts = await readParts(cryptography, file);
  if (!parts.isRead) return parts;
  const { title, productDigest, startDigest, now, head, parent, records } = file;
  const history = await readHistory(cryptography, { ...parts, title, productDigest, now, head, records });
  if (!history.isRead) return history;
  return {
    isRead: true,
    run: {
      title,
      product: parts.product,
      productDigest,
      ...(startDigest === undefined ? {} : { startDigest }),
      ...(parts.start === undefined ? {} : { start: parts.start }),
      now,
      ...(parent === undefined ? {} : { parent }),
      records: history.records,
      isChecked: history.isChecked,
    },
  };
}

/** Whether it is the file of a run at all, and of a version that can be read: said before anything else is. */
function problemsOfFormat(value: unknown): readonly Problem[] | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject)
    return [{ path: WHOLE_FILE, found: inShort(value), expected: 'the file of a run, as the lab saves it' }];
  const { format, version } = value as { readonly format?: unknown; readonly version?: unknown };
  if (format !== RUN_FORMAT) return [{ path: 'format', found: inShort(format), expected: `"${RUN_FORMAT}"` }];
  if (version === RUN_FORMAT_VERSION) return null;
  const isNewer = typeof version === 'number' && Number.isInteger(version) && version > RUN_FORMAT_VERSION;
  const expected = isNewer
    ? `${RUN_FORMAT_VERSION}: a newer lab has saved it, so open it there, or load this page again`
    : String(RUN_FORMAT_VERSION);
  return [{ path: 'version', found: inShort(version), expected }];
}

type Parts =
  | { readonly isRead: true; readonly product: Product; readonly start?: StartingPoint }
  | { readonly isRead: false; readonly problems: readonly Problem[] };

async function readParts(cryptography: Cryptography, file: RunFileShape): Promise<Parts> {
  const product = readProduct(file.product);
  if (!product.isRead) return refused(under('product', product.problems));
  const digest = await cryptography.sha256Hex(canonicalJson(product.product));
  if (digest !== file.productDigest) {
    return refused([{ path: 'productDigest', found: file.productDigest, expected: `${digest}, that of the product` }]);
  }
  if (!('start' in file)) return { isRead: true, product: product.product };
  const start = readStartingPoint(file.start);
  if (!start.isRead) return refused(under('start', start.problems));
  const startDigest = await cryptography.sha256Hex(canonicalJson(start.start));
  return startDigest === file.startDigest
    ? { isRead: true, product: product.product, start: start.start }
    : refused([
        {
          path: 'startDigest',
          found: inShort(file.startDigest),
          expected: `${startDigest}, that of the starting point`,
        },
      ]);
}

function under(part: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((each) => ({ ...each, path: each.path === WHOLE_FILE ? part : `${part}.${each.path}` }));
}

function refused(problems: readonly Problem[]): { readonly isRead: false; readonly problems: readonly Problem[] } {
  return { isRead: false, problems: problems.slice(0, PROBLEMS_MAX) };
}
