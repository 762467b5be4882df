// What a tab remembers of the moment that it looked back at is read for that run alone, and only where the run has it.
import { describe, expect, test } from 'vitest';
import { memoryPreferences } from '../adapters/preferences/memory-preferences';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { ISSUE_TO_DANA, newRunOn } from '../../../tests/support/shell';
import { PLAIN, type Pictured } from './pictured';
import { rememberedLook, rememberLook, type Look } from './last-look';
import { readLook } from './read-look';

const ZOOMED: Pictured = {
  ...PLAIN,
  stretch: { kind: 'free', span: 3_600_000, share: 0.25, at: 1_773_061_200_000.5, beside: null },
  picked: ['dana'],
};

async function played(): Promise<Awaited<ReturnType<typeof newRunOn>>> {
  const run = await newRunOn(createMemoryStore());
  await run.submit(ISSUE_TO_DANA, run.world.position);
  await run.advanceTo(run.now + 3_600_000);
  return run;
}

describe('the moment that a tab looked back at', () => {
  test('is read again for its run, and for no other', async () => {
    const run = await played();
    const tab = memoryPreferences();
    const place = { persona: null, node: 'timeline', subject: 'dana', code: null };
    const look: Look = {
      run: run.id,
      moment: { position: 1, at: run.records[1]?.at ?? 0 },
      place,
      passed: [2],
      picture: ZOOMED,
    };
    rememberLook(tab, look);
    const { moment, passed, picture } = look;
    expect(await rememberedLook(tab, run.id)?.(run.records, run.now)).toEqual({ moment, place, passed, picture });
    expect(rememberedLook(tab, 'another')).toBeNull();
  });

  test('is forgotten once the present is looked at', async () => {
    const run = await played();
    const tab = memoryPreferences();
    rememberLook(tab, { run: run.id, moment: { position: 0, at: 0 }, place: null, passed: [], picture: PLAIN });
    rememberLook(tab, { run: run.id, moment: null, place: null, passed: [], picture: PLAIN });
    expect(rememberedLook(tab, run.id)).toBeNull();
  });

  test('is nothing where the tab remembers something that the run does not have', async () => {
    const { id, records, now } = await played();
    const at = records[1]?.at ?? 0;
    const sound = { run: id, moment: { position: 1, at }, place: null, passed: [], picture: PLAIN };
    const read = (changed: object): unknown => readLook(JSON.stringify({ ...sound, ...changed }), id, { records, now });
    expect(read({})).toEqual({ moment: sound.moment, place: null, passed: [], picture: PLAIN });
    for (const changed of [
      { run: `${id}-2` },
      { moment: { position: records.length, at } },
      { moment: { position: 1, at: at - 1 } },
      { moment: { position: records.length - 1, at: now + 1 } },
      { moment: { position: -1, at } },
      { moment: { position: 1.5, at } },
      { moment: { position: 1 } },
      { moment: 'yesterday' },
      { passed: [records.length] },
      { passed: 'all' },
      { place: { node: 'timeline' } },
      { picture: { ...PLAIN, stretch: { kind: 'all', to: null, span: 1 } } },
      { picture: { ...PLAIN, stretch: { kind: 'all', to: -1 } } },
      { picture: { ...PLAIN, stretch: { ...ZOOMED.stretch, span: 0 } } },
      { picture: { ...PLAIN, stretch: { ...ZOOMED.stretch, share: 11 } } },
      { picture: { ...PLAIN, stretch: { ...ZOOMED.stretch, at: 8.64e15 } } },
      { picture: { ...PLAIN, others: -1 } },
      { picture: { ...PLAIN, picked: [1] } },
      { picture: { ...PLAIN, ahead: 1e300 } },
      { picture: undefined },
      { more: true },
    ]) {
      expect(read(changed), JSON.stringify(changed)).toBeNull();
    }
    for (const text of ['', id, `"${id}"`, `[${id}`]) expect(readLook(text, id, { records, now }), text).toBeNull();
  });
});
