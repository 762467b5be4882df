// The text of a CSV file as a header and rows, however a spreadsheet writes it; or why it cannot be read as a whole. Knows
// what the columns are called and not what they mean; nothing in a cell is ever run.
import Papa from 'papaparse';
import type { Problem } from '../products/problem';
import { columnIn, COLUMNS, REQUIRED, type Column } from './directory-row';
import { LISTS_MAX } from './read-starting-point';

/** Ten thousand rows take some 1 MB. */
export const CSV_MAX_CHARACTERS = 5_000_000;

export interface Sheet {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** The header and the rows under it, with the numbers that a spreadsheet gives them; or why there are none. */
export function readSheet(text: string): Sheet | { readonly problems: readonly Problem[] } {
  if (text.length > CSV_MAX_CHARACTERS) {
    return whole(`${text.length} characters`, `at most ${CSV_MAX_CHARACTERS} characters`);
  }
  if (text.includes('\0') || text.includes('\uFFFD')) {
    return whole('characters that are no text', 'a CSV file in UTF-8: in a spreadsheet, save as “CSV UTF-8”');
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
  if (people.length === 0) return whole('no row below the header', 'one row for each person');
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
