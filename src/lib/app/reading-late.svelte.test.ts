// A lab that shows a long run before its log is read to its beginning.
import { describe, expect, test } from 'vitest';
import { openedBefore } from '../../../tests/support/long-run';
import { HandClock, partsOn } from '../../../tests/support/shell';
import type { RunStore } from '../ports';
import { Lab } from './lab.svelte';

test('keeps the state of a branch with a long past, and again when much was done in it', async () => {
  const { store, kept, first } = await openedBefore();
  const lab = new Lab({ ...partsOn(store), rulesDigest: 'these' });
  await lab.start();
  await lab.whole();
  await lab.branches.continueFrom({ position: 2060, at: first.run?.now ?? 0 }, 'Branch');
  await expect.poll(() => kept.state?.position).toBe(2060);
  for (let walked = 1; walked <= 500; walked += 1) await lab.go('user', { node: `page-${walked}` });
  await expect.poll(() => kept.state?.position).toBe(2560);
});

describe('a lab that opens from a state', () => {
  /** A clock that has no time for what can wait. */
  class BusyClock extends HandClock {
    override idle(): Promise<void> {
      return new Promise(() => undefined);
    }
  }

  async function labOn(store: RunStore): Promise<Lab> {
    const lab = new Lab({ ...partsOn(store, new BusyClock()), rulesDigest: 'these' });
    await lab.start();
    return lab;
  }

  test('looks back as soon as it is asked to', async () => {
    const { store, first } = await openedBefore();
    const lab = await labOn(store);
    expect([lab.status, lab.isWhole, lab.records]).toEqual(['open', false, []]);
    const begun = first.run?.records[0]?.at ?? 0;
    await lab.lookAt(begun);
    expect(lab.past?.at).toBe(begun);
    expect(lab.world).toEqual(first.run?.history.worldAt(lab.position));
    lab.backToNow();
    await lab.step(-1);
    expect(lab.past).not.toBeNull();
  });

  test('knows by which record was picked what is picked, once the log is read', async () => {
    const { store, first } = await openedBefore();
    const lab = await labOn(store);
    expect(lab.placeOf('lab').subject).toBe('3');
    await lab.whole();
    expect(lab.pickedAt).toBe(
      first.run?.records.findIndex(
        (each) => each.kind === 'place' && each.desk === 'lab' && each.place.subject === '3',
      ),
    );
  });
});
