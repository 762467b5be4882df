import { expect, test } from 'vitest';
import { person } from '../../../domain/actors';
import { accountOf } from '../../../domain/world';
import { PRODUCTS } from '../../../../../tests/support/play';
import { places, renderLab } from '../../../../../tests/support/render-lab';

test('a set-up in an open session that failed too often says until when to wait', async () => {
  const { lab } = await renderLab({ product: PRODUCTS.onix });
  await lab.act({ actor: person('tom'), command: { type: 'startEnrolment', account: 'tom' } });
  await lab.go('user', { persona: 'tom', node: 'onx-own-set-up' });
  const { user } = places;
  const confirm = user.getByRole('button', { name: 'Confirm' });
  for (let tries = 1; tries <= 5; tries += 1) {
    await confirm.click();
    await expect.poll(() => accountOf(lab.world, 'tom')?.failures.count).toBe(tries);
  }
  await confirm.click();
  await expect.element(user.getByRole('alert')).toHaveTextContent('Too many tries in a row. Try again from 09:00:30.');
});
