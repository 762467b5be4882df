// What came of copying stands beside the button that was pressed, and is said in the page's live region: wherever the lab
// copies something.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { person } from '../../domain/actors';
import { PRODUCTS } from '../../../../tests/support/play';
import { renderLab } from '../../../../tests/support/render-lab';
import EmbedPage from '../train/EmbedPage.svelte';
import '../look/base.css';

const NEAR = 60;

afterEach(() => vi.restoreAllMocks());

/** What is copied, in the order in which it was; or a clipboard that is not allowed. */
function clipboard(isAllowed = true): readonly string[] {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    if (!isAllowed) throw new DOMException('Not allowed.', 'NotAllowedError');
    copied.push(text);
  });
  return copied;
}

/** By how many pixels two boxes are apart. */
function apart(one: Locator, other: Locator): number {
  const [a, b] = [one.element().getBoundingClientRect(), other.element().getBoundingClientRect()];
  const across = Math.max(0, b.left - a.right, a.left - b.right);
  const down = Math.max(0, b.top - a.bottom, a.top - b.bottom);
  return Math.hypot(across, down);
}

const heard = () => page.getByRole('status').filter({ hasText: /^Copi|^Copying/ });

describe('a line of HTML', () => {
  const frames = ['One', 'Two'].map((title) => ({
    id: title,
    title,
    site: `/embed/${title}/`,
    player: `/player.html#/${title}`,
  }));
  const button = (way: string) => page.getByRole('button', { name: `Copy the line: ${way}` });

  test('is copied, and the word for it stands beside its own button until it is another line', async () => {
    const copied = clipboard();
    await render(EmbedPage, { frames, player: null });
    await button('Sandboxed, from one file').click();
    await expect.element(heard()).toHaveTextContent('Copied.');
    expect(copied).toHaveLength(1);
    expect(copied[0]).toContain('sandbox="allow-scripts"');
    const word = page
      .getByText('Copied.', { exact: true })
      .elements()
      .filter((each) => each.getAttribute('role') === null);
    expect(word).toHaveLength(1);
    expect(apart(button('Sandboxed, from one file'), page.elementLocator(word[0]!))).toBeLessThan(NEAR);
    expect(apart(button('From this site'), page.elementLocator(word[0]!))).toBeGreaterThan(NEAR);
    await page.getByLabelText('Walkthrough').selectOptions('Two');
    await vi.waitFor(() => expect(word[0]?.isConnected).toBe(false));
  });

  test.each(['is not allowed', 'is not there'])('where the clipboard %s says what to do instead', async (why) => {
    if (why === 'is not allowed') clipboard(false);
    else vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
    await render(EmbedPage, { frames, player: null });
    await button('From this site').click();
    const words = 'Copying is not allowed here. Select the line and copy it.';
    await expect.element(heard()).toHaveTextContent(words);
    await expect.poll(() => page.getByText(words, { exact: true }).elements().length).toBe(2);
  });
});

describe('a code just issued', () => {
  const admin = () => page.getByRole('region', { name: 'Firm admin', exact: true });
  const copy = () => admin().getByRole('button', { name: 'Copy', exact: true });

  test('is copied, said once more when it is copied once more, and another code is not said to be', async () => {
    const copied = clipboard();
    const { lab } = await renderLab();
    await vi.waitFor(() => expect(lab.status).toBe('open'));
    const press = (name: string) => admin().getByRole('button', { name, exact: true }).click();
    const issue = () => press('generate a temporary, 24-hour code');
    for (const name of ['Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting']) await press(name);
    await issue();
    await copy().click();
    const word = admin().getByText('Copied.', { exact: true });
    await expect.element(word).toBeVisible();
    expect(apart(copy(), word)).toBeLessThan(NEAR);
    expect(lab.said).toBe('Copied.');
    const said: string[] = [];
    vi.spyOn(lab, 'say').mockImplementation((text) => void said.push(text));
    await copy().click();
    await vi.waitFor(() => expect(said).toEqual(['', 'Copied.']));
    expect(new Set(copied).size).toBe(1);
    await issue();
    await expect.element(word).not.toBeInTheDocument();
  });
});

test('the key of a set-up is copied without its spaces, and the word for it stands beside the button', async () => {
  const copied = clipboard();
  const { lab } = await renderLab({ product: PRODUCTS.portal });
  await vi.waitFor(() => expect(lab.status).toBe('open'));
  await lab.go('user', { persona: 'elif' });
  await lab.act({ actor: person('elif'), command: { type: 'submitPassword', account: 'elif', card: 'right' } });
  const user = page.getByRole('region', { name: 'User', exact: true });
  await user.getByRole('button', { name: 'Trouble Scanning?' }).click();
  const button = user.getByRole('button', { name: 'Copy the key' });
  await button.click();
  const word = user.getByText('Copied, without the spaces.', { exact: true });
  await expect.element(word).toBeVisible();
  expect(apart(button, word)).toBeLessThan(NEAR);
  expect(lab.said).toBe('Copied, without the spaces.');
  expect(copied[0]).toMatch(/^[A-Z2-7]+$/);
});
