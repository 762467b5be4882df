// Bad firm files by class, at least five of each: every one is refused with its path and the reason, through the same
// door as a file that somebody opens.
import { describe, expect, test } from 'vitest';
import { DEPTH_MAX } from '../products/json-text';
import type { Problem } from '../products/problem';
import shipped from './phone-on-the-train/start.json';
import { DEVICES_MAX, LISTS_MAX, readStartingPoint } from './read-starting-point';
import { readStartingPointText, START_MAX_CHARACTERS } from './read-starting-point-text';

type Item = Record<string, unknown>;
type Json = Item & {
  moments: Item[];
  firms: Item[];
  people: Item[];
  opening: Item[];
  support: Record<string, Item>;
  desks: Item;
};
type Change = (start: Json) => unknown;
type Case = readonly [name: string, change: Change, path: string, expected: string | RegExp];

const TEXT = JSON.stringify(shipped, null, 2);

function changed(change: Change): string {
  const start = JSON.parse(TEXT) as Json;
  change(start);
  return JSON.stringify(start);
}

/** The problems with this text. */
function problemsWith(text: string): readonly Problem[] {
  const read = readStartingPointText(text);
  return read.isRead ? [] : read.problems;
}

const id = 'lower-case letters, digits and hyphens';
const some = 'some words';
const plain = 'plain words without < or >';
const address = 'an address in lower case that ends in .example';
const domain = 'a domain in lower case that ends in .example';
const somebody = 'the id of somebody in `people`';
const offset = 'an offset such as +02:41:00';
const order = 'the order of time, and nothing after the lab opens at +02:00:00';

const CLASSES: Readonly<Record<string, readonly Case[]>> = {
  'something missing': [
    ['no format', (start) => delete start['format'], 'format', /./],
    ['no people', (start) => delete (start as Partial<Json>).people, 'people', /./],
    ['no support', (start) => delete (start as Partial<Json>).support, 'support', /./],
    ["a firm's name", (start) => delete start.firms[1]!['name'], 'firms.1.name', /./],
    ["a person's firm", (start) => delete start.people[2]!['firm'], 'people.2.firm', /./],
    ['whether MFA is on', (start) => delete start.people[0]!['isMfaOn'], 'people.0.isMfaOn', /./],
    ['what was done', (start) => delete start.opening[0]!['does'], 'opening.0.does', /./],
    ['every firm', (start) => (start.firms = []), 'firms', 'at least one firm'],
  ],
  'a wrong type': [
    ['people as one object', (start) => (start['people'] = {} as never), 'people', 'a list [ … ]'],
    ['a name that is a number', (start) => (start.people[0]!['name'] = 7), 'people.0.name', 'a text'],
    ['MFA as a word', (start) => (start.people[0]!['isMfaOn'] = 'yes'), 'people.0.isMfaOn', 'true or false'],
    ['devices as a word', (start) => (start.people[1]!['devices'] = 'phone'), 'people.1.devices', 'a list [ … ]'],
    ['a person that is null', (start) => (start.people[3] = null as never), 'people.3', 'an object { … }'],
    ['rights that are a list', (start) => (start.people[0]!['admin'] = ['staff']), 'people.0.admin', 'an object { … }'],
    [
      'a device of another kind',
      (start) => (start.people[0]!['devices'] = [{ label: 'Watch', kind: 'watch', isPaired: true }]),
      'people.0.devices.0.kind',
      'one of "phone", "tablet"',
    ],
    [
      'an act nobody can do',
      (start) => (start.opening[0]!['does'] = { type: 'dance' }),
      'opening.0.does.type',
      /submitPassword/,
    ],
  ],
  'an unknown key': [
    ['at the top', (start) => (start['colour'] = 'red'), 'colour', 'no such key'],
    ['in a firm', (start) => (start.firms[0]!['colour'] = 'red'), 'firms.0.colour', 'no such key'],
    ['in a person', (start) => (start.people[4]!['password'] = 'hunter2'), 'people.4.password', 'no such key'],
    [
      'in rights',
      (start) => ((start.people[0]!['admin'] as Item)['isOwner'] = true),
      'people.0.admin.isOwner',
      'no such key',
    ],
    [
      'in a device',
      (start) => ((start.people[0]!['devices'] as Item[])[0]!['number'] = 1),
      'people.0.devices.0.number',
      'no such key',
    ],
    ['in the desks', (start) => (start.desks['support'] = 'sam'), 'desks.support', 'no such key'],
    ['in an opening', (start) => (start.opening[0]!['why'] = 'so'), 'opening.0.why', 'no such key'],
  ],
  'a dangling id': [
    ['of a firm', (start) => (start.people[5]!['firm'] = 'nowhere'), 'people.5.firm', 'the id of a firm in `firms`'],
    [
      "at the admin's desk",
      (start) => (start.desks['admin'] = 'nobody'),
      'desks.admin',
      'the id of an admin in `people`',
    ],
    [
      "of no admin at the admin's desk",
      (start) => (start.desks['admin'] = 'dana'),
      'desks.admin',
      'the id of an admin in `people`',
    ],
    ["at the user's desk", (start) => (start.desks['user'] = 'nobody'), 'desks.user', somebody],
    ['in the opening', (start) => (start.opening[0]!['person'] = 'nobody'), 'opening.0.person', somebody],
    ['in the opening, of support', (start) => (start.opening[5]!['person'] = 'sam'), 'opening.5.person', somebody],
    [
      'of a device that nobody has',
      (start) => (start.people[2]!['devices'] = []),
      'opening.4.does',
      'somebody who has a device',
    ],
  ],
  'a value below or beyond what can be': [
    ['a format of another time', (start) => (start['format'] = 2), 'format', '1'],
    ['a negative format', (start) => (start['format'] = -1), 'format', '1'],
    ['a negative offset', (start) => (start.opening[0]!['at'] = '-00:28:00'), 'opening.0.at', offset],
    ['an offset of 61 minutes', (start) => (start.opening[0]!['at'] = '+00:61:00'), 'opening.0.at', offset],
    ['an offset of a thousand hours', (start) => (start['opensAfter'] = '+1000:00:00'), 'opensAfter', offset],
    [
      'a name of 401 letters',
      (start) => (start.people[0]!['name'] = 'x'.repeat(401)),
      'people.0.name',
      'at most 400 characters',
    ],
    ['an id of 65 letters', (start) => (start.firms[0]!['id'] = 'x'.repeat(65)), 'firms.0.id', id],
    [
      'an address of 201 letters',
      (start) => (start.people[0]!['email'] = `${'x'.repeat(192)}@a.example`),
      'people.0.email',
      'at most 200 characters',
    ],
  ],
  'times that cannot be': [
    [
      'a time zone of no place',
      (start) => (start['timeZone'] = 'Mars/Olympus'),
      'timeZone',
      'a time zone such as Europe/London',
    ],
    [
      'a time zone that is an offset',
      (start) => (start['timeZone'] = '+02:00'),
      'timeZone',
      'a time zone such as Europe/London',
    ],
    ['a locale of no language', (start) => (start['locale'] = 'english'), 'locale', 'a locale such as en-GB'],
    ['a locale that is none', (start) => (start['locale'] = '--'), 'locale', 'a locale such as en-GB'],
    [
      '30 February',
      (start) => (start.moments[0]!['startedAt'] = '2026-02-30T11:00:00Z'),
      'moments.0.startedAt',
      'a day and time from 2000 to 2099',
    ],
    [
      '29 February of no leap year',
      (start) => (start.moments[1]!['startedAt'] = '2100-02-29T11:00:00Z'),
      'moments.1.startedAt',
      'a day and time from 2000 to 2099',
    ],
    [
      '25 o’clock',
      (start) => (start.moments[0]!['startedAt'] = '2026-03-09T25:00:00Z'),
      'moments.0.startedAt',
      'a day and time from 2000 to 2099',
    ],
    [
      'a local time',
      (start) => (start.moments[0]!['startedAt'] = '2026-03-09 11:00'),
      'moments.0.startedAt',
      'a UTC time',
    ],
    ['no moment at all', (start) => (start.moments = []), 'moments', 'at least one moment'],
    ['an act out of order', (start) => (start.opening[1]!['at'] = '+00:27:00'), 'opening.1.at', order],
    ['an act after the lab opens', (start) => (start.opening[5]!['at'] = '+02:00:01'), 'opening.5.at', order],
  ],
  'markup, or signs that hide': [
    ['in the title', (start) => (start['title'] = '<b>Mine</b>'), 'title', plain],
    [
      'in the name of a firm',
      (start) => (start.firms[0]!['name'] = '<img src=x onerror=alert(1)>'),
      'firms.0.name',
      plain,
    ],
    ['in an address of a firm', (start) => (start.firms[0]!['address'] = '1 > 2'), 'firms.0.address', plain],
    ['in the name of a person', (start) => (start.people[0]!['name'] = '</script>'), 'people.0.name', plain],
    [
      'in the label of a device',
      (start) => ((start.people[0]!['devices'] as Item[])[0]!['label'] = '<i>'),
      'people.0.devices.0.label',
      plain,
    ],
    ['in the label of a moment', (start) => (start.moments[0]!['label'] = '<svg>'), 'moments.0.label', plain],
    ['in the name of support', (start) => (start.support['rep']!['name'] = '<a>'), 'support.rep.name', plain],
    [
      'a name that turns the text around',
      (start) => (start.people[0]!['name'] = 'Dana\u202Egpj'),
      'people.0.name',
      'words in one line, without hidden signs',
    ],
    [
      'a name in two lines',
      (start) => (start.people[0]!['name'] = 'Dana\nWhitlock'),
      'people.0.name',
      'words in one line, without hidden signs',
    ],
    ['a name of spaces', (start) => (start.people[0]!['name'] = '   '), 'people.0.name', some],
  ],
  'the same twice': [
    ['id of a person', (start) => (start.people[7]!['id'] = 'priya'), 'people.7.id', 'something else than people.0.id'],
    ['id of a firm', (start) => (start.firms[2]!['id'] = 'birch-lowe'), 'firms.2.id', 'something else than firms.0.id'],
    [
      'id of a moment',
      (start) => (start.moments[1]!['id'] = 'monday'),
      'moments.1.id',
      'something else than moments.0.id',
    ],
    [
      'address',
      (start) => (start.people[8]!['email'] = 'dana@birchlowe.example'),
      'people.8.email',
      'something else than people.2.email',
    ],
    [
      'id in support',
      (start) => (start.support['portalTech']!['id'] = 'sam'),
      'support.portalTech.id',
      'something else than support.rep.id',
    ],
    [
      'area of rights',
      (start) => ((start.people[0]!['admin'] as Item)['areas'] = ['staff', 'staff']),
      'people.0.admin.areas',
      'staff, clients, or each once',
    ],
  ],
  'rights that no firm can have': [
    [
      'no primary admin',
      (start) => ((start.people[0]!['admin'] as Item)['isPrimary'] = false),
      'firms.0',
      'one primary admin at Birch & Lowe',
    ],
    [
      'two primary admins',
      (start) => ((start.people[1]!['admin'] as Item)['isPrimary'] = true),
      'firms.0',
      'one primary admin at Birch & Lowe',
    ],
    [
      'a firm without anybody',
      (start) => start.firms.push({ id: 'empty', name: 'Empty', domain: 'empty.example', address: '1' }),
      'firms.3',
      'one primary admin at Empty',
    ],
    [
      'an admin of nothing',
      (start) => ((start.people[0]!['admin'] as Item)['areas'] = []),
      'people.0.admin.areas',
      'staff, clients, or each once',
    ],
    [
      'a client who is an admin',
      (start) => (start.people[5]!['admin'] = { isPrimary: false, areas: ['clients'] }),
      'people.5.admin',
      'an admin who is staff',
    ],
  ],
  'an address that could be somebody’s': [
    ['of a company', (start) => (start.people[0]!['email'] = 'priya@birchlowe.com'), 'people.0.email', address],
    ['without a domain', (start) => (start.people[0]!['email'] = 'priya'), 'people.0.email', address],
    [
      'that only begins with example',
      (start) => (start.people[0]!['email'] = 'priya@firm.example.com'),
      'people.0.email',
      address,
    ],
    ['in capitals', (start) => (start.people[0]!['email'] = 'Priya@birchlowe.example'), 'people.0.email', address],
    [
      'with something behind it',
      (start) => (start.people[0]!['email'] = 'priya@birchlowe.example, x@y.com'),
      'people.0.email',
      address,
    ],
    ['as the domain of a firm', (start) => (start.firms[0]!['domain'] = 'birchlowe.com'), 'firms.0.domain', domain],
    [
      'as a link for a domain',
      (start) => (start.firms[0]!['domain'] = 'web://birchlowe.example'),
      'firms.0.domain',
      domain,
    ],
  ],
};

describe('a firm file', () => {
  test('is read where it is one, and says what it says', () => {
    expect(readStartingPointText(TEXT)).toEqual({ isRead: true, start: shipped });
  });

  for (const [name, cases] of Object.entries(CLASSES)) {
    test(`with ${name}: at least five kinds are held against the reader`, () => {
      expect(cases.length).toBeGreaterThanOrEqual(5);
    });
    for (const [what, change, path, expected] of cases) {
      test(`with ${name} (${what}) is refused with path and reason`, () => {
        const problems = problemsWith(changed(change));
        expect(problems).toContainEqual({
          path,
          found: expect.any(String) as string,
          expected: typeof expected === 'string' ? expected : (expect.stringMatching(expected) as string),
        });
      });
    }
  }

  test('that is something else altogether is refused', () => {
    for (const input of [null, [], [shipped], 'firm', 7, {}, { people: [] }]) {
      expect(problemsWith(JSON.stringify(input))).not.toEqual([]);
    }
  });

  const numbered = (max: number, item: object) =>
    Array.from({ length: max + 1 }, (_, index) => ({ ...item, id: `one-${index}` }));
  const tooMany: readonly (readonly [string, Change, Problem])[] = [
    [
      'people',
      (start) => (start.people = numbered(LISTS_MAX.people, shipped.people[2]!)),
      { path: 'people', found: '10001 people', expected: 'at most 10000' },
    ],
    [
      'firms',
      (start) => (start.firms = numbered(LISTS_MAX.firms, shipped.firms[0]!)),
      { path: 'firms', found: '101 firms', expected: 'at most 100' },
    ],
    [
      'moments',
      (start) => (start.moments = numbered(LISTS_MAX.moments, shipped.moments[0]!)),
      { path: 'moments', found: '51 moments', expected: 'at most 50' },
    ],
    [
      'acts before the lab opens',
      (start) => (start.opening = Array.from({ length: LISTS_MAX.opening + 1 }, () => shipped.opening[0]!)),
      { path: 'opening', found: '1001 opening', expected: 'at most 1000' },
    ],
    [
      'devices',
      (start) =>
        (start.people[1]!['devices'] = Array.from({ length: DEVICES_MAX + 1 }, () => shipped.people[0]!.devices[0])),
      { path: 'people.1.devices', found: '11 devices', expected: 'at most 10' },
    ],
  ];
  for (const [name, change, problem] of tooMany) {
    test(`with too many ${name} is refused`, () => {
      expect(problemsWith(changed(change))).toEqual([problem]);
    });
  }

  test('that is too large is refused before it is parsed', () => {
    for (const more of [1, 2, 1000, 1_000_000, 20_000_000]) {
      expect(problemsWith(' '.repeat(START_MAX_CHARACTERS + more))).toEqual([
        {
          path: '(the whole file)',
          found: `${START_MAX_CHARACTERS + more} characters`,
          expected: `at most ${START_MAX_CHARACTERS} characters`,
        },
      ]);
    }
  });

  test('that is too deep is refused, however deep and wherever', () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    for (const levels of [DEPTH_MAX + 1, 100, 5000, 50_000, 1_000_000]) {
      expect(problemsWith(nested(levels))[0]).toMatchObject({
        found: `${levels} levels`,
        expected: 'at most 64 levels',
      });
      const inside = TEXT.replace('"title": "The phone on the train"', `"title": ${nested(levels)}`);
      expect(problemsWith(inside)[0]).toMatchObject({ found: `${levels + 1} levels` });
    }
  });

  const foreign: readonly (readonly [string, string, string])[] = [
    ['nothing in it', '', 'a value'],
    ['a comment', `// mine\n${TEXT}`, 'JSON, which has no comments'],
    ['a trailing comma', TEXT.replace(/\}\s*$/, ',}'), 'a key in double quotes'],
    ['a second file behind it', `${TEXT}${TEXT}`, 'nothing after the end of the firm file'],
    ['a directory as CSV', 'name,email\nDana,dana@birchlowe.example', 'JSON, without such a sign'],
    ['half of it gone', TEXT.slice(0, TEXT.length / 2), 'a closing brace }'],
    ['a key twice', TEXT.replace('"title"', '"title": "First", "title"'), 'each key once'],
  ];
  for (const [name, text, expected] of foreign) {
    test(`with ${name} is refused, and told what was expected`, () => {
      expect(problemsWith(text).map((each) => each.expected)).toContain(expected);
    });
  }

  const prototypes: readonly (readonly [string, (key: string) => string, string])[] = [
    ['at the top', (key) => TEXT.replace('{', `{"${key}": {"polluted": true},`), ''],
    ['in a firm', (key) => TEXT.replace('"firms": [\n    {', `"firms": [{"${key}": {"polluted": true},`), 'firms.0.'],
    [
      'in a person',
      (key) => TEXT.replace('"people": [\n    {', `"people": [{"${key}": {"polluted": true},`),
      'people.0.',
    ],
    ['in the desks', (key) => TEXT.replace('"desks": {', `"desks": {"${key}": {"polluted": true},`), 'desks.'],
    ['in an act', (key) => TEXT.replace('"does": {', `"does": {"${key}": {"polluted": true},`), 'opening.0.does.'],
  ];
  for (const [name, withKey, under] of prototypes) {
    test(`with __proto__ and its kin ${name} is refused as an unknown key, and no prototype is changed`, () => {
      for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
        const text = withKey(key);
        expect(text).not.toBe(TEXT);
        expect(problemsWith(text)).toContainEqual({
          path: `${under}${key}`,
          found: expect.stringContaining(key) as string,
          expected: expect.stringMatching(/^no such key$|^another key/) as string,
        });
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  }

  test('of ten thousand people is read, and of ten thousand wrong ones only so many problems are told', () => {
    const people = Array.from({ length: LISTS_MAX.people - shipped.people.length }, (_, index) => ({
      ...shipped.people[2]!,
      id: `person-${index}`,
      email: `person-${index}@birchlowe.example`,
    }));
    const many = { ...shipped, people: [...shipped.people, ...people] };
    const read = readStartingPointText(JSON.stringify(many));
    expect(read.isRead && read.start.people.length).toBe(LISTS_MAX.people);
    const wrong = { ...many, people: many.people.map((each) => ({ ...each, email: 7 })) };
    const refused = readStartingPoint(wrong);
    expect(refused.isRead ? 0 : refused.problems.length).toBe(50);
  });
});
