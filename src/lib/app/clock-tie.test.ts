import { describe, expect, test } from 'vitest';
import { memoryPreferences } from '../adapters/preferences/memory-preferences';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../domain/instant';
import type { Preferences, RunStore } from '../ports';
import { HandClock, ISSUE_TO_DANA, newRunOn, partsOn } from '../../../tests/support/shell';
import { ClockTie } from './clock-tie';
import type { OpenRun } from './open-run';
import { openLab, startRun } from './opening';

const READY = Promise.resolve();

/** A tie over a real run, and over what tells of it: how time was moved and what was said. */
class Tied {
  readonly clock: HandClock;
  readonly run: OpenRun;
  readonly tie: ClockTie;
  readonly said: string[] = [];
  readonly moves: { readonly to: Instant; readonly how: 'jump' | 'step' }[] = [];
  canKeep = true;
  pauses = 0;

  constructor(run: OpenRun, clock: HandClock, preferences: Preferences) {
    this.run = run;
    this.clock = clock;
    this.tie = new ClockTie({
      clock,
      preferences,
      now: () => run.now,
      pass: async (to, how) => {
        this.moves.push({ to, how });
        return this.canKeep && (await run.advanceTo(to)).isOk;
      },
      pause: () => (this.pauses += 1),
      say: (text) => this.said.push(text),
    });
    this.tie.adopt(run.id, READY);
  }

  /** Everything that was set off has been done. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    await this.run.advanceTo(0);
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  }

  /** Real time goes on, and the page gets a tick. */
  async pass(milliseconds: number): Promise<void> {
    this.clock.pass(milliseconds);
    await this.settled();
  }
}

/** A run whose simulated time is `behind` real time by this much; less than nothing is ahead of it. */
async function beside(behind: number, store: RunStore = createMemoryStore()): Promise<Tied> {
  const run = await newRunOn(store);
  const clock = new HandClock();
  clock.epoch = run.now + behind;
  return new Tied(run, clock, memoryPreferences());
}

describe('tying the clock', () => {
  test('moves simulated time on to the present second, and lets what is due on the way happen at its own instant', async () => {
    const lab = await beside(3 * DAY + 400);
    const issuedAt = lab.run.now;
    await lab.run.submit(ISSUE_TO_DANA);
    await lab.tie.tie();
    expect(lab.run.now).toBe(issuedAt + 3 * DAY);
    expect(lab.run.records.findLast(({ kind }) => kind === 'deadline')?.at).toBe(issuedAt + DAY);
    expect(lab.moves).toEqual([{ to: issuedAt + 3 * DAY, how: 'jump' }]);
    expect(lab.pauses).toBe(1);
    expect(lab.tie.isTied).toBe(true);
  });

  test('then follows real time to the second, and never runs before it', async () => {
    const lab = await beside(0);
    const start = lab.run.now;
    await lab.tie.tie();
    await lab.pass(999);
    expect(lab.run.now).toBe(start);
    await lab.pass(1);
    expect(lab.run.now).toBe(start + SECOND);
    await lab.pass(30_700);
    expect(lab.run.now).toBe(start + 31 * SECOND);
    expect(lab.moves.map(({ how }) => how)).toEqual(['step', 'step']);
  });

  test('catches up after sleep or a hidden tab, in one jump, and says so', async () => {
    const lab = await beside(0);
    await lab.tie.tie();
    await lab.pass(8 * HOUR);
    expect(lab.moves).toEqual([{ to: lab.clock.present(), how: 'jump' }]);
    expect(lab.said).toEqual(['Simulated time has caught up with real time.']);
  });

  test('writes nothing to the log while nothing happens', async () => {
    const lab = await beside(0);
    await lab.tie.tie();
    const before = lab.run.records.length;
    for (let minutes = 0; minutes < 10; minutes += 1) await lab.pass(59 * SECOND);
    expect(lab.run.records).toHaveLength(before);
    expect(lab.run.now).toBe(lab.clock.present());
  });

  test('ends when it is untied: time stands still', async () => {
    const lab = await beside(0);
    await lab.tie.tie();
    lab.tie.untie();
    const { now } = lab.run;
    await lab.pass(HOUR);
    expect(lab.tie.isTied).toBe(false);
    expect(lab.run.now).toBe(now);
  });
});

describe('simulated time ahead of real time', () => {
  test('never goes back: far ahead, the clock is not tied at all', async () => {
    const lab = await beside(-DAY);
    const { now } = lab.run;
    expect(lab.tie.standing()).toBe('far-ahead');
    await lab.tie.tie();
    expect(lab.tie.isTied).toBe(false);
    expect(lab.run.now).toBe(now);
  });

  test('a little ahead, it stands still until real time is there', async () => {
    const lab = await beside(-30 * SECOND);
    const { now } = lab.run;
    expect(lab.tie.standing()).toBe('little-ahead');
    await lab.tie.tie();
    expect(lab.tie.aheadBy).toBe(30 * SECOND);
    await lab.pass(29 * SECOND);
    expect(lab.run.now).toBe(now);
    await lab.pass(2 * SECOND);
    expect(lab.tie.aheadBy).toBe(0);
    expect(lab.run.now).toBe(now + SECOND);
  });

  test("the computer's clock is set back: time stands still, which is said once", async () => {
    const lab = await beside(0);
    await lab.tie.tie();
    const { now } = lab.run;
    lab.clock.epoch -= HOUR;
    for (let ticks = 0; ticks < 5; ticks += 1) await lab.pass(SECOND);
    expect(lab.run.now).toBe(now);
    expect(lab.tie.aheadBy).toBe(HOUR - 5 * SECOND);
    expect(lab.said).toEqual(['Simulated time is ahead of real time, so it stands still.']);
    lab.clock.epoch += HOUR;
    await lab.pass(SECOND);
    expect(lab.tie.aheadBy).toBe(0);
    expect(lab.run.now).toBe(now + 6 * SECOND);
  });

  test('a second of putting right is nothing to speak of', async () => {
    const lab = await beside(0);
    await lab.tie.tie();
    lab.clock.epoch -= SECOND;
    await lab.pass(0);
    expect(lab.tie.aheadBy).toBe(0);
    expect(lab.tie.standing()).toBe('behind');
    expect(lab.said).toEqual([]);
  });
});

describe('a run that was left tied', () => {
  async function reloaded(change: (lab: Tied) => void) {
    const store = createMemoryStore();
    const clock = new HandClock();
    const parts = partsOn(store, clock);
    const { run } = await startRun(parts, () => undefined);
    if (run === null) throw new Error('The run did not start.');
    clock.epoch = run.now;
    const before = new Tied(run, clock, parts.preferences);
    await before.tie.tie();
    change(before);
    before.tie.halt();
    clock.pass(5 * HOUR);
    const again = (await openLab(parts, () => undefined)).run;
    if (again === null) throw new Error('The run did not open.');
    return { after: new Tied(again, clock, parts.preferences), store, clock, parts };
  }

  test('is tied again when the page is loaded again, and catches up', async () => {
    const { after, clock } = await reloaded(() => undefined);
    expect(after.tie.isTied).toBe(true);
    await after.pass(0);
    expect(after.run.now).toBe(clock.present());
  });

  test('is not tied again where it was untied', async () => {
    const { after } = await reloaded(({ tie }) => tie.untie());
    const { now } = after.run;
    await after.pass(0);
    expect(after.tie.isTied).toBe(false);
    expect(after.run.now).toBe(now);
  });

  test('another run is not tied for it, and this one is when it is brought back', async () => {
    const { after } = await reloaded(() => undefined);
    after.tie.adopt('another', READY);
    expect(after.tie.isTied).toBe(false);
    after.tie.adopt(after.run.id, READY);
    expect(after.tie.isTied).toBe(true);
  });

  test('nothing is written before the log was verified', async () => {
    const { after, clock } = await reloaded(() => undefined);
    let verified = (): void => undefined;
    after.tie.adopt(after.run.id, new Promise<void>((resolve) => (verified = resolve)));
    after.moves.length = 0;
    await after.pass(MINUTE);
    expect(after.moves).toEqual([]);
    verified();
    await after.settled();
    expect(after.run.now).toBe(clock.present());
  });

  test('where it can no longer be kept, it follows no more: the trouble is told once', async () => {
    const { after } = await reloaded(() => undefined);
    after.canKeep = false;
    await after.pass(0);
    await after.pass(MINUTE);
    expect(after.tie.isTied).toBe(false);
    expect(after.moves).toHaveLength(1);
  });
});
