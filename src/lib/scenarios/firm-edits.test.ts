import { describe, expect, test } from 'vitest';
import {
  deviceLabel,
  newId,
  peopleOfFirm,
  settled,
  withFirm,
  withoutPerson,
  withPeople,
  withPerson,
} from './firm-edits';
import shipped from './phone-on-the-train/start.json';
import { readStartingPoint } from './read-starting-point';
import type { Person, StartingPoint } from './starting-point';

const start = shipped as StartingPoint;
const person = (id: string): Person => start.people.find((each) => each.id === id)!;

describe('an edit of a firm', () => {
  test('changes that firm, and nothing it was made from', () => {
    const before = structuredClone(start);
    const edited = withFirm(start, { ...start.firms[1]!, name: 'Pike & Daughters' });
    expect(edited.firms.map(({ name }) => name)).toEqual(['Birch & Lowe', 'Pike & Daughters', 'Quillfeather Tax']);
    expect(start).toEqual(before);
  });

  test('puts a person in their own place, and somebody new at the end', () => {
    const edited = withPerson(start, { ...person('dana'), department: 'Audit' });
    expect(edited.people.map(({ id }) => id)).toEqual(start.people.map(({ id }) => id));
    expect(edited.people[2]).toMatchObject({ id: 'dana', department: 'Audit' });
    const added = withPerson(start, { ...person('dana'), id: 'new', email: 'new@birchlowe.example' });
    expect(added.people.at(-1)?.id).toBe('new');
    expect(added.people).toHaveLength(start.people.length + 1);
  });

  test('hands the primary rights on within the firm, and to nobody else', () => {
    const edited = withPerson(start, { ...person('tom'), admin: { isPrimary: true, areas: ['clients'] } });
    const primaries = edited.people.filter(({ admin }) => admin?.isPrimary === true).map(({ id }) => id);
    expect(primaries).toEqual(['tom', 'hannah', 'edith']);
    expect(edited.people[0]?.admin).toEqual({ isPrimary: false, areas: ['staff', 'clients'] });
    expect(readStartingPoint(edited).isRead).toBe(true);
  });

  test('puts people in the place of the firm’s, and leaves those of other firms', () => {
    const edited = withPeople(start, 'harbour-pike', [{ ...person('leo'), id: 'lea' }]);
    expect(peopleOfFirm(edited, 'harbour-pike').map(({ id }) => id)).toEqual(['lea']);
    expect(edited.people.map(({ id }) => id).slice(-2)).toEqual(['lea', 'edith']);
    expect(peopleOfFirm(edited, 'birch-lowe')).toEqual(peopleOfFirm(start, 'birch-lowe'));
  });

  test('of the desks and what happened before leaves what can be, and says what it left out', () => {
    expect(settled(start)).toEqual({ start, dropped: [] });
    const withoutDana = settled(withoutPerson(start, 'dana'));
    expect(withoutDana.dropped.map(({ person: id, does }) => [id, does.type])).toEqual([
      ['dana', 'loseDevice'],
      ['dana', 'submitPassword'],
    ]);
    expect(withoutDana.start.desks).toEqual({ admin: 'priya', user: 'marcus' });
    expect(readStartingPoint(withoutDana.start).isRead).toBe(true);
    const withoutPhone = settled(withPerson(start, { ...person('dana'), devices: [] }));
    expect(withoutPhone.dropped.map(({ does }) => does.type)).toEqual(['loseDevice']);
    const succeeded = withPerson(start, { ...person('tom'), admin: { isPrimary: true, areas: ['staff'] } });
    expect(settled(withoutPerson(succeeded, 'priya')).start.desks).toEqual({ admin: 'tom', user: 'dana' });
  });

  test('gives an id that nobody has', () => {
    const taken = new Set(['dana', 'dana-2']);
    expect(newId('Dana', taken)).toBe('dana-3');
    expect(newId('Zoë Müller-Łoś', taken)).toBe('zoe-muller-os');
    expect(newId('7 of 9', taken)).toBe('of-9');
    expect(newId('李', taken)).toBe('person');
    expect(newId('x'.repeat(300), taken)).toHaveLength(50);
  });

  test('calls a device by its owner, its kind and a number from the second on', () => {
    expect(deviceLabel('Dana Whitlock', 'phone', [])).toBe("Dana's phone");
    expect(deviceLabel('Dana Whitlock', 'phone', [{ kind: 'phone' }, { kind: 'tablet' }])).toBe("Dana's phone 2");
    expect(deviceLabel('Dana', 'tablet', [{ kind: 'phone' }])).toBe("Dana's tablet");
  });
});
