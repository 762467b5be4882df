// A firm of more people than fit a page, at the console whose admin decides what everybody is asked for.
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { withMorePeople } from '../../../../tests/support/larger-firm';
import { PRODUCTS } from '../../../../tests/support/play';
import { places, renderLab } from '../../../../tests/support/render-lab';
import { shippedWith } from '../../../../tests/support/shell';
import { PAGE } from './long-list.svelte';

const MANY = 60;
const { admin } = places;
const rows = () => admin.getByRole('rowheader');
const search = () => admin.getByRole('searchbox', { name: 'Find a person: Users' });
const told = () => admin.getByRole('group', { name: 'Users: search and pages' }).getByRole('status');

async function openUsers() {
  const shipped = { ...shippedWith(PRODUCTS.onix), start: { ...withMorePeople(MANY), product: PRODUCTS.onix.id } };
  const opened = await renderLab({ product: PRODUCTS.onix, parts: { loadShipped: async () => shipped } });
  await admin.getByRole('button', { name: 'Settings', exact: true }).click();
  await admin.getByRole('button', { name: 'Users & Roles', exact: true }).click();
  await expect.element(told()).toBeVisible();
  return opened;
}

describe('a long list of people', () => {
  test('stands a page at a time, says which, and its pages lead to everybody', async () => {
    const { lab } = await openUsers();
    const people = lab.world.directory.filter(({ firm }) => firm === 'birch-lowe');
    const seen: string[] = [];
    for (;;) {
      seen.push(
        ...rows()
          .elements()
          .map((each) => each.textContent),
      );
      await expect.element(told()).toHaveTextContent(`to ${seen.length} of ${people.length}`);
      const next = admin.getByRole('button', { name: 'Next page', exact: true });
      if (next.element().getAttribute('aria-disabled') === 'true') break;
      await next.click();
    }
    expect(seen).toEqual(people.map(({ name }) => name));
    await admin.getByRole('button', { name: 'Previous page', exact: true }).click();
    await expect
      .element(rows().first())
      .toHaveTextContent(seen[Math.floor((seen.length - 1) / PAGE) * PAGE - PAGE] ?? '');
  });

  test('is searched by a part of a name, from its first page, and says when nobody is called that', async () => {
    await openUsers();
    await admin.getByRole('button', { name: 'Next page', exact: true }).click();
    await userEvent.fill(search(), 'ROBIN 6');
    await expect.element(told()).toHaveTextContent('1 to 2 of 2');
    expect(
      rows()
        .elements()
        .map((each) => each.textContent),
    ).toEqual(['Robin 6', 'Robin 60']);
    await userEvent.fill(search(), 'nobody');
    await expect.element(told()).toHaveTextContent('Nobody is called that.');
  });

  test('tells what a change means in numbers, and of everybody, those it is hard on first', async () => {
    const { lab } = await openUsers();
    for (const name of ['Security & identity', 'Edit']) await admin.getByRole('button', { name, exact: true }).click();
    await admin.getByRole('checkbox', { name: 'Require two-factor authentication' }).click();
    const counts = admin.getByRole('list', { name: 'How many it means what for' });
    await expect.element(counts).toBeVisible();
    const numbers = counts
      .getByRole('listitem')
      .elements()
      .map((each) => Number.parseInt(each.textContent, 10));
    expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(
      lab.world.directory.filter(({ firm }) => firm === 'birch-lowe').length,
    );
    await expect.element(counts).toHaveTextContent('are not asked');
    const meant = admin.getByRole('list', { name: 'What this will mean' }).getByRole('listitem');
    await expect.element(meant.first()).toHaveTextContent('is not asked');
    await expect.element(meant.first()).not.toHaveTextContent('as before');
    expect(meant.elements()).toHaveLength(PAGE);
    await expect.element(page.getByRole('searchbox', { name: 'Find a person: What this will mean' })).toBeVisible();
  });
});

test('a short list has neither search nor pages', async () => {
  await renderLab({ product: PRODUCTS.onix });
  await admin.getByRole('button', { name: 'Settings', exact: true }).click();
  await admin.getByRole('button', { name: 'Users & Roles', exact: true }).click();
  await expect.element(rows().first()).toBeVisible();
  await expect.element(search()).not.toBeInTheDocument();
});
