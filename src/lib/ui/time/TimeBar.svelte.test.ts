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

  // Regression: under a hint that names the clocks of now, a time beyond their change was offered as if by the same.
  test('a time that is typed says by which clocks it is, where they are others than now', async () => {
    await renderLab();
    await time.getByRole('button', { name: /^More ways to move time/ }).click();
    const typed = time.getByLabelText('Go to a time');
    await typed.fill('10 Mar 9:00');
    await expect.element(time.getByRole('button', { name: 'Go on to Tue 10 Mar, 09:00', exact: true })).toBeVisible();
    await typed.fill('2 Nov 9:00');
    await expect
      .element(time.getByRole('button', { name: 'Go on to Mon 2 Nov, 09:00 EST', exact: true }))
      .toBeVisible();
  });

  // Regression: a moment that cannot be gone to was picked, and why was only said when Go was pressed.
  test('a moment that is picked and cannot be gone to is answered at once', async () => {
    await renderLab();
    await time.getByRole('button', { name: /^More ways to move time/ }).click();
    const picker = time.getByLabelText('Or pick it');
    await picker.fill('2046-03-10T09:00:00');
    await expect.element(time.getByRole('alert')).toHaveTextContent('That is more than 10 years ahead');
    await picker.fill('2026-03-10T09:00:00');
    await expect.element(time.getByRole('alert')).not.toBeInTheDocument();
  });

  // Regression: at the beginning the button could be pressed and did nothing.
  test('steps back as far as something happened, and the focus stays where time is moved', async () => {
    const { lab } = await renderLab();
    const before = time.getByRole('button', { name: 'Event before' });
    await expect.element(before).toBeEnabled();
    (before.element() as HTMLElement).focus();
    for (let step = 0; step < 40 && lab.hasEarlier; step += 1) await lab.step(-1);
    await expect.element(before).toBeDisabled();
    await time.getByRole('button', { name: 'Event after' }).click();
    await expect.element(before).toBeEnabled();
    await before.click();
    await expect.element(before).toBeDisabled();
    await expect.element(time.getByRole('button', { name: 'Play' })).toHaveFocus();
  });
});
