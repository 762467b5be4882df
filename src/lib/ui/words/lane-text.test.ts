import { expect, test } from 'vitest';
import { Play, product } from '../../../../tests/support/play';
import { Chronicle } from '../../domain/views/chronicle';
import { catalogueOf } from '../../products/edition';
import { changesOfAll, changesText } from './lane-text';
import { lengthText, shortLength } from './time-text';

test('the list says of each event what it began and ended, and for how long it had been so', () => {
  const play = new Play();
  play.issue('dana');
  play.after('01:00:00').signInByCode('dana');
  play.after('01:30:00').by('dana', { type: 'signOut' });
  play.after('24:00:00');
  const lane = Chronicle.of(null, play.records, catalogueOf(product)).lanes.lane('dana', play.now);
  const said = play.records.flatMap((record) => changesText(lane, record, 'Dana'));
  expect(said).toEqual([
    'Dana is locked out from here',
    'Dana is no longer locked out, after 19 minutes',
    'Dana was signed in for 30 minutes',
    'The code was alive for 1 day',
    'Dana is locked out from here',
  ]);
});

// Regression: a code that another took the place of at once was said to have been alive for 0 seconds.
test('what was over as it began is said to have been for no time at all, by saying nothing of it', () => {
  const play = new Play();
  play.issue('dana');
  play.issue('dana');
  const lane = Chronicle.of(null, play.records, catalogueOf(product)).lanes.lane('dana', play.now);
  expect(play.records.flatMap((record) => changesText(lane, record, 'Dana')).join('\n')).not.toContain('was alive');
});

// Regression: two people of one first name for whom one event meant the same stood in the list by the same words, which it
// cannot show.
test('what changes for many alike is told once, and people of one first name are told apart', () => {
  const play = new Play();
  play.issue('dana');
  const chronicle = Chronicle.of(null, play.records, catalogueOf(product));
  const lane = chronicle.lanes.lane('dana', play.now);
  const record = play.records.find((each) => changesText(lane, each, 'Dana').length > 0);
  if (record === undefined) throw new Error('Nothing changed for Dana.');
  const said = (...names: readonly string[]) =>
    changesOfAll(
      names.map((name) => ({ lane, name })),
      record,
    );
  expect(said('Dana Whitlock')).toEqual(['Dana is locked out from here']);
  expect(said('Dana Whitlock', 'Dana Frost', 'Tom Birch')).toEqual([
    'Dana Whitlock is locked out from here',
    'Dana Frost is locked out from here',
    'Tom is locked out from here',
  ]);
  expect(said('Ann A', 'Bo B', 'Cy C', 'Di D', 'Ed E')).toEqual([
    'Ann A, Bo B, Cy C, and 2 more in the lanes are locked out from here',
  ]);
});

test('lengths are told in their two largest units, and short where there is little room', () => {
  const spans = [0, 999, 61_000, 3_600_000, 95_000_000, 200_000_000];
  expect(spans.map(lengthText)).toEqual([
    '0 seconds',
    '0 seconds',
    '1 minute 1 second',
    '1 hour',
    '1 day 2 hours',
    '2 days 7 hours',
  ]);
  expect(spans.map(shortLength)).toEqual(['0 s', '0 s', '1 min', '1 h', '1 d', '2 d']);
});
