// A phone of one's own: the clock tied to real time, a key scanned off the screen, and the codes of an app that is none of
// the lab's. The otpauth package is the phone, and Playwright's clock is the time of day.
import { expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import { TOTP, URI } from 'otpauth';
import { PNG } from 'pngjs';
import { findingsIn, show, WIDTHS } from './findings';
import { LabPage, type Surface } from './lab-page';

const QR = /^QR code/;
const NOTE = 'Lockout Lab SIMULATION';
/** Monday 9 March 2026, 09:00 in New York: where the story opens. */
const OPENS = Date.UTC(2026, 2, 9, 13);
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

class OwnPhonePage extends LabPage {
  readonly page: Page;
  /** What the computer's clock says. */
  real: number;

  constructor(page: Page, real: number, surface: Surface = page) {
    super(surface);
    this.page = page;
    this.real = real;
  }

  /** The portal with Elif before the QR code, while the computer's clock says `real`. */
  static async beforeQrCode(page: Page, real: number): Promise<OwnPhonePage> {
    await page.clock.setFixedTime(real);
    await page.goto('/lab/');
    const lab = new OwnPhonePage(page, real);
    await lab.ready();
    await lab.play('portal');
    await lab.elif();
    return lab;
  }

  /** Another product, once its story has begun: the choice shows it before. */
  override async play(product: string): Promise<void> {
    await super.play(product);
    await expect(this.surface.getByRole('status').filter({ hasText: /^The story begins anew on/ })).toBeAttached();
  }

  /** Onix Work, where Priya has reset Marcus, who stands before the QR code. */
  static async marcusBeforeQrCode(page: Page, real: number): Promise<OwnPhonePage> {
    await page.clock.setFixedTime(real);
    await page.goto('/lab/');
    const lab = new OwnPhonePage(page, real);
    await lab.ready();
    await lab.play('onix');
    await lab.persona('user', 'Marcus Oyelaran');
    await lab.resetMarcus('Settings');
    await lab.password();
    await expect(lab.user.getByRole('img', { name: QR })).toBeVisible();
    return lab;
  }

  /** Priya walks to Marcus and resets him. */
  async resetMarcus(...menu: readonly string[]): Promise<void> {
    await this.walk(this.admin, ...menu, 'Users & Roles', 'Select Marcus Oyelaran', 'Reset two-factor authentication');
    await expect(this.happenings).toContainText('The second factor of Marcus Oyelaran is reset');
  }

  async elif(): Promise<void> {
    await this.persona('user', 'Elif Kaya');
    await this.password();
    await expect(this.user.getByRole('img', { name: QR })).toBeVisible();
  }

  /** Lets real time go on, or sets the computer's clock back. */
  async realTime(by: number): Promise<void> {
    this.real += by;
    await this.page.clock.setFixedTime(this.real);
  }

  get useOwn() {
    return this.user.getByRole('button', { name: 'Use my own phone…' });
  }

  get dialog() {
    return this.surface.getByRole('dialog', { name: 'Use my own phone' });
  }

  get field() {
    return this.user.getByRole('textbox', { name: /^(Six-digit code|Code from the app)$/ });
  }

  get reminders() {
    return this.surface.getByRole('region', { name: 'To be deleted on your own phone' });
  }

  async tie(): Promise<void> {
    await this.useOwn.click();
    await this.dialog.getByRole('button', { name: 'Tie the clock to real time' }).click();
    await expect(this.dialog).toBeHidden();
    await this.expectTied();
  }

  async untie(): Promise<void> {
    await this.time.getByRole('button', { name: 'Untie' }).click();
    await expect(this.time).toContainText('paused');
  }

  async expectTied(): Promise<void> {
    await expect(this.time).toContainText('Tied to real time, for your own phone');
    await expect(this.clock).toHaveText(clockText(this.real));
  }

  /** The camera of one's own phone. */
  async scan(): Promise<TOTP> {
    const { data, width, height } = PNG.sync.read(await this.user.getByRole('img', { name: QR }).screenshot());
    const read = URI.parse(jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '');
    if (!(read instanceof TOTP)) throw new Error('The QR code holds no key for codes by time.');
    return read;
  }

  /** Types what one's own phone shows by real time, as it shows it. */
  async typeFrom(phone: TOTP): Promise<void> {
    await this.field.fill(phone.generate({ timestamp: this.real }).replace(/(\d{3})/, '$1 '));
    await this.press(this.user, 'Continue');
  }

  async enrol(phone: TOTP): Promise<void> {
    await this.typeFrom(phone);
    await this.user.getByRole('checkbox', { name: 'I have saved it' }).check();
    await this.press(this.user, 'Continue');
    await this.expectSignedIn();
  }

  /** Elif's sign-in up to the field for the code. */
  async toField(): Promise<void> {
    await this.signOut();
    await this.password();
    await expect(this.field).toBeVisible();
  }
}

/** The time of day on the lab's clock, in its own zone. */
function clockText(at: number): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'America/New_York' }).format(at);
  const day = format({ weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
  return `${day} ${format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })}`;
}

test('a key is scanned and bound by a phone outside the lab, which then signs in by its codes of real time', async ({
  page,
}) => {
  const lab = await OwnPhonePage.beforeQrCode(page, OPENS + 2 * DAY);
  await test.step('what to know first', async () => {
    await lab.useOwn.click();
    for (const words of [
      'real time of day',
      'toy key',
      NOTE,
      'elif@birchlowe.example',
      'Delete it when you are done',
    ]) {
      await expect(lab.dialog).toContainText(words);
    }
    await expect(lab.dialog).toContainText('from Mon 9 Mar 2026, 09:00 to the present, Wed 11 Mar 2026');
    await lab.dialog.getByRole('button', { name: 'Close' }).click();
    await expect(lab.useOwn).toBeFocused();
    await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  });

  await lab.tie();
  await expect(lab.useOwn).toBeFocused();
  await expect(lab.time.getByRole('button')).toHaveText(['Untie']);
  const phone = await lab.scan();
  expect(phone.issuer).toBe(NOTE);
  expect(phone.label).toBe('elif@birchlowe.example');
  await lab.enrol(phone);
  await expect(lab.happenings).toContainText("A phone outside the lab is paired with Elif Kaya's account");
  await expect(lab.phone).toContainText('The app is on a phone outside the simulation');
  await expect(lab.phone).not.toContainText('Its clock says');
  await expect(lab.situation).toContainText('with a code of the app on a phone outside the lab');

  await test.step('the same code a second time, then the next one', async () => {
    await lab.toField();
    await expect(lab.user).toContainText('Your own phone shows the code');
    await lab.typeFrom(phone);
    await expect(lab.refusal).toContainText('That code was used already. Wait for the next one.');
    await lab.realTime(30 * SECOND);
    await lab.expectTied();
    await lab.typeFrom(phone);
    await lab.expectSignedIn();
  });

  await test.step('untied, time stands still, and the field says why its codes are wrong', async () => {
    await lab.untie();
    await lab.realTime(HOUR);
    await lab.toField();
    await expect(lab.user).toContainText('the clock is not tied to real time');
    await lab.typeFrom(phone);
    await expect(lab.refusal).toContainText('That code is not right now.');
    await lab.tie();
    await lab.typeFrom(phone);
    await lab.expectSignedIn();
  });

  await test.step('the way there, in the order it was gone, has no code and no key in it', async () => {
    const kept = await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const rows = await Promise.all(
        names.map(
          (name) =>
            new Promise<unknown>((resolve, reject) => {
              const request = indexedDB.open(name);
              request.onerror = () => reject(request.error ?? new Error(name));
              request.onsuccess = () => {
                const database = request.result;
                const stores = [...database.objectStoreNames];
                const reading = database.transaction(stores, 'readonly');
                const all = stores.map((store) => reading.objectStore(store).getAll());
                reading.oncomplete = () => {
                  database.close();
                  resolve(all.map((each): unknown => each.result));
                };
              };
            }),
        ),
      );
      return JSON.stringify([rows, { ...localStorage }]);
    });
    expect(kept).toContain('matchedTimeStep');
    expect(kept).not.toContain(phone.secret.base32);
    expect(kept.toLowerCase()).not.toContain(phone.secret.hex.toLowerCase());
    expect(kept).not.toMatch(new RegExp(`\\b${phone.generate({ timestamp: lab.real })}\\b`));
  });
});

test('what is due on the way happens at its own instant, and nothing else moves time meanwhile', async ({ page }) => {
  const lab = await OwnPhonePage.marcusBeforeQrCode(page, OPENS + 2 * DAY);
  await lab.walk(lab.admin, 'Users & Roles', 'Select Dana Whitlock', 'Get access code');
  await expect(lab.issuedCode).toBeVisible();
  await lab.useOwn.click();
  await expect(lab.dialog).toContainText('One thing is due on the way; it happens at its own time, and is listed.');
  await lab.dialog.getByRole('button', { name: 'Tie the clock to real time' }).click();
  await expect(lab.time.getByRole('status')).toContainText("Tue 10 Mar, 09:00 Dana Whitlock's code ends.");
  await lab.expectTied();
  await expect(lab.time.getByRole('button', { name: '+24 h' })).toBeHidden();
  await lab.untie();
  await expect(lab.time.getByRole('button', { name: 'Play' })).toBeFocused();
  await lab.move('+24 h');
  await expect(lab.clock).toHaveText(clockText(lab.real + DAY));
});

test('a run that was left tied goes on after a reload, catches up, and never goes back with the clock', async ({
  page,
}) => {
  const lab = await OwnPhonePage.beforeQrCode(page, OPENS + 2 * DAY);
  await lab.tie();
  const phone = await lab.scan();
  await lab.enrol(phone);

  await test.step('the page is loaded again, three days later', async () => {
    await lab.realTime(3 * DAY);
    await page.reload();
    await lab.ready();
    await lab.expectTied();
    await lab.toField();
    await lab.typeFrom(phone);
    await lab.expectSignedIn();
  });

  await test.step("the computer's clock is set back by an hour: time stands still and says so", async () => {
    const before = (await lab.clock.textContent()) ?? '';
    await lab.realTime(-HOUR);
    await expect(lab.time).toContainText('was it set back? Simulated time never goes back.');
    await expect(lab.time).toContainText('01:00:00 still');
    await lab.toField();
    await expect(lab.user).toContainText('The codes of your phone are not right now: see the time bar.');
    await lab.realTime(HOUR - 10 * SECOND);
    await expect(lab.time).toContainText('00:00:10 still');
    await expect(lab.clock).toHaveText(before);
    await lab.realTime(40 * SECOND);
    await expect(lab.time).not.toContainText('set back');
    await lab.expectTied();
    await lab.typeFrom(phone);
    await lab.expectSignedIn();
  });

  await test.step('untied and loaded again, it stays untied', async () => {
    await lab.untie();
    await page.reload();
    await lab.ready();
    await expect(lab.time).toContainText('paused');
  });
});

test('where simulated time is ahead of real time, the story begins anew at the present', async ({ page }) => {
  const lab = await OwnPhonePage.beforeQrCode(page, OPENS - 100 * DAY);
  await lab.useOwn.click();
  await expect(lab.dialog).toContainText("is ahead of this computer's clock, Sat 29 Nov 2025");
  await expect(lab.dialog.getByRole('button', { name: 'Tie the clock to real time' })).toBeHidden();
  await lab.dialog.getByRole('button', { name: 'Begin anew at the present, and tie the clock' }).click();
  await lab.expectTied();
  await expect(lab.user.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await lab.password();
  const phone = await lab.scan();
  expect(phone.label).toBe('elif@birchlowe.example');
  await lab.enrol(phone);

  await test.step('and a little ahead of it, the clock may wait as well', async () => {
    await lab.untie();
    await lab.move('+30 s');
    await lab.toField();
    await lab.useOwn.click();
    await lab.dialog.getByRole('button', { name: 'Tie the clock, and wait for real time' }).click();
    await expect(lab.time).toContainText('00:00:30 still');
    await lab.realTime(60 * SECOND);
    await lab.expectTied();
    await lab.typeFrom(phone);
    await lab.expectSignedIn();
  });
});

test('what is on the phone is to be deleted, and the lab reminds of it until somebody says that it is done', async ({
  page,
}) => {
  const lab = await OwnPhonePage.marcusBeforeQrCode(page, OPENS + DAY);
  await lab.tie();
  await lab.field.fill((await lab.scan()).generate({ timestamp: lab.real }));
  await lab.press(lab.user, 'Confirm');
  await lab.expectSignedIn();
  await expect(lab.phone).toContainText(`Delete “${NOTE}”, marcus@birchlowe.example, there when you are done.`);
  await expect(lab.reminders).toBeHidden();
  await lab.untie();
  await expect(lab.reminders).toContainText(`Still on your own phone: ${NOTE}, marcus@birchlowe.example.`);

  await test.step('after a reset it is of no use, after a reload still to be deleted, and Undo reset brings its use back', async () => {
    await page.getByRole('button', { name: 'Reset…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
    await expect(lab.reminders).toContainText(`Delete it on your own phone: ${NOTE}, marcus@birchlowe.example.`);
    await page.reload();
    await lab.ready();
    await expect(lab.reminders).toContainText('It opens nothing any more.');
    await page.getByRole('button', { name: 'Undo reset' }).click();
    await expect(lab.reminders).toContainText('Still on your own phone');
  });

  await test.step('after a reset of the account, too', async () => {
    await expect(lab.phone).toContainText('outside the simulation');
    await lab.resetMarcus();
    await expect(lab.reminders).toContainText('Delete it on your own phone');
    await expect(lab.phone).not.toContainText('outside the simulation');
  });

  await test.step('until it is done', async () => {
    await lab.reminders.getByRole('button', { name: 'I have deleted it' }).click();
    await expect(lab.reminders).toBeHidden();
    await page.reload();
    await lab.ready();
    await expect(lab.reminders).toBeHidden();
  });
});

test('works in a frame that may only run scripts, and says that the run is not kept there', async ({ page }) => {
  const real = OPENS + DAY;
  await page.clock.setFixedTime(real);
  await page.route('/player.html', (route) => route.fulfill({ path: 'build/player.html' }));
  await page.route('/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Host</title><iframe title="Lab" sandbox="allow-scripts" width="1300" height="880" src="/player.html"></iframe>',
    }),
  );
  await page.goto('/host.html');
  const lab = new OwnPhonePage(page, real, page.frameLocator('iframe[title="Lab"]'));
  await lab.ready();
  await lab.play('portal');
  await lab.elif();
  await lab.useOwn.click();
  await expect(lab.dialog).toContainText('This run is not kept: once the page is closed');
  await lab.dialog.getByRole('button', { name: 'Tie the clock to real time' }).click();
  await lab.expectTied();
  const phone = await lab.scan();
  await lab.enrol(phone);
  await lab.toField();
  await lab.realTime(30 * SECOND);
  await lab.expectTied();
  await lab.typeFrom(phone);
  await lab.expectSignedIn();
});

// The narrowest always; the wider ones, where there is more room for everything, in the long campaign.
for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found while a phone of one's own is used`, async ({ page }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    const examine = async (state: string) => {
      // The time bar stays in view and covers what is below it: a control it covers half is scrolled to by whoever wants it.
      await lab.user
        .getByRole('heading')
        .first()
        .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
      found.push(...(await findingsIn(page, state)));
    };
    await page.setViewportSize({ width, height: 900 });
    const lab = await OwnPhonePage.beforeQrCode(page, OPENS + DAY);
    await show(page, 'User');
    await examine('QR code');
    await lab.useOwn.click();
    await expect(lab.dialog.getByRole('button', { name: 'Tie the clock to real time' })).toBeVisible();
    await examine('explanation');
    await page.keyboard.press('Escape');
    await lab.tie();
    await examine('tied');
    await lab.enrol(await lab.scan());
    await expect(lab.phone).toContainText('outside the simulation');
    await examine('enrolled');
    await lab.toField();
    await lab.realTime(-HOUR);
    await expect(lab.time).toContainText('was it set back?');
    await examine('set back');
    await lab.useOwn.click();
    await expect(lab.dialog.getByRole('button', { name: /^Begin anew/ })).toBeVisible();
    await examine('explanation, ahead');
    await page.keyboard.press('Escape');
    await lab.untie();
    await expect(lab.reminders).toBeVisible();
    await examine('reminder');
    expect(found).toEqual([]);
  });
}
