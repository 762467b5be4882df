// A firm of more people than anybody would read in one list.
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { withMorePeople } from '../../../../tests/support/larger-firm';
import { product } from '../../../../tests/support/play';
import { places, renderLab } from '../../../../tests/support/render-lab';
import { shippedWith } from '../../../../tests/support/shell';

const MANY = 150;
const choice = () => places.user.getByRole('combobox', { name: 'Who signs in' });

const listed = () => choice().element().querySelectorAll('option').length;

test('of many people, whoever turns to the choice finds all of them, and until then nobody but who sits there', async () => {
  const shipped = { ...shippedWith(product), start: withMorePeople(MANY) };
  const { lab } = await renderLab({ parts: { loadShipped: async () => shipped } });
  await expect.element(choice()).toHaveDisplayValue(/^Dana Whitlock/);
  expect(listed()).toBe(1);
  (choice().element() as HTMLElement).focus();
  await vi.waitFor(() => expect(listed()).toBeGreaterThan(MANY));
  await userEvent.selectOptions(choice(), 'more-77');
  await expect.element(choice()).toHaveDisplayValue(/^Robin 77/);
  expect(lab.placeOf('user').persona).toBe('more-77');
  await userEvent.tab();
  await vi.waitFor(() => expect(listed()).toBe(1));
  await expect.element(choice()).toHaveDisplayValue(/^Robin 77/);
});
