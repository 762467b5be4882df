// Making the link of a run. What only a file can carry is said, and no link is made then.
import * as v from 'valibot';
import type { LogRecord } from '../domain/record';
import { RULES_VERSION } from '../domain/replay';
import { isSameData } from '../domain/same-data';
import type { Product } from '../products/schema';
import type { RunRow } from '../ports';
import { toBase64Url } from './base64url';
import { canonicalJson } from './canonical-json';
import { linesOf, LinkLinesSchema } from './link-lines';
import {
  beginning,
  checkOf,
  HINT_LENGTH,
  LINK_VERSION,
  PACKED_MAX_BYTES,
  PASSED_MAX,
  PicturedSchema,
  type LinkData,
  type LinkParts,
} from './link-format';
import type { LookedAt } from './moment';
import { startedBy } from './new-run';
import { PLAIN } from './pictured';
import { packed } from './unpack';

export type LinkMade =
  | { readonly kind: 'made'; readonly data: string }
  /** The run holds something that only a file can carry. */
  | {
      readonly kind: 'file-only';
      readonly because: 'own-product' | 'own-start' | 'other-rules' | 'cannot-pack' | 'too-many';
    };

/** The part of an address that carries a run; or why only a file can. */
export async function makeLink(
  parts: LinkParts,
  run: { readonly row: RunRow; readonly records: readonly LogRecord[]; readonly product: Product },
  lookedAt: LookedAt,
): Promise<LinkMade> {
  const { row, records } = run;
  const [first] = records;
  const started = first?.kind === 'genesis' ? first.events[0] : undefined;
  if (started?.type !== 'RunStarted') return { kind: 'file-only', because: 'other-rules' };
  const { pins } = started;
  if (pins.rulesVersion !== RULES_VERSION) return { kind: 'file-only', because: 'other-rules' };
  const begun = await beginning(parts, pins.product.id);
  if (begun?.productDigest !== pins.product.digest) return { kind: 'file-only', because: 'own-product' };
  const again = startedBy({ ...begun, seed: pins.seed, variant: pins.product.variant }, pins.startedAt);
  if (row.startDigest !== undefined || !isSameData(again, started)) return { kind: 'file-only', because: 'own-start' };
  const { moment, place, passed, picture } = lookedAt;
  const lines = linesOf(records);
  const data: LinkData = {
    p: [begun.product.id, pins.product.variant, begun.productDigest.slice(0, HINT_LENGTH)],
    f: [begun.start.id, begun.startDigest.slice(0, HINT_LENGTH)],
    r: RULES_VERSION,
    s: pins.seed,
    b: pins.startedAt,
    l: [...lines],
    h: [row.head.position, row.head.link],
    n: row.now,
    ...(row.title === begun.start.title ? {} : { t: row.title }),
    ...(moment === null ? {} : { m: [moment.position, moment.at] }),
    ...(passed.length === 0 || passed.length > PASSED_MAX ? {} : { y: [...passed] }),
    ...(place === null ? {} : { w: { ...place } }),
    ...(isSameData(picture, PLAIN) || !v.is(PicturedSchema, picture) ? {} : { z: picture }),
  };
  const bytes = await packed(new TextEncoder().encode(canonicalJson(data)), 'deflate-raw');
  if (bytes === null) return { kind: 'file-only', because: 'cannot-pack' };
  if (bytes.length > PACKED_MAX_BYTES || !v.is(LinkLinesSchema, lines))
    return { kind: 'file-only', because: 'too-many' };
  const letters = toBase64Url(bytes);
  return { kind: 'made', data: `${LINK_VERSION}.${letters}.${await checkOf(parts.cryptography, letters)}` };
}
