// What can be changed about a firm before a story begins with it. Every edit yields a new starting point; whether it can
// be played is for `readStartingPoint` to say.
import type { Person, StartingPoint } from './starting-point';

export type Firm = StartingPoint['firms'][number];
export type Opening = StartingPoint['opening'][number];

/** The people of one firm, in the directory's order. */
export function peopleOfFirm({ people }: StartingPoint, firm: string): readonly Person[] {
  return people.filter((each) => each.firm === firm);
}

/** The firm with this id, changed. */
export function withFirm(start: StartingPoint, firm: Firm): StartingPoint {
  return { ...start, firms: start.firms.map((each) => (each.id === firm.id ? firm : each)) };
}

/** The person in the place of whoever has that id, or at the end. A new primary admin takes over from the one before. */
export function withPerson(start: StartingPoint, person: Person): StartingPoint {
  const isNew = start.people.every(({ id }) => id !== person.id);
  const others = start.people.map((each) =>
    each.id === person.id ? person : person.admin?.isPrimary === true ? succeeded(each, person.firm) : each,
  );
  return { ...start, people: isNew ? [...others, person] : others };
}

function succeeded(each: Person, firm: string): Person {
  if (each.firm !== firm || each.admin?.isPrimary !== true) return each;
  return { ...each, admin: { ...each.admin, isPrimary: false } };
}

export function withoutPerson(start: StartingPoint, id: string): StartingPoint {
  return { ...start, people: start.people.filter((each) => each.id !== id) };
}

/** These people instead of everybody at the firm. */
export function withPeople(start: StartingPoint, firm: string, people: readonly Person[]): StartingPoint {
  const first = start.people.findIndex((each) => each.firm === firm);
  const others = start.people.filter((each) => each.firm !== firm);
  const before = first === -1 ? others.length : first;
  return { ...start, people: [...others.slice(0, before), ...people, ...others.slice(before)] };
}

/** An id that nobody has yet, made from a name or an address. */
export function newId(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  const stem = plain === '' ? 'person' : plain;
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
  return id;
}

/** The label that a device has until somebody names it: the person's first name, its kind, and a number from the second on. */
export function deviceLabel(
  name: string,
  kind: 'phone' | 'tablet',
  before: readonly { readonly kind: string }[],
): string {
  const [first = name] = name.split(' ');
  const count = before.filter((each) => each.kind === kind).length;
  return `${first}'s ${kind}${count === 0 ? '' : ` ${count + 1}`}`;
}

/**
 * A starting point in which the desks are taken by people who are there, and in which nobody did anything before the lab
 * opens who is not there or could not have; `dropped` is what was left out for it.
 */
export function settled(start: StartingPoint): { readonly start: StartingPoint; readonly dropped: readonly Opening[] } {
  const people = new Map(start.people.map((person) => [person.id, person]));
  const isPossible = ({ person: id, does }: Opening): boolean => {
    const person = people.get(id);
    return person !== undefined && (does.type !== 'loseDevice' || person.devices.length > 0);
  };
  return {
    start: { ...start, desks: desksOf(start, people), opening: start.opening.filter(isPossible) },
    dropped: start.opening.filter((each) => !isPossible(each)),
  };
}

function desksOf({ desks, people }: StartingPoint, known: ReadonlyMap<string, Person>): StartingPoint['desks'] {
  const user = known.get(desks.user);
  const admins = people.filter((each) => each.admin !== undefined);
  const seated = known.get(desks.admin);
  const admin =
    seated?.admin !== undefined
      ? seated
      : (admins.find((each) => each.admin?.isPrimary === true && each.firm === (user?.firm ?? each.firm)) ?? admins[0]);
  const colleague = people.find((each) => each.firm === admin?.firm && each.admin === undefined);
  return { admin: admin?.id ?? desks.admin, user: (user ?? colleague ?? people[0])?.id ?? desks.user };
}
