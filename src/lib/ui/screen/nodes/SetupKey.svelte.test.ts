import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { person } from '../../../domain/actors';
import { PRODUCTS } from '../../../../../tests/support/play';
import { places, renderLab } from '../../../../../tests/support/render-lab';

const { user } = places;

// Regression: whoever was past the password when there was nothing to set up yet, as when a reset came in between, was told to
// type “this key”, and there was none.
test('whoever has no key on show yet can have it shown as text, without the QR code', async () => {
  const { lab } = await renderLab({ product: PRODUCTS.portal });
  await userEvent.selectOptions(user.getByRole('combobox', { name: 'Who signs in' }), 'elif');
  await user.getByRole('button', { name: 'Sign in', exact: true }).click();
  await lab.act({ actor: person('elif'), command: { type: 'cancelEnrolment', account: 'elif' } });
  await user.getByRole('button', { name: 'Trouble Scanning?' }).click();
  await user.getByRole('button', { name: 'Show the key' }).click();
  await expect.element(user.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/)).toBeVisible();
});
