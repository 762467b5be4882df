// What the lab says of who can sign in, held against trying: at any moment of random play everybody tries all that they have.
import process from 'node:process';
import { expect, test } from 'vitest';
import { editionOf } from '../../src/lib/products/edition';
import type { Account } from '../../src/lib/domain/account';
import { person } from '../../src/lib/domain/actors';
import type { Submission } from '../../src/lib/domain/commands';
import { rowsOf } from '../../src/lib/domain/table';
import { accessOf } from '../../src/lib/domain/views/access';
import type { World } from '../../src/lib/domain/world';
import { helpText } from '../../src/lib/ui/words/help-text';
import { opensAfter, waysThatOpen, type CameBy } from './coming-in';
import { PRODUCTS } from '../support/play';
import { PLAYED_PRODUCTS } from './played-products';
import { actOn, stageFor } from './random-play';
import { seedOf } from './simulate';

const SEED = 5;
/** `npm run test:long` has time for more. */
const isLong = process.env['LAB_LONG'] === 'yes';
const RUNS = isLong ? 50 : 4;
const ACTS = isLong ? 100 : 60;
const TIMEOUT = isLong ? 300_000 : 60_000;

for (const product of PLAYED_PRODUCTS) {
  test(
    `${product.id}: whoever is said to get in does, by the way that is said; whoever is said not to does by none`,
    { timeout: TIMEOUT },
    async () => {
      const wrong: string[] = [];
      const seen = new Set<CameBy | 'nothing'>();
      for (let run = 0; run < RUNS; run += 1) {
        const { stage } = await stageFor(product, seedOf(SEED, run));
        for (let act = 0; act < ACTS; act += 1) {
          await actOn(stage);
          const { world } = stage;
          const { now } = stage.run;
          for (const account of rowsOf(world.accounts)) {
            const { way } = accessOf(world, account, now);
            const ways = waysThatOpen(world, account.id, now);
            seen.add(way ?? 'nothing');
            if (way === null ? ways.length > 0 : !ways.includes(way)) {
              wrong.push(
                `run ${run}, act ${act}, ${account.id}: said ${way ?? 'nothing'}, found ${ways.join(', ') || 'nothing'}`,
              );
            }
          }
        }
      }
      expect(seen.size).toBeGreaterThan(3);
      expect(wrong.slice(0, 10)).toEqual([]);
    },
  );
}

for (const product of PLAYED_PRODUCTS) {
  test(`${product.id}: what is named as a help to whoever is locked out does help`, { timeout: TIMEOUT }, async () => {
    const wrong: string[] = [];
    let helped = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const { stage } = await stageFor(product, seedOf(SEED + 1, run));
      for (let act = 0; act < ACTS; act += 1) {
        await actOn(stage);
        const { world } = stage;
        const { now } = stage.run;
        for (const account of rowsOf(world.accounts)) {
          const access = accessOf(world, account, now);
          if (access.way !== null) continue;
          const text = helpText(world, editionOf(product, world.variant), account, access, now) ?? '';
          for (const [help, drafts] of helpsIn(text, world, account)) {
            helped += 1;
            if (opensAfter(world, account.id, now, drafts).length === 0)
              wrong.push(`run ${run}, act ${act}, ${account.id}: ${help} of “${text}” does not help`);
          }
        }
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    // Two made-up products have no help that can be named so.
    if (Object.hasOwn(PRODUCTS, product.id)) expect(helped).toBeGreaterThan(0);
  });
}

type Help = readonly [string, readonly Submission[]];

/** What the sentence names, as what somebody would do. */
function helpsIn(text: string, world: World, account: Account): readonly Help[] {
  const { id, devices } = account;
  const own = person(id);
  const admin = rowsOf(world.accounts).find(({ name }) => text.includes(`${name} can issue a code`));
  const resets = rowsOf(world.accounts).find(({ name }) => text.includes(`reset by ${name} helps`));
  const clock = devices.find(({ label }) => text.includes(`Setting the clock of ${label} right`));
  const found = devices.find(({ label }) => text.includes(`Finding ${label} helps`));
  return [
    ...(admin === undefined
      ? []
      : [
          [
            'the code',
            [{ actor: person(admin.id), command: { type: 'issueCode', account: id, family: 'temporaryCode' } }],
          ] satisfies Help,
        ]),
    ...(resets === undefined
      ? []
      : [
          [
            'the reset, and another phone',
            [
              { actor: person(resets.id), command: { type: 'resetMfa', account: id } },
              ...(text.includes('another phone')
                ? [{ actor: own, command: { type: 'acquireDevice', account: id, kind: 'phone' } } as const]
                : []),
            ],
          ] satisfies Help,
        ]),
    ...(clock === undefined
      ? []
      : [
          [
            'the clock',
            [{ actor: own, command: { type: 'setDeviceClock', account: id, device: clock.id, seconds: 0 } }],
          ] satisfies Help,
        ]),
    ...(found === undefined
      ? []
      : [
          [
            'finding it',
            [{ actor: own, command: { type: 'findDevice', account: id, device: found.id } }],
          ] satisfies Help,
        ]),
    ...(/etting a new phone/.test(text)
      ? [
          [
            'a new phone',
            [{ actor: own, command: { type: 'acquireDevice', account: id, kind: 'phone' } }],
          ] satisfies Help,
        ]
      : []),
  ];
}
