// The files of the browser's database, cut short or changed on disk: the lab has everything, or says what is gone. It
// never shows less than was acknowledged without a word, and never a blank page.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from '@playwright/test';
import { ACKNOWLEDGING, found, openIssuing, pressOn, type Acknowledged } from '../support/kept-log';
import { forgetProfile, RealBrowser } from '../support/real-browser';
import { Random } from '../simulation/random';

/** How many more damages are drawn at random; `npm run torture` asks for many. */
const DRAWN = Number(process.env['LAB_DAMAGES'] || 0);

type Damage = (folder: string, random: Random) => void;

const logOf = (folder: string): string => fileOf(folder, /\.log$/);

function fileOf(folder: string, name: RegExp): string {
  const found = readdirSync(folder).find((each) => name.test(each));
  if (found === undefined) throw new Error(`${folder} has no ${String(name)}.`);
  return join(folder, found);
}

function flip(path: string, from: number, count: number): void {
  const bytes = readFileSync(path);
  for (let at = from; at < Math.min(from + count, bytes.length); at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

const sizeOf = (path: string): number => readFileSync(path).length;

const DAMAGES: readonly (readonly [string, Damage])[] = [
  ['the log is cut to half', (folder) => truncateSync(logOf(folder), Math.floor(sizeOf(logOf(folder)) / 2))],
  ['the end of the log is cut off', (folder) => truncateSync(logOf(folder), sizeOf(logOf(folder)) - 3000)],
  ['the log is empty', (folder) => truncateSync(logOf(folder), 0)],
  [
    'bytes are changed in the middle of the log',
    (folder) => flip(logOf(folder), Math.floor(sizeOf(logOf(folder)) / 2), 64),
  ],
  ['the log is gone', (folder) => rmSync(logOf(folder))],
  ['the list of files is cut short', (folder) => truncateSync(fileOf(folder, /^MANIFEST/), 20)],
  ['the name of the list is nonsense', (folder) => writeFileSync(join(folder, 'CURRENT'), 'nonsense\n')],
  ['every file is gone', (folder) => readdirSync(folder).forEach((name) => rmSync(join(folder, name)))],
];

/** A byte changed, or a file cut, wherever chance has it. */
const drawn: Damage = (folder, random) => {
  const path = join(
    folder,
    random.pick(readdirSync(folder).filter((name) => /\.log$|\.ldb$|^MANIFEST|^CURRENT$/.test(name))),
  );
  const at = random.below(Math.max(1, sizeOf(path)));
  if (random.once(2)) truncateSync(path, at);
  else flip(path, at, 1 + random.below(200));
};

/** What the lab says where something is not as it was, and where it says it. */
const SAID =
  /The end of this run is gone|What was kept here is gone|A run that was kept here is gone|This run cannot be opened|What is kept here cannot be (reached|read)|The lab could not start/;

let source = '';
let folder = '';
const acknowledged: Acknowledged[] = [];

test.describe.configure({ mode: 'default', timeout: 120_000 });

test.beforeAll(async ({}, { project }) => {
  source = mkdtempSync(join(tmpdir(), 'lockout-lab-files-'));
  const by = (text: string): unknown => acknowledged.push(...(JSON.parse(text) as Acknowledged[]));
  const browser = await RealBrowser.start({
    profile: source,
    script: ACKNOWLEDGING,
    told: { name: 'acknowledge', by },
  });
  await openIssuing(browser, `${project.use.baseURL}/lab/`);
  await pressOn(browser, 400);
  await browser.close();
  folder = readdirSync(join(source, 'Default/IndexedDB')).find((name) => name.endsWith('.leveldb')) ?? '';
});

test.afterAll(() => forgetProfile(source));

/** Opens the lab on damaged files; what it says of them, or `whole` where all is there. */
async function outcome(baseURL: string, damage: (folder: string) => void): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'lockout-lab-damaged-'));
  cpSync(source, profile, { recursive: true, filter: (path) => !/Cache|Singleton|ShaderCache/.test(path) });
  try {
    damage(join(profile, 'Default/IndexedDB', folder));
    const browser = await RealBrowser.start({ profile });
    await browser.goTo(`${baseURL}/lab/`);
    await browser.until("document.querySelector('[role=timer], [role=alert]') !== null");
    // A damaged record is found out when the desks stand: the log is verified before anything is sent.
    const isOpen = await browser.evaluate<boolean>("document.querySelector('[role=timer]') !== null");
    const kept = isOpen ? await found(browser).catch(() => null) : null;
    const told = `${SAID}.exec(document.body.innerText)?.[0]`;
    // The desks may stand a moment before the words that they are kept nowhere.
    const said = await (isOpen && kept === null ? browser.until<string>(told) : browser.evaluate<string>(told));
    if (said !== undefined || kept === null) {
      expect(said, 'what is wrong is said in words').toBeDefined();
      expect(
        await browser.evaluate<number>("document.querySelectorAll('main button, .banner button').length"),
      ).toBeGreaterThan(0);
      await browser.kill();
      return said;
    }
    const held = new Set(kept.records.map(({ run, position, link }) => `${run} ${position} ${link}`));
    const lost = acknowledged.filter(({ run, position, link }) => !held.has(`${run} ${position} ${link}`));
    expect(lost, 'lost without a word').toEqual([]);
    await browser.kill();
    return 'whole';
  } finally {
    forgetProfile(profile);
  }
}

/** Cut short, changed and gone: one of each kind in every run. */
const SUITE = [1, 3, 4];

for (const [index, [what, damage]] of DAMAGES.entries()) {
  const tag = SUITE.includes(index) || DRAWN > 0 ? [] : '@long';
  test(`${what}: everything is there, or what is gone is said`, { tag }, async ({ baseURL }) => {
    const said = await outcome(baseURL ?? '', (each) => damage(each, new Random(1)));
    test.info().annotations.push({ type: 'outcome', description: said });
  });
}

if (DRAWN > 0) {
  test(`${DRAWN} damages drawn at random: everything is there, or what is gone is said`, async ({ baseURL }) => {
    test.setTimeout(DRAWN * 20_000);
    const random = new Random(DRAWN);
    const outcomes: Record<string, number> = {};
    for (let each = 0; each < DRAWN; each += 1) {
      const said = await outcome(baseURL ?? '', (damaged) => drawn(damaged, random));
      outcomes[said] = (outcomes[said] ?? 0) + 1;
    }
    console.log(outcomes);
  });
}
