// The state of a run that grows while it is played, or begins with a long past: kept without being opened again first.
import { expect, test } from 'vitest';
import { LENGTH, openedBefore } from '../../../tests/support/long-run';
import { LAB } from '../domain/actors';
import { branchOff } from './branch';
import { BEHIND_MAX } from './kept-state';
import { StateKeeper } from './state-keeper';

const WALK = { desk: 'user', place: { persona: 'dana', node: 'other', subject: null, code: null } } as const;

test('a run that has grown while it was played opens from a state that was kept meanwhile', async () => {
  const { open, kept, parts, first, asked } = await openedBefore();
  const keeper = new StateKeeper(parts);
  await keeper.adopt(first);
  expect(kept.state?.position).toBe(LENGTH - 1);
  for (let walked = 1; walked <= BEHIND_MAX; walked += 1) {
    await first.run?.goTo(LAB, () => WALK);
    await keeper.grown();
    expect(kept.state?.position).toBe(walked < BEHIND_MAX ? LENGTH - 1 : LENGTH - 1 + BEHIND_MAX);
  }
  const again = await open();
  expect([again.run?.history.isWhole, asked.reads]).toEqual([false, 0]);
  expect(again.run?.world).toEqual(first.run?.world);
});

test('a branch with a long past opens from a state of its own', async () => {
  const { open, kept, parts, first } = await openedBefore();
  if (first.run === null) throw new Error('no run');
  const moment = { position: 2050, at: first.run.now };
  const branched = await branchOff(parts, () => undefined, {
    from: first.run,
    title: 'Branch',
    product: first.product,
    moment,
  });
  if (!branched.isOk) throw new Error('no branch');
  await new StateKeeper(parts).adopt(branched.value);
  expect(kept.state).toMatchObject({ position: 2050, link: branched.value.run?.head.link });
  const again = await open();
  expect(again.run?.history.isWhole).toBe(false);
  expect(again.run?.world).toEqual(branched.value.run?.world);
});

test('a short run has no state kept of it, however often it is written to', async () => {
  const { kept, parts, first } = await openedBefore({ length: 600 });
  await new StateKeeper(parts).adopt({ run: first.run });
  expect(kept.state).toBeNull();
});
