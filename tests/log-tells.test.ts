// What the log tells of what it holds, over random play of every product: who, whom, when and why, and that it shows where
// somebody changed it.
import { describe, expect } from 'vitest';
import { brokenLink, chained, NO_LINK } from '../src/lib/app/chain';
import type { DomainEvent } from '../src/lib/domain/events';
import { eventsOf, reasonsOf, type LogRecord } from '../src/lib/domain/record';
import { nodeCryptography } from './support/node-cryptography';
import { standard } from './support/standard';
import { PLAYED_PRODUCTS } from './simulation/played-products';
import { actOn, stageFor } from './simulation/random-play';

const ACTS = 120;

/** What says who gets in, and by what right. */
const OF_ACCESS: ReadonlySet<DomainEvent['type']> = new Set([
  'SignedIn',
  'SignInRefused',
  'CodeIssued',
  'CodeEnded',
  'MfaSwitchedOff',
  'MfaReset',
]);

async function logOf(product: (typeof PLAYED_PRODUCTS)[number], seed: number): Promise<readonly LogRecord[]> {
  const { stage } = await stageFor(product, seed);
  for (let act = 0; act < ACTS; act += 1) await actOn(stage);
  return stage.run.records;
}

describe('the log', () => {
  standard('[STD-15] says of each event of access who, whom, when and why', async () => {
    const seen = new Set<DomainEvent['type']>();
    for (const product of PLAYED_PRODUCTS) {
      let before = Number.NEGATIVE_INFINITY;
      for (const record of await logOf(product, 15)) {
        expect(Number.isSafeInteger(record.at) && record.at >= before).toBe(true);
        before = record.at;
        expect(record.actor.kind).toMatch(/^(person|rep|portalTech|stranger|lab|clock)$/);
        for (const event of eventsOf(record).filter(({ type }) => OF_ACCESS.has(type))) {
          seen.add(event.type);
          expect('account' in event && event.account, `whom ${event.type} is about`).toMatch(/./);
          const came = `why ${event.type} came of ${JSON.stringify(record.actor)} in ${product.id}`;
          expect(reasonsOf(record), came).not.toEqual([]);
        }
      }
    }
    expect([...OF_ACCESS].filter((type) => !seen.has(type))).toEqual([]);
  });

  standard('[STD-15] shows the first record that was changed, left out or put elsewhere', async () => {
    const cryptography = nodeCryptography;
    for (const product of PLAYED_PRODUCTS) {
      const stored = await chained(cryptography, NO_LINK, await logOf(product, 15));
      expect(await brokenLink(cryptography, stored)).toBeNull();
      for (let position = 1; position < stored.length - 1; position += 17) {
        const { record, link } = stored[position]!;
        const changed = { record: { ...record, at: record.at + 1 } as LogRecord, link };
        expect(await brokenLink(cryptography, stored.with(position, changed))).toBe(position);
        expect(await brokenLink(cryptography, stored.toSpliced(position, 1))).toBe(position);
        expect(
          await brokenLink(cryptography, stored.toSpliced(position, 2, stored[position + 1]!, stored[position]!)),
        ).toBe(position);
      }
    }
  });
});
