// The shelf of runs: what is found and shown of many, what is said where something fails, and that it can be closed.
import { describe, expect, test, vi } from 'vitest';
import { memoryPreferences } from '../../adapters/preferences/memory-preferences';
import { createMemoryStore } from '../../adapters/storage/memory-store';
import { runsOf, type Runs } from '../../app/run-keeping';
import { Witness } from '../../app/witness';
import { newRunOn, seededCryptography } from '../../../../tests/support/shell';
import { Windows } from '../../../../tests/support/windows';
import { RunShelf } from './run-shelf.svelte';

async function shelfWith(count: number, changed: (runs: Runs) => Partial<Runs> = () => ({})) {
  const store = createMemoryStore();
  const windows = new Windows();
  const runs = runsOf({
    ask: (work) => work(store),
    present: () => 0,
    cryptography: seededCryptography('shelf'),
    neighbours: windows.open('page'),
    witness: new Witness(memoryPreferences()),
  });
  const first = await newRunOn(store);
  for (let copies = 1; copies < count; copies += 1) await runs.duplicate(first.id, `Copy ${copies}`);
  const shelf = new RunShelf(async () => ({ ...runs, ...changed(runs) }));
  await shelf.start();
  return { shelf, runs, windows, first };
}

const titles = (shelf: RunShelf) => shelf.shown.map(({ run }) => run.title);

describe('the shelf', () => {
  test('finds runs by words of their name, each by itself and wherever it parted', async () => {
    const { shelf } = await shelfWith(3);
    expect(titles(shelf)).toEqual(['The phone on the train']);
    shelf.find('  cOpY ');
    expect(titles(shelf)).toEqual(['Copy 1', 'Copy 2']);
    shelf.find('onvio');
    expect(titles(shelf)).toHaveLength(3);
    shelf.find('nothing like it');
    expect(titles(shelf)).toEqual([]);
  });

  test('shows forty at once, and more when asked', async () => {
    const { shelf } = await shelfWith(43);
    shelf.find('copy');
    expect([shelf.shown.length, shelf.more]).toEqual([40, 2]);
    shelf.showMore();
    expect([shelf.shown.length, shelf.more]).toEqual([42, 0]);
  });

  test('measures what it shows', async () => {
    const { shelf, first } = await shelfWith(1);
    await vi.waitFor(() => expect(shelf.measures.details[first.id]?.bytes).toBeGreaterThan(1000));
    expect(shelf.measures.details[first.id]?.course?.text).toBe('Nobody has done anything in it yet.');
  });

  test('is read again when another window changes something', async () => {
    const { shelf, runs, windows, first } = await shelfWith(1);
    await runs.rename(first.id, 'Renamed elsewhere');
    expect(titles(shelf)).toEqual(['The phone on the train']);
    windows.wake('page', { kind: 'pointers' });
    await vi.waitFor(() => expect(titles(shelf)).toEqual(['Renamed elsewhere']));
  });

  test('that is closed reads nothing any more, so that nothing makes a database anew', async () => {
    let reads = 0;
    const count = (runs: Runs): Partial<Runs> => ({
      read: () => {
        reads += 1;
        return runs.read();
      },
      measure: (run) => {
        reads += 1;
        return runs.measure(run);
      },
    });
    const { shelf, windows } = await shelfWith(3, count);
    await shelf.close();
    reads = 0;
    windows.wake('page');
    await shelf.read();
    shelf.find('copy');
    shelf.showMore();
    await shelf.measures.stop();
    expect(reads).toBe(0);
  });

  test('says what could not be done, and shows what is there then', async () => {
    const { shelf, runs, first } = await shelfWith(1);
    const [run] = shelf.runs;
    if (run === undefined) throw new Error('no run');
    await runs.remove(first.id);
    await runs.erase([first.id]);
    await shelf.duplicate(run);
    expect(shelf.notice?.title).toBe('This run is not here any more');
    expect(shelf.runs).toEqual([]);
    expect(await shelf.open(run.id)).toBe(false);
  });

  test('says what nobody foresaw, whether a list or an act fails', async () => {
    let isBroken = false;
    const fail = async (): Promise<never> => {
      throw new Error('It broke.');
    };
    const { shelf } = await shelfWith(1, (runs) => ({ read: () => (isBroken ? fail() : runs.read()), remove: fail }));
    const [run] = shelf.runs;
    if (run === undefined) throw new Error('no run');
    await shelf.remove(run);
    expect(shelf.notice).toMatchObject({ title: 'That did not work' });
    isBroken = true;
    await shelf.read();
    expect(shelf.problem?.text).toContain('It broke.');
    expect(shelf.runs).toHaveLength(1);
  });

  test('offers to undo what was deleted, and nothing else', async () => {
    const { shelf, first } = await shelfWith(1);
    const [run] = shelf.runs;
    if (run === undefined) throw new Error('no run');
    expect(await shelf.rename(run, ' ')).toContain('expected: some words');
    await shelf.rename(run, 'Monday');
    expect(shelf.notice).toEqual({ text: '“The phone on the train” is called “Monday” now.' });
    await shelf.remove(run);
    expect(shelf.notice?.undo).toBe(first.id);
  });
});
