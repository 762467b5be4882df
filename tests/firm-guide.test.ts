// The guide to firms is true: its directories are read or refused in the words it gives, its template is the one that the
// lab hands out, and its firm file is one, on which what it says is refused is refused.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mergePatch } from '../src/lib/products/merge-patch';
import { readDirectory, type DirectoryRead } from '../src/lib/scenarios/directory-csv';
import { COLUMNS } from '../src/lib/scenarios/directory-row';
import { templateText } from '../src/lib/scenarios/directory-text';
import { readStartingPoint } from '../src/lib/scenarios/read-starting-point';
import { readStartingPointText } from '../src/lib/scenarios/read-starting-point-text';
import { rowProblemText } from '../src/lib/ui/firm/row-text';

const guide = readFileSync('docs/your-firm.md', 'utf8');
const blocks = [...guide.matchAll(/```(csv|json)( refused)?\n([\s\S]*?)```((?:\s*^> [^\n]+$)*)/gm)].map(
  ([, kind, refused, text = '', words = '']) => ({
    kind,
    isRefused: refused !== undefined,
    text,
    words: [...words.matchAll(/^> (.+)$/gm)].map(([, line]) => line),
  }),
);
const directories = blocks.filter(({ kind }) => kind === 'csv');
const files = blocks.filter(({ kind }) => kind === 'json');
const firm = files.find(({ isRefused }) => !isRefused)?.text ?? '';

const read = (text: string): DirectoryRead =>
  readDirectory(text, { firm: 'mine', people: [], mode: 'replace', isFictional: false });

describe('the guide to firms', () => {
  test('has directories and files, good and bad', () => {
    expect([directories.length, files.length]).toEqual([4, 4]);
    expect(blocks.filter(({ isRefused }) => isRefused).every(({ words }) => words.length > 0)).toBe(true);
  });

  for (const [index, { text, isRefused, words }] of directories.entries()) {
    test(`directory ${index + 1} is ${isRefused ? 'refused row by row in the words the guide gives' : 'read'}`, () => {
      const result = read(text);
      const told = result.isRead
        ? result.bad.flatMap(({ row, problems }) => problems.map((problem) => `Row ${row}, ${rowProblemText(problem)}`))
        : ['not read'];
      expect(told).toEqual(words);
      if (!isRefused) expect(result).toMatchObject({ isRead: true, lacks: null });
    });
  }

  test('is right that a directory without the column for devices means a paired phone each', () => {
    const [minimal, full] = directories.map(({ text }) => read(text));
    const phones = (result: DirectoryRead | undefined) =>
      result?.isRead === true ? result.people.map(({ devices }) => devices.map(({ isPaired }) => isPaired)) : [];
    expect(guide).toContain(
      'A file without the column `devices` says nothing about them, so everybody gets a paired phone',
    );
    expect(phones(minimal)).toEqual([[true], [true]]);
    expect(phones(full)).toContainEqual([]);
  });

  test('shows the template that the lab hands out, and every column there is', () => {
    const given = templateText().replace('\uFEFF', '').replaceAll('\r\n', '\n');
    expect(directories.map(({ text }) => text)).toContain(given);
    for (const column of COLUMNS) expect(guide).toContain(`| \`${column}\``);
  });

  test('shows a firm file that a story can begin with', () => {
    const result = readStartingPointText(firm);
    expect(result.isRead ? [] : result.problems).toEqual([]);
  });

  for (const [index, { text, words }] of files.filter(({ isRefused }) => isRefused).entries()) {
    test(`file ${index + 1} is refused in the words the guide gives`, () => {
      const result = readStartingPoint(mergePatch(JSON.parse(firm), JSON.parse(text)));
      const told = (result.isRead ? [] : result.problems).map(
        ({ path, found, expected }) => `\`${path}\` has ${found}; expected: ${expected}.`,
      );
      expect(words.filter((each) => !told.includes(each ?? ''))).toEqual([]);
    });
  }
});
