// A lab in a real browser that writes as fast as it can, what its database has acknowledged, and what is found there later.
import type { RealBrowser } from './real-browser';

/** A record as the database acknowledged it. */
export interface Acknowledged {
  readonly run: string;
  readonly position: number;
  readonly link: string;
}

/**
 * Tells of every record once the transaction that wrote it is complete, and can press the lab's buttons, one after
 * another, each as soon as what the one before wrote is acknowledged.
 */
export const ACKNOWLEDGING = `(() => {
  const written = new Map();
  let onComplete = () => undefined;
  for (const method of ['add', 'put']) {
    const original = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = function (value, ...rest) {
      const { name, transaction } = this;
      if (!written.has(transaction)) {
        written.set(transaction, []);
        transaction.addEventListener('complete', () => {
          window.acknowledge(JSON.stringify(written.get(transaction)));
          onComplete();
        });
      }
      const { run, position, link } = value;
      if (name === 'records') written.get(transaction).push({ run, position, link });
      return original.call(this, value, ...rest);
    };
  }
  window.buttonNamed = (words) =>
    [...document.querySelectorAll('button')].find((each) => each.textContent.replace(/\\s+/g, ' ').trim() === words);
  window.pressAll = (names) => {
    let next = 0;
    onComplete = () => setTimeout(() => buttonNamed(names[next++ % names.length])?.click());
    onComplete();
  };
})();`;

const ISSUE = 'generate a temporary, 24-hour code';

/** The lab with the panel open in which codes are issued. */
export async function openIssuing(browser: RealBrowser, address: string): Promise<void> {
  await browser.goTo(address);
  await browser.until("document.querySelector('[role=timer]') !== null");
  if (await browser.evaluate<boolean>(`buttonNamed('${ISSUE}') !== undefined`)) return;
  for (const words of ['Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting'])
    await browser.until(`buttonNamed('${words}') !== undefined && (buttonNamed('${words}').click(), true)`);
  await browser.until(`buttonNamed('${ISSUE}') !== undefined`);
}

/** Presses on for some time: issues codes that replace each other, walks another desk, and lets time go on. */
export async function pressOn(browser: RealBrowser, milliseconds: number): Promise<void> {
  await browser.evaluate(`pressAll(${JSON.stringify([ISSUE, 'Code tool', '+1 h', 'Requests'])})`);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export interface Found {
  readonly rows: readonly {
    readonly id: string;
    readonly head: { readonly position: number; readonly link: string };
  }[];
  readonly records: readonly Acknowledged[];
}

/** Everything that the database holds, read past the lab. */
export function found(browser: RealBrowser): Promise<Found> {
  return browser.evaluate<Found>(`(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open('lockout-lab'));
    const tables = ['runs', 'records', 'packs'];
    const transaction = database.transaction(tables);
    const [rows, records, packs] = await Promise.all(tables.map((name) => done(transaction.objectStore(name).getAll())));
    database.close();
    const packed = packs.flatMap(({ run, from, text }) => JSON.parse(text).map(([, link], index) => ({ run, position: from + index, link })));
    const all = [...records.map(({ run, position, link }) => ({ run, position, link })), ...packed];
    all.sort((one, other) => one.position - other.position);
    return { rows: rows.map(({ id, head }) => ({ id, head })), records: all };
  })()`);
}

/** What is wrong with what was found: torn transactions, and what was acknowledged and is not there. */
export function faultsIn({ rows, records }: Found, acknowledged: readonly Acknowledged[]): readonly string[] {
  const faults: string[] = [];
  for (const { id, head } of rows) {
    const own = records.filter(({ run }) => run === id);
    if (own.some(({ position }, index) => position !== index)) faults.push(`${id} has a gap`);
    const last = own.at(-1);
    if (last?.position !== head.position || last.link !== head.link)
      faults.push(`${id} ends elsewhere than its head says`);
  }
  const held = new Map(records.map((each) => [`${each.run} ${each.position}`, each.link]));
  for (const { run, position, link } of acknowledged)
    if (held.get(`${run} ${position}`) !== link)
      faults.push(`record ${position} of ${run} was acknowledged and is lost`);
  return faults;
}
