// Files that cannot be read as a run at all: cut short, packed, too large or too deep, with a key twice or one that means
// something to JavaScript, or of another format.
import { deflateSync, gzipSync } from 'node:zlib';
import { PRODUCTS } from '../../../tests/support/play';
import { describeRefusals, differing, replaced, withGoodFile } from '../../../tests/support/refused-files';
import type { SharedRun } from '../../../tests/support/shared-run';

const bytes = (buffer: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
const levels = (count: number): string => '['.repeat(count) + ']'.repeat(count);
const cut = ({ text }: SharedRun, from: string, more = 0): string => text.slice(0, text.indexOf(from) + more);
const ZIP = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]);
const bomb = (length: number): Uint8Array => gzipSync(Buffer.alloc(length, ' '));

const ONCE = 'expected: each entry once';
const FOREIGN = 'expected: another name: in a browser this one means something else';

withGoodFile();
describeRefusals({
  'cut short': [
    ['before it begins', () => '', 'has the end of the file; expected: what the entry says'],
    ['in its first key', (good) => cut(good, '"format"', 4), 'expected: a closing quotation mark'],
    ['in the format', (good) => cut(good, 'lockout-lab-run', 15), 'expected: a closing quotation mark'],
    ['between two keys', (good) => cut(good, '"synthetic"'), 'has the end of the file; expected:'],
    ['in the product', (good) => cut(good, '"policy"', 40), 'has the end of the file; expected:'],
    ['between two records', (good) => cut(good, '{"record"', 0), 'has the end of the file; expected:'],
    ['in a record', (good) => good.text.slice(0, -900), 'expected:'],
    [
      'in a number',
      (good) => good.text.slice(0, good.text.lastIndexOf('"at":') + 8),
      'has the end of the file; expected:',
    ],
    [
      'before its last brace',
      (good) => good.text.trimEnd().slice(0, -1),
      'has the end of the file; expected: a closing brace }',
    ],
    [
      'by whole records, with an end',
      (good) => replaced(good, /,\n\{"record"[^\n]*\n\]\n/, '\n]\n'),
      'head.position has 13; expected: 12',
    ],
    [
      'by all of its records',
      (good) => differing(good, { records: [] }),
      'records has 0 in the list; expected: at least one record',
    ],
  ],
  packed: [
    ['as a ZIP archive', () => ZIP, 'has a ZIP archive; expected: the file inside it: unpack the archive'],
    ['as an empty ZIP archive', () => Uint8Array.from([0x50, 0x4b, 5, 6]), 'has a ZIP archive; expected:'],
    [
      'as a ZIP archive that would unpack to gigabytes',
      () => bytes(Buffer.concat([ZIP, Buffer.alloc(1_000_000)])),
      'has a ZIP archive; expected:',
    ],
    [
      'by gzip, to more than may be',
      () => bytes(bomb(10_000_001)),
      'holds more than 10,000,000 bytes; expected: at most',
    ],
    [
      'by gzip, to two hundred megabytes',
      () => bytes(bomb(200_000_000)),
      'holds more than 10,000,000 bytes; expected:',
    ],
    [
      'by gzip twice',
      (good) => bytes(gzipSync(gzipSync(good.text))),
      'has a packed file within a packed file; expected: a file that is packed once',
    ],
    [
      'by gzip, cut short',
      (good) => bytes(gzipSync(good.text).subarray(0, 2000)),
      'damaged or cut short; expected: the whole file',
    ],
    [
      'by gzip, with a byte flipped',
      (good) => bytes(gzipSync(good.text).fill(0, 900, 910)),
      'damaged or cut short; expected:',
    ],
    [
      'by gzip, its first bytes alone',
      (good) => bytes(gzipSync(good.text).subarray(0, 3)),
      'damaged or cut short; expected:',
    ],
    [
      'in another way',
      (good) => bytes(deflateSync(good.text)),
      'has characters that are no text; expected: a text file',
    ],
  ],
  'too large or too deep': [
    [
      'more bytes than may be',
      (good) => good.text + ' '.repeat(10_000_000),
      'bytes; expected: at most 10,000,000 bytes',
    ],
    [
      '65 levels',
      (good) => differing(good, { title: JSON.parse(levels(64)) as unknown }),
      'has 65 levels of brackets in brackets; expected: at most 64 levels',
    ],
    [
      '65 levels in the product',
      (good) => replaced(good, '"policy":{', `"policy":{"deep":${levels(62)},`),
      'levels of brackets in brackets; expected: at most 64 levels',
    ],
    [
      '100,000 levels',
      (good) => replaced(good, '"records": [', `"records": ${levels(100_000)}, "more": [`),
      'has 100001 levels',
    ],
    [
      'a million levels that never end',
      () => '{"a":'.repeat(1_000_000),
      'has 1000000 levels of brackets in brackets; expected: at most 64',
    ],
    [
      '64 levels where none belongs',
      (good) => differing(good, { title: JSON.parse(levels(60)) as unknown }),
      'title has a list [ … ]',
    ],
  ],
  'a key twice': [
    [
      'the format',
      (good) => replaced(good, '"format"', '"format": "else", "format"'),
      `format has the same entry a second time, in line 2; ${ONCE}`,
    ],
    ['the records', (good) => good.text.replace(/\}\n$/, ', "records": []}'), `; ${ONCE}`],
    [
      'in a record',
      (good) => replaced(good, '"kind":"deadline"', '"kind":"command","kind":"deadline"'),
      `record.kind has the same entry a second time`,
    ],
    [
      'in an event',
      (good) => replaced(good, '"type":"DeviceLost"', '"type":"DeviceLost","type":"DeviceFound"'),
      `type has the same entry a second time`,
    ],
    [
      'in the product',
      (good) => replaced(good, '"policy":{', '"policy":{},"policy":{'),
      `.policy has the same entry a second time`,
    ],
    [
      'spelled by an escape',
      (good) => replaced(good, '"now"', '"n\\u006fw": 0, "now"'),
      `now has the same entry a second time`,
    ],
  ],
  'a key of JavaScript': [
    [
      '__proto__ at the top',
      (good) => replaced(good, '{', '{"__proto__":{"isRead":true},'),
      `__proto__ has the entry “__proto__”; ${FOREIGN}`,
    ],
    [
      '__proto__ in a record',
      (good) => replaced(good, '{"record":{', '{"record":{"__proto__":{},'),
      `records.0.record.__proto__ has the entry`,
    ],
    [
      'constructor',
      (good) => replaced(good, '{', '{"constructor":{"prototype":{}},'),
      `constructor has the entry “constructor”; ${FOREIGN}`,
    ],
    [
      'prototype',
      (good) => replaced(good, '"head": {', '"head": {"prototype":1,'),
      `head.prototype has the entry “prototype”; ${FOREIGN}`,
    ],
    [
      'toString',
      (good) => replaced(good, '"place":{', '"place":{"toString":"x",'),
      `place.toString has the entry “toString”; ${FOREIGN}`,
    ],
    [
      'by an escape',
      (good) => replaced(good, '{', '{"__pr\\u006fto__":1,'),
      `__proto__ has the entry “__proto__”; ${FOREIGN}`,
    ],
  ],
  'another format': [
    [
      'none',
      (good) => replaced(good, '"format": "lockout-lab-run",', ''),
      'format has nothing: the entry is missing; expected: "lockout-lab-run"',
    ],
    ['a product', () => JSON.stringify(PRODUCTS.onvio), 'format has 1; expected: "lockout-lab-run"'],
    ['a list', (good) => `[${good.text}]`, '(the whole file) has a list [ … ]; expected: the file of a run'],
    ['a text', () => '"lockout-lab-run"', '(the whole file) has "lockout-lab-run"; expected: the file of a run'],
    ['nothing', () => 'null', '(the whole file) has null; expected: the file of a run'],
    [
      'one that is near',
      (good) => differing(good, { format: 'lockout-lab-run ' }),
      'format has "lockout-lab-run "; expected:',
    ],
    ['version 0', (good) => differing(good, { version: 0 }), 'version has 0; expected: 1.'],
    ['version 2', (good) => differing(good, { version: 2 }), 'version has 2; expected: 1: a newer lab has saved it'],
    ['version "1"', (good) => differing(good, { version: '1' }), 'version has "1"; expected: 1.'],
    ['version 1.5', (good) => differing(good, { version: 1.5 }), 'version has 1.5; expected: 1.'],
    [
      'no version',
      (good) => differing(good, { version: undefined }),
      'version has nothing: the entry is missing; expected: 1.',
    ],
    [
      'not marked as synthetic',
      (good) => differing(good, { synthetic: undefined }),
      'synthetic has nothing: the entry is missing; expected: true',
    ],
    ['marked as real', (good) => differing(good, { synthetic: false }), 'synthetic has false; expected: true'],
    [
      'a key too many',
      (good) => differing(good, { notes: 'x' }),
      'notes has the entry “notes”; expected: no entry by this name',
    ],
  ],
});
