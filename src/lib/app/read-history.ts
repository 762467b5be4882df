// The records of a run from elsewhere: the shape of each, their chain, what they are pinned to, their times, and whether
// these rules could have made them. By a file or by a link, nobody gets past this.
import { check, checkOrder, type CheckResult } from '../domain/check';
import { due } from '../domain/due';
import type { EventOf } from '../domain/events';
import type { Instant } from '../domain/instant';
import type { PolicyCatalogue } from '../domain/policy';
import type { LogRecord } from '../domain/record';
import { RULES_VERSION } from '../domain/replay';
import type { World } from '../domain/world';
import { catalogueOf } from '../products/edition';
import { inWords } from '../products/expected';
import { PROBLEMS_MAX, type Problem } from '../products/problem';
import type { Product } from '../products/schema';
import { isLocale, isTimeZone } from '../scenarios/times';
import type { Cryptography, Head, StoredRecord } from '../ports';
import { brokenLink } from './chain';
import { FINDINGS } from './finding-words';
import { readRecord } from './log-format';
import { problemsOfNames } from './run-names';

/** The calendar of the lab: from the first instant of Unix time to the end of the year 9999. */
export const TIME_MAX = 253_402_300_799_999;

export interface HistoryToRead {
  readonly title: string;
  readonly product: Product;
  readonly productDigest: string;
  readonly now: Instant;
  readonly head: Head;
  readonly records: readonly { readonly record: unknown; readonly link: string }[];
}

export type HistoryRead =
  | { readonly isRead: true; readonly records: readonly StoredRecord[]; readonly isChecked: boolean }
  | { readonly isRead: false; readonly problems: readonly Problem[] };

/** The records, where everything about them holds; or what does not. */
export async function readHistory(cryptography: Cryptography, file: HistoryToRead): Promise<HistoryRead> {
  const shaped = readShapes(file.records);
  if (shaped.problems.length > 0) return refused(...shaped.problems);
  const { records } = shaped;
  const [first] = records;
  const started = first?.record.kind === 'genesis' ? first.record.events[0] : undefined;
  if (started?.type !== 'RunStarted') {
    return refused({ path: 'records.0.record', found: first?.record.kind ?? 'nothing', expected: 'how the run began' });
  }
  const problems = [
    ...problemsOfPins(started, file),
    ...problemsOfNames(file.title, file.product, started),
    ...problemsOfTimes(records, file.now),
    ...(await problemsOfLinks(cryptography, records, file.head)),
  ];
  if (problems.length > 0) return refused(...problems);
  const isChecked = started.pins.rulesVersion === RULES_VERSION;
  const catalogue = catalogueOf(file.product);
  const found = problemOfHistory(
    records.map(({ record }) => record),
    { catalogue, isChecked, now: file.now },
  );
  return found === null ? { isRead: true, records, isChecked } : refused(found);
}

function readShapes(listed: HistoryToRead['records']): {
  readonly records: readonly StoredRecord[];
  readonly problems: readonly Problem[];
} {
  const records: StoredRecord[] = [];
  const problems: Problem[] = [];
  for (const [index, { record, link }] of listed.entries()) {
    const shape = readRecord(record);
    if (shape.isWellFormed) records.push({ record: shape.record, link });
    else {
      const path = shape.path === '(the record)' ? '' : `.${shape.path}`;
      const [found, expected] = [inWords(shape.found), inWords(shape.expected)];
      problems.push({ path: `records.${index}.record${path}`, found, expected });
    }
    if (problems.length >= PROBLEMS_MAX) break;
  }
  return { records, problems };
}

/** What the run says that it is pinned to is what came with it, and this browser can tell its times. */
function problemsOfPins(
  { pins }: EventOf<'RunStarted'>,
  { product, productDigest }: HistoryToRead,
): readonly Problem[] {
  const path = 'records.0.record.events.0.pins';
  const same: readonly (readonly [key: string, found: string, expected: string])[] = [
    ['product.id', pins.product.id, product.id],
    ['product.version', pins.product.version, product.version],
    ['product.digest', pins.product.digest, productDigest],
  ];
  const { rulesVersion, seed, timeZone, locale } = pins;
  const apt: readonly (readonly [key: string, isApt: boolean, found: string, expected: string])[] = [
    [
      'rulesVersion',
      Number.isSafeInteger(rulesVersion) && rulesVersion > 0,
      `${rulesVersion}`,
      'a whole number from 1',
    ],
    ['seed', /^[\w-]{1,64}$/.test(seed), 'another text', 'at most 64 letters, digits and hyphens'],
    ['timeZone', isTimeZone(timeZone), `"${timeZone.slice(0, 60)}"`, 'a time zone such as Europe/London'],
    ['locale', isLocale(locale), `"${locale.slice(0, 60)}"`, 'a language and country such as en-GB'],
  ];
  return [
    ...same.flatMap(([key, found, expected]) =>
      found === expected
        ? []
        : [
            {
              path: `${path}.${key}`,
              found: `"${found.slice(0, 70)}"`,
              expected: `"${expected}", as the product has it`,
            },
          ],
    ),
    ...apt.flatMap(([key, isApt, found, expected]) => (isApt ? [] : [{ path: `${path}.${key}`, found, expected }])),
  ];
}

function problemsOfTimes(records: readonly StoredRecord[], now: Instant): readonly Problem[] {
  const isTime = (at: Instant): boolean => at >= 0 && at <= TIME_MAX;
  const expected = 'an instant of the years 1970 to 9999, in milliseconds';
  const odd = records.flatMap(({ record: { at } }, index) =>
    isTime(at) ? [] : [{ path: `records.${index}.record.at`, found: String(at), expected }],
  );
  return isTime(now) ? odd : [...odd, { path: 'now', found: String(now), expected }];
}

async function problemsOfLinks(
  cryptography: Cryptography,
  records: readonly StoredRecord[],
  head: Head,
): Promise<readonly Problem[]> {
  const broken = await brokenLink(cryptography, records);
  if (broken !== null) {
    const expected = 'the one that this record and those before it make: something was changed after it was written';
    return [{ path: `records.${broken}.link`, found: 'another link', expected }];
  }
  const last = records.length - 1;
  if (head.position !== last) {
    return [{ path: 'head.position', found: String(head.position), expected: `${last}, that of the last record` }];
  }
  return head.link === records[last]?.link
    ? []
    : [{ path: 'head.link', found: 'another link', expected: 'that of the last record' }];
}

function problemOfHistory(
  records: readonly LogRecord[],
  {
    catalogue,
    isChecked,
    now,
  }: { readonly catalogue: PolicyCatalogue; readonly isChecked: boolean; readonly now: Instant },
): Problem | null {
  const result = judged(() => (isChecked ? check(records, catalogue) : checkOrder(records, catalogue)));
  if (result === null) {
    return { path: 'records', found: 'what the rules stumble over', expected: 'a history that a lab has made' };
  }
  if (!result.isSound) {
    const found = `a fault: ${FINDINGS[result.finding]}`;
    return { path: `records.${result.position}`, found, expected: 'a history that the rules could have made' };
  }
  return problemOfNow(result.world, now, isChecked);
}

function problemOfNow(world: World, now: Instant, isChecked: boolean): Problem | null {
  if (now < world.at) {
    return { path: 'now', found: String(now), expected: `nothing before the last record, at ${world.at}` };
  }
  // What is due at the very instant may still come: a run may have parted between two things that are due at once.
  const missed = isChecked ? due(world, now) : null;
  return missed === null || missed.deadline.at === now
    ? null
    : { path: 'now', found: String(now), expected: `nothing after ${missed.deadline.at}, when something is due` };
}

/** What is well formed may still speak of nobody: then the fold throws, and that is an answer too. */
function judged(ask: () => CheckResult): CheckResult | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

function refused(...problems: readonly Problem[]): HistoryRead {
  return { isRead: false, problems: problems.slice(0, PROBLEMS_MAX) };
}
