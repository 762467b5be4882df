// The lab as its user meets it: desks, buttons and words, by role and name. Clicking a node of the screen map notes the
// facts that the product file cites for it, for the coverage of facts.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { editionOf } from '../../src/lib/products/edition';
import type { Edition, Product } from '../../src/lib/products/schema';
import { WALKED_FILE } from '../support/observed';

const PRODUCTS = 'src/lib/products';
const products: readonly Product[] = readdirSync(PRODUCTS)
  .filter((name) => statSync(join(PRODUCTS, name)).isDirectory())
  .map((name) => JSON.parse(readFileSync(join(PRODUCTS, name, 'product.json'), 'utf8')) as Product);

export type Surface = Page | FrameLocator;

export class LabPage {
  readonly surface: Surface;
  readonly admin: Locator;
  readonly user: Locator;
  readonly support: Locator;
  readonly time: Locator;
  readonly phone: Locator;
  /** The product that is played: its nodes carry the facts that a walk is noted for. */
  #product = 'onvio';

  constructor(surface: Surface) {
    this.surface = surface;
    this.admin = surface.getByRole('region', { name: 'Firm admin', exact: true });
    this.user = surface.getByRole('region', { name: 'User', exact: true });
    this.support = surface.getByRole('region', { name: 'Support desk', exact: true });
    this.time = surface.getByRole('region', { name: 'Simulated time', exact: true });
    this.phone = this.user.getByRole('region', { name: /devices$/ });
  }

  static async open(page: Page, path = '/lab/'): Promise<LabPage> {
    await page.goto(path);
    const lab = new LabPage(page);
    await lab.ready();
    return lab;
  }

  async ready(): Promise<void> {
    await expect(this.time).toBeVisible();
    // Where everything has to fit into the window, it is there but not in view.
    const timeline = { name: 'What happens', exact: true, includeHidden: true };
    await expect(this.surface.getByRole('region', timeline)).toBeAttached();
  }

  /** The simulated time on the clock, such as `Mon 9 Mar 09:00:00`. */
  get clock(): Locator {
    return this.time.getByRole('timer');
  }

  get situation(): Locator {
    return this.surface.getByRole('region', { name: /^How it stands with/ });
  }

  get why(): Locator {
    return this.surface.getByRole('region', { name: 'Why?', exact: true });
  }

  get happenings(): Locator {
    return this.surface.getByRole('region', { name: 'What happens', exact: true });
  }

  /** Presses a button of a desk by its words, and notes the facts that stand behind the node. */
  async press(desk: Locator, name: string, exact = true): Promise<void> {
    const button = desk.getByRole('button', { name, exact }).first();
    const node = await button.getAttribute('data-node');
    await button.click();
    if (node !== null) this.#note(node);
  }

  /** Walks a desk, one button after another. */
  async walk(desk: Locator, ...names: readonly string[]): Promise<void> {
    for (const name of names) await this.press(desk, name);
  }

  /** Plays on another product: the story begins anew on it. */
  async play(product: string, variant = 'article'): Promise<void> {
    this.#product = product;
    const choice = this.surface.getByLabel('Product');
    await choice.selectOption(`${product}/${variant}`);
    // The choice shows the product at once; that its story has begun is said once the new run stands.
    const name = products.find(({ id }) => id === product)?.name ?? product;
    const said = this.surface.getByRole('status').filter({ hasText: `The story begins anew on ${name}.` });
    await expect(said).toBeAttached();
    await expect(choice).toHaveValue(`${product}/${variant}`);
    await this.ready();
  }

  /** Chooses a revision of the product, as the lab. */
  async revision(revision: 1 | 2): Promise<void> {
    const choice = this.surface.getByLabel('Product');
    const value = `onvio/revision-${revision}`;
    if ((await choice.inputValue()) === value) return;
    await choice.selectOption(value);
    await this.#inForce(`Onvio, revision ${revision}`);
  }

  /** The field shows a choice at once; it is said when it is kept. */
  async #inForce(words: string): Promise<void> {
    const said = this.surface.getByRole('status').filter({ hasText: `Now in force: ${words}.` });
    await expect(said).toBeAttached();
  }

  /** Begins the story anew, by the rules that are in force. */
  async beginAnew(): Promise<void> {
    await this.surface.getByRole('button', { name: 'Reset…' }).click();
    const dialog = this.surface.getByRole('dialog');
    await expect(dialog.getByRole('radio').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Begin anew' }).click();
    await expect(dialog).toBeHidden();
    await expect(this.clock).toHaveText('Mon 9 Mar 09:00:00');
  }

  async enforce(value: 'optional' | 'required'): Promise<void> {
    const choice = this.surface.getByLabel(/^MFA for/);
    if ((await choice.inputValue()) === value) return;
    await choice.selectOption(value);
    await this.#inForce(`MFA for Birch & Lowe: ${value === 'optional' ? 'Optional' : 'Required'}`);
  }

  /** Switches an edge in the rules dialog. */
  async rule(label: string, choice: string): Promise<void> {
    await this.surface.getByRole('button', { name: 'Rules…' }).click();
    const dialog = this.surface.getByRole('dialog', { name: 'Rules in force' });
    await dialog.getByLabel(label).selectOption({ label: choice });
    await this.#inForce(`${label}: ${choice}`);
    await dialog.getByRole('button', { name: 'Close' }).click();
  }

  async persona(desk: 'admin' | 'user', name: string): Promise<void> {
    const choice = this.surface.getByLabel(desk === 'admin' ? "Who sits at the admin's desk" : 'Who signs in');
    const option = choice.getByRole('option', { name: new RegExp(`^${name}`) });
    await choice.selectOption({ label: (await option.textContent()) ?? '' });
    if (desk === 'user') {
      await expect(this.user.getByRole('region', { name: `${name.split(' ')[0]}'s devices` })).toBeVisible();
    } else {
      // The screen of whoever sat there before looks the same but for the name.
      const whose = this.admin.getByText(name, { exact: true });
      await expect(this.admin.getByRole('heading', { name: 'Sign in' }).or(whose).first()).toBeVisible();
    }
  }

  /** Priya walks to Dana's panel and issues; the code's digits as they stand on screen. */
  async issueToDana(): Promise<string> {
    await this.walk(this.admin, 'Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting');
    return this.issueHere();
  }

  /** Presses the link that issues, in the panel that is open. */
  issueHere(): Promise<string> {
    return this.issueBy('generate a temporary, 24-hour code');
  }

  /** Presses what issues a code in these words, and waits for it: another than the one that may stand there. */
  async issueBy(words: string): Promise<string> {
    const before = await this.issuedCode.textContent({ timeout: 50 }).catch(() => null);
    await this.press(this.admin, words);
    await expect(this.issuedCode).not.toHaveText(before ?? '·');
    await expect(this.issuedCode).toHaveText(/^\d{4} \d{4}$/);
    return (await this.issuedCode.textContent()) ?? '';
  }

  get issuedCode(): Locator {
    return this.admin.locator('[data-code]');
  }

  /** Dana's sign-in: the right password from the card. */
  async password(card = /password$/): Promise<void> {
    const back = this.user.getByRole('button', { name: 'Back' });
    if (await back.isVisible()) await back.click();
    await this.user.getByRole('radio', { name: card }).check();
    await this.press(this.user, 'Sign in');
  }

  /** From the second step: by the link to the field, then the code, typed. */
  async enterCode(text: string): Promise<void> {
    const link = this.user.getByRole('button', { name: 'enter a code' });
    const field = this.user.getByRole('textbox', { name: 'Temporary code' });
    await expect(link.or(field)).toBeVisible();
    if (await link.isVisible()) await this.press(this.user, 'enter a code');
    await field.fill(text);
    await this.press(this.user, 'Sign in');
  }

  async signInByCode(text: string): Promise<void> {
    await this.password();
    await this.enterCode(text);
  }

  async expectSignedIn(): Promise<void> {
    await expect(this.user.getByRole('button', { name: 'Sign out' })).toBeVisible();
  }

  async signOut(): Promise<void> {
    await this.press(this.user, 'Sign out');
    await expect(this.user.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  }

  /** The words of the refusal on the sign-in screen. */
  get refusal(): Locator {
    return this.user.getByRole('alert');
  }

  /** Disconnects every device in the session that is open. */
  async disconnectAll(): Promise<void> {
    await this.press(this.user, 'Security');
    const buttons = this.user.getByRole('button', { name: /^Disconnect/ });
    await expect(buttons.first()).toBeVisible();
    while ((await buttons.count()) > 0) {
      const count = await buttons.count();
      await this.press(this.user, 'Disconnect', false);
      await expect(buttons).toHaveCount(count - 1);
    }
  }

  /** From the firm admin's desk: a call to Support, about somebody of the firm. */
  async callSupport(wish: 'Issue a code for' | 'Remove the code of', about?: string): Promise<void> {
    await this.admin.getByRole('button', { name: 'Ask Support…' }).click();
    const dialog = this.surface.getByRole('dialog', { name: 'Ask Support' });
    await dialog.getByRole('radio', { name: wish }).check();
    if (about !== undefined) await dialog.getByLabel('Person').selectOption({ label: about });
    await dialog.getByRole('button', { name: 'Call Support' }).click();
    await expect(dialog).toBeHidden();
  }

  /** The rep asks or tells the caller something, by its words in a menu of the phone. */
  async onCall(menu: 'Ask…' | 'Say…' | 'Read out…', words: string): Promise<void> {
    await this.support.getByRole('button', { name: menu }).click();
    await this.press(this.support, words);
  }

  /** The rep looks a firm up in the tool that is open. */
  async findFirm(button: string, firm = 'birch-lowe'): Promise<void> {
    await this.support.getByRole('searchbox', { name: 'Firm id' }).fill(firm);
    await this.press(this.support, button);
  }

  /** The rep takes the call, makes sure who it is by the firm's address, and stands before the request. */
  async verifyByAddress(): Promise<void> {
    await this.support.getByRole('button', { name: 'Answer', exact: true }).click();
    await this.onCall('Ask…', "What is your firm's address?");
    await this.press(this.support, 'Primary admin');
    await this.findFirm('Find the primary admin');
    await this.walk(this.support, 'Applications', 'Licenses');
    await this.findFirm('Find the firm');
    await this.press(this.support, 'Requests');
    await this.support.getByRole('button', { name: 'Matches: the address said on the call' }).click();
  }

  async move(by: '−1 h' | '+30 s' | '+1 h' | '+24 h'): Promise<void> {
    const before = (await this.clock.textContent()) ?? '';
    await this.time.getByRole('button', { name: by, exact: true }).click();
    // What is shown is kept: whoever leaves the page now takes nothing back.
    await expect(this.clock).not.toHaveText(before);
  }

  /** Rarer ways to move time, in the window that “More…” opens. */
  async moreTime(): Promise<Locator> {
    const more = this.time.getByRole('group', { name: 'More ways to move time' });
    if (!(await more.isVisible())) await this.time.getByRole('button', { name: 'More ways to move time' }).click();
    await expect(more.getByLabel('Go to a time')).toBeVisible();
    return more;
  }

  get timeline(): Locator {
    return this.surface.getByRole('region', { name: 'Timeline', exact: true });
  }

  get playhead(): Locator {
    return this.timeline.getByRole('slider', { name: 'Playhead' });
  }

  /** The line of the list with these words in it. */
  line(words: string | RegExp): Locator {
    return this.happenings.getByRole('listitem').filter({ hasText: words }).first();
  }

  /** Goes on to the next thing that happens by itself. */
  async next(): Promise<void> {
    await this.time.getByRole('button', { name: /^Next:/ }).click();
  }

  async justBefore(): Promise<void> {
    await this.time.getByRole('button', { name: /^1 s before/ }).click();
  }

  #note(node: string): void {
    const product = products.find(({ id }) => id === this.#product);
    const cited = Object.keys(product?.variants ?? {}).flatMap((variant) =>
      product === undefined ? [] : citesOf(editionOf(product, variant), node),
    );
    mkdirSync(dirname(WALKED_FILE), { recursive: true });
    appendFileSync(WALKED_FILE, [...new Set(cited)].map((id) => `${JSON.stringify({ id, node })}\n`).join(''));
  }
}

/** The facts behind a node; behind a closed desk, where the control stands on one (EDGE-10). */
function citesOf({ nodes, desks }: Edition, node: string): readonly string[] {
  const desk = Object.entries(desks).find(([name]) => node === `desks.${name}`)?.[1];
  if (desk !== undefined) return 'closed' in desk ? desk.cites : [];
  return nodes[node]?.cites ?? [];
}
