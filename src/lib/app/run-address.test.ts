import { expect, test } from 'vitest';
import { addressOf, runInAddress } from './run-address';

test('a run is found behind the # of a page, and behind that of a router', () => {
  expect(runInAddress('#run=1.abc.def')).toBe('1.abc.def');
  expect(runInAddress('#/?run=1.abc.def')).toBe('1.abc.def');
  expect(runInAddress('#run=')).toBe('');
});

test('what is something else is let be', () => {
  for (const hash of ['', '#', '#/', '#desk-admin', '#/train/first-tour', '#rerun=1', '#/train/x?run=1', 'run=1']) {
    expect(runInAddress(hash), hash).toBeNull();
  }
});

test('an address carries what is found in it again', () => {
  const site = addressOf('http://lab.example/lab/?token=x#old', '1.a.b', false);
  const player = addressOf('http://lab.example/player.html', '1.a.b', true);
  expect([site, player]).toEqual(['http://lab.example/lab/#run=1.a.b', 'http://lab.example/player.html#/?run=1.a.b']);
  for (const each of [site, player]) expect(runInAddress(new URL(each).hash)).toBe('1.a.b');
});
