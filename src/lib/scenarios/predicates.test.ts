import { describe, expect, test } from 'vitest';
import { LAB } from '../domain/actors';
import type { DomainEvent } from '../domain/events';
import { HOUR } from '../domain/instant';
import type { LogRecord } from '../domain/record';
import { holds, type Match } from './predicates';

/** A log of records, each at an hour with its events. */
function log(...lines: readonly (readonly [number, ...DomainEvent[]])[]): readonly LogRecord[] {
  return lines.map(([hours, ...events], position) => ({
    kind: 'genesis',
    position,
    at: hours * HOUR,
    actor: LAB,
    events,
  }));
}

const off = (account: string): DomainEvent => ({ type: 'MfaSwitchedOff', account });
const unbound = (account: string): DomainEvent => ({ type: 'AuthenticatorUnbound', account, authenticator: 'a' });
const told: DomainEvent = { type: 'CodeTold', account: 'dana', code: 'c' };
const OFF: Match = { event: 'MfaSwitchedOff', where: { account: 'dana' } };
const UNBOUND: Match = { event: 'AuthenticatorUnbound' };
const TOLD: Match = { event: 'CodeTold' };

describe('a predicate over a log', () => {
  test('eventually: it happened, with these details', () => {
    expect(holds({ eventually: OFF }, log([0, off('dana')]))).toBe(true);
    expect(holds({ eventually: OFF }, log([0, off('tom')]))).toBe(false);
    expect(holds({ eventually: OFF }, log())).toBe(false);
  });

  test('never: it did not happen', () => {
    expect(holds({ never: OFF }, log([0, off('tom')]))).toBe(true);
    expect(holds({ never: OFF }, log([0, told], [1, off('dana')]))).toBe(false);
  });

  test('beside: the same record brought something else as well', () => {
    const together: Match = { ...OFF, beside: { event: 'AuthenticatorUnbound', where: { account: 'dana' } } };
    expect(holds({ eventually: together }, log([0, unbound('dana'), off('dana')]))).toBe(true);
    expect(holds({ eventually: together }, log([0, unbound('dana')], [0, off('dana')]))).toBe(false);
    expect(holds({ eventually: together }, log([0, unbound('tom'), off('dana')]))).toBe(false);
  });

  test('before: the first happened, and the other not earlier, nor in the same record', () => {
    expect(holds({ before: [TOLD, OFF] }, log([0, told], [0, off('dana')]))).toBe(true);
    expect(holds({ before: [TOLD, OFF] }, log([0, told]))).toBe(true);
    expect(holds({ before: [TOLD, OFF] }, log([0, off('dana')], [0, told]))).toBe(false);
    expect(holds({ before: [TOLD, OFF] }, log([0, told, off('dana')]))).toBe(false);
    expect(holds({ before: [TOLD, OFF] }, log([0, off('dana')]))).toBe(false);
    expect(holds({ before: [TOLD, OFF] }, log())).toBe(false);
  });

  test('within: in a stretch after the first time, both of its ends included', () => {
    const day = { within: { from: TOLD, to: OFF, atLeast: '+24:00:00', atMost: '+48:00:00' } };
    const at = (hours: number): boolean => holds(day, log([1, told], [hours, off('dana')]));
    expect([at(1), at(24.999), at(25), at(49), at(49.001)]).toEqual([false, false, true, true, false]);
    expect(holds(day, log([30, off('dana')]))).toBe(false);
    expect(holds(day, log([1, told], [2, off('dana')], [26, off('dana')]))).toBe(true);
    expect(holds(day, log([1, told], [20, told], [26, off('dana')]))).toBe(true);
    expect(holds({ within: { from: TOLD, to: OFF } }, log([1, told], [90, off('dana')]))).toBe(true);
  });

  test('all and any join them', () => {
    const records = log([0, told], [1, unbound('tom')]);
    expect(holds({ all: [{ eventually: TOLD }, { eventually: UNBOUND }] }, records)).toBe(true);
    expect(holds({ all: [{ eventually: TOLD }, { eventually: OFF }] }, records)).toBe(false);
    expect(holds({ any: [{ eventually: OFF }, { all: [{ eventually: TOLD }] }] }, records)).toBe(true);
    expect(holds({ any: [{ eventually: OFF }, { never: TOLD }] }, records)).toBe(false);
  });

  test('a detail may lie deeper, and one that an event does not have is never met', () => {
    const by: DomainEvent = {
      type: 'CodeIssued',
      account: 'dana',
      code: 'c',
      family: 'temporaryCode',
      by: LAB,
      endsAt: 0,
      atIssue: { enforcement: 'optional', lastUnboundWithCode: 'off-now' },
    };
    const issued = (where: Match['where']): boolean =>
      holds({ eventually: { event: 'CodeIssued', ...(where === undefined ? {} : { where }) } }, log([0, by]));
    expect([issued(undefined), issued({ 'by.kind': 'lab' }), issued({ 'by.kind': 'rep' })]).toEqual([
      true,
      true,
      false,
    ]);
    expect(issued({ cause: 'expired' })).toBe(false);
  });
});
