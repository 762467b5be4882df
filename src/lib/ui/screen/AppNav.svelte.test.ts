import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PRODUCTS } from '../../../../tests/support/play';
import { renderLab } from '../../../../tests/support/render-lab';

const admin = () => page.getByRole('region', { name: 'Firm admin', exact: true });
const group = (name: string) => admin().getByRole('group', { name, exact: true });
const press = (name: string) => admin().getByRole('button', { name, exact: true }).click();

describe('a menu whose links stand in groups', () => {
  test('two links of one name are told apart by the group they stand in, and lead to their own pages', async () => {
    await renderLab({ product: PRODUCTS.netclient });
    await press('Admin');
    await expect.element(group('NetClient CS').getByRole('button')).toHaveTextContent('Users');
    await group('NetClient CS').getByRole('button', { name: 'Users', exact: true }).click();
    await expect.element(admin().getByRole('rowheader', { name: 'Ines Okafor' })).toBeVisible();
    await expect.element(admin().getByRole('rowheader', { name: 'Dana Whitlock' })).not.toBeInTheDocument();
    const staff = group('NetStaff CS').getByRole('button', { name: 'Users', exact: true });
    await expect.element(staff).not.toHaveAttribute('aria-current');
    await staff.click();
    await expect.element(staff).toHaveAttribute('aria-current', 'page');
    await expect.element(admin().getByRole('rowheader', { name: 'Dana Whitlock' })).toBeVisible();
  });

  // Regression: pressed from one of its pages, an open menu was closed.
  test('pressed from one of its pages an open menu stays open, and is closed when it is pressed again', async () => {
    await renderLab({ product: PRODUCTS.netclient });
    await press('Admin');
    await group('NetStaff CS').getByRole('button', { name: 'Users', exact: true }).click();
    await expect.element(admin().getByRole('rowheader', { name: 'Dana Whitlock' })).toBeVisible();
    await press('Admin');
    await expect.element(admin().getByRole('rowheader', { name: 'Dana Whitlock' })).not.toBeInTheDocument();
    await expect.element(group('NetStaff CS')).toBeVisible();
    await press('Admin');
    await expect.element(group('NetStaff CS')).not.toBeInTheDocument();
  });

  test('the whole way to a code for staff is walked by the words of the product', async () => {
    await renderLab({ product: PRODUCTS.netclient });
    await press('Admin');
    await group('NetStaff CS').getByRole('button', { name: 'Users', exact: true }).click();
    await press('Select Dana Whitlock');
    const identification = admin().getByRole('group', { name: 'Identification', exact: true });
    await expect.element(identification).toHaveTextContent('Multi-factor Authentication On, required by the firm');
    await identification.getByRole('button', { name: 'View Settings', exact: true }).click();
    const dialog = admin().getByRole('region', { name: 'Multi-factor Authentication settings for Dana Whitlock' });
    await dialog.getByRole('button', { name: 'generate a temporary, 24-hour numerical code', exact: true }).click();
    await expect.element(dialog.getByRole('region', { name: /^Temporary code/ })).toHaveTextContent(/\d{4} \d{4}/);
    await expect.element(dialog.getByRole('button', { name: 'Read it to Dana' })).toBeVisible();
  });

  test('the help for somebody who is locked out names the group and the section on the way', async () => {
    await renderLab({ product: PRODUCTS.netclient });
    await expect
      .element(page.getByRole('region', { name: /^How it stands with/ }))
      .toHaveTextContent('Admin › NetStaff CS › Users › Select › Identification › View Settings');
  });

  test('whoever lacks the right sees neither the link nor the group that would be empty', async () => {
    await renderLab({ product: PRODUCTS.netclient });
    await page.getByLabelText("Who sits at the admin's desk").selectOptions('tom');
    await press('Admin');
    await expect.element(group('NetClient CS').getByRole('button', { name: 'Users', exact: true })).toBeVisible();
    await expect.element(group('NetStaff CS')).not.toBeInTheDocument();
    await expect.element(admin().getByRole('button', { name: 'Users', exact: true })).toBeVisible();
  });
});
