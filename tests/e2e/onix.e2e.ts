// Onix Work by its own words, in a real browser: a temporary access code, a reset and what is set up after it, the policy
// switched off, and who is never asked.
import { expect, test, type Page } from '@playwright/test';
import { findingsIn, show, LONG_WIDTHS } from './findings';
import { LabPage } from './lab-page';

const PRODUCT = 'onix';

class OnixPage extends LabPage {
  static override async open(page: Page): Promise<OnixPage> {
    await page.goto('/lab/');
    const lab = new OnixPage(page);
    await lab.ready();
    await lab.play(PRODUCT);
    return lab;
  }

  /** Settings, Users & Roles, the account. */
  async select(name: string): Promise<void> {
    await this.settings();
    await this.press(this.admin, 'Users & Roles');
    await this.press(this.admin, `Select ${name}`);
    await expect(this.admin.getByRole('heading', { name, exact: true })).toBeVisible();
  }

  /** Opens the menu, which stays open once it is. */
  async settings(): Promise<void> {
    const menu = this.admin.getByRole('button', { name: 'Settings', exact: true });
    if ((await menu.getAttribute('aria-expanded')) !== 'true') await this.press(this.admin, 'Settings');
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
  }

  getAccessCode(): Promise<string> {
    return this.issueBy('Get access code');
  }

  /** From the code of the app, by another way, with the temporary access code. */
  async anotherWay(code: string): Promise<void> {
    await this.press(this.user, 'Try another way');
    await this.user.getByRole('textbox', { name: 'Temporary access code' }).fill(code);
    await this.press(this.user, 'Verify');
  }

  /** Time goes on until the app shows another code. */
  async nextCode(): Promise<void> {
    await this.move('+30 s');
  }

  /** Types the code that the app shows, from this row of it. */
  async typeFrom(device: string): Promise<void> {
    await this.user.getByRole('button', { name: `Type it from ${device}`, exact: true }).click();
    await expect(this.user.getByRole('textbox', { name: 'Code from the app' })).toHaveValue(/^\d{6}$/);
  }

  /** Turns the requirement on or off under Security & identity, and saves; what the preview said. */
  async require(isRequired: boolean): Promise<readonly string[]> {
    await this.settings();
    await this.walk(this.admin, 'Users & Roles', 'Security & identity', 'Edit');
    await this.admin.getByRole('checkbox', { name: 'Require two-factor authentication' }).setChecked(isRequired);
    const preview = this.admin.getByRole('list', { name: 'What this will mean' });
    await expect(preview).toBeVisible();
    const lines = await preview.getByRole('listitem').allInnerTexts();
    await this.press(this.admin, 'Save');
    await expect(preview).toBeHidden();
    return lines;
  }

  /** Dana, whose phone is away, has been reset and stands before the set-up with a new phone. */
  async mustSetUp(): Promise<void> {
    await this.select('Dana Whitlock');
    await this.press(this.admin, 'Reset two-factor authentication');
    await this.phone.getByRole('button', { name: 'Get a new phone' }).click();
    await this.password();
    await expect(this.user.getByRole('heading', { name: 'Set up two-factor authentication' })).toBeVisible();
  }

  /** Scans the QR code with the new phone, and confirms with a code of it. */
  async setUp(): Promise<void> {
    await this.phone.getByRole('button', { name: 'Scan a QR code' }).click();
    await this.typeFrom('New phone');
    await this.press(this.user, 'Confirm');
    await this.expectSignedIn();
  }
}

test('Onix Work by the words of its article, in the order of its facts (ONX-1 to ONX-11)', async ({ page }) => {
  test.setTimeout(180_000);
  const lab = await OnixPage.open(page);

  await test.step('ONX-1: an admin helps in one of two ways, and nobody at Support does', async () => {
    await expect(lab.situation).toContainText('Dana is locked out');
    await expect(lab.situation).toContainText('Priya Lowe can issue a code: Settings › Users & Roles › Select');
    await expect(lab.support).toContainText('This desk is closed');
    await expect(lab.admin.getByRole('button', { name: 'Ask Support…' })).toHaveCount(0);
    await lab.select('Dana Whitlock');
    for (const way of ['Get access code', 'Reset two-factor authentication']) {
      await expect(lab.admin.getByRole('button', { name: way, exact: true })).toBeVisible();
    }
  });

  const code =
    await test.step('ONX-2: Settings, Users & Roles, the account, Get access code; copied and shared', async () => {
      const issued = await lab.getAccessCode();
      await expect(lab.admin.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
      await lab.press(lab.admin, 'Read it to Dana');
      return issued;
    });

  await test.step('ONX-3: e-mail and password, Try another way, the code, Verify', async () => {
    await lab.password();
    await expect(lab.user.getByRole('heading', { name: 'Enter the code from your app' })).toBeVisible();
    await lab.user.getByRole('textbox', { name: 'Code from the app' }).fill('000000');
    await lab.press(lab.user, 'Verify');
    await expect(lab.refusal).toContainText('That is not the code your authenticator app should show now');
    await lab.press(lab.user, 'Try another way');
    await expect(lab.refusal).toBeHidden();
    const another = await lab.getAccessCode();
    expect(another).not.toBe(code);
    await expect(lab.refusal).toBeHidden();
    await lab.user.getByRole('textbox', { name: 'Temporary access code' }).fill(another);
    await lab.press(lab.user, 'Verify');
    await lab.expectSignedIn();
    await lab.signOut();
  });

  await test.step('ONX-4, ONX-5: a reset, and then set up anew before getting in', async () => {
    await lab.mustSetUp();
    await lab.setUp();
    await lab.signOut();
  });

  await test.step('ONX-6: the policy stands under Security & identity, behind Edit', async () => {
    await lab.settings();
    await lab.walk(lab.admin, 'Users & Roles', 'Security & identity', 'Edit');
    await expect(lab.admin.getByRole('checkbox', { name: 'Require two-factor authentication' })).toBeChecked();
  });

  await test.step('ONX-7: a code of the app at each new sign-in, and each code once', async () => {
    await lab.password();
    await lab.typeFrom('New phone');
    await lab.press(lab.user, 'Verify');
    await expect(lab.refusal).toContainText('used already');
    for (let signIns = 0; signIns < 2; signIns += 1) {
      await lab.nextCode();
      await lab.typeFrom('New phone');
      await lab.press(lab.user, 'Verify');
      await lab.expectSignedIn();
      await lab.signOut();
      await lab.password();
      await expect(lab.user.getByRole('heading', { name: 'Enter the code from your app' })).toBeVisible();
    }
  });

  await test.step('ONX-8: who signs in with Microsoft Entra ID is never asked, and nobody is told who does', async () => {
    await lab.persona('user', 'Elif Kaya');
    await expect(lab.user.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(lab.user).not.toContainText('no way to sign in');
    await lab.persona('user', 'Dana Whitlock');
    await lab.password(/An old one/);
    const said = (await lab.refusal.textContent()) ?? '';
    await lab.press(lab.user, 'Sign in with Microsoft Entra ID');
    await expect(lab.refusal).toHaveText(said);
    await lab.persona('user', 'Wren Castell');
    await lab.password();
    await expect(lab.refusal).toHaveText(said);
    await lab.press(lab.user, 'Sign in with Microsoft Entra ID');
    await lab.expectSignedIn();
    await lab.signOut();
    await expect(lab.refusal).toHaveCount(0);
  });

  await test.step('ONX-9: the policy turned off; whoever had set the app up is asked until a reset', async () => {
    await lab.beginAnew();
    const preview = await lab.require(false);
    expect(preview.filter((line) => /^(Marcus|Elif|Wren)/.test(line))).toEqual([
      'Marcus Oyelaran is asked for the second factor, as before',
      'Elif Kaya is not asked',
      'Wren Castell is not asked, as before',
    ]);
    await lab.password();
    await expect(lab.user.getByRole('heading', { name: 'Enter the code from your app' })).toBeVisible();
    await lab.press(lab.user, 'Back');
    await lab.select('Dana Whitlock');
    await lab.press(lab.admin, 'Reset two-factor authentication');
    await expect(lab.user.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await lab.press(lab.user, 'Sign in');
    await lab.expectSignedIn();
  });

  await test.step('ONX-10: assumed of the code: it lives 24 hours, and is good once', async () => {
    await lab.beginAnew();
    await lab.enforce('required');
    await lab.select('Dana Whitlock');
    const once = await lab.getAccessCode();
    await expect(lab.admin).toContainText('Ends Tue 10 Mar, 09:00');
    await lab.password();
    await lab.anotherWay(once);
    await lab.expectSignedIn();
    await lab.signOut();
    await lab.password();
    await lab.anotherWay(once);
    await expect(lab.refusal).toContainText('This code was used at 09:00');
    await lab.user.getByRole('textbox').fill('1234 5678');
    await lab.press(lab.user, 'Verify');
    await expect(lab.refusal).toContainText('That is not the code that was given to you');
    const late = await lab.getAccessCode();
    await lab.move('+24 h');
    await lab.user.getByRole('textbox').fill(late);
    await lab.press(lab.user, 'Verify');
    await expect(lab.refusal).toContainText('This code stopped working at 09:00');
  });

  await test.step('ONX-11: a code by mail is a way to sign in only where that is switched on', async () => {
    await lab.beginAnew();
    await lab.password();
    await lab.press(lab.user, 'Try another way');
    await expect(lab.user.getByRole('button', { name: 'Get a code by e-mail' })).toHaveCount(0);
    await lab.rule('A code by e-mail as a way to sign in', 'On');
    await expect(lab.situation).toContainText('Dana can sign in with a code by mail');
    await lab.walk(lab.user, 'Get a code by e-mail', 'Send a code');
    await lab.select('Dana Whitlock');
    await lab.getAccessCode();
    await lab.press(lab.admin, 'Read it to Dana');
    await expect(lab.user.getByRole('list', { name: 'Notes of Dana Whitlock' }).getByRole('listitem')).toHaveText(
      /^\d{3} \d{3} by mail/,
    );
    await lab.user.getByRole('button', { name: 'Type it from the note' }).click();
    await lab.press(lab.user, 'Verify');
    await lab.expectSignedIn();
  });
});

test('a key typed in as counter-based confirms nothing; scanned, it does', async ({ page }) => {
  const lab = await OnixPage.open(page);
  await lab.mustSetUp();
  await lab.press(lab.user, 'Enter the key by hand');
  await expect(lab.user.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)).toBeVisible();
  await lab.phone.getByRole('button', { name: 'Enter a setup key' }).click();
  await lab.phone.getByRole('radio', { name: 'Counter-based' }).check();
  await lab.phone.getByRole('button', { name: 'Add', exact: true }).click();
  await lab.typeFrom('New phone');
  await lab.press(lab.user, 'Confirm');
  await expect(lab.refusal).toContainText('the key was added as time-based');
  await lab.happenings.getByRole('button', { name: /^Why/ }).first().click();
  await expect(lab.why).toContainText('in the app the key was entered as a counter-based one');
  await lab.phone.getByRole('button', { name: 'Scan a QR code' }).click();
  await lab.typeFrom('New phone, row 2');
  await lab.press(lab.user, 'Confirm');
  await lab.expectSignedIn();
});

test('an app set up in an open session: a wrong code is told there, and the sign-in knows nothing of it', async ({
  page,
}) => {
  const lab = await OnixPage.open(page);
  await lab.select('Dana Whitlock');
  const code = await lab.getAccessCode();
  await lab.password();
  await lab.anotherWay(code);
  await lab.press(lab.user, 'My security');
  await lab.press(lab.user, 'Set up an authenticator app');
  await expect(lab.user.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await lab.press(lab.user, 'Home');
  await lab.walk(lab.user, 'My security', 'Set up an authenticator app');
  await lab.user.getByRole('textbox', { name: 'Code from the app' }).fill('000000');
  await lab.press(lab.user, 'Confirm');
  await expect(lab.refusal).toContainText('That is not the code');
  await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
  await lab.phone.getByRole('button', { name: 'Scan a QR code' }).click();
  await lab.typeFrom('New phone');
  await lab.press(lab.user, 'Confirm');
  await expect(lab.user.getByRole('heading', { name: 'My security' })).toBeVisible();
  await expect(lab.user.getByText("Dana's phone, New phone")).toBeVisible();
  await lab.signOut();
  await expect(lab.refusal).toHaveCount(0);
});

for (const width of LONG_WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found on any of its screens`, async ({ page }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    const examine = async (state: string) => void found.push(...(await findingsIn(page, state)));
    await page.setViewportSize({ width, height: 900 });
    const lab = await OnixPage.open(page);
    await examine('the story opens');
    await show(page, 'Support');
    await examine('a closed desk');
    await show(page, 'Firm admin');
    await lab.settings();
    await lab.press(lab.admin, 'Users & Roles');
    await examine('everybody');
    await lab.press(lab.admin, 'Select Wren Castell');
    await examine('somebody who is not asked');
    await lab.select('Dana Whitlock');
    await lab.getAccessCode();
    await examine('an access code');
    await lab.press(lab.admin, 'Read it to Dana');
    await lab.walk(lab.admin, 'Users & Roles', 'Security & identity', 'Edit');
    await lab.admin.getByRole('checkbox', { name: 'Require two-factor authentication' }).uncheck();
    await examine('what turning it off will mean');
    await show(page, 'User');
    await lab.password(/An old one/);
    await examine('a wrong password');
    await lab.password();
    await examine('a code of the app is asked');
    await lab.press(lab.user, 'Try another way');
    await examine('another way');
    await lab.user.getByRole('button', { name: 'Type it from the note' }).click();
    await lab.press(lab.user, 'Verify');
    await lab.walk(lab.user, 'My security', 'Set up an authenticator app');
    await lab.phone.getByRole('button', { name: 'Get a new phone' }).click();
    await examine('set-up in a session');
    await lab.signOut();
    await show(page, 'Firm admin');
    await lab.select('Dana Whitlock');
    await lab.press(lab.admin, 'Reset two-factor authentication');
    await examine('after a reset');
    await show(page, 'User');
    await lab.password();
    await lab.press(lab.user, 'Enter the key by hand');
    await lab.phone.getByRole('button', { name: 'Enter a setup key' }).click();
    await examine('set-up at sign-in with its key');
    await lab.phone.getByRole('radio', { name: 'Counter-based' }).check();
    await lab.phone.getByRole('button', { name: 'Add', exact: true }).click();
    await lab.typeFrom('New phone');
    await lab.press(lab.user, 'Confirm');
    await examine('a counter-based mistake');
    await lab.rule('A code by e-mail as a way to sign in', 'On');
    await lab.persona('user', 'Marcus Oyelaran');
    await lab.password();
    await lab.walk(lab.user, 'Try another way', 'Get a code by e-mail', 'Send a code');
    await examine('a code by mail');
    await page.getByRole('button', { name: 'Rules…' }).click();
    await examine('its rules');
    expect(found).toEqual([]);
  });
}
