import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { ISSUE_TO_DANA, newRunOn, partsOn } from '../../../tests/support/shell';
import { product } from '../../../tests/support/play';
import { failed, type RunStore } from '../ports';
import { keptRuns } from './kept-runs';
import { openOn } from './open-on';

/** What ships, were it the product of the story and another one. */
const OTHER = { ...product, id: 'lanternbook', name: 'Lanternbook' };

function openOnOther(store: RunStore, id = OTHER.id) {
  const parts = partsOn(store);
  return openOn(
    {
      ...parts,
      loadShipped: async () => ({
        ...(await parts.loadShipped()),
        products: [product.id, OTHER.id],
        loadProduct: async (wanted) => [product, OTHER].find((each) => each.id === wanted),
      }),
    },
    () => undefined,
    id,
  );
}

async function idsIn(store: RunStore): Promise<readonly string[]> {
  const kept = await keptRuns(store);
  return kept.isOk ? kept.value.map(({ id }) => id) : [];
}

describe('a link that names a product', () => {
  test('begins a run on it where there is none, and keeps the run before', async () => {
    const store = createMemoryStore();
    const before = await newRunOn(store);
    await before.submit(ISSUE_TO_DANA);
    const { opened, said, isAnother } = await openOnOther(store);
    expect(isAnother).toBe(true);
    expect(opened.product.name).toBe('Lanternbook');
    expect(said).toBe('A run begins on Lanternbook. The run before it is kept and stands in the list of last runs.');
    expect(await idsIn(store)).toEqual([opened.run?.id, before.id]);
    expect(await store.read(before.id)).toMatchObject({ value: { row: { head: before.head } } });
  });

  // Regression: that a run is begun with the first free number was tested of the words alone, not of the runs.
  test('calls no two runs of one story alike', async () => {
    const store = createMemoryStore();
    await newRunOn(store);
    await openOnOther(store);
    const kept = await keptRuns(store);
    const titles = kept.isOk ? kept.value.map(({ title }) => title) : [];
    expect(titles).toEqual(['The phone on the train (2)', 'The phone on the train']);
  });

  test('says nothing of a run before where there was none', async () => {
    const { said, isAnother } = await openOnOther(createMemoryStore());
    expect([said, isAnother]).toEqual(['A run begins on Lanternbook.', false]);
  });

  test('followed again, goes on with the run it began; also after another product was played', async () => {
    const store = createMemoryStore();
    const first = await openOnOther(store);
    await first.opened.run?.submit(ISSUE_TO_DANA);
    const again = await openOnOther(store);
    expect(again.opened.run?.id).toBe(first.opened.run?.id);
    await openOnOther(store, product.id);
    const { opened, said } = await openOnOther(store);
    expect(opened.run?.id).toBe(first.opened.run?.id);
    expect(opened.run?.records.length).toBe(first.opened.run?.records.length);
    expect(said).toBe('The lab goes on with the last run on Lanternbook.');
    expect(await idsIn(store)).toHaveLength(2);
  });

  test('to a product that does not ship changes nothing, and says what was found and what there is', async () => {
    const store = createMemoryStore();
    const before = await newRunOn(store);
    const { opened } = await openOnOther(store, '../nope'.padEnd(200, '!'));
    expect(opened.run?.id).toBe(before.id);
    expect(opened.problem).toEqual({
      kind: 'no-such-product',
      found: '../nope'.padEnd(40, '!'),
      expected: [product.id, OTHER.id],
    });
    expect(await idsIn(store)).toEqual([before.id]);
  });

  test('begins nothing where the list cannot be read: the run that is there would be put aside', async () => {
    const store = createMemoryStore();
    const before = await newRunOn(store);
    const broken: RunStore = { ...store, runs: async () => failed({ kind: 'blocked', detail: 'broken' }) };
    expect((await openOnOther(broken)).opened.run?.id).toBe(before.id);
    expect(await idsIn(store)).toEqual([before.id]);
  });
});
