import { expect, test } from 'vitest';
import { Play, PRODUCTS } from '../../../../tests/support/play';
import { person } from '../../domain/actors';
import { editionOf } from '../../products/edition';
import { helpText } from './help-text';

// Regression: after a reset only a new phone was named, though an admin's code lets somebody in without one (ONX-1).
test('without a device a code is named beside a new phone, where somebody may issue one', () => {
  const product = PRODUCTS.onix;
  const play = new Play({ product: 'onix' });
  for (const { id } of play.account('dana').devices)
    play.does(person('dana'), { type: 'loseDevice', account: 'dana', device: id, how: 'stolen' });
  play.does(person('priya'), { type: 'resetMfa', account: 'dana' });
  const access = play.access('dana');
  expect(access.obstacle).toBe('no-device');
  const help = helpText(play.world, editionOf(product, product.defaultVariant), play.account('dana'), access, play.now);
  expect(help).toBe(
    "Finding Dana's phone helps, or getting a new phone; without one, Priya Lowe can issue a code: Settings › Users & Roles › Select.",
  );
  play.does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
  play.does(person('priya'), { type: 'tellCode', account: 'dana', code: play.account('dana').codes.at(-1)?.id ?? '' });
  expect(play.access('dana').way).toBe('code');
});
