import { expect, test } from 'vitest';
import { Play, product } from '../../../../tests/support/play';
import { catalogueOf } from '../../products/edition';
import { LAB } from '../actors';
import type { LogRecord } from '../record';
import { Chronicle } from './chronicle';

const CATALOGUE = catalogueOf(product);

function story(): readonly LogRecord[] {
  const play = new Play();
  play.issue('dana');
  play.after('25:00:00').signInByCode('dana');
  const { records } = play;
  const walk: LogRecord = {
    kind: 'place',
    position: records.length,
    at: play.now,
    actor: LAB,
    desk: 'user',
    place: { persona: 'dana', node: 'home', subject: null, code: null },
  };
  return [...records, walk];
}

test('counts events and no walks of a desk, and knows how many had happened by a record', () => {
  const records = story();
  const chronicle = Chronicle.of(null, records, CATALOGUE);
  const events = records.filter(({ kind }) => kind !== 'place');
  expect(chronicle.events).toEqual(events.map(({ position }) => position));
  for (const { position } of records) {
    expect(chronicle.countAt(position)).toBe(events.filter((each) => each.position <= position).length);
  }
  expect(chronicle.atOf(0)).toBe(records[0]?.at);
  expect(chronicle.atOf(events.length)).toBeUndefined();
});

test('goes on with a log that has grown, and begins anew with any other', () => {
  const records = story();
  const known = Chronicle.of(null, records.slice(0, 5), CATALOGUE);
  expect(Chronicle.of(known, records, CATALOGUE)).toBe(known);
  expect(known.events).toEqual(Chronicle.of(null, records, CATALOGUE).events);
  const branch = records.slice(0, 6);
  expect(Chronicle.of(known, branch, CATALOGUE)).not.toBe(known);
  expect(Chronicle.of(null, [], CATALOGUE).isBeginningOf(records)).toBe(true);
  expect(known.isBeginningOf([])).toBe(false);
  const other = story();
  expect(Chronicle.of(known, other, CATALOGUE)).not.toBe(known);
});
