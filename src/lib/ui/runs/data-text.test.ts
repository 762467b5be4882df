import { expect, test } from 'vitest';
import type { Forgotten } from '../../ports-site';
import { forgottenTitle, leftText, partsText, usedText } from './data-text';

const NOTHING = { hasDatabase: false, settings: [], files: 0, hasWorker: false, usedBytes: null };
const kept = { hasDatabase: true, settings: ['a', 'b'], files: 263, hasWorker: true, usedBytes: 2_700_000 };

test('how much it is, is told as far as the browser says', () => {
  expect(usedText(kept)).toMatch(/^The browser counts 2\.7 MB for this address/);
  expect(usedText(NOTHING)).toBe('This browser does not say how much that is.');
});

test('each part that would go is told, and what there is none of', () => {
  expect(partsText(kept, { runs: 3, trashed: 2 })).toEqual([
    'The database of runs: 3 runs, and 2 more in the trash. Firms of your own and product files go with it.',
    '2 settings, such as the look and the reminders about a phone of your own.',
    'What opens the site without a network: 263 files and the worker that answers with them. It opens again once there is a network.',
  ]);
  expect(partsText(NOTHING, { runs: 1, trashed: 0 })).toEqual([
    'The database of runs: 1 run. Firms of your own and product files go with it.',
    'Settings: there are none.',
    'What opens the site without a network: nothing of it is kept here.',
  ]);
  expect(partsText(NOTHING, null)[0]).toBe('The database of runs. Firms of your own and product files go with it.');
});

const left = (how: Partial<Forgotten>): Forgotten => ({ database: 'gone', left: NOTHING, ...how });

test('where nothing is left, that is said', () => {
  expect(leftText(left({}))).toEqual([]);
  expect(leftText(left({ left: { ...NOTHING, hasDatabase: null } }))).toEqual([]);
  expect(forgottenTitle(left({}))).toBe('Everything is deleted');
});

test('whatever is left is told, part by part', () => {
  expect(leftText(left({ left: kept }))).toEqual([
    'A database of runs: another window of the lab has made a new one meanwhile.',
    '2 settings.',
    '263 files of the site itself.',
    'The worker that opens the site without a network.',
  ]);
  expect(leftText(left({ database: 'held' }))[0]).toContain('They go as soon as it is closed.');
  expect(leftText(left({ database: 'refused' }))[0]).toContain('the browser did not delete their database');
  expect(forgottenTitle(left({ database: 'held' }))).toBe('Not everything is deleted');
});
