// A long run that is opened from the state that was kept of it: at once, as the log says, and never by the state alone.
import { describe, expect, test } from 'vitest';
import { LENGTH, openedBefore } from '../../../tests/support/long-run';
import { ISSUE_TO_DANA, seededCryptography } from '../../../tests/support/shell';
import { LAB } from '../domain/actors';
import { HOUR } from '../domain/instant';
import type { KeptWorld } from '../domain/kept-world';
import { ok } from '../ports';
import { chained } from './chain';
import type { KeptState } from '../ports-states';

const CRYPTOGRAPHY = seededCryptography('test');
const WALK = { desk: 'user', place: { persona: 'dana', node: 'other', subject: null, code: null } } as const;

/** The state says something else, and its digest that it was kept so. */
async function forge(kept: { state: KeptState | null }, change: (world: KeptWorld) => KeptWorld): Promise<void> {
  if (kept.state === null) throw new Error('no state');
  const text = JSON.stringify(change(JSON.parse(kept.state.text) as KeptWorld));
  kept.state = { ...kept.state, text, digest: await CRYPTOGRAPHY.sha256Hex(text) };
}

describe('a long run that was opened before', () => {
  test('opens as it was, without its log being read; that is read when it is needed', async () => {
    const { open, asked, first } = await openedBefore();
    const { run } = await open();
    expect(asked.reads).toBe(0);
    expect(run?.history.isWhole).toBe(false);
    expect(run?.world).toEqual(first.run?.world);
    expect(await run?.log.ready()).toEqual(ok(null));
    expect(run?.records).toEqual(first.run?.records);
    expect(run?.history.worldAt(5)).toEqual(first.run?.history.worldAt(5));
    expect(asked.reads).toBe(1);
  });

  test('goes on from there, before its log is read and after', async () => {
    const { open, first } = await openedBefore();
    const { run } = await open();
    expect(await run?.goTo(LAB, () => WALK)).toEqual(ok(null));
    expect(run?.history.isWhole).toBe(false);
    expect(await run?.submit(ISSUE_TO_DANA)).toMatchObject({ isOk: true });
    expect(run?.records.slice(0, LENGTH)).toEqual(first.run?.records);
    const again = await open();
    expect(again.run?.world).toEqual(run?.world);
    expect(await again.verify?.()).toBeNull();
  });

  test('follows another window only by what its log says', async () => {
    const { open } = await openedBefore();
    const [mine, other] = [await open(), await open()];
    await other.run?.submit(ISSUE_TO_DANA);
    expect(mine.run?.history.isWhole).toBe(false);
    expect(await mine.run?.refresh()).toMatchObject({ isOk: true });
    expect(mine.run?.history.isWhole).toBe(true);
    expect(mine.run?.world).toEqual(other.run?.world);
  });

  test.each<[string, (state: KeptState) => KeptState]>([
    ['whose text was changed', (state) => ({ ...state, text: state.text.replace('dana', 'dora') })],
    ['that is no JSON', (state) => ({ ...state, text: state.text.slice(1) })],
    ['that follows another record', (state) => ({ ...state, link: 'another' })],
    ['that stands elsewhere', (state) => ({ ...state, position: state.position - 1 })],
    ['that other rules have folded', (state) => ({ ...state, rulesDigest: 'others' })],
  ])('is read to its beginning first, without a word, where there is a state %s', async (_, change) => {
    const { open, kept, asked, first } = await openedBefore();
    if (kept.state !== null) kept.state = change(kept.state);
    const { run, damage, problem } = await open();
    expect([damage, problem, asked.reads]).toEqual([null, null, 1]);
    expect(run?.history.isWhole).toBe(true);
    expect(run?.world).toEqual(first.run?.world);
  });

  test('is read to its beginning first where what came since does not follow the state', async () => {
    const { open, kept, asked, first } = await openedBefore();
    await first.run?.goTo(LAB, () => WALK);
    if (kept.state !== null) kept.state = { ...kept.state, link: 'another' };
    expect((await open()).run?.history.isWhole).toBe(true);
    expect(asked.reads).toBe(1);
  });

  test('is kept no state of where it is short', async () => {
    const { kept } = await openedBefore({ length: 100 });
    expect(kept.state).toBeNull();
  });
});

describe('a state that says what the log does not', () => {
  test('gives way to the log, and another is kept in its place', async () => {
    const { open, kept, first } = await openedBefore();
    await forge(kept, (world) => ({ ...world, workstation: 'elsewhere' }));
    const { run } = await open();
    expect(run?.world.workstation).toBe('elsewhere');
    expect(await run?.log.ready()).toEqual(ok(null));
    expect(run?.world).toEqual(first.run?.world);
    const again = await open();
    expect(again.run?.history.isWhole).toBe(false);
    expect(again.run?.world).toEqual(first.run?.world);
  });

  test('writes nothing of what it says: time that passes goes by the log', async () => {
    const { open, kept, first } = await openedBefore();
    await forge(kept, (world) => ({
      ...world,
      deadlines: world.deadlines.map((each) => ({ ...each, at: each.at - HOUR })),
    }));
    const { run } = await open();
    const [deadline] = first.run?.world.deadlines ?? [];
    await run?.advanceTo((deadline?.at ?? 0) - 1);
    expect(run?.records.at(-1)?.kind).toBe('place');
    await run?.advanceTo(deadline?.at ?? 0);
    expect(run?.records.at(-1)).toMatchObject({ kind: 'deadline', at: deadline?.at });
    expect(await (await open('others')).verify?.()).toBeNull();
  });

  test('lets no command through to a damaged log', async () => {
    const { open, kept, asked } = await openedBefore();
    kept.change = (stored) => ({ ...stored, records: stored.records.with(9, { record: null, link: null }) });
    const { run, damage } = await open();
    expect(damage).toBeNull();
    const refused = { kind: 'damaged', damage: { kind: 'record-malformed', position: 9 } };
    expect(await run?.submit(ISSUE_TO_DANA)).toMatchObject({ isOk: false, failure: refused });
    expect(await run?.refresh()).toMatchObject({ isOk: false, failure: refused });
    expect(asked.appends).toBe(0);
  });

  test('hides no damage, however far from the beginning that is', async () => {
    const { open, kept, first } = await openedBefore();
    const records = first.run?.records ?? [];
    const back = records.with(1500, { ...records[1500]!, at: 0 });
    const linked = await chained(CRYPTOGRAPHY, '', back);
    const head = { position: LENGTH - 1, link: linked.at(-1)?.link ?? '' };
    kept.change = ({ row }) => ({ row: { ...row, head }, records: linked });
    const failure = { kind: 'damaged', damage: { kind: 'history-impossible', position: 1500 } };
    expect(await (await open()).run?.submit(ISSUE_TO_DANA)).toMatchObject({ isOk: false, failure });
  });

  test('is not enough where the log cannot be read, which is tried again', async () => {
    const { open, kept, asked } = await openedBefore();
    const { run } = await open();
    kept.isBlocked = true;
    expect(await run?.submit(ISSUE_TO_DANA)).toMatchObject({ isOk: false, failure: { kind: 'storage' } });
    expect(asked.appends).toBe(0);
    kept.isBlocked = false;
    expect(await run?.submit(ISSUE_TO_DANA)).toMatchObject({ isOk: true });
  });
});
