// The client portal, walked by its own words in the order of its facts: first sign-in, codes of the app, the recovery
// code, and Support's reset.
import { expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { readKeyUri } from '../../src/lib/domain/key-uri';
import { findingsIn, LONG_WIDTHS } from './findings';
import { LabPage } from './lab-page';

const QR = 'QR code to scan with an authenticator app';

async function openPortal(page: Page): Promise<LabPage> {
  const lab = await LabPage.open(page);
  await lab.play('portal');
  return lab;
}

/** The present page of the drawn browser at the user's desk. */
async function expectPage(lab: LabPage, heading: string): Promise<void> {
  await expect(lab.user.getByRole('heading', { name: heading, exact: true })).toBeVisible();
}

/** The key on show goes into the app of the drawn phone. */
async function scan(lab: LabPage): Promise<void> {
  await lab.phone.getByRole('button', { name: 'Add an account' }).click();
  await lab.phone.getByRole('button', { name: 'Scan a QR code' }).click();
}

/** What the phone shows is typed, and stands in the field. */
async function typeFromPhone(lab: LabPage): Promise<void> {
  // Of several rows the newest: the one that was added last. The field is emptied, so that what is seen is what was typed.
  await lab.user.getByRole('textbox', { name: 'Six-digit code' }).fill('');
  await lab.user
    .getByRole('button', { name: /^Type it from/ })
    .last()
    .click();
  await expect(lab.user.getByRole('textbox', { name: 'Six-digit code' })).toHaveValue(/^\d{6}$/);
}

/** The one recovery code, as it stands on screen to be saved. */
async function codeOnShow(lab: LabPage): Promise<string> {
  await expectPage(lab, 'Save your recovery code');
  const code = lab.user.locator('[data-code]');
  await expect(code).toHaveCount(1);
  await expect(code).toHaveText(/^([0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  return (await code.textContent()) ?? '';
}

async function save(lab: LabPage): Promise<void> {
  await lab.user.getByRole('checkbox', { name: 'I have saved it' }).check();
  await lab.press(lab.user, 'Continue');
  await lab.expectSignedIn();
}

/** From the step for the app's code to the field for the recovery code. */
async function otherMethod(lab: LabPage): Promise<void> {
  await lab.press(lab.user, 'Try another method');
  await lab.press(lab.user, 'Recovery code');
  await expectPage(lab, 'Recovery code');
}

/** Elif, with nothing set up, gives her password and stands before the QR code. */
async function elifBeforeQrCode(lab: LabPage): Promise<void> {
  await lab.persona('user', 'Elif Kaya');
  await lab.password();
  await expectPage(lab, 'Set up your authenticator app');
  await expect(lab.user.getByRole('img', { name: QR })).toBeVisible();
}

test(
  'The portal by the words of its guide, in the order of its facts (CLP-1 to CLP-8)',
  { tag: '@core-long' },
  async ({ page }) => {
    test.setTimeout(180_000);
    const lab = await openPortal(page);

    await test.step('CLP-1, CLP-2: user name and password, then a QR code for any authenticator app', async () => {
      await elifBeforeQrCode(lab);
    });

    await test.step('CLP-3: trouble scanning: the key is typed, and counter-based is the wrong choice', async () => {
      const disclosed = lab.user.getByRole('button', { name: 'Copy the key' });
      await expect(disclosed).toBeHidden();
      await lab.press(lab.user, 'Trouble Scanning?');
      await expect(disclosed).toBeVisible();
      await lab.press(lab.user, 'Trouble Scanning?');
      await expect(disclosed).toBeHidden();
      const enter = async (kind: 'Time-based' | 'Counter-based') => {
        await lab.phone.getByRole('button', { name: 'Add an account' }).click();
        await lab.phone.getByRole('button', { name: 'Enter a setup key' }).click();
        await expect(lab.phone.getByLabel('Account name')).toHaveValue('elif@birchlowe.example');
        await expect(lab.phone.getByLabel('Key', { exact: true })).toHaveValue(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
        await lab.phone.getByRole('radio', { name: kind }).check();
        await lab.phone.getByRole('button', { name: 'Add', exact: true }).click();
      };
      await lab.press(lab.user, 'Trouble Scanning?');
      await enter('Counter-based');
      await expect(lab.phone).toContainText('counter-based, number 0');
      await typeFromPhone(lab);
      await lab.press(lab.user, 'Continue');
      await expect(lab.refusal).toContainText('That code is not right now.');
      await expect(lab.refusal).toBeInViewport({ ratio: 1 });
      await lab.happenings.getByRole('button', { name: /^Why/ }).first().click();
      await expect(lab.why).toContainText('in the app the key was entered as a counter-based one');
      await expect(lab.why).toContainText('CLP-3');
      await enter('Time-based');
      await expect(lab.user.getByRole('button', { name: /^Type it from/ })).toHaveCount(2);
    });

    await test.step('CLP-4: a row of the app for each account, whose six digits are typed', async () => {
      await expect(lab.phone.getByRole('listitem').filter({ hasText: 'elif@birchlowe.example' }).last()).toContainText(
        /\d{3} \d{3}/,
      );
      await typeFromPhone(lab);
      await lab.press(lab.user, 'Continue');
    });

    await test.step('CLP-5: one recovery code, to be saved before anything else', async () => {
      const code = await codeOnShow(lab);
      await expect(lab.user.getByRole('button', { name: 'Sign out' })).toBeHidden();
      await lab.user.getByRole('button', { name: 'Continue', exact: true }).click({ force: true });
      await codeOnShow(lab);
      await save(lab);
      await expect(lab.user).not.toContainText(code);
      await expect(lab.situation).toContainText('Signed in');
      await lab.signOut();
      await lab.password();
      await expectPage(lab, 'Enter the code from your app');
      await otherMethod(lab);
      await expect(lab.user.getByRole('list', { name: 'Notes of Elif Kaya' })).toContainText(code);
    });

    await test.step('CLP-6: a code of the app is good for its own thirty seconds, and late by a step it is refused', async () => {
      await lab.beginAnew();
      await lab.persona('user', 'Marcus Oyelaran');
      await lab.password();
      await expect(lab.user).toContainText('With few seconds left, wait for the next one.');
      await lab.user.getByRole('button', { name: "Type it from Marcus's phone" }).click();
      await expect(lab.user.getByRole('textbox', { name: 'Six-digit code' })).toHaveValue(/^\d{6}$/);
      await lab.move('+30 s');
      await lab.press(lab.user, 'Continue');
      await expect(lab.refusal).toContainText('with few seconds left wait for the next');
      await lab.happenings.getByRole('button', { name: /^Why/ }).first().click();
      await expect(lab.why).toContainText('It is the code of 30 seconds ago');
      await lab.user.getByRole('button', { name: "Type it from Marcus's phone" }).click();
      await lab.press(lab.user, 'Continue');
      await lab.expectSignedIn();
    });

    await test.step('CLP-7: without the phone: the recovery code works once and yields a new one', async () => {
      await lab.beginAnew();
      await expect(lab.situation).toContainText('Dana can sign in with the recovery code that Dana has saved.');
      await otherMethod(lab);
      const notes = lab.user.getByRole('list', { name: 'Notes of Dana Whitlock' });
      const field = lab.user.getByRole('textbox', { name: 'Recovery code' });
      await notes.getByRole('button', { name: 'Type it from the note' }).click();
      const first = await field.inputValue();
      await field.fill(first.toLowerCase());
      await lab.press(lab.user, 'Continue');
      const second = await codeOnShow(lab);
      expect(second).not.toBe(first);
      await expect(lab.situation).toContainText('Dana has not yet saved the recovery code on the screen');
      await expect(lab.situation).toContainText('Save it before anything else.');
      await save(lab);
      await lab.signOut();
      await lab.password();
      await otherMethod(lab);
      await field.fill(first);
      await lab.press(lab.user, 'Continue');
      await expect(lab.refusal).toContainText('This recovery code was used at 09:00 and works only once.');
      await field.fill(second.replaceAll(' ', '-'));
      await lab.press(lab.user, 'Continue');
      const third = await codeOnShow(lab);
      await save(lab);
      await lab.press(lab.user, 'Account');
      await lab.press(lab.user, 'Get a new recovery code');
      expect(await codeOnShow(lab)).not.toBe(third);
      await save(lab);
    });

    await lab.beginAnew();
    await test.step('CLP-8: Dana closes the tab before she has saved the new code', async () => {
      await otherMethod(lab);
      await lab.user.getByRole('button', { name: 'Type it from the note' }).click();
      await lab.press(lab.user, 'Continue');
      await codeOnShow(lab);
      await lab.user.getByRole('button', { name: 'Close the tab without saving' }).click();
      await lab.expectSignedIn();
      await expect(lab.situation).toContainText('Signed in, no way back in');
      await lab.signOut();
      await expect(lab.situation).toContainText('Dana is locked out');
      await expect(lab.situation).toContainText('Support resets what is set up, for the person who asks.');
      await lab.password();
    });

    await test.step('CLP-8: nobody at the firm can help: that desk is closed, and says who is asked', async () => {
      await expect(lab.admin).toContainText('This desk is closed');
      await expect(lab.admin).toContainText('The article describes no admin console. EDGE-10');
      await expect(lab.admin.getByRole('button', { name: 'Ask Support…' })).toBeHidden();
      await lab.press(lab.admin, "Go to the user's desk");
    });

    await test.step('CLP-8: Dana asks Support, for herself and nobody else', async () => {
      await lab.user.getByRole('button', { name: 'Ask Support…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Ask Support' });
      await expect(dialog.getByRole('radio')).toHaveCount(1);
      await expect(dialog.getByRole('radio', { name: 'Reset the second factor of Dana Whitlock' })).toBeChecked();
      await dialog.getByRole('button', { name: 'Send the mail' }).click();
    });

    await test.step('CLP-8: the rep verifies the address, and resets', async () => {
      await lab.press(lab.support, 'Requests');
      await expect(lab.support).toContainText('User name on file: dana@birchlowe.example');
      await lab.support.getByRole('button', { name: 'Matches: the sender, against the user name' }).click();
      await lab.press(lab.support, 'Verified: take it to the reset tool');
      await expect(lab.support).not.toContainText('portal tech');
      await lab.press(lab.support, 'Reset tool');
      await expect(lab.support).toContainText("Set up: Dana's phone.");
      await lab.press(lab.support, 'Reset multi-factor authentication');
      await expect(lab.support).toContainText('Nothing to reset.');
    });

    await test.step('CLP-8: and Dana scans a new key with a new phone', async () => {
      await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
      await lab.password();
      await expectPage(lab, 'Set up your authenticator app');
      await scan(lab);
      await typeFromPhone(lab);
      await lab.press(lab.user, 'Continue');
      await codeOnShow(lab);
      await save(lab);
      await lab.signOut();
      await lab.move('+30 s');
      await lab.password();
      await typeFromPhone(lab);
      await lab.press(lab.user, 'Continue');
      await lab.expectSignedIn();
    });
  },
);

for (const theme of ['light', 'dark'] as const) {
  test(`a camera reads the QR code off the screen, ${theme}: the lab's own key URI and nothing else`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    const lab = await openPortal(page);
    await elifBeforeQrCode(lab);
    const { data, width, height } = PNG.sync.read(await lab.user.getByRole('img', { name: QR }).screenshot());
    const read = jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
    expect(read?.data).toMatch(/^otpauth:\/\/totp\/Lockout%20Lab%20SIMULATION:elif%40birchlowe\.example\?secret=/);
    expect(readKeyUri(read?.data ?? '').isRead).toBe(true);
    const secret = new URL(read?.data ?? '').searchParams.get('secret') ?? '';
    await lab.press(lab.user, 'Trouble Scanning?');
    await expect(lab.user).toContainText(secret.replace(/(.{4})(?=.)/g, '$1 '));
  });
}

for (const width of LONG_WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found on any screen of the portal`, async ({ page }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    const examine = async (state: string) => void found.push(...(await findingsIn(page, state)));
    const show = async (desk: string) => {
      const choice = page.getByRole('navigation', { name: 'Desk in view' });
      if (await choice.isVisible()) await choice.getByRole('button', { name: desk }).click();
    };
    await page.setViewportSize({ width, height: 900 });
    const lab = await openPortal(page);
    await lab.press(lab.user, 'Try another method');
    await examine('another method');
    await lab.press(lab.user, 'Recovery code');
    await lab.user.getByRole('button', { name: 'Type it from the note' }).click();
    await examine('recovery code');
    await lab.press(lab.user, 'Continue');
    await codeOnShow(lab);
    await examine('code to save');
    await save(lab);
    await lab.press(lab.user, 'Account');
    await examine('account');
    await lab.signOut();
    await lab.user.getByRole('button', { name: 'Ask Support…' }).click();
    await expect(page.getByRole('dialog').getByRole('radio')).toBeVisible();
    await examine('asking Support');
    await page.getByRole('dialog').getByRole('button', { name: 'Send the mail' }).click();
    await show('Firm admin');
    await examine('closed desk');
    await lab.press(lab.admin, "Go to the user's desk");
    await expect(lab.user).toBeVisible();
    await elifBeforeQrCode(lab);
    await lab.press(lab.user, 'Trouble Scanning?');
    await lab.phone.getByRole('button', { name: 'Add an account' }).click();
    await lab.phone.getByRole('button', { name: 'Enter a setup key' }).click();
    await expect(lab.user.getByRole('button', { name: 'Copy the key' })).toBeVisible();
    await examine('set-up');
    await lab.phone.getByRole('radio', { name: 'Counter-based' }).check();
    await lab.phone.getByRole('button', { name: 'Add', exact: true }).click();
    await typeFromPhone(lab);
    await lab.press(lab.user, 'Continue');
    await expect(lab.refusal).toBeVisible();
    await examine('counter-based refused');
    await show('Support');
    await lab.press(lab.support, 'Requests');
    await examine('request');
    await lab.support.getByRole('button', { name: /^Matches/ }).click();
    await lab.press(lab.support, 'Verified: take it to the reset tool');
    await lab.press(lab.support, 'Reset tool');
    await examine('reset tool');
    await page.getByRole('button', { name: 'Rules…' }).click();
    await expect(page.getByRole('dialog', { name: 'Rules in force' })).toBeVisible();
    await examine('rules');
    expect(found).toEqual([]);
  });
}
