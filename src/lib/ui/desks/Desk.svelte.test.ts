import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mergePatch } from '../../products/merge-patch';
import type { Product } from '../../products/schema';
import { product, PRODUCTS } from '../../../../tests/support/play';
import { places, renderLab } from '../../../../tests/support/render-lab';

const { admin, support, user } = places;

/** The shipped product with every label of its screen map in other words, and a name of its own. */
function renamed(): Product {
  const nodes = Object.fromEntries(
    Object.entries(product.nodes).map(([id, node]) => [
      id,
      'label' in node ? { ...node, label: `${node.label} zz` } : node,
    ]),
  );
  return { ...product, id: 'another-product', name: 'Another', nodes };
}

describe('the desks are drawn from the product file alone', () => {
  test('a product in other words is walked by those words', async () => {
    await renderLab({ product: renamed() });
    for (const label of ['Setup zz', 'Staff zz', 'Edit zz Dana Whitlock', 'Onvio Access zz', 'View Setting zz']) {
      await admin.getByRole('button', { name: label, exact: true }).click();
    }
    await admin.getByRole('button', { name: 'generate a temporary, 24-hour code zz' }).click();
    await expect.element(admin.getByRole('button', { name: 'Read it to Dana' })).toBeVisible();
  });

  test('a desk that the product does not describe is closed, with the reason on it and who is asked instead', async () => {
    const closed = {
      closed: 'The article describes no admin console.',
      askInstead: 'Support resets multi-factor authentication.',
      cites: ['EDGE-10'],
    };
    await renderLab({ product: { ...product, desks: { ...product.desks, admin: closed, support: closed } } });
    for (const desk of [admin, support]) {
      await expect.element(desk).toHaveTextContent('This desk is closed');
      await expect.element(desk).toHaveTextContent('The article describes no admin console. EDGE-10');
      await expect.element(desk).toHaveTextContent('Support resets multi-factor authentication.');
    }
  });

  test('where Support serves each person, they ask at their own desk, and nobody at a closed one', async () => {
    const { lab } = await renderLab({ product: PRODUCTS.portal });
    await expect.element(admin).toHaveTextContent('This desk is closed');
    await expect.element(admin).toHaveTextContent('The article describes no admin console. EDGE-10');
    await expect.element(admin.getByRole('combobox')).not.toBeInTheDocument();
    await expect.element(admin.getByRole('button', { name: 'Ask Support…' })).not.toBeInTheDocument();
    await admin.getByRole('button', { name: "Go to the user's desk" }).click();
    expect(lab.placeOf('lab').node).toBe('user');
    expect(document.activeElement?.contains(user.element())).toBe(true);
    await user.getByRole('button', { name: 'Ask Support…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send the mail' }).click();
    await support.getByRole('button', { name: 'Requests', exact: true }).click();
    await expect.element(support).toHaveTextContent('User name on file: dana@birchlowe.example');
    expect(lab.world.requests.map(({ from, about, wish }) => ({ from, about, wish }))).toEqual([
      { from: 'dana', about: 'dana', wish: 'resetMfa' },
    ]);
  });

  test('nobody is sent to a Support whose desk is closed', async () => {
    const closed = { closed: 'Not described.', askInstead: 'An admin of the firm helps.', cites: ['EDGE-10'] };
    await renderLab({ product: { ...product, desks: { ...product.desks, support: closed } } });
    await expect.element(support).toHaveTextContent('An admin of the firm helps.');
    await expect.element(page.getByRole('button', { name: 'Ask Support…' })).not.toBeInTheDocument();
  });

  test('rules that can make no difference in a product are not offered, and what is fixed is told in words', async () => {
    await renderLab({ product: PRODUCTS.portal });
    await expect.element(page.getByText('MFA for Birch & Lowe: Required')).toBeVisible();
    await page.getByRole('button', { name: 'Rules…' }).click();
    const rules = page.getByRole('dialog', { name: 'Rules in force' });
    await expect.element(rules).toHaveTextContent('An app that shows six-digit codes');
    await expect.element(rules).not.toHaveTextContent('Not described');
  });

  test('what a product leaves unsaid, the lab says in its own words', async () => {
    const silent = mergePatch(product, { words: { signIn: { wrong: null } } }) as Product;
    await renderLab({ product: silent });
    await user.getByRole('button', { name: 'enter a code' }).click();
    await user.getByRole('textbox', { name: 'Temporary code' }).fill('1234');
    await user.getByRole('button', { name: 'Sign in' }).click();
    await expect.element(user.getByRole('alert')).toHaveTextContent('That is not the code.');
  });

  test('switching the revision on the spot changes words and looks at once', async () => {
    await renderLab();
    await admin.getByRole('button', { name: 'Setup' }).click();
    await admin.getByRole('button', { name: 'Clients', exact: true }).click();
    await admin.getByRole('button', { name: 'Edit Ines Okafor' }).click();
    await expect.element(admin.getByRole('button', { name: 'Client Centre Access' })).toBeVisible();
    await page.getByLabelText('Product').selectOptions('Onvio, revision 1');
    await expect.element(admin.getByRole('button', { name: 'Client Center Access' })).toBeVisible();
  });
});

const REFUSED = /could not sign you in|no way to sign in/i;

// Regression: a refused password of one person stood on the sign-in of the next, who had given the right one.
test('what was typed, chosen and refused on the sign-in of one person is on nobody else’s', async () => {
  await renderLab({ product: PRODUCTS.onix });
  const choice = user.getByRole('combobox', { name: 'Who signs in' });
  await userEvent.selectOptions(choice, 'wren');
  await user.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect.element(user).toHaveTextContent(REFUSED);
  await userEvent.selectOptions(choice, 'dana');
  // The field comes with its message, and after the page's title.
  await expect.element(user.getByRole('textbox')).toBeVisible();
  await expect.element(user).not.toHaveTextContent(REFUSED);
});
