import { describe, expect, test } from 'vitest';
import { Play, product } from '../../../tests/support/play';
import { History } from '../domain/history';
import { LAB } from '../domain/actors';
import { SECOND } from '../domain/instant';
import type { LogRecord } from '../domain/record';
import { catalogueOf } from '../products/edition';
import { momentAfter, momentAt, momentBeside } from './moment';

const place = { persona: 'dana', node: 'home', subject: null, code: null };

/** A story, with the user's desk walked somewhere in the instant of its last event, and again a second later. */
function story(): History {
  const play = new Play();
  play.issue('dana');
  play.after('01:00:00').signInByCode('dana');
  const { records } = play;
  const last = records.at(-1);
  const walked = (position: number, at: number): LogRecord => ({
    kind: 'place',
    position,
    at,
    actor: LAB,
    desk: 'user',
    place,
  });
  const end = last?.at ?? 0;
  return History.of(
    [...records, walked(records.length, end), walked(records.length + 1, end + SECOND)],
    catalogueOf(product),
  );
}

const history = story();
const { records } = history;
const end = { position: records.length - 1, at: records.at(-1)?.at ?? 0 };
const events = records.filter((record) => record.kind !== 'place');

describe('moments of a run', () => {
  test('an instant before the run is its beginning', () => {
    expect(momentAt(history, 0)).toEqual(momentAfter(history, 0));
    expect(momentAt(history, 0).at).toBe(records[0]?.at);
  });

  test('right after an event the desks stand where they were walked to in the same instant, and no further', () => {
    const last = events.at(-1);
    expect(momentAfter(history, last?.position ?? 0)).toEqual({ position: records.length - 2, at: last?.at });
  });

  test('stepping back from now meets every event once, newest first, and ends at the beginning', () => {
    const met = [];
    for (let at = momentBeside(history, end, -1); at !== null; at = momentBeside(history, at, -1)) met.push(at);
    expect(met).toEqual(events.toReversed().map(({ position }) => momentAfter(history, position)));
  });

  test('stepping on from the beginning meets every other event once, oldest first', () => {
    const met = [];
    for (let at = momentBeside(history, momentAfter(history, 0), 1); at !== null; at = momentBeside(history, at, 1)) {
      met.push(at);
    }
    expect(met).toEqual(events.slice(1).map(({ position }) => momentAfter(history, position)));
  });

  test('between two events, back is the one that was last', () => {
    const [, second] = events;
    const between = momentAt(history, (second?.at ?? 0) + SECOND);
    expect(momentBeside(history, between, -1)).toEqual(momentAfter(history, second?.position ?? 0));
  });
});
