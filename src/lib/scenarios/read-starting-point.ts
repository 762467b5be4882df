// Reading a starting point that somebody made: its shape first, then what a shape cannot say. Every problem names the
// path, what was found there and what was expected; nothing is ever half-read.
import { heldAgainst } from '../products/held-against';
import { inShort, PROBLEMS_MAX, WHOLE_FILE, type Problem } from '../products/problem';
import { PersonSchema, StartingPointSchema, type Person, type StartingPoint } from './starting-point';
import { problemsOfTimes } from './times';

/** How many of each there may be. */
export const LISTS_MAX = { people: 10_000, firms: 100, moments: 50, opening: 1000 } as const;
export const DEVICES_MAX = 10;

export type StartRead =
  | { readonly isRead: true; readonly start: StartingPoint }
  | { readonly isRead: false; readonly problems: readonly Problem[] };

/** Reads parsed JSON as a starting point. */
export function readStartingPoint(input: unknown): StartRead {
  if (!isRecord(input)) {
    return refused([
      { path: WHOLE_FILE, found: inShort(input), expected: 'one group { … }, as in the guide to firms' },
    ]);
  }
  const tooMany = problemsOfSizes(input);
  if (tooMany.length > 0) return refused(tooMany);
  const listed = input['people'];
  const people = Array.isArray(listed) ? readPeople(listed) : { read: [], problems: [] };
  const rest = heldAgainst(StartingPointSchema, Array.isArray(listed) ? { ...input, people: [] } : input);
  const problems = [...(rest.fits ? [] : rest.problems), ...people.problems];
  if (!rest.fits || problems.length > 0) return refused(problems);
  const start = { ...rest.output, people: people.read };
  const further = [
    ...problemsOfIds(start),
    ...problemsOfFirms(start),
    ...problemsOfPeople(start),
    ...problemsOfDesks(start),
    ...problemsOfTimes(start),
    ...problemsOfOpening(start),
  ];
  return further.length > 0 ? refused(further) : { isRead: true, start };
}

function refused(problems: readonly Problem[]): StartRead {
  return { isRead: false, problems: problems.slice(0, PROBLEMS_MAX) };
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** Lists that are too long are refused before anything in them is looked at. */
function problemsOfSizes(input: Readonly<Record<string, unknown>>): readonly Problem[] {
  return Object.entries(LISTS_MAX).flatMap(([path, max]) => {
    const list = input[path];
    return Array.isArray(list) && list.length > max
      ? [{ path, found: `${list.length} ${path}`, expected: `at most ${max}` }]
      : [];
  });
}

/** One by one, so that ten thousand wrong people do not become a million problems. */
function readPeople(listed: readonly unknown[]): { read: Person[]; problems: Problem[] } {
  const read: Person[] = [];
  const problems: Problem[] = [];
  for (const [index, each] of listed.entries()) {
    const path = `people.${index}`;
    const devices = isRecord(each) ? each['devices'] : undefined;
    if (Array.isArray(devices) && devices.length > DEVICES_MAX) {
      const found = `${devices.length} devices`;
      problems.push({ path: `${path}.devices`, found, expected: `at most ${DEVICES_MAX}` });
    } else {
      const held = heldAgainst(PersonSchema, each, path);
      if (held.fits) read.push(held.output);
      else problems.push(...held.problems);
    }
    if (problems.length >= PROBLEMS_MAX) break;
  }
  return { read, problems };
}

/** Each id, and each address, stands once. */
function problemsOfIds({ moments, firms, people, support }: StartingPoint): readonly Problem[] {
  const ids = (list: readonly { readonly id: string }[], path: string) =>
    twice(list.map(({ id }, index) => [`${path}.${index}.id`, id] as const));
  return [
    ...ids(moments, 'moments'),
    ...ids(firms, 'firms'),
    ...ids(people, 'people'),
    ...twice([
      ['support.rep.id', support.rep.id],
      ['support.portalTech.id', support.portalTech.id],
    ]),
    ...twice(people.map(({ email }, index) => [`people.${index}.email`, email] as const)),
  ];
}

function twice(entries: readonly (readonly [string, string])[]): readonly Problem[] {
  const first = new Map<string, string>();
  return entries.flatMap(([path, value]) => {
    const before = first.get(value);
    first.set(value, before ?? path);
    return before === undefined
      ? []
      : [{ path, found: `"${value}" a second time`, expected: `another one than at ${before}` }];
  });
}

const DOMAIN = /^([a-z0-9]+(-[a-z0-9]+)*\.)+example$/;

/** A firm has a reserved domain and exactly one primary admin. */
function problemsOfFirms({ firms, people }: StartingPoint): readonly Problem[] {
  if (firms.length === 0) return [{ path: 'firms', found: 'no firm', expected: 'at least one firm' }];
  const primaries = new Map<string, string[]>();
  for (const { firm, name, admin } of people) {
    if (admin?.isPrimary === true) primaries.set(firm, [...(primaries.get(firm) ?? []), name]);
  }
  return firms.flatMap(({ id, name, domain }, index) => {
    const path = `firms.${index}`;
    const of = primaries.get(id) ?? [];
    const found = of.length === 0 ? 'no primary admin' : `${of.length} primary admins: ${of.slice(0, 5).join(', ')}`;
    return [
      ...(DOMAIN.test(domain)
        ? []
        : [{ path: `${path}.domain`, found: `"${domain}"`, expected: 'a domain in lower case that ends in .example' }]),
      ...(of.length === 1 ? [] : [{ path, found, expected: `one primary admin at ${name}` }]),
    ];
  });
}

function problemsOfPeople({ firms, people }: StartingPoint): readonly Problem[] {
  const known = new Set(firms.map(({ id }) => id));
  return people.flatMap(({ firm, admin, area }, index) => {
    const path = `people.${index}`;
    const areas = admin?.areas ?? [];
    return [
      ...(known.has(firm)
        ? []
        : [{ path: `${path}.firm`, found: `"${firm}"`, expected: 'the id of a firm in `firms`' }]),
      ...(admin !== undefined && area !== 'staff'
        ? [{ path: `${path}.admin`, found: 'rights of an admin for a client', expected: 'an admin who is staff' }]
        : []),
      ...(admin !== undefined && (areas.length === 0 || new Set(areas).size !== areas.length)
        ? [{ path: `${path}.admin.areas`, found: `[${areas.join(', ')}]`, expected: 'staff, clients, or each once' }]
        : []),
    ];
  });
}

function problemsOfDesks({ desks, people }: StartingPoint): readonly Problem[] {
  const admin = people.find(({ id }) => id === desks.admin);
  const user = people.find(({ id }) => id === desks.user);
  return [
    ...(admin?.admin === undefined
      ? [{ path: 'desks.admin', found: `"${desks.admin}"`, expected: 'the id of an admin in `people`' }]
      : []),
    ...(user === undefined
      ? [{ path: 'desks.user', found: `"${desks.user}"`, expected: 'the id of somebody in `people`' }]
      : []),
  ];
}

/** What happened before the lab opened was done by people who are there, with what they have. */
function problemsOfOpening({ opening, people }: StartingPoint): readonly Problem[] {
  const known = new Map(people.map((person) => [person.id, person]));
  return opening.flatMap(({ person: id, does }, index) => {
    const path = `opening.${index}`;
    const person = known.get(id);
    if (person === undefined) {
      return [{ path: `${path}.person`, found: `"${id}"`, expected: 'the id of somebody in `people`' }];
    }
    return does.type === 'loseDevice' && person.devices.length === 0
      ? [{ path: `${path}.does`, found: `${person.name}, who has no device to lose`, expected: 'somebody who has one' }]
      : [];
  });
}
