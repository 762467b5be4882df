import { describe, expect, test } from 'vitest';
import { DAY, HOUR, SECOND } from '../domain/instant';
import { check } from '../domain/check';
import { accountOf } from '../domain/world';
import { person } from '../domain/actors';
import { settingsOfCode } from '../domain/policy';
import { ISSUE_TO_DANA, newRunOn, partsOn } from '../../../tests/support/shell';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { codeText, grouped } from './code-text';
import { type OpenRun } from './open-run';
import { openLab } from './opening';
import { seededCryptography } from '../../../tests/support/shell';

const DANA = person('dana');
const HOME_OF_DANA = { persona: 'dana', node: '', subject: null, code: null };

async function codeOf(run: OpenRun, id: string): Promise<string> {
  const { form } = settingsOfCode(run.world.policy, 'temporaryCode');
  return codeText(seededCryptography('test'), run.world.pins?.seed ?? '', id, form.value);
}

async function submitCode(run: OpenRun, typed: string) {
  await run.submit({ actor: DANA, command: { type: 'submitPassword', account: 'dana', card: 'right' } });
  const done = await run.submit({
    actor: DANA,
    command: { type: 'submitCode', account: 'dana', family: 'temporaryCode' },
    typed,
  });
  return done.isOk ? done.value[0] : done.failure;
}

describe('a code that is typed', () => {
  test('is recognised with spaces, dashes and leading zeros, and never kept', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit(ISSUE_TO_DANA);
    const text = await codeOf(run, 'dana/code/1');
    expect(text).toMatch(/^\d{8}$/);
    for (const typed of [text, grouped(text, 4), grouped(text, 2).replaceAll(' ', '-'), ` ${text} `]) {
      await run.submit({ actor: DANA, command: { type: 'cancelSignIn', account: 'dana' } });
      expect(await submitCode(run, typed)).toMatchObject({ type: 'SignedIn', code: 'dana/code/1' });
      await run.submit({ actor: DANA, command: { type: 'signOut', account: 'dana' } });
    }
    const kept = JSON.stringify(await store.read(run.id));
    expect(kept).not.toContain(text);
    expect(kept).not.toContain(grouped(text, 4));
  });

  test('is wrong where a digit is missing, added or another', async () => {
    const run = await newRunOn(createMemoryStore());
    await run.submit(ISSUE_TO_DANA);
    const text = await codeOf(run, 'dana/code/1');
    const changed = `${(Number(text[0]) + 1) % 10}${text.slice(1)}`;
    for (const typed of [text.slice(1), `${text}0`, changed, 'abcd']) {
      expect(await submitCode(run, typed)).toMatchObject({ type: 'SignInRefused', reason: 'code-wrong' });
    }
    expect(await submitCode(run, '   ')).toMatchObject({ reason: 'code-missing' });
  });
});

describe('an append', () => {
  test('that saw an old position is refused, sends nothing and says what changed', async () => {
    const run = await newRunOn(createMemoryStore());
    const seen = run.world.position;
    await run.submit(ISSUE_TO_DANA);
    const before = run.records.length;
    const second = await run.submit(ISSUE_TO_DANA, seen);
    expect(second).toMatchObject({ isOk: false, failure: { kind: 'overtaken' } });
    expect(!second.isOk && second.failure.kind === 'overtaken' && second.failure.since[0]).toMatchObject({
      kind: 'command',
      command: { type: 'issueCode' },
    });
    expect(run.records).toHaveLength(before);
  });

  test('does not overtake another of the same window, unless it is the very same', async () => {
    const run = await newRunOn(createMemoryStore());
    const acts = [
      ISSUE_TO_DANA,
      { actor: DANA, command: { type: 'acquireDevice', account: 'dana', kind: 'phone' } },
    ] as const;
    const done = await Promise.all([...acts, ISSUE_TO_DANA].map((each) => run.submit(each)));
    expect(done.map(({ isOk }) => isOk)).toEqual([true, true, false]);
    expect(done[2]).toMatchObject({ failure: { kind: 'overtaken' } });
  });

  // Regression: whoever moved the clock and pressed at once was told that something else had come first.
  test('is not overtaken by what time alone brought: it is decided as of then', async () => {
    const run = await newRunOn(createMemoryStore());
    await run.submit(ISSUE_TO_DANA);
    const typed = await codeOf(run, 'dana/code/1');
    await run.submit({ actor: DANA, command: { type: 'submitPassword', account: 'dana', card: 'right' } });
    const sent = {
      actor: DANA,
      command: { type: 'submitCode', account: 'dana', family: 'temporaryCode' },
      typed,
    } as const;
    const [went, done] = await Promise.all([run.advanceTo(run.now + DAY), run.submit(sent)]);
    expect(went).toMatchObject({ value: [{ kind: 'deadline' }] });
    expect(done).toMatchObject({ isOk: true, value: [{ type: 'SignInRefused', reason: 'code-expired' }] });
  });

  test('from another window overtakes one that waits behind another of its own', async () => {
    const store = createMemoryStore();
    const mine = await newRunOn(store);
    const other = (await openLab(partsOn(store), () => undefined)).run;
    await other?.submit(ISSUE_TO_DANA);
    const signOut = { actor: DANA, command: { type: 'cancelSignIn', account: 'dana' } } as const;
    const acquire = { actor: DANA, command: { type: 'acquireDevice', account: 'dana', kind: 'phone' } } as const;
    const done = await Promise.all([mine.submit(signOut), mine.submit(acquire)]);
    expect(done.map(({ isOk }) => isOk)).toEqual([false, false]);
  });

  test('from another window that came first is found out by the store, and shown', async () => {
    const store = createMemoryStore();
    const mine = await newRunOn(store);
    const other = (await openLab(partsOn(store), () => undefined)).run;
    await other?.submit(ISSUE_TO_DANA);
    const refused = await mine.submit(ISSUE_TO_DANA);
    expect(refused).toMatchObject({ isOk: false, failure: { kind: 'overtaken', since: [{ kind: 'command' }] } });
    expect(accountOf(mine.world, 'dana')?.codes).toHaveLength(1);
    expect(await mine.submit(ISSUE_TO_DANA)).toMatchObject({ isOk: true });
  });

  test('of a place is tried again, because walking somewhere is repeatable', async () => {
    const store = createMemoryStore();
    const mine = await newRunOn(store);
    const other = (await openLab(partsOn(store), () => undefined)).run;
    await other?.submit(ISSUE_TO_DANA);
    const place = { persona: 'dana', node: 'home', subject: null, code: null };
    expect(await mine.goTo(DANA, () => ({ desk: 'user', place }))).toEqual({ isOk: true, value: null });
    expect(mine.world.places.user).toEqual(place);
    expect(accountOf(mine.world, 'dana')?.codes).toHaveLength(1);
  });

  test('that the store cannot take leaves the state as it was', async () => {
    const store = createMemoryStore();
    const full = { ...store, append: async () => ({ isOk: false, failure: { kind: 'full' } }) as const };
    const run = await newRunOn(full);
    const { world, now } = run;
    expect(await run.submit(ISSUE_TO_DANA)).toEqual({
      isOk: false,
      failure: { kind: 'storage', failure: { kind: 'full' } },
    });
    expect(run.world).toBe(world);
    expect(run.now).toBe(now);
  });
});

describe('time', () => {
  /** What time writes, whichever way it is moved. */
  const written = (run: OpenRun) =>
    run.records
      .filter(({ kind }) => kind === 'command' || kind === 'deadline')
      .map(({ position: _position, ...rest }) => rest);

  async function play(move: (run: OpenRun) => Promise<void>): Promise<OpenRun> {
    const run = await newRunOn(createMemoryStore());
    await run.submit({ actor: DANA, command: { type: 'cancelSignIn', account: 'dana' } });
    await run.submit(ISSUE_TO_DANA);
    await run.submit({ actor: DANA, command: { type: 'submitPassword', account: 'dana', card: 'right' } });
    await run.submit({
      actor: person('marcus'),
      command: { type: 'submitPassword', account: 'marcus', card: 'right' },
    });
    await move(run);
    return run;
  }

  test('jumped, stepped in pieces and played writes the same command and deadline records', async () => {
    const jumped = await play(async (run) => void (await run.advanceTo(run.now + 24 * HOUR)));
    const stepped = await play(async (run) => {
      const end = run.now + 24 * HOUR;
      for (let piece = 1; run.now < end; piece = (piece * 7) % 4001) {
        await run.advanceTo(Math.min(end, run.now + piece * SECOND));
        await run.goTo(DANA, () => ({ desk: 'user', place: HOME_OF_DANA }));
      }
    });
    const played = await play(async (run) => {
      const end = run.now + 24 * HOUR;
      while (run.now < end) await run.advanceTo(Math.min(end, run.now + 3600 * SECOND));
    });
    expect(
      written(jumped)
        .filter(({ kind }) => kind === 'deadline')
        .map(({ at }) => at),
    ).toEqual([8 * 60 + 57 - 9 * 60, 5, 24 * 60].map((minutes) => jumped.now - 24 * HOUR + minutes * 60 * SECOND));
    expect(written(stepped)).toEqual(written(jumped));
    expect(written(played)).toEqual(written(jumped));
    expect(stepped.world.accounts.chunks).toEqual(jumped.world.accounts.chunks);
    expect(check(stepped.records, stepped.world.catalogue).isSound).toBe(true);
  });

  test('tells what happened by itself, not what was still being done when it was moved', async () => {
    const run = await newRunOn(createMemoryStore());
    const [, moved] = await Promise.all([run.submit(ISSUE_TO_DANA), run.advanceTo(run.now + 24 * HOUR)]);
    expect(moved.isOk && moved.value.map(({ kind }) => kind)).toEqual(['deadline']);
  });

  test('never goes back', async () => {
    const run = await newRunOn(createMemoryStore());
    const { now } = run;
    await run.advanceTo(now - HOUR);
    expect(run.now).toBe(now);
  });

  test('a deadline comes before a command at its own instant', async () => {
    const run = await newRunOn(createMemoryStore());
    await run.submit(ISSUE_TO_DANA);
    const text = await codeOf(run, 'dana/code/1');
    await run.advanceTo(run.now + 24 * HOUR);
    expect(await submitCode(run, text)).toMatchObject({ reason: 'code-expired' });
  });
});

test('a code of an app, typed where the product has no such codes, is refused and not stumbled over', async () => {
  const run = await newRunOn(createMemoryStore());
  await run.submit({ actor: DANA, command: { type: 'submitPassword', account: 'dana', card: 'right' } });
  const done = await run.submit({ actor: DANA, command: { type: 'submitTotp', account: 'dana' }, typed: '123456' });
  expect(done).toMatchObject({ isOk: true, value: [{ type: 'SignInRefused', reason: 'not-your-method' }] });
});
