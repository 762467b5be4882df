// Whether these rules could have produced a history: every command is decided again, every deadline found again, and
// the first difference is named with its position. A well-formed history that no rule could have made is refused.
import { decide } from './decide';
import { due } from './due';
import { withRecord } from './evolve';
import type { PolicyCatalogue } from './policy';
import type { CommandRecord, DeadlineRecord, GenesisRecord, LogRecord } from './record';
import { isSameData } from './same-data';
import { emptyWorld, type World } from './world';

export type CheckFinding =
  | 'empty'
  | 'position-out-of-order'
  | 'time-goes-back'
  | 'genesis-missing'
  | 'genesis-twice'
  | 'unknown-variant'
  | 'deadline-missing'
  | 'deadline-not-due'
  | 'outcome-differs'
  | 'reasons-differ';

export type CheckResult =
  | { readonly isSound: true; readonly world: World }
  | {
      readonly isSound: false;
      /** Position of the first record that could not have come about. */
      readonly position: number;
      readonly finding: CheckFinding;
      readonly found: unknown;
      readonly expected: unknown;
    };

/** Decides `records` again from nothing. Their shape must have been validated before. */
export function check(records: readonly LogRecord[], catalogue: PolicyCatalogue): CheckResult {
  if (records.length === 0) return fault(0, 'empty', 0, 'at least one record');
  return checkOn(emptyWorld(catalogue), records);
}

/**
 * Decides records again from the world that they are said to follow: the same verdict on them as if everything before had
 * been decided again too, at the cost of these alone. Their shape must have been validated before.
 */
export function checkOn(before: World, records: readonly LogRecord[]): CheckResult {
  let world = before;
  for (const record of records) {
    const found = faultIn(world, record);
    if (found !== null) return found;
    world = withRecord(world, record);
  }
  return { isSound: true, world };
}

/**
 * Whether `records` begin once, stand in order and never go back in time: what is left to check of a run that other
 * rules have made. Their shape must have been validated before.
 */
export function checkOrder(records: readonly LogRecord[], catalogue: PolicyCatalogue): CheckResult {
  if (records.length === 0) return fault(0, 'empty', 0, 'at least one record');
  let world = emptyWorld(catalogue);
  for (const record of records) {
    const found = faultInOrder(world, record);
    if (found !== null) return found;
    world = withRecord(world, record);
  }
  return { isSound: true, world };
}

type Fault = Extract<CheckResult, { isSound: false }>;

function faultIn(world: World, record: LogRecord): Fault | null {
  const found = faultInOrder(world, record);
  if (found !== null || record.kind === 'genesis') return found;
  if (record.kind === 'deadline') return faultInDeadline(world, record);
  const missed = due(world, record.at);
  if (missed !== null) return fault(record.position, 'deadline-missing', record.kind, missed.deadline);
  return record.kind === 'command' ? faultInCommand(world, record) : null;
}

function faultInOrder(world: World, record: LogRecord): Fault | null {
  const expected = world.position + 1;
  if (record.position !== expected) return fault(expected, 'position-out-of-order', record.position, expected);
  if (record.kind === 'genesis') return faultInGenesis(world, record);
  if (world.pins === null) return fault(record.position, 'genesis-missing', record.kind, 'genesis');
  return record.at < world.at ? fault(record.position, 'time-goes-back', record.at, world.at) : null;
}

function faultInGenesis(world: World, record: GenesisRecord): Fault | null {
  if (world.pins !== null) return fault(record.position, 'genesis-twice', record.kind, 'command');
  const [event] = record.events;
  if (event?.type !== 'RunStarted' || record.events.length !== 1 || event.pins.startedAt !== record.at) {
    return fault(record.position, 'genesis-missing', event?.type, 'RunStarted');
  }
  const { variant } = event.pins.product;
  return Object.hasOwn(world.catalogue, variant)
    ? null
    : fault(record.position, 'unknown-variant', variant, Object.keys(world.catalogue));
}

function faultInDeadline(world: World, record: DeadlineRecord): Fault | null {
  const next = due(world, record.at);
  if (next === null) return fault(record.position, 'deadline-not-due', record.deadline, null);
  const { at, ...name } = next.deadline;
  if (at !== record.at || !isSameData(name, record.deadline)) {
    return fault(record.position, 'deadline-not-due', { at: record.at, ...record.deadline }, next.deadline);
  }
  return faultInOutcome(record, next);
}

function faultInCommand(world: World, record: CommandRecord): Fault | null {
  const { actor, command, evidence } = record;
  return faultInOutcome(
    record,
    decide(world, evidence === undefined ? { actor, command } : { actor, command, evidence }, record.at),
  );
}

function faultInOutcome(
  record: CommandRecord | DeadlineRecord,
  again: Pick<CommandRecord, 'events' | 'reasons'>,
): Fault | null {
  if (!isSameData(record.events, again.events)) {
    return fault(record.position, 'outcome-differs', record.events, again.events);
  }
  return isSameData(record.reasons, again.reasons)
    ? null
    : fault(record.position, 'reasons-differ', record.reasons, again.reasons);
}

function fault(position: number, finding: CheckFinding, found: unknown, expected: unknown): Fault {
  return { isSound: false, position, finding, found, expected };
}
