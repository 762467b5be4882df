import { expect, test } from 'vitest';
import { Play, product } from '../../../../tests/support/play';
import { Chronicle } from '../../domain/views/chronicle';
import { catalogueOf } from '../../products/edition';
import { changesText } from './lane-text';
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
