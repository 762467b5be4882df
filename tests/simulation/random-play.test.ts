import { describe, expect, test } from 'vitest';
import { Play } from '../support/play';
import type { DomainEvent } from '../../src/lib/domain/events';
import type { LogRecord } from '../../src/lib/domain/record';
import { Oracle } from './oracle';
import { playRandomly, type Tally } from './random-play';

const SEED = 7;
const RUNS = 40;
const ACTS = 90;

describe('random play', () => {
  test(`${RUNS} runs of seed ${SEED} break no promise, and something happens in them`, async () => {
    const total: Tally = { records: 0, signIns: 0, refusals: 0, codes: 0, deadlines: 0 };
    for (let run = 0; run < RUNS; run += 1) {
      const tally = await playRandomly(SEED * 1_000_003 + run, ACTS).catch((error: unknown) => {
        throw new Error(`npm run simulate -- --seed ${SEED} --only ${run}: ${String(error)}`);
      });
      for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
    }
    expect(total.signIns).toBeGreaterThan(RUNS);
    expect(total.codes).toBeGreaterThan(RUNS);
    expect(total.deadlines).toBeGreaterThan(RUNS);
    expect(total.refusals).toBeGreaterThan(RUNS);
  });
});

describe('the oracle', () => {
  /** The records of a story with one event of it forged. */
  function forged(change: (event: DomainEvent, record: LogRecord) => DomainEvent, move = 0): readonly LogRecord[] {
    const play = new Play();
    play.by('dana', { type: 'cancelSignIn' });
    play.issue('dana');
    play.after('10:00:00').signInByCode('dana');
    return play.records.map((record) =>
      'events' in record
        ? {
            ...record,
            at: record.at + (record.kind === 'command' && record.command.type === 'submitCode' ? move : 0),
            events: record.events.map((event) => change(event, record)),
          }
        : record,
    );
  }
  const watch = (records: readonly LogRecord[]) => () => {
    const oracle = new Oracle();
    for (const record of records) oracle.take(record);
  };

  test('is content with what the rules made', () => {
    expect(watch(forged((event) => event))).not.toThrow();
  });

  test('sees a code accepted at its very end', () => {
    expect(watch(forged((event) => event, 14 * 3_600_000))).toThrow('no code is accepted at or after its end');
    expect(watch(forged((event) => event, 14 * 3_600_000 - 1))).not.toThrow();
  });

  test('sees a code of somebody else accepted', () => {
    const records = forged((event) =>
      event.type === 'SignedIn' && event.method === 'code' ? { ...event, code: 'x' } : event,
    );
    expect(watch(records)).toThrow('a code is good for its own account only');
  });

  test('sees a password alone let in where MFA is in force', () => {
    const records = forged((event) =>
      event.type === 'SignedIn' && event.account === 'dana'
        ? { type: 'SignedIn', account: 'dana', method: 'password' }
        : event,
    );
    expect(watch(records)).toThrow('MFA in force takes more than a password');
  });

  test('sees a code issued beyond the area of its issuer, and a second one left active', () => {
    const play = new Play();
    play.issue('ines', 'tom');
    const byTom = play.records.map((record) =>
      record.kind === 'command' && record.command.type === 'issueCode'
        ? {
            ...record,
            events: record.events.map((event) => (event.type === 'CodeIssued' ? { ...event, account: 'dana' } : event)),
          }
        : record,
    );
    expect(watch(byTom)).toThrow('nobody issues beyond their area');
    const twice = new Play();
    twice.issue('dana');
    twice.issue('dana');
    const kept = twice.records.map((record) =>
      'events' in record ? { ...record, events: record.events.filter(({ type }) => type !== 'CodeEnded') } : record,
    );
    expect(watch(kept)).toThrow('at most one code is active for dana');
  });
});
