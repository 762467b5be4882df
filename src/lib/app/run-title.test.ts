import { expect, test } from 'vitest';
import { copyTitle, readTitle } from './run-title';
import { freeTitle, TITLE_MAX_CHARACTERS } from './title-suffix';

test('a title is kept as it is written, without the blanks around it', () => {
  expect(readTitle('  Dana’s  Monday: what if < 3? ')).toEqual({ isRead: true, title: 'Dana’s Monday: what if < 3?' });
  expect(readTitle('木'.repeat(TITLE_MAX_CHARACTERS))).toMatchObject({ isRead: true });
  expect(readTitle('می\u200cخواهم')).toMatchObject({ isRead: true });
});

for (const [what, text, found] of [
  ['nothing but blanks', '   ', 'nothing'],
  ['too much', 'x'.repeat(TITLE_MAX_CHARACTERS + 1), '201 characters'],
  ['markup', '<b>bold', 'markup (<b…)'],
  ['a sign that turns the text around', 'abc\u202egpj', 'the character U+202E, which turns the text around'],
  ['a sign that cannot be seen', 'Da\u200bna', 'the invisible character U+200B'],
  ['a line break', 'one\ntwo', 'the invisible character U+000A'],
  ['letters that only look alike', 'D\u0430na', '“D\u0430na”, which mixes Latin and Cyrillic letters'],
  ['a real key', 'otpauth://totp/x?secret=ABC', 'a real key (otpauth:…)'],
] as const) {
  test(`a title of ${what} is refused, and what was found is said`, () =>
    expect(readTitle(text)).toMatchObject({ isRead: false, found }));
}

test('a copy is called after the run, a copy of a copy too, and no two are called alike', () => {
  expect(copyTitle('Story', ['Story'])).toBe('Story (copy)');
  expect(copyTitle('Story', ['Story', 'Story (copy)'])).toBe('Story (copy 2)');
  expect(copyTitle('Story (copy 2)', ['Story (copy)', 'Story (copy 2)'])).toBe('Story (copy 3)');
});

test('a new run is called after its story, with a number where others are', () => {
  expect(freeTitle('Story', [])).toBe('Story');
  expect(freeTitle('Story', ['Story'])).toBe('Story (2)');
  expect(freeTitle('Story', ['Story', 'Story (2)', 'Another'])).toBe('Story (3)');
  expect(freeTitle('x'.repeat(TITLE_MAX_CHARACTERS), ['x'.repeat(TITLE_MAX_CHARACTERS)])).toHaveLength(
    TITLE_MAX_CHARACTERS,
  );
});

test('a copy of a run with a long name has a name that can be read again, whatever its signs', () => {
  for (const sign of ['x', '\u{1f512}']) {
    const copy = copyTitle(sign.repeat(TITLE_MAX_CHARACTERS), []);
    expect(copy.length).toBeGreaterThan(TITLE_MAX_CHARACTERS - 3);
    expect(readTitle(copy)).toEqual({ isRead: true, title: copy });
  }
});
