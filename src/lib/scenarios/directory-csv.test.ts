// Directories as a whole: at least five of each class of bad ones, each refused with place and reason; and what the good
// ones say, however a spreadsheet writes them.
import { describe, expect, test } from 'vitest';
import { ADDRESS, FIRST, HEADER, problemsOf, rowsOf } from '../../../tests/support/directory';
import { startingPoint } from '../../../tests/support/play';
import type { Phones } from './directory-row';
import { CSV_MAX_CHARACTERS } from './directory-sheet';
import { peopleOfFirm } from './firm-edits';
import { LISTS_MAX } from './read-starting-point';

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
    ['JSON', JSON.stringify(startingPoint), '(the whole file)', 'a CSV file; a firm file is opened under “Files”'],
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
    const before = peopleOfFirm(startingPoint, 'birch-lowe').map(({ id }) => id);
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
      [6, ADDRESS],
    ]);
  });

  test('with nothing said about MFA has it on for those with a paired device', () => {
    const { good } = rowsOf(
      'name,email,admin,devices\nA,a@f.example,primary,phone paired\nB,b@f.example,,phone\nC,c@f.example',
    );
    expect(good.map(({ person }) => person.isMfaOn)).toEqual([true, false, false]);
  });

  const devicesOf = (text: string, phones?: Phones) =>
    rowsOf(text, { phones }).good.map(({ person, namesDevice }) => [
      person.name,
      person.devices.map(({ label, isPaired }) => `${label}, ${isPaired ? 'paired' : 'not paired'}`).join(),
      person.isMfaOn,
      namesDevice,
    ]);

  test('without a column for devices means a firm at work: everybody gets a paired phone, unless nothing is wished', () => {
    const text = 'name,email,mfa\nAda Park,a@f.example\nBo,b@f.example,off';
    expect(devicesOf(text)).toEqual([
      ['Ada Park', "Ada's phone, paired", true, false],
      ['Bo', "Bo's phone, paired", false, false],
    ]);
    expect(devicesOf(text, 'unpaired')).toEqual([
      ['Ada Park', "Ada's phone, not paired", false, false],
      ['Bo', "Bo's phone, not paired", false, false],
    ]);
    expect(devicesOf(text, 'none')).toEqual([
      ['Ada Park', '', false, false],
      ['Bo', '', false, false],
    ]);
    expect(rowsOf(text)).toMatchObject({ hasDevices: false, phones: 'paired' });
  });

  test('with a column for devices means what stands in it, unless phones are wished for whoever has none', () => {
    const text = 'name,email,devices\nAda,a@f.example,tablet\nBo,b@f.example,';
    const tablet = ['Ada', "Ada's tablet, not paired", false, true];
    expect(devicesOf(text)).toEqual([tablet, ['Bo', '', false, false]]);
    expect(devicesOf(text, 'paired')).toEqual([tablet, ['Bo', "Bo's phone, paired", true, false]]);
    expect(rowsOf(text)).toMatchObject({ hasDevices: true, phones: 'none' });
  });

  test('of ten thousand people is read', () => {
    const rows = Array.from(
      { length: LISTS_MAX.people - startingPoint.people.length },
      (_, at) => `P ${at},p${at}@firm.example`,
    );
    const { good, bad, lacks } = rowsOf(['name,email', ...rows].join('\n'), { mode: 'add' });
    expect([good.length, bad.length, lacks]).toEqual([LISTS_MAX.people - startingPoint.people.length, 0, null]);
    const one = rowsOf(['name,email', ...rows, 'Q,q@firm.example'].join('\n'), { mode: 'add' });
    expect(one.lacks).toMatchObject({ found: '9998 people', expected: 'at most 9997' });
  });
});
