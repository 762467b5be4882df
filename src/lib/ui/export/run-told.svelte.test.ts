import { expect, test } from 'vitest';
import { HOUR } from '../../domain/instant';
import { Words } from '../words/words.svelte';
import { renderLab } from '../../../../tests/support/render-lab';
import { ISSUE_TO_DANA } from '../../../../tests/support/shell';
import { leftOutText, runTold } from './run-told';

test('what leaves the lab goes up to the moment that is looked at, as if that were the present', async () => {
  const { lab } = await renderLab();
  const words = new Words(lab);
  await lab.act(ISSUE_TO_DANA);
  await lab.advanceTo(lab.now + HOUR);
  const now = runTold(lab, words);
  expect(now).toMatchObject({ now: lab.now, leftOut: null, title: 'The phone on the train', partedAt: null });
  expect(now.records).toBe(lab.records);
  expect(leftOutText(now)).toBeNull();
  expect(now.upcoming).toHaveLength(1);

  await lab.lookAt(lab.present.now - HOUR - 1);
  const then = runTold(lab, words, now.chronicle);
  expect(then.records.at(-1)?.position).toBe(lab.past?.position);
  expect(then.records.length).toBeLessThan(lab.records.length);
  expect(then.chronicle.events.every((position) => position <= (lab.past?.position ?? -1))).toBe(true);
  expect(then.upcoming).toEqual([]);
  expect(leftOutText(then)).toContain('what happened in the 1 hour after it is left out');
});
