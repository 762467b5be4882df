// One's own firm as somebody meets it: the dialog in which it is edited and imported, by role and name.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { LabPage } from './lab-page';

/** The firm file that ships. */
export const SHIPPED = readFileSync('src/lib/scenarios/phone-on-the-train/start.json', 'utf8');
/** A directory as a spreadsheet writes it, with two good rows and two that are not. */
export const PEOPLE = [
  'Name;E-Mail;Admin;Devices',
  'Ava Stone;ava@yourfirm.example;primary;phone paired',
  '',
  'Bo;bo@firm.com;;',
  '"Cem',
  'Aydin";cem@yourfirm.example;;phone paired + tablet',
  '=1+1;dee@yourfirm.example;;',
].join('\r\n');

/** A directory that says no more than it must, with an address that could be somebody's. */
export const MINIMAL = ['name,email,admin', 'Ava Stone,ava@yourfirm.example,primary', 'Bo Larsen,bo@firm.com,'].join(
  '\n',
);

export class FirmPage {
  readonly lab: LabPage;
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page, lab: LabPage) {
    this.#page = page;
    this.lab = lab;
    this.dialog = page.getByRole('dialog', { name: 'Your firm' });
  }

  static async open(page: Page): Promise<FirmPage> {
    const firm = new FirmPage(page, await LabPage.open(page));
    await firm.open();
    return firm;
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Your firm…' }).click();
    await expect(
      this.dialog.getByRole('heading', { name: /^People at|^Import people|person$|^Somebody new/ }),
    ).toBeVisible();
  }

  press(name: string): Promise<void> {
    return this.dialog.getByRole('button', { name, exact: true }).click();
  }

  async import(name: string, text: string | Buffer): Promise<void> {
    const buffer = Buffer.from(text);
    await this.dialog.getByLabel('Directory (CSV)').setInputFiles({ name, mimeType: 'text/csv', buffer });
  }

  async begin(): Promise<void> {
    await this.press('Begin the story with this firm');
    await expect(this.dialog).toBeHidden();
  }

  async reset(from: RegExp): Promise<void> {
    await this.#page.getByRole('button', { name: 'Reset…' }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'Begin the story anew' });
    await dialog.getByRole('radio', { name: from }).check();
    await dialog.getByRole('button', { name: 'Begin anew' }).click();
    await expect(dialog).toBeHidden();
  }

  get admins(): Locator {
    return this.#page.getByLabel("Who sits at the admin's desk");
  }

  get people(): Locator {
    return this.#page.getByLabel('Who signs in');
  }
}
