import { describe, expect, test } from 'vitest';
import { places, renderLab } from '../../../../tests/support/render-lab';
import { ISSUE_TO_DANA } from '../../../../tests/support/shell';

const { time } = places;

describe('the clock', () => {
  test('plays at its speed by the clock it is given, lets deadlines happen at their instant, and stops when paused', async () => {
    const { lab, clock } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    await time.getByLabelText('Speed').selectOptions('3600');
    await time.getByRole('button', { name: 'Play' }).click();
    clock.pass(10_000);
    await expect.element(time.getByRole('timer')).toHaveTextContent('Mon 9 Mar 19:00:00');
    clock.pass(15_000);
    await expect.element(time.getByRole('status')).toHaveTextContent("09:00 Dana Whitlock's code ends.");
    await expect.element(time.getByRole('timer')).toHaveTextContent('Tue 10 Mar 10:00:00');
    await time.getByRole('button', { name: 'Pause' }).click();
    clock.pass(60_000);
    await expect.element(time.getByRole('timer')).toHaveTextContent('Tue 10 Mar 10:00:00');
  });

  test('at 1x a second is a second', async () => {
    const { clock } = await renderLab();
    await time.getByLabelText('Speed').selectOptions('1');
    await time.getByRole('button', { name: 'Play' }).click();
    clock.pass(7_400);
    await expect.element(time.getByRole('timer')).toHaveTextContent('Mon 9 Mar 09:00:07');
  });
});
