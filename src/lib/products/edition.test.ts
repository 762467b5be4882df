import { expect, test } from 'vitest';
import { editionOf } from './edition';
import onvio from './onvio/product.json';
import type { Product } from './schema';

test('a variant differs from the base in what it says and in nothing else', () => {
  const product = onvio as unknown as Product;
  const first = editionOf(product, 'revision-1');
  const second = editionOf(product, 'revision-2');
  expect(first.nodes['staff-edit']).toMatchObject({ look: 'pencil', label: 'Edit' });
  expect(second.nodes['staff-edit']).toMatchObject({ look: 'button', label: 'Edit' });
  expect([first.nodes['client-access'], second.nodes['client-access']]).toMatchObject([
    { label: 'Client Center Access' },
    { label: 'Client Centre Access' },
  ]);
  expect(first.nodes['setup']).toEqual(second.nodes['setup']);
});
