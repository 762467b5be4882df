// A person while they are being edited, as the fields of a form have them.
import { newId, settled, withPerson } from '../../scenarios/firm-edits';
import { readStartingPoint } from '../../scenarios/read-starting-point';
import type { Person, StartingPoint } from '../../scenarios/starting-point';

export interface PersonDraft {
  /** Null for somebody new. */
  readonly id: string | null;
  name: string;
  email: string;
  department: string;
  area: Person['area'];
  admin: 'none' | 'staff' | 'clients' | 'both';
  isPrimary: boolean;
  isFederated: boolean;
  isMfaOn: boolean;
  devices: Person['devices'];
}

/** The fields of this person; empty ones for somebody new at a firm with that domain. */
export function draftOf(person: Person | null, domain: string): PersonDraft {
  if (person === null) {
    return {
      id: null,
      name: '',
      email: `@${domain}`,
      department: '',
      area: 'staff',
      admin: 'none',
      isPrimary: false,
      isFederated: false,
      isMfaOn: true,
      devices: [{ label: 'Phone', kind: 'phone', isPaired: true }],
    };
  }
  const { id, name, email, department, area, admin, isMfaOn, signsInWith } = person;
  return {
    id,
    name,
    email,
    department,
    area,
    admin: admin === undefined ? 'none' : admin.areas.length > 1 ? 'both' : (admin.areas[0] ?? 'none'),
    isPrimary: admin?.isPrimary === true,
    isFederated: signsInWith === 'federated',
    isMfaOn,
    devices: person.devices.map((device) => ({ ...device })),
  };
}

export interface Finished {
  readonly start: StartingPoint;
  /** What is wrong, by the name of the field; where anything is, the start is not to be taken. */
  readonly wrong: ReadonlyMap<string, string>;
}

/** The starting point with the person that the fields say. */
export function finished(start: StartingPoint, firm: string, draft: PersonDraft): Finished {
  const ids = new Set(start.people.map(({ id }) => id));
  const before = start.people.find(({ id }) => id === draft.id) ?? null;
  const person = personOf(draft, before, firm, ids);
  const next = withPerson(start, person);
  const under = `people.${next.people.findIndex(({ id }) => id === person.id)}.`;
  const read = readStartingPoint(settled(next).start);
  const problems = read.isRead ? [] : read.problems.filter(({ path }) => path.startsWith(under));
  const wrong = problems.map(
    ({ path, found, expected }) => [path.slice(under.length), `Found ${found}; expected: ${expected}.`] as const,
  );
  return { start: next, wrong: new Map(wrong) };
}

/** The names of those who did something before the lab opens that cannot happen any more. */
export function leftOutOf(taken: StartingPoint, start: StartingPoint): readonly string[] {
  const ids = new Set(settled(start).dropped.map(({ person }) => person));
  return taken.people.filter(({ id }) => ids.has(id)).map(({ name }) => name);
}

/** Whether they can be is for the reader to say. */
function personOf(draft: PersonDraft, before: Person | null, firm: string, ids: ReadonlySet<string>): Person {
  const { name, email, department, area, admin, isPrimary, isFederated, isMfaOn, devices } = draft;
  const kept: Partial<Person> = { ...before };
  delete kept.admin;
  delete kept.signsInWith;
  const areas: Person['area'][] = admin === 'both' ? ['staff', 'clients'] : admin === 'none' ? [] : [admin];
  return {
    ...kept,
    id: draft.id ?? newId(name, ids),
    firm,
    name: name.trim(),
    email: email.trim().toLowerCase(),
    department: department.trim(),
    area,
    ...(areas.length === 0 ? {} : { admin: { isPrimary, areas } }),
    ...(isFederated ? { signsInWith: 'federated' } : {}),
    isMfaOn,
    devices: devices.map((device) => ({ ...device, label: device.label.trim() })),
  };
}
