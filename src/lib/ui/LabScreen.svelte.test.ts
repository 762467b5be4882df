import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mergePatch } from '../products/merge-patch';
import type { Product } from '../products/schema';
import { person } from '../domain/actors';
import { firmOf } from '../domain/world';
import type { RunStore } from '../ports';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { product } from '../../../tests/support/play';
import { places, renderLab } from '../../../tests/support/render-lab';
import { ISSUE_TO_DANA, newRunOn } from '../../../tests/support/shell';

const { time } = places;

/** A store that keeps nothing more while its disk is full. */
function fillingStore(): { readonly store: RunStore; readonly disk: { isFull: boolean } } {
  const store = createMemoryStore();
  const disk = { isFull: false };
  const append: RunStore['append'] = async (added) =>
    disk.isFull ? { isOk: false, failure: { kind: 'full' } } : store.append(added);
  return { store: { ...store, isKept: true, append }, disk };
}

describe('a rule that is chosen', () => {
  const policy = page.getByLabelText('MFA for Birch & Lowe');

  test('is said to be in force once it is kept', async () => {
    await renderLab();
    await policy.selectOptions('optional');
    await expect.element(page.getByText('Now in force: MFA for Birch & Lowe: Optional.')).toBeInTheDocument();
  });

  test('that cannot be kept is not: its field goes back to what is in force', async () => {
    const { store, disk } = fillingStore();
    const { lab } = await renderLab({ store });
    disk.isFull = true;
    await policy.selectOptions('optional');
    await expect.element(page.getByRole('alert').filter({ hasText: 'Nothing more can be kept' })).toBeVisible();
    await expect.element(policy).toHaveValue('required');
    expect(firmOf(lab.world, 'birch-lowe')?.enforcement).toBe('required');
  });
});

describe('trouble outside the rules is said in words', () => {
  test('storage that is full: nothing was lost, and what to do', async () => {
    const { store, disk } = fillingStore();
    const { lab } = await renderLab({ store });
    await expect.element(time).toBeVisible();
    disk.isFull = true;
    const before = lab.records.length;
    await lab.act(ISSUE_TO_DANA);
    await expect.element(page.getByRole('alert').filter({ hasText: 'Nothing more can be kept' })).toBeVisible();
    expect(lab.records).toHaveLength(before);
    disk.isFull = false;
    await lab.act(ISSUE_TO_DANA);
    expect(lab.records).toHaveLength(before + 1);
  });

  test('a history that no rule could have produced: named with its position', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit(ISSUE_TO_DANA);
    const others = { ...product, policy: { ...product.policy, rights: [] } } as Product;
    await renderLab({
      store: { ...store, readProduct: async () => ({ isOk: true, value: others }) },
      product: { ...product, version: '2.0.0' },
    });
    await expect.element(page.getByRole('heading', { name: 'This run cannot be opened' })).toBeVisible();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'what came of it there is not what comes of it by the rules. No rule could have produced this history.',
      );
  });

  test('a product file of a wrong type: path, finding and expectation', async () => {
    const store = createMemoryStore();
    await newRunOn(store);
    const broken = mergePatch(product, { policy: { pushLifeSeconds: { value: 'soon' } } });
    await renderLab({
      store: { ...store, readProduct: async () => ({ isOk: true, value: broken }) },
      product: { ...product, version: '2.0.0' },
    });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'Its product file is damaged: at “policy.pushLifeSeconds.value” it has "soon"; expected: a number, without quotation marks.',
      );
  });

  test('a lab taken over by a newer version lets go of its run and asks for a reload', async () => {
    const { lab } = await renderLab();
    await expect.element(time).toBeVisible();
    lab.stop({ kind: 'storage', failure: { kind: 'newer' } });
    await expect.element(page.getByRole('heading', { name: 'A newer version is open' })).toBeVisible();
    expect(await lab.act(ISSUE_TO_DANA)).toBeNull();
  });
});

test('settings that are changed in a row all hold, however fast; the second press on what is issued sends nothing', async () => {
  const { lab } = await renderLab();
  const changed = await Promise.all([
    lab.change({ type: 'setVariant', variant: 'revision-1' }),
    lab.change({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' }),
  ]);
  expect(changed).toEqual([null, null]);
  expect(lab.problem).toBeNull();
  expect(lab.world.variant).toBe('revision-1');
  expect(firmOf(lab.world, 'birch-lowe')?.enforcement).toBe('optional');
  const [issued, again] = await Promise.all([lab.act(ISSUE_TO_DANA), lab.act(ISSUE_TO_DANA)]);
  expect(issued).not.toBeNull();
  expect(again).toBeNull();
  expect(lab.problem).toMatchObject({ kind: 'overtaken' });
});

describe('news that nobody may miss', () => {
  const news = page.getByRole('region', { name: 'News', exact: true });

  test('stands above the desks until something is done', async () => {
    const { lab } = await renderLab();
    lab.tell('It was a stranger.');
    await expect.element(news).toHaveTextContent('It was a stranger.');
    await lab.act(ISSUE_TO_DANA);
    await expect.element(news).not.toBeInTheDocument();
  });

  test('of a call that waits behind another stands on the call, until that is over', async () => {
    const { lab } = await renderLab();
    const knows = { licencePin: 'right', firmAddress: 'right' } as const;
    const ask = { type: 'askSupport', account: 'dana', wish: 'issueCode', by: 'call', knows } as const;
    const waits = places.support.getByText('Another call comes in.', { exact: false });
    await lab.act({ actor: person('priya'), command: ask });
    await places.support.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect.element(waits).not.toBeInTheDocument();
    await lab.act({ actor: person('priya'), command: { ...ask, account: 'ines' } });
    await expect.element(waits).toBeVisible();
  });
});
