// Files of runs that no lab has made: numbers that no time can be, and histories that were changed, also where whoever did
// it has written a new chain.
import { PRODUCTS } from '../../../tests/support/play';
import { describeRefusals, differing, replaced, withGoodFile } from '../../../tests/support/refused-files';
import { begunOtherwise, relinked, type FileJson, type SharedRun } from '../../../tests/support/shared-run';
import type { LogRecord } from '../domain/record';

const saying = async (file: FileJson | Promise<FileJson>): Promise<string> => JSON.stringify(await file);
/** The file with one record made otherwise, and a chain that holds. */
const forged = (
  { json }: SharedRun,
  position: number,
  change: (record: Record<string, any>) => void,
): Promise<string> =>
  saying(relinked(json, (records) => (change(records[position] as unknown as Record<string, unknown>), records)));
const renumbered = (records: readonly LogRecord[]): readonly LogRecord[] =>
  records.map((record, position) => ({ ...record, position }));
const COULD = 'expected: a history that the rules could have made';
const YEARS = 'expected: an instant of the years 1970 to 9999, in milliseconds';

withGoodFile();
describeRefusals({
  'a number that is none': [
    [
      '1e999 for the instant',
      (good) => replaced(good, /"now": \d+/, '"now": 1e999'),
      'now has a number too large to be one; expected:',
    ],
    [
      '-1e999 in a record',
      (good) => replaced(good, /"at":\d+/, '"at":-1e999'),
      'at has a number too large to be one; expected:',
    ],
    ['NaN, which JSON has not', (good) => replaced(good, /"now": \d+/, '"now": NaN'), 'has NaN; expected:'],
    [
      'Infinity, which JSON has not',
      (good) => replaced(good, /"now": \d+/, '"now": Infinity'),
      'has Infinity; expected:',
    ],
    [
      'the year 275761',
      (good) => differing(good, { now: 8_640_000_000_000_001 }),
      'now has 8640000000000001; expected: a number up to',
    ],
    [
      'the last instant of all',
      (good) => differing(good, { now: 8_640_000_000_000_000 }),
      `now has 8640000000000000; ${YEARS}`,
    ],
    ['the year 10000', (good) => differing(good, { now: 253_402_300_800_000 }), `now has 253402300800000; ${YEARS}`],
    [
      'the year 275761 in a record',
      (good) => forged(good, 13, (record) => (record['at'] = 8_640_000_000_000_001)),
      'record.at has 8640000000000001',
    ],
    [
      'an instant before all time',
      (good) => forged(good, 0, (record) => (record['at'] = -1)),
      `records.0.record.at has -1; ${YEARS}`,
    ],
    [
      'half a millisecond',
      (good) => differing(good, { now: good.json.now + 0.5 }),
      'expected: a whole number of milliseconds',
    ],
    ['a text', (good) => differing(good, { now: String(good.json.now) }), 'expected: a number'],
    [
      'now before the last record',
      (good) => differing(good, { now: good.json.now - 5 * 24 * 3_600_000 }),
      'expected: nothing before the last record',
    ],
  ],
  'a history that was changed': [
    [
      'the instant of a record',
      (good) => replaced(good, /"at":(\d+)/, '"at":1$1'),
      'records.0.link has another link; expected:',
    ],
    ['a link', (good) => replaced(good, /("link":")[0-9a-f]/, '$1z'), 'expected: a SHA-256 in 64 hexadecimal digits'],
    [
      'another link',
      async (good) =>
        saying({
          ...good.json,
          records: good.json.records.with(5, { ...good.json.records[5]!, link: '0'.repeat(64) }),
        }),
      'records.5.link has another link',
    ],
    [
      'the head',
      (good) => differing(good, { head: { ...good.json.head, link: '0'.repeat(64) } }),
      'head.link has another link; expected: that of the last record',
    ],
    [
      'the position of the head',
      (good) => differing(good, { head: { ...good.json.head, position: 3 } }),
      'head.position has 3; expected: 13',
    ],
    [
      'a code that lives longer',
      (good) => forged(good, 11, ({ events }) => (events[0].endsAt += 1000)),
      `records.11 has a fault: what came of it there is not what comes of it by the rules; ${COULD}`,
    ],
    [
      'a reason left out',
      (good) => forged(good, 11, ({ reasons }) => void reasons.pop()),
      `records.11 has a fault: the reasons written there are not those that the rules give; ${COULD}`,
    ],
    [
      'an end that never came',
      (good) => saying(relinked(good.json, (records) => renumbered(records.filter(({ kind }) => kind !== 'deadline')))),
      COULD,
    ],
    [
      'a record out of place',
      (good) =>
        saying(
          relinked(good.json, (records) => [...records.slice(0, 8), records[9]!, records[8]!, ...records.slice(10)]),
        ),
      'has a fault: a record is missing or stands in the wrong place',
    ],
    [
      'a beginning that is none',
      (good) => saying(relinked(good.json, (records) => renumbered(records.slice(1)))),
      'records.0.record has place; expected: how the run began',
    ],
    [
      'an event that there is not',
      (good) => forged(good, 8, ({ events }) => (events[0].type = 'DeviceEaten')),
      'records.8.record.events.0.type has "DeviceEaten"; expected:',
    ],
    [
      'a record that is none',
      (good) => forged(good, 8, (record) => (record['kind'] = 'wish')),
      'records.8.record.kind has "wish"; expected:',
    ],
    [
      'pins of another product',
      (good) => saying(begunOtherwise(good.json, ({ pins }) => (pins.product.id = 'onix'))),
      'pins.product.id has "onix"; expected: "onvio", as the product has it',
    ],
    [
      'a variant that there is not',
      (good) => saying(begunOtherwise(good.json, ({ pins }) => (pins.product.variant = 'other'))),
      'has a fault: it was made with a variant that the product does not have',
    ],
    [
      'a time zone that there is not',
      (good) => saying(begunOtherwise(good.json, ({ pins }) => (pins.timeZone = 'Mars/Base'))),
      'pins.timeZone has "Mars/Base"; expected: a time zone',
    ],
    [
      'a locale that there is not',
      (good) => saying(begunOtherwise(good.json, ({ pins }) => (pins.locale = 'no locale'))),
      'pins.locale has "no locale"; expected: a language and country',
    ],
    [
      'rules of no version',
      (good) => saying(begunOtherwise(good.json, ({ pins }) => (pins.rulesVersion = 0))),
      'pins.rulesVersion has 0; expected: a whole number from 1',
    ],
    [
      'the product',
      (good) => differing(good, { product: { ...PRODUCTS.onvio, version: '9.9.9' } }),
      'productDigest has',
    ],
    [
      'a product that is none',
      (good) => differing(good, { product: {} }),
      'product.format has nothing: the entry is missing',
    ],
    [
      'a starting point that is none',
      (good) => differing(good, { start: { format: 1 }, startDigest: '0'.repeat(64) }),
      'start.',
    ],
    [
      'what is due and did not happen',
      async (good) => saying({ ...(await relinked(good.json, (records) => records.slice(0, 12))), now: good.json.now }),
      'when something is due',
    ],
  ],
});
