// Two labs on one store, as in two windows: each follows the other, and neither plays against it.
import { describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { memoryPreferences } from '../adapters/preferences/memory-preferences';
import { LAB } from '../domain/actors';
import { accountOf } from '../domain/world';
import { HOUR, SECOND } from '../domain/instant';
import type { RunStore } from '../ports';
import { HandClock, ISSUE_TO_DANA, partsOn } from '../../../tests/support/shell';
import { Windows } from '../../../tests/support/windows';
import { Lab } from './lab.svelte';

async function twoWindows(store: RunStore = createMemoryStore()) {
  const clock = new HandClock();
  const windows = new Windows();
  const preferences = memoryPreferences();
  const open = async (window: string): Promise<Lab> => {
    const lab = new Lab({ ...partsOn(store, clock), preferences, neighbours: windows.open(window) });
    await lab.start();
    return lab;
  };
  const [mine, other] = [await open('one'), await open('two')];
  return { mine, other, clock, windows, store };
}

const hasCode = (lab: Lab): boolean => (accountOf(lab.world, 'dana')?.codes ?? []).length > 0;
const followed = (lab: Lab, isSo: (lab: Lab) => boolean) => vi.waitFor(() => expect(isSo(lab)).toBe(true));

describe('a run that is deleted on purpose while another window has it open', () => {
  async function deleted() {
    const { mine, other, store, windows } = await twoWindows();
    const upkeep = await store.upkeep();
    const run = mine.branches.current ?? '';
    const told = async (done: Promise<unknown>) => {
      await done;
      windows.wake('one', { kind: 'pointers' });
    };
    mine.play(60);
    await told(upkeep.remove(run, 5));
    await vi.waitFor(() => expect(mine.problem).toMatchObject({ kind: 'storage', failure: { kind: 'gone' } }));
    return { mine, other, store, upkeep, run, told };
  }

  test('says so in words, lets the clock stand and keeps nothing more in it', async () => {
    const { mine } = await deleted();
    expect([mine.status, mine.speed]).toEqual(['open', null]);
    mine.dismiss();
    expect(await mine.act(ISSUE_TO_DANA)).toBeNull();
    expect(mine.problem).toMatchObject({ failure: { kind: 'gone' } });
    expect(hasCode(mine)).toBe(false);
  });

  // Regression: both were told as a database that was deleted, which was there with all that it had.
  test('is told as just that where it is gone on from', async () => {
    const { mine } = await deleted();
    mine.dismiss();
    await mine.lookAt(mine.now - SECOND);
    if (mine.past === null) throw new Error('not in the past');
    await mine.branches.continueFrom(mine.past, 'A branch');
    expect(mine.problem).toEqual({ kind: 'storage', failure: { kind: 'gone' } });
  });

  test('is not opened or compared as a branch, and what is on screen is left alone', async () => {
    const { mine, store } = await twoWindows();
    const first = mine.branches.current ?? '';
    await mine.act(ISSUE_TO_DANA);
    await mine.lookAt(mine.now - SECOND);
    if (mine.past === null) throw new Error('not in the past');
    await mine.branches.continueFrom(mine.past, 'A branch');
    const branch = mine.branches.current;
    await vi.waitFor(() => expect(mine.branches.count).toBe(2));
    await (await store.upkeep()).remove(first, 5);
    expect(await mine.branches.read(first)).toEqual({ isOk: false, failure: { kind: 'other-gone' } });
    expect(await mine.branches.open(first)).toBe(false);
    expect(mine.problem).toEqual({ kind: 'other-gone' });
    expect([mine.branches.current, mine.branches.count, mine.status]).toEqual([branch, 1, 'open']);
  });

  test('goes on when it is brought back there, and says that', async () => {
    const { mine, upkeep, run, told } = await deleted();
    await told(upkeep.restore(run));
    await vi.waitFor(() => expect(mine.problem).toBeNull());
    expect(mine.said).toContain('was brought back');
    await mine.act(ISSUE_TO_DANA);
    expect(hasCode(mine)).toBe(true);
  });

  test('is brought back from the trash where it is kept again from here', async () => {
    const { mine, upkeep, run, store } = await deleted();
    await mine.keeping.keepAgain();
    expect(await upkeep.trash()).toEqual({ isOk: true, value: [] });
    expect(await store.pointers()).toMatchObject({ value: { current: run } });
    expect(mine.problem).toBeNull();
    await mine.act(ISSUE_TO_DANA);
    expect(hasCode(mine)).toBe(true);
  });

  test('is written anew where it was deleted for good', async () => {
    const { mine, upkeep, run, store } = await deleted();
    await upkeep.erase(run);
    await mine.keeping.keepAgain();
    expect(await store.read(run)).toMatchObject({ value: { row: { id: run } } });
    await mine.act(ISSUE_TO_DANA);
    expect(hasCode(mine)).toBe(true);
  });
});

describe('a run in two windows', () => {
  test('is shown in both as it is, and what happened in the other is said', async () => {
    const { mine, other } = await twoWindows();
    await other.act(ISSUE_TO_DANA);
    await followed(mine, hasCode);
    expect(mine.said).toBe('Something happened in another window. This one shows it now.');
    await other.advanceTo(other.now + 25 * HOUR);
    await followed(mine, (lab) => lab.now === other.now);
    expect(mine.passed).toMatchObject([{ kind: 'deadline' }]);
  });

  test('is looked at again by a window that was away and heard nothing', async () => {
    const { mine, other, windows } = await twoWindows();
    windows.isDeaf = true;
    await other.act(ISSUE_TO_DANA);
    expect(hasCode(mine)).toBe(false);
    windows.wake('one');
    await followed(mine, hasCode);
  });

  // A press answers what stands before it, and is not sent where that has changed; a setting holds whatever came before.
  test('takes a setting that is changed before it has heard what the other did, and no press', async () => {
    const { mine, other, windows } = await twoWindows();
    windows.isDeaf = true;
    await other.act(ISSUE_TO_DANA);
    expect(await mine.change({ type: 'setVariant', variant: 'revision-1' })).toBeNull();
    expect([mine.world.variant, mine.problem, hasCode(mine)]).toEqual(['revision-1', null, true]);
    await other.act({ actor: LAB, command: { type: 'setVariant', variant: 'revision-2' } }, Number.POSITIVE_INFINITY);
    expect(await mine.act(ISSUE_TO_DANA)).toBeNull();
    expect(mine.problem).toMatchObject({ kind: 'overtaken' });
  });

  test('is not read again for what happens in another run', async () => {
    const store = createMemoryStore();
    const readAfter = vi.fn<RunStore['readAfter']>((run, position) => store.readAfter(run, position));
    const { windows } = await twoWindows({ ...store, readAfter });
    readAfter.mockClear();
    windows.wake('one', { kind: 'run', run: 'another' });
    windows.wake('one', { kind: 'hold', run: 'another' });
    expect(readAfter).not.toHaveBeenCalled();
    windows.wake('one', { kind: 'pointers' });
    await vi.waitFor(() => expect(readAfter).toHaveBeenCalledTimes(1));
  });

  test('that is looked back at stays at its moment, and goes on behind it', async () => {
    const { mine, other } = await twoWindows();
    await mine.step(-1);
    const { past } = mine;
    await other.act(ISSUE_TO_DANA);
    await vi.waitFor(() => expect(mine.records).toHaveLength(other.records.length));
    expect(mine.past).toBe(past);
    expect(hasCode(mine)).toBe(false);
    mine.backToNow();
    expect(hasCode(mine)).toBe(true);
  });

  test('keeps which desk is in view and what is picked for each window', async () => {
    const { mine, other } = await twoWindows();
    await mine.go('lab', { node: 'support', subject: '4' });
    await other.go('lab', { node: 'admin' });
    await other.go('admin', { node: 'elsewhere' });
    await followed(mine, (lab) => lab.placeOf('admin').node === 'elsewhere');
    expect(mine.placeOf('lab')).toMatchObject({ node: 'support', subject: '4' });
    expect(other.placeOf('lab')).toMatchObject({ node: 'admin', subject: null });
    expect(mine.records[mine.pickedAt]).toMatchObject({ place: { node: 'support' } });
  });

  // Regression: a window that had walked nowhere itself took over what the other had picked, once it had followed it.
  test('a first walk of the lab begins nowhere, wherever the other window has walked it meanwhile', async () => {
    const { mine, other } = await twoWindows();
    await mine.go('lab', { node: 'support', subject: '4' });
    await followed(other, (lab) => lab.records.length === mine.records.length);
    await other.go('lab', { node: 'admin' });
    expect(other.placeOf('lab')).toMatchObject({ node: 'admin', subject: null });
  });

  test('two walks of the lab in quick succession both count: the second begins where the first has led', async () => {
    const { mine } = await twoWindows();
    await Promise.all([mine.go('lab', { node: 'support' }), mine.go('lab', { subject: '4' })]);
    expect(mine.placeOf('lab')).toMatchObject({ node: 'support', subject: '4' });
  });

  test('a window for one desk keeps where it was walked to itself', async () => {
    const { mine, other } = await twoWindows();
    other.aside = 'user';
    await other.follow();
    expect(other.placeOf('lab').node).toBe('user');
    const before = other.records.length;
    await other.go('lab', { node: 'admin', subject: '4' });
    expect(other.placeOf('lab')).toMatchObject({ node: 'admin', subject: '4' });
    expect(other.records).toHaveLength(before);
    expect(mine.placeOf('lab').node).not.toBe('admin');
  });
});

describe('time that is played in one window', () => {
  test('is followed in the other, which can let it stand', async () => {
    const { mine, other, clock } = await twoWindows();
    const began = mine.now;
    other.play(60);
    await followed(mine, (lab) => lab.windows.speed === 60);
    clock.pass(10 * SECOND);
    await followed(mine, (lab) => lab.now === began + 600 * SECOND);
    expect(mine.speed).toBeNull();
    mine.pauseEverywhere();
    await followed(other, (lab) => lab.speed === null);
    expect(mine.windows.speed).toBeNull();
  });

  test('goes on from where the other moves it to, and is never taken back', async () => {
    const { mine, other, clock } = await twoWindows();
    const began = mine.now;
    other.play(60);
    clock.pass(SECOND);
    await followed(mine, (lab) => lab.now === began + 60 * SECOND);
    await other.advanceTo(began + HOUR);
    // At the next tick it finds that time was moved, and plays on from there.
    clock.pass(100);
    clock.pass(SECOND);
    await followed(mine, (lab) => lab.now === began + HOUR + 60 * SECOND);
  });

  test('is played by whoever pressed Play last', async () => {
    const { mine, other } = await twoWindows();
    other.play(60);
    await followed(mine, (lab) => lab.windows.speed === 60);
    mine.play(3600);
    await followed(other, (lab) => lab.speed === null && lab.windows.speed === 3600);
    expect(mine.speed).toBe(3600);
    expect(mine.windows.speed).toBeNull();
  });

  test('is played by one of two that pressed Play at once', async () => {
    const { mine, other } = await twoWindows();
    mine.play(60);
    other.play(3600);
    await vi.waitFor(() => expect([mine.speed, other.speed].filter((speed) => speed !== null)).toHaveLength(1));
    expect(other.speed).toBe(3600);
    await followed(mine, (lab) => lab.windows.speed === 3600);
  });

  test('is let stand by a window that is asked to move it', async () => {
    const { mine, other } = await twoWindows();
    other.play(60);
    await followed(mine, (lab) => lab.windows.speed === 60);
    await mine.advanceTo(mine.now + HOUR);
    await followed(other, (lab) => lab.speed === null);
  });
});

describe('another run in another window', () => {
  test('leaves this window on its own until it follows', async () => {
    const { mine, other } = await twoWindows();
    await mine.act(ISSUE_TO_DANA);
    await other.beginnings.reset();
    await followed(mine, (lab) => lab.windows.isElsewhere);
    expect(hasCode(mine)).toBe(true);
    expect(mine.canUndoReset).toBe(false);
    await mine.act({ ...ISSUE_TO_DANA, command: { type: 'issueCode', account: 'tom', family: 'temporaryCode' } });
    expect(hasCode(other)).toBe(false);
    await mine.follow();
    expect(hasCode(mine)).toBe(false);
    expect(mine.windows.isElsewhere).toBe(false);
    expect(mine.canUndoReset).toBe(true);
  });

  test('is spoken of once: whoever stays is not asked again until it is yet another', async () => {
    const { mine, other, windows } = await twoWindows();
    await other.beginnings.reset();
    await followed(mine, (lab) => lab.windows.isElsewhere);
    mine.windows.stay();
    windows.wake('one');
    await mine.act(ISSUE_TO_DANA);
    expect(mine.windows.isElsewhere).toBe(false);
    await other.beginnings.reset();
    await followed(mine, (lab) => lab.windows.isElsewhere);
  });
});

describe('the clock that is tied to real time', () => {
  test('in one window is so in the other, and untied in both', async () => {
    const { mine, other, clock, windows } = await twoWindows();
    clock.epoch = mine.now + HOUR;
    await mine.clockTie.tie();
    windows.wake('two', { kind: 'preferences' });
    expect(other.clockTie.isTied).toBe(true);
    await followed(other, (lab) => lab.now === clock.present());
    other.clockTie.untie();
    windows.wake('one', { kind: 'preferences' });
    expect(mine.clockTie.isTied).toBe(false);
    expect(mine.said).toBe('Untied in another window.');
  });
});
