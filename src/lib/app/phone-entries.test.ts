import { describe, expect, test } from 'vitest';
import { memoryPreferences } from '../adapters/preferences/memory-preferences';
import type { EventOf } from '../domain/events';
import { accountOf } from '../domain/world';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { newRunOn } from '../../../tests/support/shell';
import { isInUse, PhoneEntries } from './phone-entries';

const { world } = await newRunOn(createMemoryStore());
const bound = (device: string | null, authenticator = 'elif/key/1'): EventOf<'AuthenticatorBound'> => ({
  type: 'AuthenticatorBound',
  account: 'elif',
  authenticator,
  kind: 'totp',
  device,
});

describe('what a phone outside the simulation may still hold', () => {
  test('is a key that was confirmed there, and none that is on a phone of the lab', () => {
    const entries = new PhoneEntries(memoryPreferences());
    entries.note('one', world, [bound('elif/device/1')]);
    expect(entries.list).toEqual([]);
    entries.note('one', world, [bound(null)]);
    expect(entries.list).toEqual([
      { run: 'one', account: 'elif', authenticator: 'elif/key/1', email: 'elif@birchlowe.example' },
    ]);
  });

  test('is remembered outside the run, until somebody says that it is deleted', () => {
    const preferences = memoryPreferences();
    new PhoneEntries(preferences).note('one', world, [bound(null)]);
    const later = new PhoneEntries(preferences);
    expect(later.list).toHaveLength(1);
    for (const entry of later.list) later.remove(entry);
    expect(new PhoneEntries(preferences).list).toEqual([]);
  });

  test('is not forgotten for what another window noted', () => {
    const preferences = memoryPreferences();
    const [here, there] = [new PhoneEntries(preferences), new PhoneEntries(preferences)];
    there.note('two', world, [bound(null)]);
    here.note('one', world, [bound(null)]);
    const [first] = here.list;
    if (first !== undefined) here.remove(first);
    expect(new PhoneEntries(preferences).list.map(({ run }) => run)).toEqual(['one']);
  });

  test('is of use only in its own run, and only while it is bound there', () => {
    const dana = accountOf(world, 'dana');
    const [authenticator] = dana?.authenticators ?? [];
    const entry = { run: 'one', account: 'dana', authenticator: authenticator?.id ?? '', email: dana?.email ?? '' };
    expect(isInUse(entry, { run: 'one', world })).toBe(true);
    expect(isInUse(entry, { run: 'two', world })).toBe(false);
    expect(isInUse({ ...entry, authenticator: 'dana/key/9' }, { run: 'one', world })).toBe(false);
  });

  for (const [what, kept] of [
    ['no JSON', '{'],
    ['no list', '{"run":"one"}'],
    ['a list of something else', '[1,null,"x",{"run":1,"authenticator":"a","account":"b","email":"c"}]'],
  ] as const) {
    test(`is nothing where what was kept is ${what}`, () => {
      const preferences = memoryPreferences();
      preferences.keep('phone-entries', kept);
      expect(new PhoneEntries(preferences).list).toEqual([]);
    });
  }
});
