// Reading the link of a run: bounded, shaped, decided from nothing, and held against the head that it names. Nothing is kept.
import * as v from 'valibot';
import { Lines } from '../domain/lines';
import type { LogRecord } from '../domain/record';
import { RULES_VERSION } from '../domain/replay';
import { emptyWorld } from '../domain/world';
import { catalogueOf } from '../products/edition';
import { readJsonText } from '../products/json-text';
import type { Cryptography } from '../ports';
import { fromBase64Url } from './base64url';
import { chained, NO_LINK } from './chain';
import { foreignTexts } from './foreign-texts';
import { played } from './link-lines';
import {
  beginning,
  checkOf,
  LINK_VERSION,
  LinkSchema,
  PACKED_MAX_BYTES,
  UNPACKED_MAX_BYTES,
  type Beginning,
  type LinkData,
  type LinkParts,
} from './link-format';
import { hasMoment, type LookedAt } from './moment';
import { startedBy } from './new-run';
import { PLAIN } from './pictured';
import { readHistory, TIME_MAX } from './read-history';
import type { RunRead } from './run-file-format';
import { unpacked } from './unpack';

export type LinkFault =
  /** Cut short, mistyped or made up. */
  | { readonly kind: 'damaged'; readonly found: string }
  | { readonly kind: 'newer'; readonly found: string }
  /** This browser cannot unpack. */
  | { readonly kind: 'cannot-unpack' }
  | { readonly kind: 'other-rules'; readonly found: number; readonly expected: number }
  | { readonly kind: 'other-product'; readonly found: string }
  | { readonly kind: 'other-start'; readonly found: string }
  /** What it asks leads to another log than the one it was made from. */
  | { readonly kind: 'other-log' };

export type LinkRead =
  | { readonly isRead: true; readonly run: RunRead; readonly lookedAt: LookedAt }
  | { readonly isRead: false; readonly fault: LinkFault };

/** The run that a link carries, decided from nothing; or why there is none. Keeps nothing. */
export async function readLink(parts: LinkParts, said: string): Promise<LinkRead> {
  const opened = await unpackedLink(parts.cryptography, said);
  if ('kind' in opened) return fault(opened);
  const { p, f, r, m, w, h, y = [], z = PLAIN } = opened;
  if (r !== RULES_VERSION) return fault({ kind: 'other-rules', found: r, expected: RULES_VERSION });
  const begun = await beginning(parts, p[0]);
  if (begun?.productDigest.startsWith(p[2]) !== true || !Object.hasOwn(begun.product.variants, p[1])) {
    return fault({ kind: 'other-product', found: p[0] });
  }
  if (f[0] !== begun.start.id || !begun.startDigest.startsWith(f[1]))
    return fault({ kind: 'other-start', found: f[0] });
  const records = playedAgain(opened, begun);
  if (records === null) return fault({ kind: 'damaged', found: 'something that cannot be asked' });
  const { product, productDigest } = begun;
  const title = opened.t ?? begun.start.title;
  const linked = await chained(parts.cryptography, NO_LINK, records);
  const head = { position: h[0], link: h[1] };
  if (linked.at(-1)?.link !== head.link) return fault({ kind: 'other-log' });
  const file = { title, product, productDigest, now: opened.n, head, records: linked };
  const read = await readHistory(parts.cryptography, file);
  if (!read.isRead) return fault({ kind: 'damaged', found: toldProblem(read.problems[0]) });
  const moment = m === undefined ? null : { position: m[0], at: m[1] };
  if (moment !== null && !hasMoment(records, opened.n, moment)) {
    return fault({ kind: 'damaged', found: 'a moment that the run does not have' });
  }
  if (y.some((position) => position > h[0]))
    return fault({ kind: 'damaged', found: 'records that the run does not have' });
  const run: RunRead = { title, product, productDigest, now: opened.n, records: read.records, isChecked: true };
  return {
    isRead: true,
    run,
    lookedAt: { moment, place: moment === null ? null : (w ?? null), passed: y, picture: z },
  };
}

async function unpackedLink(cryptography: Cryptography, said: string): Promise<LinkData | LinkFault> {
  const [version = '', letters = '', check = '', ...more] = said.split('.');
  if (version !== LINK_VERSION) {
    return /^[2-9]\d*$/.test(version) ? { kind: 'newer', found: version } : damaged('no link of a run');
  }
  const bytesMax = (letters.length * 3) / 4;
  if (bytesMax > PACKED_MAX_BYTES) return damaged(`${said.length} letters, more than any link of the lab has`);
  if (more.length > 0 || check !== (await checkOf(cryptography, letters))) {
    return damaged('too few letters, or mistyped ones');
  }
  const bytes = fromBase64Url(letters);
  if (bytes === null) return damaged('letters that stand for nothing');
  const inside = await unpacked(bytes, 'deflate-raw', UNPACKED_MAX_BYTES);
  if (!inside.isUnpacked) {
    return inside.fault === 'not-here'
      ? { kind: 'cannot-unpack' }
      : damaged(inside.fault === 'too-large' ? 'more than any link of the lab holds' : 'what cannot be unpacked');
  }
  const json = readJsonText(new TextDecoder().decode(inside.bytes), {
    charactersMax: UNPACKED_MAX_BYTES,
    thing: 'link',
  });
  if (!json.isJson) return damaged(toldProblem(json.problems[0]));
  const [foreign] = foreignTexts(json.value);
  if (foreign !== undefined) return damaged(toldProblem(foreign));
  const parsed = v.safeParse(LinkSchema, json.value, { abortEarly: true });
  return parsed.success ? parsed.output : damaged('something in it that no lab has put there');
}

/** The log that the rules make of what is asked, or null where it cannot be asked. */
function playedAgain({ p, s, b, l, n, h }: LinkData, begun: Beginning): readonly LogRecord[] | null {
  const lines = new Lines(emptyWorld(catalogueOf(begun.product)));
  try {
    lines.begin(startedBy({ ...begun, seed: s, variant: p[1] }, b));
    for (const each of played(l, b)) {
      if (each === null || each.at > TIME_MAX) return null;
      lines.pass(each.at);
      const { actor } = each;
      if (each.kind === 'place') lines.place(actor, each, each.at);
      else {
        const { command, evidence } = each;
        lines.decide({ actor, command, ...(evidence === undefined ? {} : { evidence }) }, each.at);
      }
    }
    lines.pass(Math.min(n, TIME_MAX));
  } catch {
    return null;
  }
  // What is due at the very last instant may not have happened yet in a run that parted there.
  return lines.records.slice(0, h[0] + 1);
}

function toldProblem(problem: { readonly path: string; readonly found: string } | undefined): string {
  return problem === undefined ? 'something else' : `${problem.found} at ${problem.path}`;
}

function damaged(found: string): LinkFault {
  return { kind: 'damaged', found };
}

function fault(each: LinkFault): LinkRead {
  return { isRead: false, fault: each };
}
