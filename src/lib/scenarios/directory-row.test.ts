// Rows as spreadsheets write them, good and bad: at least five of each class of bad ones, each refused with its number as
// the spreadsheet has it, the column and the reason.
import { describe, expect, test } from 'vitest';
import { ADDRESS, FIRST, HEADER, rowsOf } from '../../../tests/support/directory';

/** What is wrong with one more row under a good one. */
function problemsOfRow(row: string): readonly (readonly [number, string, string])[] {
  return rowsOf([HEADER, FIRST, row].join('\n')).bad.flatMap(({ row: number, problems }) =>
    problems.map(({ column, expected }) => [number, column, expected] as const),
  );
}

const formula = 'text that does not begin with =, +, - or @';
const plain = 'plain words without < or >';
const rights = 'primary, staff, clients, staff+clients, or nothing';
const devices = 'such as “phone paired + tablet”, at most 10';

const BAD_ROWS: Readonly<Record<string, readonly (readonly [row: string, column: string, expected: string])[]>> = {
  'something missing': [
    [',bo@firm.example', 'name', 'the name of the person'],
    ['   ,bo@firm.example', 'name', 'the name of the person'],
    ['Bo', 'email', 'the email of the person'],
    ['Bo,', 'email', 'the email of the person'],
    ['"",bo@firm.example,Audit', 'name', 'the name of the person'],
    [',,Audit', 'email', 'the email of the person'],
  ],
  'a value that means nothing': [
    ['Bo,bo@firm.example,,boss', 'area', 'staff or clients'],
    ['Bo,bo@firm.example,,,owner', 'admin', rights],
    ['Bo,bo@firm.example,,,staff+staff', 'admin', rights],
    ['Bo,bo@firm.example,,,staff+owner', 'admin', rights],
    ['Bo,bo@firm.example,,,,perhaps', 'mfa', 'on or off'],
    ['Bo,bo@firm.example,,,,1', 'mfa', 'on or off'],
    ['Bo,bo@firm.example,,,,,watch', 'devices', devices],
    ['Bo,bo@firm.example,,,,,phone lost', 'devices', devices],
    [
      'Bo,bo@firm.example,,,,,,card',
      'signs in with',
      'password, or federated for people who sign in by way of another system',
    ],
    ['Bo,bo@firm.example,,clients,clients', 'admin', 'nothing for a client: admins are staff'],
  ],
  'too much': [
    [`Bo,bo@firm.example,,,,,${Array(11).fill('phone').join('+')}`, 'devices', devices],
    [`${'x'.repeat(401)},bo@firm.example`, 'name', 'at most 400 characters'],
    [`Bo,${'x'.repeat(190)}@firm.example`, 'email', 'at most 200 characters'],
    [`Bo,bo@firm.example,${'x'.repeat(5000)}`, 'department', 'at most 400 characters'],
    ['Bo,bo@firm.example,Audit,staff,,on,phone,password,more', 'the row', 'at most 8, as many as the header has'],
    ['Park, Bo,bo@firm.example,Audit,staff,,on,phone,password', 'the row', 'at most 8, as many as the header has'],
  ],
  'an address that could be somebody’s': [
    ['Bo,bo@firm.com', 'email', ADDRESS],
    ['Bo,bo@firm.example.com', 'email', ADDRESS],
    ['Bo,bo', 'email', ADDRESS],
    ['Bo,bo@example', 'email', ADDRESS],
    ['Bo,Bo <bo@firm.example>', 'email', ADDRESS],
    ['Bo,"bo@firm.example, bo@home.example"', 'email', ADDRESS],
  ],
  'the same twice': [
    ['Bo,ada@firm.example', 'email', 'another than in row 2'],
    ['Bo,ADA@Firm.Example', 'email', 'another than in row 2'],
    ['Bo," ada@firm.example "', 'email', 'another than in row 2'],
    ['Bo,hannah@harbourpike.example', 'email', 'one that nobody at another firm has'],
    ['Bo,bo@firm.example,,,primary', 'admin', 'one only: Ada Park is it already'],
    ['Bo,bo@firm.example,,,primary+staff', 'admin', 'one only: Ada Park is it already'],
  ],
  'markup, or signs that hide': [
    ['<b>Bo</b>,bo@firm.example', 'name', plain],
    ['<img src=x onerror=alert(1)>,bo@firm.example', 'name', plain],
    ['Bo,bo@firm.example,<script>', 'department', plain],
    ['Bo,bo@firm.example,R&D > all', 'department', plain],
    ['Bo\u202Eoob,bo@firm.example', 'name', 'words in one line, without invisible characters'],
    ['Bo\u0007,bo@firm.example', 'name', 'words in one line, without invisible characters'],
  ],
  'a formula': [
    ['=1+1,bo@firm.example', 'name', formula],
    ['"=HYPERLINK(""x"",""Bo"")",bo@firm.example', 'name', formula],
    ['+Bo,bo@firm.example', 'name', formula],
    ['-Bo,bo@firm.example', 'name', formula],
    ['@SUM(A1),bo@firm.example', 'name', formula],
    ['" =1+1",bo@firm.example', 'name', formula],
    ['＝1+1,bo@firm.example', 'name', formula],
    ["Bo,bo@firm.example,=cmd|' /C calc'!A0", 'department', formula],
  ],
};

describe('a row of a directory', () => {
  for (const [name, rows] of Object.entries(BAD_ROWS)) {
    test(`with ${name}: at least five kinds are held against the reader`, () => {
      expect(rows.length).toBeGreaterThanOrEqual(5);
    });
    for (const [row, column, expected] of rows) {
      test(`with ${name} is refused with row, column and reason: ${row.slice(0, 50)}`, () => {
        expect(problemsOfRow(row)).toContainEqual([3, column, expected]);
      });
    }
  }

  test('that is bad leaves the others good, and the number is the one that the spreadsheet shows', () => {
    const { good, bad } = rowsOf(
      [
        HEADER,
        '',
        FIRST,
        '"Bo',
        'Larsen",bo@firm.example',
        ',,,,,,,',
        'Cem,nowhere',
        '   ',
        'Dee,dee@firm.example',
      ].join('\r\n'),
    );
    expect(good.map(({ row, person }) => [row, person.name])).toEqual([
      [3, 'Ada Park'],
      [4, 'Bo Larsen'],
      [8, 'Dee'],
    ]);
    expect(bad.map(({ row }) => row)).toEqual([6]);
  });

  test('tells everything that is wrong with it, in the order of the columns', () => {
    expect(problemsOfRow('=x,y,<b>,z,q,r,s,t').map(([, column]) => column)).toEqual([
      'name',
      'email',
      'department',
      'area',
      'admin',
      'mfa',
      'devices',
      'signs in with',
    ]);
  });

  test('with an address that could be somebody’s says what it would be if it were made fictional, where that is all it lacks', () => {
    const wanting = ['bo@firm.com', 'BO@Firm.co.uk', 'bo', 'bo@', '.bo@firm.com', 'Bo <bo@firm.com>', ''];
    const { bad } = rowsOf(['name,email', ...wanting.map((email) => `Bo,${email}`)].join('\n'));
    expect(bad.map(({ problems }) => problems[0]?.fictional)).toEqual([
      'bo@firm.example',
      'bo@firm.co.example',
      ...Array<undefined>(5).fill(undefined),
    ]);
    const twice = rowsOf('name,email\nBo,bo@firm.example\nCem,bo@firm.example').bad;
    expect(twice[0]?.problems).toEqual([
      { column: 'email', found: '“bo@firm.example” a second time', expected: 'another than in row 2' },
    ]);
  });
});
