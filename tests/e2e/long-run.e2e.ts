// A long run: it opens from the state that is kept beside its log, goes by the log all the same, and tells of damage to it.
import { expect, test, type Page } from '@playwright/test';
import { LabPage } from './lab-page';
import { elsewhere, fileOf, openFile, screenOf, walkedOn, type SavedRun } from './share-page';

type Row = Record<string, unknown>;

/** Changes the rows of a table behind the lab's back; how many there are. */
function changeRows(page: Page, table: 'states' | 'packs', change: Row): Promise<number> {
  return page.evaluate(
    async ([name, changed]) => {
      const request = indexedDB.open('lockout-lab');
      const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const transaction = database.transaction(name, 'readwrite');
      const store = transaction.objectStore(name);
      const all = store.getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      for (const row of all.result as Row[]) store.put({ ...row, ...changed });
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
      return all.result.length;
    },
    [table, change] as const,
  );
}

/** Notes what came first: the desks on screen, or the packs of the log being read. */
function noteWhatComesFirst(): void {
  const came: string[] = [];
  Object.assign(window, { came });
  const note = (what: string): void => void (came.includes(what) || came.push(what));
  for (const kind of [IDBObjectStore, IDBIndex]) {
    for (const way of ['get', 'getAll', 'openCursor'] as const) {
      const read = Reflect.get(kind.prototype, way) as (...given: readonly unknown[]) => IDBRequest;
      Object.defineProperty(kind.prototype, way, {
        value(this: IDBObjectStore | IDBIndex, ...given: readonly unknown[]) {
          const store = this instanceof IDBIndex ? this.objectStore : this;
          const request = read.apply(this, [...given]);
          const isFound = (): boolean =>
            Array.isArray(request.result) ? request.result.length > 0 : request.result != null;
          // What came behind the state is looked for in packs as well, and is in none.
          if (store.name === 'packs') request.addEventListener('success', () => void (isFound() && note('log')));
          return request;
        },
      });
    }
  }
  new MutationObserver(() => {
    if (document.querySelector('[data-lab="desks"]') !== null) note('desks');
  }).observe(document, { childList: true, subtree: true });
}

const whatCame = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Reflect.get(window, 'came') as string[]);

/** Whoever has opened a long run once: a state of it is kept. */
async function openedOnce(page: Page, from: Page): Promise<LabPage> {
  const { name, text } = await fileOf(from);
  await openFile(page, name, JSON.stringify(walkedOn(JSON.parse(text) as SavedRun, 2100)));
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await expect.poll(() => changeRows(page, 'states', {})).toBe(1);
  await page.addInitScript(noteWhatComesFirst);
  return new LabPage(page);
}

test('a long run shows its desks before its log is read, and goes on from there as any other', async ({
  page,
  browser,
}) => {
  const first = await LabPage.open(page);
  await first.issueToDana();
  const there = await elsewhere(browser, '/lab/');
  const lab = await openedOnce(there.page, page);
  const before = await screenOf(there.page);

  await there.page.reload();
  await lab.ready();
  expect(await whatCame(there.page)).toEqual(['desks', 'log']);
  expect(await screenOf(there.page)).toBe(before);

  // Time goes on past what was foreseen, and what came of it is there once more.
  await lab.move('+24 h');
  for (const again of [false, true]) {
    if (again) await there.page.reload();
    await expect(lab.clock).toHaveText('Tue 10 Mar 09:00:00');
    await expect(lab.happenings).toContainText("Dana Whitlock's code ends");
    await expect(lab.playhead).toHaveAttribute('aria-valuetext', /now/);
  }
  expect(await whatCame(there.page)).toEqual(['desks', 'log']);
});

test(
  'a state that is not what was kept is passed over: the log is read first, and the screen is the same',
  { tag: '@long' },
  async ({ page, browser }) => {
    await (await LabPage.open(page)).issueToDana();
    const there = await elsewhere(browser, '/lab/');
    const lab = await openedOnce(there.page, page);
    const before = await screenOf(there.page);
    await there.page.goto('/offline/');
    await changeRows(there.page, 'states', { text: '{"position":2110}' });
    await there.page.goto('/lab/');
    await lab.ready();
    expect(await whatCame(there.page)).toEqual(['log', 'desks']);
    expect(await screenOf(there.page)).toBe(before);
  },
);

test('damage to the log of a long run is told of once it is read, whatever state is kept', async ({
  page,
  browser,
}) => {
  await (await LabPage.open(page)).issueToDana();
  const there = await elsewhere(browser, '/lab/');
  await openedOnce(there.page, page);
  await there.page.goto('/offline/');
  expect(await changeRows(there.page, 'packs', { text: '[]' })).toBeGreaterThan(1);
  await there.page.goto('/lab/');
  await expect(there.page.getByRole('heading', { name: 'This run cannot be opened' })).toBeVisible();
  await expect(there.page.getByRole('alert')).toContainText(/record/i);
  await there.page.getByRole('button', { name: 'Begin a new run' }).click();
  await new LabPage(there.page).ready();
});
