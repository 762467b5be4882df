import { describe, expect, test } from 'vitest';
import type { LogRecord } from '../../domain/record';
import { placeLeftIn } from '../../app/own-place';
import { pickedRecord } from './picked';

const place = (node: string, subject: string | null) => ({
  kind: 'place',
  desk: 'lab',
  place: { persona: null, node, subject, code: null },
});
const HAPPENS = { kind: 'deadline' };

/** What is picked where this was done, one after another. */
function pickedAfter(...done: readonly object[]): object | undefined {
  const records = [{ kind: 'genesis' }, ...done];
  const last = done.findLast((each) => 'place' in each) as ReturnType<typeof place> | undefined;
  return pickedRecord({
    records: records as readonly object[] as readonly LogRecord[],
    placeOf: () => last?.place ?? place('', null).place,
    past: null,
    position: records.length - 1,
    isWalkedInPast: false,
    pickedAt: placeLeftIn(records as readonly object[] as readonly LogRecord[])?.pickedAt ?? -1,
  });
}

describe('the event that is asked about', () => {
  test('is the one picked, until something else happens', () => {
    expect(pickedAfter()).toBeUndefined();
    expect(pickedAfter(place('user', '0'))).toEqual({ kind: 'genesis' });
    expect(pickedAfter(place('user', '0'), HAPPENS)).toBeUndefined();
    expect(pickedAfter(place('user', '0'), HAPPENS, place('user', null), place('user', '0'))).toEqual({
      kind: 'genesis',
    });
  });

  // Regression: whoever looked at another desk was shown the reasons of what they had asked about long before.
  test('stays as it is while one looks at another desk', () => {
    expect(pickedAfter(place('user', '0'), place('admin', '0'))).toEqual({ kind: 'genesis' });
    expect(pickedAfter(place('user', '0'), HAPPENS, place('admin', '0'))).toBeUndefined();
  });
});
