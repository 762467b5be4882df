// Directories as spreadsheets write them, good and bad: at least five of each class of bad ones, each refused with the
// row as the spreadsheet numbers it, the column and the reason.
import { describe, expect, test } from 'vitest';
import type { Problem } from '../products/problem';
import { CSV_MAX_CHARACTERS, readDirectory, type DirectoryRead, type DirectoryWish } from './directory-csv';
import { directoryText, templateText } from './directory-text';
import { peopleOfFirm, settled, withPeople } from './firm-edits';
import shipped from './phone-on-the-train/start.json';
import { LISTS_MAX, readStartingPoint } from './read-starting-point';
import type { Person, StartingPoint } from './starting-point';

const start = shipped as StartingPoint;
const HEADER = 'name,email,department,area,admin,mfa,devices,signs in with';
const FIRST = 'Ada Park,ada@firm.example,Partners,staff,primary,on,phone paired,password';

type Read = DirectoryRead & { isRead: true };

function read(text: string, wish: Partial<DirectoryWish> = {}): DirectoryRead {
  return readDirectory(text, {
    firm: 'birch-lowe',
    people: start.people,
    mode: 'replace',
    isFictional: false,
    ...wish,
  });
}

function rowsOf(text: string, wish: Partial<DirectoryWish> = {}): Read {
  const result = read(text, wish);
  if (!result.isRead) throw new Error(JSON.stringify(result.problems));
  return result;
}

function problemsOf(text: string): readonly Problem[] {
  const result = read(text);
  return result.isRead ? [] : result.problems;
}

/** What is wrong with one more row under a good one. */
function problemsOfRow(row: string): readonly (readonly [number, string, string])[] {
  return rowsOf([HEADER, FIRST, row].join('\n')).bad.flatMap(({ row: number, problems }) =>
    problems.map(({ column, expected }) => [number, column, expected] as const),
  );
}

const formula = 'text that does not begin with =, +, - or @';
const address = 'an address in lower case that ends in .example';
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
    ['Bo,bo@firm.example,,,,,,card', 'signs in with', 'password or federated'],
    ['Bo,bo@firm.example,,clients,clients', 'admin', 'nothing for a client: admins are staff'],
  ],
  'too much': [
    [`Bo,bo@firm.example,,,,,${Array(11).fill('phone').join('+')}`, 'devices', devices],
    [`${'x'.repeat(401)},bo@firm.example`, 'name', 'at most 400 characters'],
    [`Bo,${'x'.repeat(190)}@firm.example`, 'email', 'at most 200 characters'],
    [`Bo,bo@firm.example,${'x'.repeat(5000)}`, 'department', 'at most 400 characters'],
    ['Bo,bo@firm.example,Audit,staff,,on,phone,password,more', 'the row', '8, as the header'],
    ['Park, Bo,bo@firm.example,Audit,staff,,on,phone,password', 'the row', '8, as the header'],
  ],
  'an address that could be somebody’s': [
    ['Bo,bo@firm.com', 'email', address],
    ['Bo,bo@firm.example.com', 'email', address],
    ['Bo,bo', 'email', address],
    ['Bo,bo@example', 'email', address],
    ['Bo,Bo <bo@firm.example>', 'email', address],
    ['Bo,"bo@firm.example, bo@home.example"', 'email', address],
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
    ['Bo\u202Eoob,bo@firm.example', 'name', 'words in one line, without hidden signs'],
    ['Bo\u0007,bo@firm.example', 'name', 'words in one line, without hidden signs'],
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
});

const BAD_FILES: Readonly<
  Record<string, readonly (readonly [what: string, text: string, path: string, expected: string | RegExp])[]>
> = {
  'a header that lacks or repeats something': [
    ['no name', 'email\nx@firm.example', 'the header', 'at least name and email'],
    ['no email', 'name\nBo', 'the header', 'at least name and email'],
    ['no header at all', FIRST, 'the header', 'at least name and email'],
    ['name twice', 'name,email,Name\nBo,bo@firm.example,Bo', 'the header', 'each column once'],
    ['email and e-mail', 'name,email,E-Mail\nBo,bo@firm.example,x', 'the header', 'each column once'],
    ['a column without a name', 'name,,email\nBo,x,bo@firm.example', 'the header', /^only name, email/],
  ],
  'an unknown column': [
    ['password', 'name,email,password\nBo,bo@firm.example,secret', 'the header', /^only name, email/],
    ['__proto__', 'name,email,__proto__\nBo,bo@firm.example,x', 'the header', /^only name, email/],
    ['constructor', 'name,email,constructor\nBo,bo@firm.example,x', 'the header', /^only name, email/],
    ['markup', 'name,email,<b>\nBo,bo@firm.example,x', 'the header', /^only name, email/],
    ['a formula', 'name,email,=1+1\nBo,bo@firm.example,x', 'the header', /^only name, email/],
    ['toString', 'name,email,toString\nBo,bo@firm.example,x', 'the header', /^only name, email/],
  ],
  'a quotation mark that is not closed': [
    ['in the first row', 'name,email\n"Bo,bo@firm.example\nCem,cem@firm.example', 'row 2', 'each one closed'],
    ['in a later row', 'name,email\nBo,bo@firm.example\n"Cem,cem@firm.example', 'row 3', 'each one closed'],
    ['at the very end', 'name,email\nBo,"bo@firm.example', 'row 2', 'each one closed'],
    ['after its end', 'name,email\n"Bo"x,bo@firm.example\n', 'row 2', 'each one closed'],
    ['in the header', '"name,email\nBo,bo@firm.example', 'row 1', 'each one closed'],
  ],
  'no text, or none of use': [
    ['nothing', '', '(the whole file)', /^a first row with the columns/],
    ['only empty rows', '\r\n,,,\r\n\r\n', '(the whole file)', /^a first row with the columns/],
    ['a header alone', HEADER, '(the whole file)', 'one row for each person'],
    ['a workbook', 'PK\u0003\u0004\0\0name,email', '(the whole file)', /save as “CSV UTF-8”/],
    ['another code page', 'name,email\nZo\uFFFD,zoe@firm.example', '(the whole file)', /save as “CSV UTF-8”/],
    ['JSON', JSON.stringify(shipped), '(the whole file)', 'a CSV file; a firm file is opened under “Files”'],
  ],
  'too much in it': [
    ...[1, 2, 1000, 1_000_000].map(
      (more) =>
        [
          `${more} too many characters`,
          ' '.repeat(CSV_MAX_CHARACTERS + more),
          '(the whole file)',
          `at most ${CSV_MAX_CHARACTERS} characters`,
        ] as const,
    ),
    [
      'too many people',
      ['name,email', ...Array.from({ length: LISTS_MAX.people + 1 }, (_, at) => `P,p${at}@firm.example`)].join('\n'),
      '(the whole file)',
      'at most 10000 people',
    ],
  ],
};

describe('a directory', () => {
  for (const [name, files] of Object.entries(BAD_FILES)) {
    test(`with ${name}: at least five kinds are held against the reader`, () => {
      expect(files.length).toBeGreaterThanOrEqual(5);
    });
    for (const [what, text, path, expected] of files) {
      test(`with ${name} (${what}) is refused as a whole, with place and reason`, () => {
        expect(problemsOf(text)).toContainEqual({
          path,
          found: expect.any(String) as string,
          expected: typeof expected === 'string' ? expected : (expect.stringMatching(expected) as string),
        });
      });
    }
  }

  const spellings: readonly (readonly [string, string])[] = [
    ['as a program writes it', `${HEADER}\n${FIRST}\n`],
    ['with a byte order mark and the line ends of Windows', `\uFEFF${HEADER}\r\n${FIRST}\r\n`],
    ['with the line ends of old', `${HEADER}\r${FIRST}`],
    ['with semicolons, as Excel writes it in much of Europe', `${HEADER}\n${FIRST}`.replaceAll(',', ';')],
    ['with tabs', `${HEADER}\n${FIRST}`.replaceAll(',', '\t')],
    ["with Excel's hint in front", `sep=;\r\n${`${HEADER}\r\n${FIRST}`.replaceAll(',', ';')}`],
    [
      'with capitals, spaces and hyphens in the header',
      `${HEADER.toUpperCase().replaceAll(',', ' , ').replace('EMAIL', 'E-Mail')}\n${FIRST}`,
    ],
    ['with everything in quotation marks', `${HEADER}\n${FIRST}`.replaceAll(/[^,\n]+/g, '"$&"')],
    ['with spaces around its cells', `${HEADER}\n  ${FIRST.replaceAll(',', ' ,  ')}  `],
    ['with empty cells to the right and empty rows below', `${HEADER},,,\n${FIRST},,,\n,,,,,,,,,,\n\n`],
    [
      'with its columns in another order',
      'email,name,admin,devices,department\nada@firm.example,Ada Park,primary,phone paired,Partners',
    ],
  ];
  for (const [name, text] of spellings) {
    test(`${name} says the same`, () => {
      const { good, bad, lacks } = rowsOf(text);
      expect(bad).toEqual([]);
      expect(lacks).toBeNull();
      expect(good.map(({ person }) => person)).toEqual([
        {
          id: 'ada',
          firm: 'birch-lowe',
          name: 'Ada Park',
          email: 'ada@firm.example',
          department: 'Partners',
          area: 'staff',
          admin: { isPrimary: true, areas: ['staff', 'clients'] },
          isMfaOn: true,
          devices: [{ label: "Ada's phone", kind: 'phone', isPaired: true }],
        },
      ]);
    });
  }

  test('needs a primary admin among those who are imported', () => {
    const lacking = rowsOf('name,email\nBo,bo@firm.example');
    expect(lacking.bad).toEqual([]);
    expect(lacking.lacks).toMatchObject({ path: 'admin', found: 'no primary admin' });
    expect(rowsOf('name,email\nBo,bo@firm.example', { mode: 'add' }).lacks).toBeNull();
  });

  test('that is added keeps who is there, replaces whoever has the same address, and takes no second primary admin', () => {
    const added = rowsOf(
      `${HEADER}\nDana W,dana@birchlowe.example,Audit\nBo,bo@firm.example\nCem,cem@firm.example,,,primary`,
      {
        mode: 'add',
      },
    );
    const before = peopleOfFirm(start, 'birch-lowe').map(({ id }) => id);
    expect(added.people.map(({ id }) => id)).toEqual([...before, 'bo']);
    expect(added.people.find(({ id }) => id === 'dana')).toMatchObject({
      name: 'Dana W',
      department: 'Audit',
      devices: [],
    });
    expect(added.bad).toEqual([
      {
        row: 4,
        problems: [
          { column: 'admin', found: 'a second primary admin', expected: 'one only: Priya Lowe is it already' },
        ],
      },
    ]);
  });

  test('may hand the primary rights on where the row of the one who had them says so', () => {
    const { bad, lacks } = rowsOf(
      `${HEADER}\nPriya Lowe,priya@birchlowe.example,,,staff\nTom Birch,tom@birchlowe.example,,,primary`,
      { mode: 'add' },
    );
    expect([bad, lacks]).toEqual([[], null]);
  });

  test('gives everybody an id of their own', () => {
    const { people } = rowsOf(
      `${HEADER}\n${FIRST}\nA,a.b@one.example\nB,a-b@two.example\nC,a_b@three.example\nD,7@four.example\nE,hannah@five.example`,
    );
    expect(people.map(({ id }) => id)).toEqual(['ada', 'a-b', 'a-b-2', 'a-b-3', 'person', 'hannah-2']);
  });

  test('is made fictional where that is wished, and told of every address that then stands twice', () => {
    const { good, bad } = rowsOf(
      `name,email,admin\nAda,ada@firm.com,primary\nBo,bo@mail.firm.co.uk\nCem,cem@localhost\nDee,ada@firm.org\nEd,ed@`,
      { isFictional: true },
    );
    expect(good.map(({ person }) => person.email)).toEqual([
      'ada@firm.example',
      'bo@mail.firm.co.example',
      'cem@localhost.example',
    ]);
    expect(bad.map(({ row, problems }) => [row, problems[0]?.expected])).toEqual([
      [5, 'another than in row 2'],
      [6, address],
    ]);
  });

  test('with nothing said about MFA has it on for those with a paired device', () => {
    const { good } = rowsOf(
      'name,email,admin,devices\nA,a@f.example,primary,phone paired\nB,b@f.example,,phone\nC,c@f.example',
    );
    expect(good.map(({ person }) => person.isMfaOn)).toEqual([true, false, false]);
  });

  test('of ten thousand people is read', () => {
    const rows = Array.from(
      { length: LISTS_MAX.people - start.people.length },
      (_, at) => `P ${at},p${at}@firm.example`,
    );
    const { good, bad, lacks } = rowsOf(['name,email', ...rows].join('\n'), { mode: 'add' });
    expect([good.length, bad.length, lacks]).toEqual([LISTS_MAX.people - start.people.length, 0, null]);
    const one = rowsOf(['name,email', ...rows, 'Q,q@firm.example'].join('\n'), { mode: 'add' });
    expect(one.lacks).toMatchObject({ found: '9998 people', expected: 'at most 9997' });
  });
});

describe('a directory that the lab writes', () => {
  test('as the template is read without a problem, and a firm can begin with it', () => {
    const { bad, lacks, people } = rowsOf(templateText());
    expect([bad, lacks, people.length]).toEqual([[], null, 5]);
    expect(readStartingPoint(settled(withPeople(start, 'birch-lowe', people)).start).isRead).toBe(true);
  });

  test('of a firm is read back as the same people', () => {
    const before = peopleOfFirm(start, 'birch-lowe');
    expect(rowsOf(directoryText(before)).people).toEqual(before);
  });

  test('holds no cell that a spreadsheet would run', () => {
    const names = ['=1+1', '+1', '-1', '@x', '\t=1'];
    const people = names.map((name, at): Person => ({ ...start.people[2]!, id: `p-${at}`, name }));
    const cells = directoryText(people)
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.replace(/^"/, ''));
    expect(cells.map((cell) => cell[0])).toEqual(names.map(() => "'"));
  });
});
