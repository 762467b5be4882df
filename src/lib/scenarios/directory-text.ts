// A directory written for a spreadsheet: the template with its examples, and a firm's own people. Nothing that is
// written here is run by the spreadsheet that opens it.
import Papa from 'papaparse';
import { COLUMNS } from './directory-row';
import type { Person } from './starting-point';

/** Without it Excel takes a file in UTF-8 for one in the code page of its country. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows to be overwritten: a primary admin, one with fewer rights, and people with and without what MFA asks for. */
export const TEMPLATE_ROWS: readonly (readonly string[])[] = [
  ['Avery Stone', 'avery@yourfirm.example', 'Partners', 'staff', 'primary', 'on', 'phone paired', 'password'],
  ['Bo Larsen', 'bo@yourfirm.example', 'Audit', 'staff', 'clients', 'on', 'phone paired + tablet', 'password'],
  ['Chidi Obi', 'chidi@yourfirm.example', 'Payroll', 'staff', '', 'off', 'phone', 'password'],
  ['Dee Park', 'dee@yourfirm.example', 'Advisory', 'staff', '', 'off', '', 'federated'],
  ['Esther Bloom', 'esther@bloomflorist.example', 'Bloom Florist', 'clients', '', 'on', 'phone paired', 'password'],
];

/** The CSV file that a person fills in. */
export function templateText(): string {
  return written(TEMPLATE_ROWS);
}

/** These people, as they would be imported again. */
export function directoryText(people: readonly Person[]): string {
  return written(people.map(rowOf));
}

function written(rows: readonly (readonly string[])[]): string {
  const cells = [[...COLUMNS], ...rows.map((row) => [...row])];
  return `${BYTE_ORDER_MARK}${Papa.unparse(cells, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

function rowOf({ name, email, department, area, admin, isMfaOn, devices, signsInWith }: Person): readonly string[] {
  const kinds = devices.map(({ kind, isPaired }) => (isPaired ? `${kind} paired` : kind));
  return [
    name,
    email,
    department,
    area,
    admin === undefined ? '' : [...(admin.isPrimary ? ['primary'] : []), ...admin.areas].join('+'),
    isMfaOn ? 'on' : 'off',
    kinds.join(' + '),
    signsInWith ?? 'password',
  ];
}
