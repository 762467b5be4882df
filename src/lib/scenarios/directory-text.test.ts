import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../tests/support/directory';
import { startingPoint } from '../../../tests/support/play';
import { directoryText, templateText } from './directory-text';
import { peopleOfFirm, settled, withPeople } from './firm-edits';
import { readStartingPoint } from './read-starting-point';
import type { Person } from './starting-point';

describe('a directory that the lab writes', () => {
  test('as the template is read without a problem, and a firm can begin with it', () => {
    const { bad, lacks, people } = rowsOf(templateText());
    expect([bad, lacks, people.length]).toEqual([[], null, 5]);
    expect(readStartingPoint(settled(withPeople(startingPoint, 'birch-lowe', people)).start).isRead).toBe(true);
  });

  test('of a firm is read back as the same people', () => {
    const before = peopleOfFirm(startingPoint, 'birch-lowe');
    expect(rowsOf(directoryText(before)).people).toEqual(before);
  });

  test('holds no cell that a spreadsheet would run', () => {
    const names = ['=1+1', '+1', '-1', '@x', '\t=1'];
    const people = names.map((name, at): Person => ({ ...startingPoint.people[2]!, id: `p-${at}`, name }));
    const cells = directoryText(people)
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.replace(/^"/, ''));
    expect(cells.map((cell) => cell[0])).toEqual(names.map(() => "'"));
  });
});
