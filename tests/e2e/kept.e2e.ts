// What is kept, and how: the very same screen after a reload, one transaction an append, nothing overwritten.
import { expect, test, type Page } from '@playwright/test';
import { LabPage } from './lab-page';
import { screenOf } from './share-page';

async function reload(page: Page): Promise<LabPage> {
  await page.reload();
  const lab = new LabPage(page);
  await lab.ready();
  return lab;
}

/** Changes the kept records behind the lab's back. */
async function tamper(page: Page, change: string): Promise<void> {
  await page.evaluate(async (body) => {
    const request = indexedDB.open('lockout-lab');
    const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const transaction = database.transaction('records', 'readwrite');
    const store = transaction.objectStore('records');
    const all = store.getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    for (const row of all.result as { position: number; record: Record<string, unknown> }[]) {
      if (body === 'unknown-event' && row.position === 4) row.record['events'] = [{ type: 'CodeDoubled' }];
      if (body === 'truncated' && row.position === 4) row.record = { kind: 'command', position: 4 };
      if (body === 'changed' && row.position === 4) row.record['at'] = Number(row.record['at']) + 1000;
      store.put(row);
    }
    if (body === 'cut')
      store.delete(
        (all.result as { run: string; position: number }[]).map((row) => [row.run, row.position]).at(-1) as [
          string,
          number,
        ],
      );
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, change);
}

test(
  'a reload shows the very same screen: while a code is shown, in mid sign-in, and when a reason is open',
  { tag: '@core' },
  async ({ page }) => {
    const lab = await LabPage.open(page);
    const code = await lab.issueToDana();
    await lab.press(lab.admin, 'Read it to Dana');
    await lab.move('+30 s');
    await lab.password();
    await lab.press(lab.user, 'enter a code');
    await lab.user.getByRole('textbox', { name: 'Temporary code' }).fill('0000 0000');
    await lab.press(lab.user, 'Sign in');
    await expect(lab.refusal).toContainText('That is not the code');
    await lab.user.getByRole('textbox', { name: 'Temporary code' }).fill('');
    await lab.press(lab.support, 'Code tool');
    await lab.happenings.getByRole('button', { name: /^Why/ }).nth(1).click();
    await expect(lab.why).toContainText('Why, at');
    const before = await screenOf(page);
    const again = await reload(page);
    await expect(again.issuedCode).toHaveText(code);
    await expect(again.clock).toHaveText('Mon 9 Mar 09:00:30');
    expect(await screenOf(page)).toBe(before);
  },
);

test('a reload shows the same moment of the past, and so does a way back from another page', async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  await lab.move('+1 h');
  await lab.timeline.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Event before' }).click();
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
  const before = await screenOf(page);
  const picture = await lab.timeline.textContent();
  await reload(page);
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
  expect(await screenOf(page)).toBe(before);
  expect(await lab.timeline.textContent()).toBe(picture);
  await page.getByRole('banner').getByRole('link', { name: 'Lockout Lab' }).click();
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await reload(page);
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeHidden();
});

test('one reset, undoable, also after a reload', { tag: '@long' }, async ({ page }) => {
  const lab = await LabPage.open(page);
  await lab.issueToDana();
  const before = await screenOf(page);
  await page.getByRole('button', { name: 'Reset…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
  await expect(lab.happenings).not.toContainText('issues a code');
  const again = await reload(page);
  await expect(again.happenings).not.toContainText('issues a code');
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(again.happenings).toContainText('issues a code');
  await page.reload();
  await again.ready();
  // Where a reset can be undone or done again, its button stands in the place of the tour's.
  const besides = (screen: string): string =>
    screen.replaceAll(/\n.*((Undo|Redo) reset|link "Tour"|\/url: \S*tour=).*/g, '');
  expect(besides(await screenOf(page))).toBe(besides(before));
});

test('the transaction of an append asks for strict durability', async ({ page }) => {
  await page.addInitScript(() => {
    const asked: { stores: string[]; mode: string; durability: string }[] = [];
    Object.assign(window, { askedOfStorage: asked });
    // Taken from its descriptor: it is only ever called on the database it was asked of.
    const original = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
      ?.value as (typeof IDBDatabase.prototype)['transaction'];
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const transaction = original.call(this, stores, mode, options);
      asked.push({
        stores: [...transaction.objectStoreNames],
        mode: transaction.mode,
        durability: transaction.durability,
      });
      return transaction;
    };
  });
  const lab = await LabPage.open(page);
  await page.evaluate(() => {
    (window as unknown as { askedOfStorage: unknown[] }).askedOfStorage.length = 0;
  });
  await lab.press(lab.admin, 'Setup');
  await expect(lab.admin.getByRole('button', { name: 'Staff', exact: true })).toBeVisible();
  const asked = await page.evaluate(() => (window as unknown as { askedOfStorage: { mode: string }[] }).askedOfStorage);
  const writes = asked.filter(({ mode }) => mode === 'readwrite');
  expect(writes).toEqual([{ stores: ['meta', 'records', 'runs'], mode: 'readwrite', durability: 'strict' }]);
});

test('whoever comes second in another window is told what came first, and nothing is sent twice', async ({
  context,
  page,
}) => {
  // Windows follow each other within a turn; one that hears nothing is overtaken.
  await page.addInitScript(() => Object.defineProperty(window, 'BroadcastChannel', { value: undefined }));
  const first = await LabPage.open(page);
  await first.walk(first.admin, 'Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting');
  await expect(first.admin.getByRole('button', { name: 'generate a temporary, 24-hour code' })).toBeVisible();
  const other = await context.newPage();
  const second = await LabPage.open(other);
  await second.issueHere();
  await first.press(first.admin, 'generate a temporary, 24-hour code');
  const banner = page.getByRole('alert').filter({ hasText: 'Something else came first, so nothing was sent.' });
  await expect(banner).toContainText('Priya Lowe issues a code for Dana Whitlock');
  await banner.getByRole('button', { name: 'Dismiss' }).click();
  await expect(banner).toBeHidden();
  await expect(first.happenings.getByRole('listitem').filter({ hasText: 'issues a code' })).toHaveCount(1);
});

const DAMAGE: readonly (readonly [string, string])[] = [
  ['unknown-event', 'Record 4 is damaged or from somewhere else: at “events.0.type” it has "CodeDoubled"'],
  ['truncated', 'Record 4 is damaged or from somewhere else: at “at” it has nothing'],
  ['changed', 'Record 4 was changed after it was written'],
  ['cut', 'It should have 11 records and has 10.'],
];

for (const [change, words] of DAMAGE) {
  const title = `a kept run with a record that is ${change}: plain words, a way on, and nothing overwritten`;
  // Every kind of damage is tried without a browser too.
  test(title, { tag: change === 'cut' || change === 'changed' ? [] : '@long' }, async ({ page }) => {
    await LabPage.open(page);
    await page.goto('/');
    await tamper(page, change);
    await page.goto('/lab/');
    await expect(page.getByRole('heading', { name: 'This run cannot be opened' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText(words);
    await page.getByRole('button', { name: 'Begin a new run' }).click();
    const lab = new LabPage(page);
    await lab.ready();
    await lab.issueToDana();
    await page.getByRole('button', { name: 'Undo reset' }).click();
    await expect(page.getByRole('alert')).toContainText(words);
    await page.getByRole('button', { name: 'Open the run put aside' }).click();
    await expect(lab.happenings).toContainText('issues a code');
  });
}

test('what is sound of a damaged run goes on as a run of its own, and the damaged one stays', async ({ page }) => {
  const lab = await LabPage.open(page);
  await page.goto('/');
  await tamper(page, 'changed');
  await page.goto('/lab/');
  await expect(
    page.getByText('Up to 4 records are sound before the damage, and can go on as a run of their own.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Go on with what is sound' }).click();
  await lab.ready();
  await lab.move('+1 h');
  await expect(page.getByRole('heading', { name: 'This run cannot be opened' })).toHaveCount(0);
  await page.goto('/runs/');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'The phone on the train (what is sound of it)' }).first(),
  ).toBeVisible();
  await expect(page.getByText('Damaged')).toHaveCount(0);
});

test('where storage is blocked the lab says so and goes on in memory', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open() {
          throw new DOMException('Internal error.', 'UnknownError');
        },
      },
    });
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  const lab = await LabPage.open(page);
  await expect(page.getByText('Not kept: gone when the page is closed', { exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Nothing is kept here.');
  await lab.signInByCode(await lab.issueToDana());
  await lab.expectSignedIn();
});
