// The lab with a phone of one's own: the clock tied to real time, a key scanned off the screen, and the codes of an app that
// is none of the lab's. The otpauth package is the phone, and Playwright's clock is the time of day.
import { expect, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import { TOTP, URI } from 'otpauth';
import { PNG } from 'pngjs';
import { LabPage, type Surface } from './lab-page';

const QR = /^QR code/;
/** What the entry reads in an app. */
export const NOTE = 'Lockout Lab SIMULATION';
/** Monday 9 March 2026, 09:00 in New York: where the story opens. */
export const OPENS = Date.UTC(2026, 2, 9, 13);
export const SECOND = 1000;
export const HOUR = 3600 * SECOND;
export const DAY = 24 * HOUR;

export class OwnPhonePage extends LabPage {
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
export function clockText(at: number): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'America/New_York' }).format(at);
  const day = format({ weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
  return `${day} ${format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })}`;
}
