import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { renderLab } from '../../../../tests/support/render-lab';

const dialog = page.getByRole('dialog');
/** The live regions that hold these words, each with whether a screen reader can reach it. */
const saying = (words: string): readonly string[] =>
  page
    .getByRole('status', { includeHidden: true })
    .filter({ hasText: words })
    .elements()
    .map((each) => (document.querySelector('dialog:modal')?.contains(each) === false ? 'inert' : 'heard'));

describe('what is said while a modal dialog is open', () => {
  test('is said in the dialog, as all else is inert, and the same words once more are said once more', async () => {
    const { lab } = await renderLab();
    lab.say('Before the dialog.');
    await expect.poll(() => saying('Before the dialog.')).toEqual(['heard']);
    await page.getByRole('button', { name: 'Rules…' }).click();
    await expect.element(dialog).toBeVisible();
    await expect.poll(() => saying('Before the dialog.')).toEqual([]);
    lab.say('In the dialog.');
    await expect.poll(() => saying('In the dialog.')).toEqual(['heard']);
    const first = dialog.getByRole('status').getByText('In the dialog.').element();
    lab.say('In the dialog.');
    await expect.poll(() => first.isConnected).toBe(false);
    expect(saying('In the dialog.')).toEqual(['heard']);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => saying('In the dialog.')).toEqual([]);
    lab.say('After the dialog.');
    await expect.poll(() => saying('After the dialog.')).toEqual(['heard']);
  });

  test('by the very press that closes it, is said behind it once it is closed', async () => {
    await renderLab();
    await page.getByRole('button', { name: 'Reset…' }).click();
    await dialog.getByRole('button', { name: 'Begin anew' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.poll(() => saying('The story begins anew.')).toEqual(['heard']);
  });
});

test('a dialog lets the clock stand that is being played', async () => {
  const { lab } = await renderLab();
  for (const opener of ['Rules…', 'Reset…', 'Your firm…']) {
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(() => lab.speed).not.toBeNull();
    await page.getByRole('button', { name: opener }).click();
    await expect.element(dialog).toBeVisible();
    expect(lab.speed).toBeNull();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
  }
});

describe('a dialog that is going to show what is still being made', () => {
  /** The dialog that shares the run, asked for while its link is being made. */
  async function asked() {
    const { lab } = await renderLab();
    let made = (): void => undefined;
    const link = new Promise<null>((resolve) => {
      made = () => resolve(null);
    });
    vi.spyOn(lab.sharing, 'link').mockReturnValue(link);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await page.getByRole('button', { name: 'Share…' }).click();
    await expect.poll(() => document.querySelector('dialog')).not.toBeNull();
    return made;
  }

  afterEach(() => {
    vi.useRealTimers();
  });

  test('comes into view with it, so that no button moves from under the pointer', async () => {
    const made = await asked();
    expect(document.querySelector('dialog:modal')).toBeNull();
    made();
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog).not.toHaveTextContent('Making the link…');
  });

  test('comes into view without it where it takes long, and takes it in later', async () => {
    const made = await asked();
    vi.advanceTimersByTime(1000);
    await expect.element(dialog).toHaveTextContent('Making the link…');
    made();
    await expect.element(dialog).not.toHaveTextContent('Making the link…');
  });
});
