import { describe, expect, test } from 'vitest';
import { person } from '../../../domain/actors';
import { accountOf } from '../../../domain/world';
import { mergePatch } from '../../../products/merge-patch';
import type { Product } from '../../../products/schema';
import { product, PRODUCTS } from '../../../../../tests/support/play';
import { places, renderLab } from '../../../../../tests/support/render-lab';
import { ISSUE_TO_DANA } from '../../../../../tests/support/shell';

const { user } = places;

describe('the code field', () => {
  test('offers as notes the codes of its own kind only: what was read out is no recovery code', async () => {
    const { recoveryCode } = PRODUCTS.portal.policy.codes;
    const temporaryCode = {
      ...product.policy.codes.temporaryCode,
      stands: { value: 'beside', label: 'Beside', cites: [] },
    };
    const both = mergePatch(PRODUCTS.portal, {
      policy: { codes: { temporaryCode, recoveryCode }, rights: product.policy.rights },
      desks: { user: { steps: { code: 'cp-sign-in-recovery', codeEntry: 'cp-sign-in-recovery' } } },
    }) as Product;
    const { lab } = await renderLab({ product: both });
    await lab.act(ISSUE_TO_DANA);
    const code = accountOf(lab.world, 'dana')?.codes.at(-1)?.id ?? '';
    await lab.act({ actor: person('priya'), command: { type: 'tellCode', account: 'dana', code } });
    await user.getByRole('button', { name: 'Try another method' }).click();
    await user.getByRole('button', { name: 'Recovery code' }).click();
    const notes = user.getByRole('list', { name: 'Notes of Dana Whitlock' });
    await expect.element(notes).toHaveTextContent('saved 07:00');
    await expect.element(notes).not.toHaveTextContent('Priya');
  });

  test('takes leading zeros and pasted separators, sends nothing by itself, and cuts nothing off', async () => {
    const { lab } = await renderLab();
    await user.getByRole('button', { name: 'enter a code' }).click();
    const field = user.getByRole('textbox', { name: 'Temporary code' });
    await field.fill('0012-3456 78');
    await expect.element(field).toHaveValue('0012-3456 78');
    await expect.element(field).toHaveAttribute('inputmode', 'numeric');
    await expect.element(field).toHaveAttribute('autocomplete', 'one-time-code');
    expect(lab.records.filter((record) => record.kind === 'command' && record.command.type === 'submitCode')).toEqual(
      [],
    );
  });

  test('keeps what was typed after a refusal, and says what to do where nothing was typed', async () => {
    await renderLab();
    await user.getByRole('button', { name: 'enter a code' }).click();
    const field = user.getByRole('textbox', { name: 'Temporary code' });
    await user.getByRole('button', { name: 'Sign in' }).click();
    await expect.element(user.getByRole('alert')).toHaveTextContent('Type the code first.');
    await field.fill('9999');
    await user.getByRole('button', { name: 'Sign in' }).click();
    await expect.element(user.getByRole('alert')).toHaveTextContent('That is not the code.');
    await expect.element(field).toHaveValue('9999');
    await expect.element(field).toHaveFocus();
  });
});
