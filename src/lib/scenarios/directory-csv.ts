// A directory as a spreadsheet keeps it. Every row becomes a person or is refused with its number, as the spreadsheet
// shows it, and the reason; nothing is imported here, and nothing in a cell is ever run.
import Papa from 'papaparse';
import type { Problem } from '../products/problem';
import { byColumn, columnIn, COLUMNS, readCells, REQUIRED, type Column, type RowProblem } from './directory-row';
import { newId } from './firm-edits';
import { LISTS_MAX } from './read-starting-point';
import type { Person } from './starting-point';

/** Ten thousand rows take some 1 MB. */
export const CSV_MAX_CHARACTERS = 5_000_000;

export interface DirectoryWish {
  /** Id of the firm whose directory it is. */
  readonly firm: string;
  /** Everybody in the starting point, of this firm and of others. */
  readonly people: readonly Person[];
  /** Whether the rows stand for the whole firm, or are added to it. A person keeps their id by their address. */
  readonly mode: 'replace' | 'add';
  /** Whether an address that is not reserved is made so: `dana@firm.com` becomes `dana@firm.example`. */
  readonly isFictional: boolean;
}

export interface GoodRow {
  readonly row: number;
  readonly person: Person;
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
  const read = sheet.rows.map(({ row, cells }) => ({ row, ...personOf(cells, sheet.columns, wish, seen, row) }));
  const judged = withOnePrimary(read, wish.mode === 'add' ? here : []);
  const good = judged.flatMap(({ row, person, problems }) =>
    person !== null && problems.length === 0 ? [{ row, person }] : [],
  );
  const bad = judged.flatMap(({ row, problems }) => (problems.length > 0 ? [{ row, problems }] : []));
  const people = merged(wish.mode === 'add' ? here : [], good);
  return { isRead: true, good, bad, people, lacks: lackOf(people, others.length) };
}

interface Sheet {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** The header and the rows under it, with the numbers that a spreadsheet gives them. */
function readSheet(text: string): Sheet | { readonly problems: readonly Problem[] } {
  if (text.length > CSV_MAX_CHARACTERS) {
    return whole(`${text.length} characters`, `at most ${CSV_MAX_CHARACTERS} characters`);
  }
  if (text.includes('\0') || text.includes('\uFFFD')) {
    return whole('signs that are no text', 'a CSV file in UTF-8: in a spreadsheet, save as “CSV UTF-8”');
  }
  if (/^[\s\uFEFF]*[{[]/.test(text)) return whole('JSON', 'a CSV file; a firm file is opened under “Files”');
  const { data, errors } = parsed(text);
  const [error] = errors;
  if (error !== undefined) {
    const path = `row ${(error.row ?? 0) + 1}`;
    return { problems: [{ path, found: 'a quotation mark that is never closed', expected: 'each one closed' }] };
  }
  const rows = data
    .map((cells, index) => ({ row: index + 1, cells: withoutTail(cells.map(plainCell)) }))
    .filter(({ cells }) => cells.length > 0);
  const [header, ...people] = rows;
  if (header === undefined) return whole('nothing', `a first row with the columns ${COLUMNS.join(', ')}`);
  const columns = columnsOf(header.cells);
  if ('problems' in columns) return columns;
  if (people.length === 0) return whole('no row under the header', 'one row for each person');
  const max = LISTS_MAX.people;
  if (people.length > max) return whole(`${people.length} rows`, `at most ${max} people`);
  return { columns: columns.columns, rows: people };
}

function whole(found: string, expected: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ path: '(the whole file)', found, expected }] };
}

/** What a cell says, in one line. */
function plainCell(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/** Spreadsheets fill up short rows, and whole empty rows, with empty cells. */
function withoutTail(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The cells, parted by whatever parts the header into the most columns that are known. */
function parsed(text: string): { data: readonly string[][]; errors: readonly Papa.ParseError[] } {
  const unified = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  // Excel's own hint, which it does not show as a row.
  const body = unified.replace(/^"?sep=.?"?\n/i, '');
  const [first = ''] = body.trimStart().split('\n', 1);
  const known = (delimiter: string): number =>
    first.split(delimiter).filter((cell) => columnIn(cell.replaceAll('"', '')) !== null).length;
  const delimiter = DELIMITERS.toSorted((one, other) => known(other) - known(one))[0] ?? ',';
  return Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: LISTS_MAX.people * 2 });
}

function columnsOf(
  header: readonly string[],
): { readonly columns: readonly Column[] } | { readonly problems: readonly Problem[] } {
  const columns = header.map(columnIn);
  const unknown = header.filter((_, index) => columns[index] === null);
  const twice = header.filter((_, index) => columns[index] !== null && columns.indexOf(columns[index] ?? null) < index);
  const missing = REQUIRED.filter((each) => !columns.includes(each));
  const problems: readonly Problem[] = [
    ...unknown.map((found) => ({
      path: 'the header',
      found: `a column “${found.slice(0, 40)}”`,
      expected: `only ${COLUMNS.join(', ')}`,
    })),
    ...twice.map((found) => ({
      path: 'the header',
      found: `a second column “${found}”`,
      expected: 'each column once',
    })),
    ...missing.map((column) => ({
      path: 'the header',
      found: `no column “${column}”`,
      expected: `at least ${REQUIRED.join(' and ')}`,
    })),
  ];
  return problems.length > 0 ? { problems } : { columns: columns.filter((each) => each !== null) };
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
  readonly problems: readonly RowProblem[];
}

function personOf(
  cells: readonly string[],
  columns: readonly Column[],
  { firm, isFictional }: DirectoryWish,
  seen: Seen,
  row: number,
): ReadRow {
  const { email, draft, problems } = readCells(cells, columns, isFictional);
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
  if (draft === null || owned.length > 0) return { person: null, problems: [...problems, ...owned].toSorted(byColumn) };
  const id = seen.here.get(email)?.id ?? newId(email.slice(0, email.indexOf('@')), seen.ids);
  seen.ids.add(id);
  return { person: { ...draft, id, firm }, problems: [] };
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
