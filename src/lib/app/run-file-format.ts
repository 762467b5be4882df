// The shape of a run as a file: everything that it takes to play on elsewhere. What is inside a part has a reader of its own.
import * as v from 'valibot';
import type { StartingPoint } from '../scenarios/starting-point';
import type { Product } from '../products/schema';
import type { RunRow, StoredRecord } from '../ports';

export const RUN_FORMAT = 'lockout-lab-run';
export const RUN_FORMAT_VERSION = 1;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 hexadecimal digits'));
const position = v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0));
const instant = v.pipe(v.number(), v.safeInteger('a whole number of milliseconds'));

export const RunFileSchema = v.strictObject({
  format: v.literal(RUN_FORMAT),
  version: v.literal(RUN_FORMAT_VERSION),
  /** No person, account or code in it is anybody's. */
  synthetic: v.literal(true),
  title: v.string(),
  productDigest: hash,
  product: v.unknown(),
  /** Of the starting point somebody made; the file itself is left out where it was no longer kept. */
  startDigest: v.exactOptional(hash),
  start: v.exactOptional(v.unknown()),
  now: instant,
  head: v.strictObject({ position, link: hash }),
  parent: v.exactOptional(
    v.strictObject({ run: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'the id of a run')), position, at: instant }),
  ),
  records: v.pipe(v.array(v.strictObject({ record: v.unknown(), link: hash })), v.minLength(1, 'at least one record')),
});

export type RunFileShape = v.InferOutput<typeof RunFileSchema>;

/** A run that came from elsewhere and was read: everything in it holds together, and nothing is kept yet. */
export interface RunRead {
  readonly title: string;
  readonly product: Product;
  readonly productDigest: string;
  readonly start?: StartingPoint;
  readonly startDigest?: string;
  readonly now: number;
  readonly parent?: NonNullable<RunRow['parent']>;
  readonly records: readonly StoredRecord[];
  /** False for a run that other rules have made: its links and its order hold, and nothing was decided again. */
  readonly isChecked: boolean;
}
