import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomLog } from '../../../bench/random-log';
import onvio from '../products/onvio/product.json';
import { catalogueOf } from '../products/edition';
import type { Product } from '../products/schema';
import { person } from './actors';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from './instant';
import { Lines } from './lines';
import { withRecord } from './evolve';
import type { LogRecord } from './record';
import { emptyWorld, type World } from './world';

const PEOPLE = 40;

/** A firm of many people at its beginning. */
function beginningWith(people: number): World {
  const [first] = randomLog({ people, events: 1, seed: 1 });
  const empty = emptyWorld(catalogueOf(onvio as unknown as Product));
  return first === undefined ? empty : withRecord(empty, first);
}

const BEGINNING = beginningWith(PEOPLE);

/** The firm's admin gets in. */
function signInAdmin(lines: Lines): void {
  const { at } = lines.world;
  const push = { account: 'p1', push: 'p1/push/1', device: 'p1/device/1', answer: 'approve' } as const;
  lines.decide({ actor: person('p1'), command: { type: 'submitPassword', account: 'p1', card: 'right' } }, at);
  lines.decide({ actor: person('p1'), command: { type: 'answerPush', ...push } }, at);
}

/** Codes and prompts that end at random instants, some of them at the same. */
function withDeadlines(issued: readonly { readonly who: number; readonly after: number }[]): World {
  const lines = new Lines(BEGINNING);
  let now = BEGINNING.at;
  const admin = person('p1');
  signInAdmin(lines);
  for (const { who, after } of issued) {
    now += after;
    lines.pass(now);
    const account = `p${2 + (who % (PEOPLE - 2))}`;
    lines.decide({ actor: admin, command: { type: 'issueCode', account, family: 'temporaryCode' } }, now);
    if (who % 3 === 0)
      lines.decide({ actor: person(account), command: { type: 'submitPassword', account, card: 'right' } }, now);
  }
  return lines.world;
}

function passedIn(world: World, stops: readonly Instant[]): readonly LogRecord[] {
  const lines = new Lines(world);
  for (const stop of stops) lines.pass(stop);
  return lines.records;
}

const issues = fc.array(fc.record({ who: fc.nat(), after: fc.oneof(fc.constant(0), fc.nat(3 * HOUR)) }), {
  minLength: 1,
  maxLength: 60,
});

describe('time that goes on', () => {
  test('writes the same records in one jump, in steps and played, and loses and reorders none', () => {
    fc.assert(
      fc.property(issues, fc.array(fc.nat(), { maxLength: 12 }), (issued, cuts) => {
        const world = withDeadlines(issued);
        const from = world.at;
        const to = from + 60 * HOUR;
        const jumped = passedIn(world, [to]);
        expect(jumped.length).toBeGreaterThan(0);
        const steps = cuts.map((cut) => from + (cut % (to - from))).toSorted((one, other) => one - other);
        const exact = jumped.flatMap(({ at }) => [at - 1, at]);
        const played = Array.from(
          { length: Math.ceil((to - from) / (6 * MINUTE)) + 1 },
          (_, tick) => from + tick * 6 * MINUTE,
        );
        expect(passedIn(world, [...steps, to])).toEqual(jumped);
        expect(passedIn(world, [...exact, to])).toEqual(jumped);
        expect(passedIn(world, [...played, to])).toEqual(jumped);
        const wanted = world.deadlines.map(({ at, of }) => `${at} ${of}`);
        expect(
          jumped.map((record) => (record.kind === 'deadline' ? `${record.at} ${record.deadline.of}` : '')),
        ).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  test('carries ten thousand deadlines in one jump, each at its instant and in its order', () => {
    const many = 10_000;
    const lines = new Lines(beginningWith(many + 1));
    signInAdmin(lines);
    const { at } = lines.world;
    const who = Array.from({ length: many }, (_, index) => (index === 1 ? many : index));
    for (const [index, each] of who.entries()) {
      const account = `p${each}`;
      const now = at + Math.floor(index / 3) * SECOND;
      lines.decide({ actor: person('p1'), command: { type: 'issueCode', account, family: 'temporaryCode' } }, now);
    }
    const wanted = lines.world.deadlines.map(({ at: end, account }) => `${end} ${account}`);
    expect(wanted).toHaveLength(many);
    const records = passedIn(lines.world, [at + 2 * DAY]);
    const told = records.map((record) => (record.kind === 'deadline' ? `${record.at} ${record.deadline.account}` : ''));
    expect(told).toEqual(wanted);
    expect(records.map(({ position }, index) => position - index)).toEqual(records.map(() => records[0]?.position));
  });
});
