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
  /** What the address would be if it were made fictional, where that is all it lacks. */
  readonly fictional?: string;
}

/** What somebody for whom no device is named is given: nothing, or a phone with the product's app paired on it or not. */
export type Phones = 'none' | 'unpaired' | 'paired';

/** How rows are taken where what they say leaves it open. */
export interface RowWish {
  readonly isFictional: boolean;
  readonly phones: Phones;
}

/** The column that a header means, whatever its case and spacing, or null. */
export function columnIn(header: string): Column | null {
  const plain = header
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return COLUMNS.find((column) => column === (plain === 'e mail' ? 'email' : plain)) ?? null;
}

type Draft = Omit<Person, 'id' | 'firm'>;

export interface ReadCells {
  readonly email: string;
  /** Everything but id and firm; null where anything is wrong. */
  readonly draft: Draft | null;
  /** Whether a device stands in the row; who has one all the same was given it. */
  readonly namesDevice: boolean;
  readonly problems: readonly RowProblem[];
}

/** What a spreadsheet would run instead of showing it, in plain and in full-width signs. */
const FORMULA = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const FOUND_MAX = 60;

/** The cells of a row under these columns. */
export function readCells(cells: readonly string[], columns: readonly Column[], wish: RowWish): ReadCells {
  if (cells.length > columns.length) {
    const found = `${cells.length} cells`;
    return {
      email: '',
      draft: null,
      namesDevice: false,
      problems: [{ column: 'the row', found, expected: `at most ${columns.length}, as many as the header has` }],
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
  const written = cell('email').toLowerCase();
  const email = wish.isFictional ? fictional(written) : written;
  const area = areaIn(cell('area')) ?? told('area', 'staff or clients');
  const admin = cell('admin') === '' ? null : (adminIn(cell('admin')) ?? told('admin', ADMIN_EXPECTED));
  const named = devicesIn(cell('devices'), cell('name')) ?? told('devices', DEVICES_EXPECTED);
  const devices = named?.length === 0 ? givenTo(cell('name'), wish.phones) : named;
  const isMfaOn = mfaIn(cell('mfa'), devices ?? []) ?? told('mfa', 'on or off');
  const signsInWith =
    wayIn(cell('signs in with')) ??
    told('signs in with', 'password, or federated for people who sign in by way of another system');
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
  return {
    email,
    draft: problems.length === 0 ? draft : null,
    namesDevice: named !== undefined && named.length > 0,
    problems: problems.map((problem) => withFictional(problem, draft)),
  };
}

/** The problem of an address with the one that it would be if it were made fictional, where that one would do. */
function withFictional(problem: RowProblem, draft: Draft): RowProblem {
  const email = fictional(draft.email);
  const wouldDo = problem.column === 'email' && email !== draft.email && isAddress(draft, email);
  return wouldDo ? { ...problem, fictional: email } : problem;
}

function isAddress(draft: Draft, email: string): boolean {
  return problemsOfShape({ ...draft, email }).every(({ path }) => path !== 'email');
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

function givenTo(name: string, phones: Phones): Person['devices'] {
  if (phones === 'none') return [];
  return [{ label: deviceLabel(name, 'phone', []), kind: 'phone', isPaired: phones === 'paired' }];
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

function problemsOfShape(draft: Draft) {
  const { issues } = v.safeParse(PersonSchema, { ...draft, id: 'row', firm: 'firm' });
  return (issues ?? []).map((issue) => problemOf(issue));
}
