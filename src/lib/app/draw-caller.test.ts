import { describe, expect, test } from 'vitest';
import { newRunOn, partsOn } from '../../../tests/support/shell';
import { webCrypto } from '../adapters/crypto/web-crypto';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { LAB } from '../domain/actors';
import type { DrawnCaller } from '../domain/support-request';
import type { World } from '../domain/world';
import { drawCaller } from './draw-caller';
import { openLab } from './opening';

const ASK = { type: 'askSupport', account: 'priya', claims: 'priya', wish: 'issueCode' } as const;

function at(seed: string, position: number): Promise<DrawnCaller> {
  return drawCaller(webCrypto, { pins: { seed } as World['pins'], position });
}

describe('who is drawn', () => {
  test('follows from the seed and the position, and from nothing else', async () => {
    const draws = await Promise.all(Array.from({ length: 40 }, (_, position) => at('one', position)));
    expect(await Promise.all(Array.from({ length: 40 }, (_, position) => at('one', position)))).toEqual(draws);
    expect(await Promise.all(Array.from({ length: 40 }, (_, position) => at('two', position)))).not.toEqual(draws);
    expect(new Set(draws.map((each) => JSON.stringify(each))).size).toBeGreaterThan(10);
  });

  test('is themself two times in three, and what they know tells neither from the other', async () => {
    const draws = await Promise.all(Array.from({ length: 3000 }, (_, position) => at('many', position)));
    const strangers = draws.filter(({ isStranger }) => isStranger);
    // Five standard deviations of 3,000 draws at one in three.
    expect(Math.abs(strangers.length - 1000)).toBeLessThan(130);
    const knows = (isStranger: boolean) =>
      new Set(draws.filter((each) => each.isStranger === isStranger).map((each) => each.knows.firmAddress));
    expect([...knows(false)].toSorted()).toEqual(['right', 'wrong']);
    expect([...knows(true)].toSorted()).toEqual(['nothing', 'right', 'wrong']);
    for (const truth of [false, true]) {
      const pins = draws.filter((each) => each.isStranger === truth).map((each) => each.knows.licencePin);
      expect(new Set(pins).size).toBeGreaterThan(1);
    }
  });
});

describe('in a run', () => {
  test('the draw goes into the log as evidence, and opens again to the same, checked', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const drawn = await drawCaller(webCrypto, run.world);
    expect((await run.submit({ actor: LAB, command: ASK })).isOk).toBe(true);
    const [record] = run.records.slice(-1);
    expect(record).toMatchObject({ actor: LAB, command: ASK, evidence: { drawnCaller: drawn } });
    expect(run.world.requests).toMatchObject([{ isStranger: drawn.isStranger, isHidden: true, knows: drawn.knows }]);
    const opened = await openLab(partsOn(store), () => undefined);
    expect(opened.damage).toBeNull();
    expect(opened.run?.world.requests).toEqual(run.world.requests);
    expect(await opened.verify?.()).toBeNull();
  });

  test('another time is another draw', async () => {
    const run = await newRunOn(createMemoryStore());
    for (let time = 0; time < 12; time += 1) await run.submit({ actor: LAB, command: ASK });
    const draws = run.world.requests.map(({ isStranger, knows }) => JSON.stringify({ isStranger, knows }));
    expect(draws).toHaveLength(12);
    expect(new Set(draws).size).toBeGreaterThan(2);
  });
});
