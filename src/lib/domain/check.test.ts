import { describe, expect, test } from 'vitest';
import { Play, product } from '../../../tests/support/play';
import { catalogueOf } from '../products/edition';
import { check } from './check';
import type { LogRecord } from './record';
import { replay } from './replay';
import { isSameData } from './same-data';

const CATALOGUE = catalogueOf(product);

function story(): readonly LogRecord[] {
  const play = new Play({ revision: 1, enforcement: 'optional' });
  play.issue('dana');
  play.signInByCode('dana');
  play.disconnectAll('dana');
  play.after('25:00:00');
  play.lab({ type: 'setVariant', variant: 'revision-2' });
  return play.records;
}

describe('checking a history', () => {
  test('a history that the rules made is sound, and comes to the same state as folding it', () => {
    const records = story();
    const result = check(records, CATALOGUE);
    expect(result.isSound && result.world).toEqual(replay(records, CATALOGUE));
  });

  test('survives being written as JSON and read back', () => {
    const records = story();
    const back = JSON.parse(JSON.stringify(records)) as LogRecord[];
    expect(back).toEqual(records);
    expect(check(back, CATALOGUE).isSound).toBe(true);
  });

  const forgeries: readonly (readonly [string, string, (records: readonly LogRecord[]) => readonly LogRecord[]])[] = [
    ['nothing at all', 'empty', () => []],
    ['no beginning', 'genesis-missing', (records) => records.slice(1).map((each, position) => ({ ...each, position }))],
    [
      'a second beginning',
      'genesis-twice',
      (records) => [...records, { ...(records[0] as LogRecord), position: records.length }],
    ],
    ['a gap', 'position-out-of-order', (records) => records.filter(({ position }) => position !== 4)],
    [
      'reasons that the rules do not give',
      'reasons-differ',
      (records) => records.map((each) => (each.kind === 'deadline' ? { ...each, reasons: [] } : each)),
    ],
    [
      'a deadline that was not due',
      'deadline-not-due',
      (records) =>
        records.map((each) =>
          each.kind === 'deadline' ? { ...each, deadline: { ...each.deadline, of: 'marcus/push/1' } } : each,
        ),
    ],
    [
      'a deadline at another instant than its own',
      'deadline-not-due',
      (records) => records.map((each) => (each.kind === 'deadline' ? { ...each, at: each.at + 1 } : each)),
    ],
    [
      'a code issued by somebody without the right',
      'outcome-differs',
      (records) =>
        records.map((each) =>
          each.kind === 'command' && each.command.type === 'issueCode'
            ? { ...each, actor: { kind: 'person', account: 'tom' } }
            : each,
        ),
    ],
    [
      'a refusal turned into a way in',
      'outcome-differs',
      (records) =>
        records.map((each) =>
          each.kind === 'command' && each.command.type === 'submitCode'
            ? { ...each, evidence: { matchedCode: null } }
            : each,
        ),
    ],
    [
      'a variant that the product does not have',
      'unknown-variant',
      (records) =>
        records.map((each) => {
          const [event] = 'events' in each ? each.events : [];
          if (each.kind !== 'genesis' || event?.type !== 'RunStarted') return each;
          const pins = { ...event.pins, product: { ...event.pins.product, variant: 'revision-9' } };
          return { ...each, events: [{ ...event, pins }] };
        }),
    ],
  ];

  for (const [name, finding, forge] of forgeries) {
    test(`finds ${name}`, () => {
      expect(check(forge(story()), CATALOGUE)).toMatchObject({ isSound: false, finding });
    });
  }
});

describe('sameness of data', () => {
  test('goes by value, whatever the order of keys, and tells absent from null', () => {
    expect(isSameData({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
    expect(isSameData({ a: undefined }, {})).toBe(true);
    expect(isSameData({ a: null }, {})).toBe(false);
    expect(isSameData([1, 2], { 0: 1, 1: 2 })).toBe(false);
    expect(isSameData([1, 2], [2, 1])).toBe(false);
    expect(isSameData(0, '0')).toBe(false);
  });
});
