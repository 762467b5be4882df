// Everything that the site keeps, in a real browser: told, deleted, and no more than that.
import { beforeEach, expect, test } from 'vitest';
import { browserData } from './browser-data';

const NAMES = {
  database: 'kept-data',
  settings: 'kept-data-',
  caches: 'kept-data /here/ ',
  scope: new URL('/kept-data/', location.href).href,
};
const data = browserData(NAMES);

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
}

async function keep(): Promise<void> {
  for (const name of [NAMES.database, 'kept-data-of-others']) (await opened(name)).close();
  localStorage.setItem('kept-data-look', 'dark');
  sessionStorage.setItem('kept-data-past', 'Tuesday');
  localStorage.setItem('others-look', 'dark');
  for (const name of ['kept-data /here/ 1', 'kept-data /here/ 2', 'kept-data /there/ 1']) {
    await (await caches.open(name)).put('/a-file', new Response('a file'));
  }
}

beforeEach(async () => {
  await data.forget();
  await keep();
});

test('is told in its parts, without what belongs to others', async () => {
  expect(await data.tell()).toEqual({
    hasDatabase: true,
    settings: ['kept-data-look', 'kept-data-past'],
    files: 2,
    hasWorker: false,
    usedBytes: expect.any(Number) as number,
  });
});

test('is deleted, all of it and nothing else, and looked at again', async () => {
  expect(await data.forget()).toMatchObject({
    database: 'gone',
    left: { hasDatabase: false, settings: [], files: 0, hasWorker: false },
  });
  expect(localStorage.getItem('others-look')).toBe('dark');
  expect(await caches.has('kept-data /there/ 1')).toBe(true);
  expect((await indexedDB.databases()).map(({ name }) => name)).toContain('kept-data-of-others');
});

test('where another window does not let the database go, that is said; asked again, the rest goes', async () => {
  const held = await opened(NAMES.database);
  expect(await data.forget()).toMatchObject({ database: 'held', left: { settings: [], files: 0 } });
  held.close();
  expect(await data.forget()).toMatchObject({ database: 'gone', left: { hasDatabase: false } });
});

test('what somebody notes while the database goes is deleted with it', async () => {
  const open = await opened(NAMES.database);
  open.onversionchange = () => {
    localStorage.setItem('kept-data-witness', 'acknowledged at the last moment');
    open.close();
  };
  expect(await data.forget()).toMatchObject({ database: 'gone', left: { settings: [] } });
});
