import { expect, test } from 'vitest';
import { HandClock } from '../../../tests/support/shell';
import { Playing } from './playing.svelte';

test('while the instant at which it was paused is not kept, it is pausing and not yet paused', async () => {
  let settle = (): void => undefined;
  const kept: number[] = [];
  const playing = new Playing(new HandClock(), {
    now: () => 7_000,
    isAnythingDue: () => false,
    show: () => undefined,
    keep: (at) => {
      kept.push(at);
      return new Promise<void>((resolve) => (settle = resolve));
    },
    changed: () => undefined,
  });
  playing.start(60);
  expect(playing.isPausing).toBe(false);
  playing.pause();
  expect([playing.speed, playing.isPausing, kept]).toEqual([null, true, [7_000]]);
  settle();
  await expect.poll(() => playing.isPausing).toBe(false);
});
