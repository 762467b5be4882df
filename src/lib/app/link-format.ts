// A run as a link carries it: the beginning by name, and what was asked. The rules compute everything else again, and the
// hash at the head of the chain proves that the very same log came out.
import * as v from 'valibot';
import type { Product } from '../products/schema';
import type { Cryptography } from '../ports';
import { canonicalJson } from './canonical-json';
import { LinkLinesSchema } from './link-lines';
import { TIME_MAX } from './read-history';
import type { Shipped } from './shipped';

/** As long as an address may be: RFC 9110 section 4.1 asks everybody to support 8,000 octets, and nobody for more. */
export const LINK_MAX_CHARACTERS = 8000;
/** What is read at most: of a link, and of what it unpacks to. */
export const PACKED_MAX_BYTES = 64_000;
export const UNPACKED_MAX_BYTES = 10_000_000;

export const LINK_VERSION = '1';
const CHECK_LENGTH = 8;
/** A part of a hash, to say what differs before everything is computed; the head proves it. */
export const HINT_LENGTH = 12;

/** A longer list of what happened on the way is left out. */
export const PASSED_MAX = 500;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.nullable(text);

const share = v.pipe(v.number(), v.finite(), v.minValue(-10), v.maxValue(10));
const span = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1e12));
/** More than can be picked by hand. */
const PICKED_MAX = 200;

/** What the timeline shows: of ours or a stranger's making. */
export const PicturedSchema = v.strictObject({
  stretch: v.variant('kind', [
    v.strictObject({ kind: v.literal('recent') }),
    v.strictObject({ kind: v.literal('all'), to: v.nullable(v.pipe(whole, v.maxValue(TIME_MAX))) }),
    v.strictObject({ kind: v.literal('follow'), span, share }),
    v.strictObject({
      kind: v.literal('free'),
      span,
      share,
      at: v.pipe(v.number(), v.minValue(0), v.maxValue(TIME_MAX)),
      beside: v.nullable(whole),
    }),
  ]),
  isFolding: v.boolean(),
  unfolded: v.pipe(v.array(whole), v.maxLength(PASSED_MAX)),
  picked: v.pipe(v.array(text), v.maxLength(PICKED_MAX)),
  others: v.pipe(whole, v.maxValue(10_000)),
  ahead: v.nullable(v.pipe(whole, v.maxValue(TIME_MAX))),
});

/** Where the lab's own desk was walked to while looking back. */
export const PlaceSchema = v.strictObject({ persona: id, node: v.string(), subject: id, code: id });

export const LinkSchema = v.strictObject({
  /** Product: id, variant, and a part of its digest. */
  p: v.strictTuple([text, text, text]),
  /** Starting point: id and a part of its digest. */
  f: v.strictTuple([text, text]),
  r: whole,
  s: text,
  b: whole,
  l: LinkLinesSchema,
  /** Head of the log: position and link. */
  h: v.strictTuple([whole, v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))]),
  n: whole,
  t: v.exactOptional(text),
  /** The moment that is looked back at: position and instant; and what is picked while looking back. */
  m: v.exactOptional(v.strictTuple([whole, whole])),
  /** Positions of what happened on the way, when time was moved last. */
  y: v.exactOptional(v.pipe(v.array(whole), v.maxLength(PASSED_MAX))),
  w: v.exactOptional(PlaceSchema),
  /** What the timeline shows, where somebody changed that. */
  z: v.exactOptional(PicturedSchema),
});
export type LinkData = v.InferOutput<typeof LinkSchema>;

export interface LinkParts {
  readonly cryptography: Cryptography;
  readonly loadShipped: () => Promise<Shipped>;
}

/** What a link names and does not carry. */
export interface Beginning {
  readonly product: Product;
  readonly productDigest: string;
  readonly start: Shipped['start'];
  readonly startDigest: string;
}

/** The shipped product with this id and the shipped starting point; null where no such product ships. */
export async function beginning({ cryptography, loadShipped }: LinkParts, id: string): Promise<Beginning | null> {
  const { start, products, loadProduct } = await loadShipped();
  const product = products.includes(id) ? await loadProduct(id) : undefined;
  if (product === undefined) return null;
  const [productDigest, startDigest] = await Promise.all(
    [product, start].map((each) => cryptography.sha256Hex(canonicalJson(each))),
  );
  return { product, productDigest: productDigest ?? '', start, startDigest: startDigest ?? '' };
}

/** A part of a hash over the letters of a link, so that one that was cut or mistyped is told before it is unpacked. */
export async function checkOf(cryptography: Cryptography, letters: string): Promise<string> {
  return (await cryptography.sha256Hex(letters)).slice(0, CHECK_LENGTH);
}
