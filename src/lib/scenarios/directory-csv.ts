// A directory as a spreadsheet keeps it. Every row becomes a person or is refused with its number, as the spreadsheet
// shows it, and the reason; nothing is imported here.
import type { Problem } from '../products/problem';
import { byColumn, readCells, type Column, type Phones, type RowProblem, type RowWish } from './directory-row';
import { readSheet } from './directory-sheet';
import { newId } from './firm-edits';
import { LISTS_MAX } from './read-starting-point';
import type { Person } from './starting-point';

export interface DirectoryWish {
  /** Id of the firm whose directory it is. */
  readonly firm: string;
  /** Everybody in the starting point, of this firm and of others. */
  readonly people: readonly Person[];
  /** Whether the rows stand for the whole firm, or are added to it. A person keeps their id by their address. */
  readonly mode: 'replace' | 'add';
  /** Whether an address that is not reserved is made so: `dana@firm.com` becomes `dana@firm.example`. */
  readonly isFictional: boolean;
  /** What those get who have no device; without it nothing where the directory has a column for devices, else a paired phone. */
  readonly phones?: Phones | undefined;
}

export interface GoodRow {
  readonly row: number;
  readonly person: Person;
  /** Whether a device stands in the row; who has one all the same was given it. */
  readonly namesDevice: boolean;
}

export interface BadRow {
  readonly row: number;
  readonly problems: readonly RowProblem[];
}

export type DirectoryRead =
  /** The file as a whole cannot be read. */
  | { readonly isRead: false; readonly problems: readonly Problem[] }
  | {
      readonly isRead: true;
      readonly good: readonly GoodRow[];
      readonly bad: readonly BadRow[];
      /** Whether the directory has a column for devices. */
      readonly hasDevices: boolean;
      /** What those are given for whom no device is named: what was wished, or as a firm at work has it. */
      readonly phones: Phones;
      /** Everybody at the firm once the good rows are imported. */
      readonly people: readonly Person[];
      /** What the firm would lack then, or null: without it nothing can be imported. */
      readonly lacks: Problem | null;
    };

/** Reads the text of a CSV file. Touches nothing. */
export function readDirectory(text: string, wish: DirectoryWish): DirectoryRead {
  const sheet = readSheet(text);
  if ('problems' in sheet) return { isRead: false, problems: sheet.problems };
  const others = wish.people.filter(({ firm }) => firm !== wish.firm);
  const here = wish.people.filter(({ firm }) => firm === wish.firm);
  const seen: Seen = {
    ids: new Set(wish.people.map(({ id }) => id)),
    elsewhere: new Map(others.map(({ email, name }) => [email, name])),
    here: new Map(here.map((person) => [person.email, person])),
    rows: new Map(),
  };
  const hasDevices = sheet.columns.includes('devices');
  // Who never heard of devices means a firm that works; who has a column for them means what stands in it.
  const phones = wish.phones ?? (hasDevices ? 'none' : 'paired');
  const rowWish = { firm: wish.firm, isFictional: wish.isFictional, phones };
  const read = sheet.rows.map(({ row, cells }) => ({ row, ...personOf(cells, sheet.columns, rowWish, seen, row) }));
  const judged = withOnePrimary(read, wish.mode === 'add' ? here : []);
  const good = judged.flatMap(({ row, person, namesDevice, problems }) =>
    person !== null && problems.length === 0 ? [{ row, person, namesDevice }] : [],
  );
  const bad = judged.flatMap(({ row, problems }) => (problems.length > 0 ? [{ row, problems }] : []));
  const people = merged(wish.mode === 'add' ? here : [], good);
  return { isRead: true, good, bad, hasDevices, phones, people, lacks: lackOf(people, others.length) };
}

interface Seen {
  readonly ids: Set<string>;
  readonly elsewhere: ReadonlyMap<string, string>;
  readonly here: ReadonlyMap<string, Person>;
  /** The row that had an address first. */
  readonly rows: Map<string, number>;
}

interface ReadRow {
  readonly person: Person | null;
  readonly namesDevice: boolean;
  readonly problems: readonly RowProblem[];
}

function personOf(
  cells: readonly string[],
  columns: readonly Column[],
  { firm, ...wish }: RowWish & Pick<DirectoryWish, 'firm'>,
  seen: Seen,
  row: number,
): ReadRow {
  const { email, draft, namesDevice, problems } = readCells(cells, columns, wish);
  const before = seen.rows.get(email);
  const elsewhere = seen.elsewhere.get(email);
  if (email !== '') seen.rows.set(email, before ?? row);
  const owned: readonly RowProblem[] = [
    ...(before === undefined
      ? []
      : [{ column: 'email', found: `“${email}” a second time`, expected: `another than in row ${before}` } as const]),
    ...(elsewhere === undefined
      ? []
      : [
          {
            column: 'email',
            found: `the address of ${elsewhere}`,
            expected: 'one that nobody at another firm has',
          } as const,
        ]),
  ];
  if (draft === null || owned.length > 0) {
    return { person: null, namesDevice, problems: [...problems, ...owned].toSorted(byColumn) };
  }
  const id = seen.here.get(email)?.id ?? newId(email.slice(0, email.indexOf('@')), seen.ids);
  seen.ids.add(id);
  return { person: { ...draft, id, firm }, namesDevice, problems: [] };
}

/** The second and every further primary admin is a problem of its own row. */
function withOnePrimary<Row extends ReadRow>(rows: readonly Row[], here: readonly Person[]): readonly Row[] {
  const rewritten = new Set(rows.map(({ person }) => person?.id));
  const present = here.find(({ id, admin }) => admin?.isPrimary === true && !rewritten.has(id));
  let primary = present?.name ?? null;
  return rows.map((each) => {
    if (each.person?.admin?.isPrimary !== true || each.problems.length > 0) return each;
    const before = primary;
    primary ??= each.person.name;
    if (before === null) return each;
    const problem: RowProblem = {
      column: 'admin',
      found: 'a second primary admin',
      expected: `one only: ${before} is it already`,
    };
    return { ...each, problems: [problem] };
  });
}

function merged(here: readonly Person[], rows: readonly GoodRow[]): readonly Person[] {
  const read = new Map(rows.map(({ person }) => [person.id, person]));
  const known = new Set(here.map(({ id }) => id));
  return [
    ...here.map((each) => read.get(each.id) ?? each),
    ...rows.flatMap(({ person }) => (known.has(person.id) ? [] : [person])),
  ];
}

function lackOf(people: readonly Person[], others: number): Problem | null {
  if (!people.some(({ admin }) => admin?.isPrimary === true)) {
    return { path: 'admin', found: 'no primary admin', expected: 'the word primary in one row that is imported' };
  }
  const room = LISTS_MAX.people - others;
  if (people.length <= room) return null;
  return { path: 'the firm', found: `${people.length} people`, expected: `at most ${room}` };
}
