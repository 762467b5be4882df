import { expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { DAY } from '../domain/instant';
import { HandClock, partsOn } from '../../../tests/support/shell';
import { openLab, startRun } from './opening';

test('a run that is to open at an instant opens there, with its story as long before it as ever, and is sound', async () => {
  const parts = partsOn(createMemoryStore(), new HandClock());
  const usual = (await startRun(parts, () => undefined)).run;
  const opensAt = (usual?.now ?? 0) + 300 * DAY;
  const { run } = await startRun(parts, () => undefined, { opensAt });
  expect(run?.now).toBe(opensAt);
  expect(run?.records.map(({ at }) => opensAt - at)).toEqual(usual?.records.map(({ at }) => usual.now - at));
  const again = await openLab(parts, () => undefined);
  expect(await again.verify?.()).toBeNull();
});
