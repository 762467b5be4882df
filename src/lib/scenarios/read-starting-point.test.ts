// Firm files as a whole: what is no firm file, too large or too deep, and what would reach into the page. All through the
// same door as a file that somebody opens.
import { describe, expect, test } from 'vitest';
import { changed, FIRM_FILE, problemsWith, type Change } from '../../../tests/support/firm-file';
import { DEPTH_MAX } from '../products/json-text';
import type { Problem } from '../products/problem';
import shipped from './phone-on-the-train/start.json';
import { DEVICES_MAX, LISTS_MAX, readStartingPoint } from './read-starting-point';
import { readStartingPointText, START_MAX_CHARACTERS } from './read-starting-point-text';

describe('a firm file', () => {
  test('is read where it is one, and says what it says', () => {
    expect(readStartingPointText(FIRM_FILE)).toEqual({ isRead: true, start: shipped });
  });

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
        found: `${levels} levels of brackets in brackets`,
        expected: 'at most 64 levels',
      });
      const inside = FIRM_FILE.replace('"title": "The phone on the train"', `"title": ${nested(levels)}`);
      expect(problemsWith(inside)[0]).toMatchObject({ found: `${levels + 1} levels of brackets in brackets` });
    }
  });

  const foreign: readonly (readonly [string, string, string])[] = [
    [
      'nothing in it',
      '',
      'what the entry says: a text in double quotation marks, a number, true, false, a list or a group',
    ],
    ['a comment', `// mine\n${FIRM_FILE}`, 'no comments: JSON has none'],
    ['a trailing comma', FIRM_FILE.replace(/\}\s*$/, ',}'), 'the name of an entry, in double quotation marks'],
    ['a second file behind it', `${FIRM_FILE}${FIRM_FILE}`, 'nothing after the end of the firm file'],
    [
      'a directory as CSV',
      'name,email\nDana,dana@birchlowe.example',
      'no such character here: outside of quotation marks there are only numbers, true, false, null and { } [ ] : ,',
    ],
    ['half of it gone', FIRM_FILE.slice(0, FIRM_FILE.length / 2), 'a closing brace }'],
    ['a key twice', FIRM_FILE.replace('"title"', '"title": "First", "title"'), 'each entry once'],
  ];
  for (const [name, text, expected] of foreign) {
    test(`with ${name} is refused, and told what was expected`, () => {
      expect(problemsWith(text).map((each) => each.expected)).toContain(expected);
    });
  }

  const prototypes: readonly (readonly [string, (key: string) => string, string])[] = [
    ['at the top', (key) => FIRM_FILE.replace('{', `{"${key}": {"polluted": true},`), ''],
    [
      'in a firm',
      (key) => FIRM_FILE.replace('"firms": [\n    {', `"firms": [{"${key}": {"polluted": true},`),
      'firms.0.',
    ],
    [
      'in a person',
      (key) => FIRM_FILE.replace('"people": [\n    {', `"people": [{"${key}": {"polluted": true},`),
      'people.0.',
    ],
    ['in the desks', (key) => FIRM_FILE.replace('"desks": {', `"desks": {"${key}": {"polluted": true},`), 'desks.'],
    ['in an act', (key) => FIRM_FILE.replace('"does": {', `"does": {"${key}": {"polluted": true},`), 'opening.0.does.'],
  ];
  for (const [name, withKey, under] of prototypes) {
    test(`with __proto__ and its kin ${name} is refused as an unknown key, and no prototype is changed`, () => {
      for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
        const text = withKey(key);
        expect(text).not.toBe(FIRM_FILE);
        expect(problemsWith(text)).toContainEqual({
          path: `${under}${key}`,
          found: expect.stringContaining(key) as string,
          expected: expect.stringMatching(/^no entry by this name|^another name/) as string,
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
