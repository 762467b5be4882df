import { expect, test } from 'vitest';
import { copyTitle, readTitle, TITLE_LENGTH_MAX } from './run-title';

test('a title is kept as it is written, without the blanks around it', () => {
  expect(readTitle('  Dana’s  Monday: what if? ')).toEqual({ isRead: true, title: 'Dana’s Monday: what if?' });
  expect(readTitle('木'.repeat(TITLE_LENGTH_MAX))).toMatchObject({ isRead: true });
  expect(readTitle('می\u200cخواهم')).toMatchObject({ isRead: true });
});

for (const [what, text, problem] of [
  ['nothing but blanks', '   ', 'empty'],
  ['too much', 'x'.repeat(TITLE_LENGTH_MAX + 1), 'too-long'],
  ['markup', '<b>bold', 'markup'],
  ['a sign that turns the text around', 'abc\u202egpj', 'hidden-signs'],
  ['a sign that cannot be seen', 'Da\u200bna', 'hidden-signs'],
  ['a line break', 'one\ntwo', 'hidden-signs'],
] as const) {
  test(`a title of ${what} is refused`, () => expect(readTitle(text)).toMatchObject({ isRead: false, problem }));
}

test('a copy is called after the run, a copy of a copy too, and no two are called alike', () => {
  expect(copyTitle('Story', ['Story'])).toBe('Story (copy)');
  expect(copyTitle('Story', ['Story', 'Story (copy)'])).toBe('Story (copy 2)');
  expect(copyTitle('Story (copy 2)', ['Story (copy)', 'Story (copy 2)'])).toBe('Story (copy 3)');
  expect([...copyTitle('x'.repeat(TITLE_LENGTH_MAX), [])]).toHaveLength(TITLE_LENGTH_MAX);
});
