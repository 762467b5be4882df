// Files that are refused, by class: each with where, what was found and what was expected, while what is kept stays as it
// was, byte for byte.
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDexieStore } from '../../src/lib/adapters/storage/dexie-store';
import { importRun, type RunImport } from '../../src/lib/app/run-file';
import type { RunStore } from '../../src/lib/ports';
import { sharedRun, type SharedRun } from './shared-run';
import { newRunOn, seededCryptography } from './shell';
import { dumpOf } from './store-dump';

export type File = string | Uint8Array<ArrayBuffer>;
/** What is wrong with it, the file, and a part of what is said. */
export type Bad = readonly [name: string, file: (good: SharedRun) => File | Promise<File>, told: string];

const DATABASE = 'refused';
let store: RunStore;
let good: SharedRun;

/** Opens a file where a run is kept already. */
export function opened(file: File): Promise<RunImport> {
  return importRun({ store, cryptography: seededCryptography('test') }, new Blob([file]));
}

/** A database with a run in it, and a good file, before the tests of a file. */
export function withGoodFile(): void {
  beforeAll(async () => {
    good = await sharedRun();
    const database = await openDexieStore(DATABASE, 'epoch');
    if (!database.isOk) throw new Error(database.failure.kind);
    store = database.value;
    await newRunOn(store);
  });

  test('the good file is taken as it is', async () => {
    expect(await opened(good.text)).toMatchObject({ kind: 'taken' });
  });
}

/** A test for each file of each class, of which there are at least five. */
export function describeRefusals(classes: Readonly<Record<string, readonly Bad[]>>): void {
  for (const [name, cases] of Object.entries(classes)) {
    describe(`a file of a run is refused for ${name}:`, () => {
      test('in at least five ways', () => expect(cases.length).toBeGreaterThanOrEqual(5));
      for (const [what, make, told] of cases) {
        test(what, async () => {
          const before = await dumpOf(DATABASE);
          const done = await opened(await make(good));
          if (done.kind !== 'refused') throw new Error(`It was ${done.kind}.`);
          const said = done.problems.map(({ path, found, expected }) => `${path} has ${found}; expected: ${expected}.`);
          expect(said.join('\n')).toContain(told);
          expect(done.problems.length).toBeLessThanOrEqual(50);
          expect(await dumpOf(DATABASE)).toBe(before);
          expect('isRead' in {}).toBe(false);
        });
      }
    });
  }
}

/** The file with these keys otherwise. */
export function differing({ json }: SharedRun, change: object): string {
  return JSON.stringify({ ...json, ...change });
}

/** The file with another title. */
export function titled(good: SharedRun, title: string): string {
  return differing(good, { title });
}

/** The file with the first of these texts in place of the other, as an editor would change it. */
export function replaced({ text }: SharedRun, was: string | RegExp, is: string): string {
  const done = text.replace(was, is);
  if (done === text) throw new Error(`“${String(was)}” does not stand in the file.`);
  return done;
}
