import { expect, test } from 'vitest';
import { Play, PRODUCTS } from '../../../../tests/support/play';
import { recoveryCode } from '../../../../tests/support/portal';
import { peopleWhoDiffer } from '../../domain/views/compare';
import { editionOf } from '../../products/edition';
import { deskState } from '../timeline/lane-names';
import { facetText } from './compare-text';
import { TimeText } from './time-text';

const TIME = new TimeText('America/New_York', 'en');

// Regression: a recovery code that nobody had saved was told as one that was not read out.
test('of a recovery code it is told whether it is saved', () => {
  const [saved, unsaved] = [new Play({ product: 'portal' }), new Play({ product: 'portal' })];
  for (const play of [saved, unsaved]) recoveryCode(play, 'dana');
  saved.by('dana', { type: 'saveCodes' });
  unsaved.by('dana', { type: 'closeTab' });
  const [dana] = peopleWhoDiffer(saved, unsaved);
  if (dana === undefined) throw new Error('Nobody differs.');
  const said = (of: typeof dana.left, at: Play): string =>
    facetText(TIME, { facet: 'codes', account: 'dana', of, at: { world: at.world, now: at.now } });
  expect(said(dana.left, saved)).toBe('Active until it is used or replaced');
  expect(said(dana.right, unsaved)).toBe('Active until it is used or replaced, not saved');
});

// Regression: somebody was said to sit at a desk that the product does not have (EDGE-10).
test('a desk that is closed has nobody at it', () => {
  const { portal, onvio } = PRODUCTS;
  const at = (name: 'portal' | 'onvio', desk: 'admin' | 'support'): string => {
    const product = name === 'portal' ? portal : onvio;
    return deskState(new Play({ product: name }).world, editionOf(product, product.defaultVariant), desk, 'priya');
  };
  expect([at('portal', 'admin'), at('onvio', 'admin')]).toEqual(['closed', 'Priya Lowe']);
  expect(at('portal', 'support')).toBe('no request open');
});
