import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Play, product } from '../../../tests/support/play';
import { catalogueOf } from '../products/edition';
import { LAB } from './actors';
import { History } from './history';
import { MINUTE } from './instant';
import type { LogRecord } from './record';
import { replay } from './replay';

const CATALOGUE = catalogueOf(product);

/** A story of several hundred records: longer than the distance between two snapshots. */
function longStory(): readonly LogRecord[] {
  const play = new Play();
  for (let day = 1; day <= 60; day += 1) {
    play.issue('dana');
    play.signInByCode('dana');
    play.by('dana', { type: 'signOut' });
    play.after(`${day * 25}:00:00`);
  }
  return play.records;
}

const records = longStory();
const history = History.of(records, CATALOGUE);

describe('looking back in a log', () => {
  test('the world after any record is the one that a replay from nothing gives', () => {
    expect(records.length).toBeGreaterThan(300);
    for (let position = -1; position < records.length; position += 1) {
      expect(history.worldAt(position)).toEqual(replay(records.slice(0, position + 1), CATALOGUE));
    }
  });

  test('going on keeps what was there, however the records come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 8 }), fc.nat(), (sizes, seek) => {
        let grown = History.of([], CATALOGUE);
        let from = 0;
        for (const size of [...sizes, records.length]) {
          grown = grown.with(records.slice(from, from + size));
          from += size;
        }
        expect(grown.records).toEqual(records);
        const position = seek % records.length;
        expect(grown.worldAt(position)).toEqual(history.worldAt(position));
      }),
      { numRuns: 40 },
    );
  });

  test('cut at any record, it is the history of what had happened by then, and goes on from there', () => {
    for (const position of [0, 1, 255, 256, 257, records.length - 1]) {
      const cut = history.upTo(position);
      expect(cut.records).toEqual(records.slice(0, position + 1));
      expect(cut.world).toEqual(history.worldAt(position));
      expect(cut.with(records.slice(position + 1)).worldAt(300)).toEqual(history.worldAt(300));
    }
  });

  test('cut and gone on with otherwise, it keeps nothing of what came after the cut', () => {
    const walks = Array.from({ length: 400 }, (_, index): LogRecord => {
      const place = { persona: 'dana', node: `page-${index}`, subject: null, code: null };
      const at = records[100]?.at ?? 0;
      return { kind: 'place', position: 101 + index, at, actor: LAB, desk: 'user', place };
    });
    const otherwise = history.upTo(100).with(walks);
    for (const position of [255, 256, 300, 500]) {
      expect(otherwise.worldAt(position)).toEqual(
        replay([...records.slice(0, 101), ...walks].slice(0, position + 1), CATALOGUE),
      );
    }
  });

  test('an instant stands at the last record at or before it', () => {
    const [first] = records;
    const startedAt = first?.at ?? 0;
    expect(history.positionAt(startedAt - 1)).toBe(-1);
    for (const at of records.flatMap((record) => [record.at - 1, record.at, record.at + MINUTE])) {
      expect(history.positionAt(at)).toBe(records.findLastIndex((record) => record.at <= at));
    }
  });

  test('not read to its beginning, it goes on from a world that was kept, and has nothing to look back at', () => {
    const tail = History.behind(history.worldAt(299), records.slice(300));
    expect(tail.isWhole).toBe(false);
    expect(tail.world).toEqual(history.world);
    expect(tail.recordsBehind(309)).toEqual(records.slice(310));
    expect(tail.recordsBehind(5)).toEqual(records.slice(300));
    expect(() => tail.records).toThrow(TypeError);
    expect(() => tail.worldAt(310)).toThrow(TypeError);
    expect(() => tail.positionAt(0)).toThrow(TypeError);
  });

  test('read to its beginning, it goes by the records alone, as far as it went before', () => {
    const otherwise = { ...history.worldAt(299), lookUps: { 'licence/nowhere': 1 } };
    const end = records.length - 10;
    const tail = History.behind(otherwise, records.slice(300, end));
    for (const read of [280, 301, end, records.length]) {
      const whole = tail.completedBy(History.of(records.slice(0, read), CATALOGUE));
      expect(whole.isWhole).toBe(true);
      if (read >= 300) expect(whole.records).toEqual(records.slice(0, end));
      if (read >= 300) expect(whole.world).toEqual(history.worldAt(end - 1));
    }
  });
});
