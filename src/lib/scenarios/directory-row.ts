// One row of a directory: which columns there are, what may stand in each, and what is wrong with what does.
import * as v from 'valibot';
import { problemOf } from '../products/problem';
import { deviceLabel } from './firm-edits';
import { DEVICES_MAX } from './read-starting-point';
import { PersonSchema, type Person } from './starting-point';

export const COLUMNS = ['name', 'email', 'department', 'area', 'admin', 'mfa', 'devices', 'signs in with'] as const;
export type Column = (typeof COLUMNS)[number];
export const REQUIRED: readonly Column[] = ['name', 'email'];

export interface RowProblem {
  readonly column: Column | 'the row';
  readonly found: string;
  readonly expected: string;
}

/** The column that a header means, whatever its case and spacing, or null. */
export function columnIn(header: string): Column | null {
  const plain = header
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return COLUMNS.find((column) => column === (plain === 'e mail' ? 'email' : plain)) ?? null;
}

export interface ReadCells {
  readonly email: string;
  /** Everything but id and firm; null where anything is wrong. */
  readonly draft: Omit<Person, 'id' | 'firm'> | null;
  readonly problems: readonly RowProblem[];
}

/** What a spreadsheet would run instead of showing it, in plain and in full-width signs. */
const FORMULA = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const FOUND_MAX = 60;

/** The cells of a row under these columns. */
export function readCells(cells: readonly string[], columns: readonly Column[], isFictional: boolean): ReadCells {
  if (cells.length > columns.length) {
    const found = `${cells.length} cells`;
    return {
      email: '',
      draft: null,
      problems: [{ column: 'the row', found, expected: `${columns.length}, as the header` }],
    };
  }
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const problems: RowProblem[] = columns.flatMap((column) =>
    FORMULA.test(cell(column))
      ? [{ column, found: quoted(cell(column)), expected: 'text that does not begin with =, +, - or @' }]
      : [],
  );
  const told = (column: Column, expected: string): undefined => {
    if (problems.every((each) => each.column !== column)) {
      problems.push({ column, found: cell(column) === '' ? 'nothing' : quoted(cell(column)), expected });
    }
    return undefined;
  };
  for (const column of REQUIRED) if (cell(column) === '') told(column, `the ${column} of the person`);
  const email = isFictional ? fictional(cell('email').toLowerCase()) : cell('email').toLowerCase();
  const area = areaIn(cell('area')) ?? told('area', 'staff or clients');
  const admin = cell('admin') === '' ? null : (adminIn(cell('admin')) ?? told('admin', ADMIN_EXPECTED));
  const devices = devicesIn(cell('devices'), cell('name')) ?? told('devices', DEVICES_EXPECTED);
  const isMfaOn = mfaIn(cell('mfa'), devices ?? []) ?? told('mfa', 'on or off');
  const signsInWith = wayIn(cell('signs in with')) ?? told('signs in with', 'password or federated');
  if (area === 'clients' && admin != null) told('admin', 'nothing for a client: admins are staff');
  const draft = {
    name: cell('name'),
    email,
    department: cell('department') === '' ? (area === 'clients' ? 'Clients' : 'Staff') : cell('department'),
    area: area ?? 'staff',
    ...(admin == null ? {} : { admin }),
    ...(signsInWith === 'federated' ? { signsInWith } : {}),
    isMfaOn: isMfaOn ?? false,
    devices: devices ?? [],
  };
  for (const { path, expected } of problemsOfShape(draft)) {
    const column = columnIn(path);
    if (column !== null) told(column, expected);
    else if (problems.length === 0) told('name', expected);
  }
  return { email, draft: problems.length === 0 ? draft : null, problems };
}

/** In the order of the columns. */
export function byColumn(one: RowProblem, other: RowProblem): number {
  return ORDER.indexOf(one.column) - ORDER.indexOf(other.column);
}

const ORDER: readonly RowProblem['column'][] = ['the row', ...COLUMNS];
const ADMIN_EXPECTED = 'primary, staff, clients, staff+clients, or nothing';
const DEVICES_EXPECTED = `such as “phone paired + tablet”, at most ${DEVICES_MAX}`;

function quoted(text: string): string {
  return text.length > FOUND_MAX ? `“${text.slice(0, FOUND_MAX)}…”` : `“${text}”`;
}

function areaIn(text: string): Person['area'] | undefined {
  const area = text.toLowerCase();
  if (area === '' || area === 'staff') return 'staff';
  return area === 'clients' || area === 'client' ? 'clients' : undefined;
}

/** The word primary alone stands for a primary admin of staff and clients. */
function adminIn(text: string): Person['admin'] {
  const words = text
    .toLowerCase()
    .split('+')
    .map((word) => word.trim());
  const isPrimary = words.includes('primary');
  const areas = (['staff', 'clients'] as const).filter((area) => words.includes(area));
  const isKnown = words.length === new Set(words).size && words.length === areas.length + (isPrimary ? 1 : 0);
  if (!isKnown) return undefined;
  return { isPrimary, areas: areas.length === 0 ? ['staff', 'clients'] : areas };
}

function devicesIn(text: string, name: string): Person['devices'] | undefined {
  const devices: Person['devices'] = [];
  for (const word of text === '' ? [] : text.toLowerCase().split(/[+;,]/)) {
    const [, kind, paired] = /^\s*(phone|tablet)(\s+(?:not\s+)?paired)?\s*$/.exec(word) ?? [];
    if ((kind !== 'phone' && kind !== 'tablet') || devices.length === DEVICES_MAX) return undefined;
    devices.push({ label: deviceLabel(name, kind, devices), kind, isPaired: paired?.trim() === 'paired' });
  }
  return devices;
}

const YES = ['on', 'yes', 'true'];
const NO = ['off', 'no', 'false'];

/** Where nothing is said, MFA is on for those who have something to prove it with. */
function mfaIn(text: string, devices: Person['devices']): boolean | undefined {
  const word = text.toLowerCase();
  if (word === '') return devices.some(({ isPaired }) => isPaired);
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
}

function wayIn(text: string): 'password' | 'federated' | undefined {
  const way = text.toLowerCase();
  return way === '' || way === 'password' ? 'password' : way === 'federated' ? 'federated' : undefined;
}

/** The same address under a reserved name: its last part becomes `example`. */
function fictional(email: string): string {
  const [local = '', domain = '', ...more] = email.split('@');
  if (local === '' || domain === '' || more.length > 0 || domain.endsWith('.example')) return email;
  return `${local}@${domain.includes('.') ? domain.slice(0, domain.lastIndexOf('.')) : domain}.example`;
}

function problemsOfShape(draft: Omit<Person, 'id' | 'firm'>) {
  const { issues } = v.safeParse(PersonSchema, { ...draft, id: 'row', firm: 'firm' });
  return (issues ?? []).map((issue) => problemOf(issue));
}
