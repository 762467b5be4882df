// Three tabs on one run, each with a connection of its own to the browser's real IndexedDB, and a code that is good once.
import { expect, test } from 'vitest';
import { ISSUE_TO_DANA, partsOn, seededCryptography } from '../../../tests/support/shell';
import { openDexieStore } from '../adapters/storage/dexie-store';
import { person } from '../domain/actors';
import { settingsOfCode } from '../domain/policy';
import { eventsOf } from '../domain/record';
import { accountOf } from '../domain/world';
import type { Product } from '../products/schema';
import onix from '../products/onix/product.json';
import type { RunStore } from '../ports';
import { codeText } from './code-text';
import type { OpenRun } from './open-run';
import { openLab, startRun } from './opening';

const RACES = 200;
const DANA = person('dana');

async function store(): Promise<RunStore> {
  const opened = await openDexieStore('three-tabs', 'epoch');
  if (!opened.isOk) throw new Error(opened.failure.kind);
  return opened.value;
}

/** The first begins the run, the others open it. */
async function tab(isFirst = false): Promise<OpenRun> {
  const product = onix as unknown as Product;
  const parts = partsOn(await store());
  const ours = {
    ...parts,
    loadShipped: async () => ({ ...(await parts.loadShipped()), loadProduct: async () => product }),
  };
  const { run } = await (isFirst ? startRun(ours, () => undefined, { product }) : openLab(ours, () => undefined));
  if (run === null) throw new Error('There is no run.');
  return run;
}

const entries = ({ records }: OpenRun): number =>
  records.flatMap((record) => eventsOf(record)).filter(({ type }) => type === 'SignedIn').length;

test(`three tabs spend one code at once, ${RACES} times: one success each, and the others are told whose`, async () => {
  const first = await tab(true);
  const before = entries(first);
  const tabs = [first, await tab(), await tab()];
  const { form } = settingsOfCode(first.world.policy, 'temporaryCode');
  for (let race = 1; race <= RACES; race += 1) {
    await first.refresh();
    await first.submit(ISSUE_TO_DANA);
    await first.submit({ actor: DANA, command: { type: 'cancelSignIn', account: 'dana' } });
    await first.submit({ actor: DANA, command: { type: 'submitPassword', account: 'dana', card: 'right' } });
    await Promise.all(tabs.map((each) => each.refresh()));
    const code = accountOf(first.world, 'dana')?.codes.at(-1)?.id ?? '';
    const typed = await codeText(seededCryptography('test'), first.world.pins?.seed ?? '', code, form.value);
    const submit = { type: 'submitCode', account: 'dana', family: 'temporaryCode' } as const;
    const done = await Promise.all(tabs.map((each) => each.submit({ actor: DANA, command: submit, typed })));
    const winners = done.filter((each) => each.isOk && each.value.some(({ type }) => type === 'SignedIn'));
    expect(winners, `race ${race}`).toHaveLength(1);
    for (const lost of done.filter((each) => !winners.includes(each))) {
      expect(lost, `race ${race}`).toMatchObject({ isOk: false, failure: { kind: 'overtaken' } });
    }
    await Promise.all(tabs.map((each) => each.refresh()));
    expect(tabs.map(entries), `race ${race}`).toEqual(tabs.map(() => before + race));
    await first.submit({ actor: DANA, command: { type: 'signOut', account: 'dana' } });
  }
});
