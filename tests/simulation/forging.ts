// Ways to forge a log for the oracle's tests: events changed, left out or put in, commands and deadlines moved.
import { CLOCK, type Actor } from '../../src/lib/domain/actors';
import type { DomainEvent, EventOf, EventType } from '../../src/lib/domain/events';
import type { LogRecord } from '../../src/lib/domain/record';
import { eventsIn } from './oracle/promise';

/** A log made from another. */
export type Forgery = (records: readonly LogRecord[]) => readonly LogRecord[];

/** Every event of this type changed, or left out for null. */
export function events<Type extends EventType>(
  type: Type,
  change: (event: Extract<DomainEvent, { type: Type }>, record: LogRecord) => DomainEvent | null,
): Forgery {
  return (records) =>
    records.map((record) =>
      record.kind === 'place'
        ? record
        : {
            ...record,
            events: record.events.flatMap((event) =>
              event.type === type ? (change(event as Extract<DomainEvent, { type: Type }>, record) ?? []) : event,
            ),
          },
    );
}

/** The commands of this type moved in time, or done by somebody else. */
export function commands(type: string, change: { readonly by?: number; readonly actor?: Actor }): Forgery {
  return (records) =>
    records.map((record) =>
      record.kind === 'command' && record.command.type === type
        ? { ...record, at: record.at + (change.by ?? 0), actor: change.actor ?? record.actor }
        : record,
    );
}

/** The deadlines moved in time. */
export const deadlines =
  (by: number): Forgery =>
  (records) =>
    records.map((record) => (record.kind === 'deadline' ? { ...record, at: record.at + by } : record));

/** Only the events about one account, or of a record of this command. */
export function first<Type extends EventType>(
  records: readonly LogRecord[],
  type: Type,
  account: string,
): Extract<DomainEvent, { type: Type }> {
  const all = records.flatMap((record): readonly DomainEvent[] => ('events' in record ? record.events : []));
  const found = all.find((event) => event.type === type && 'account' in event && event.account === account);
  if (found === undefined) throw new Error(`The story has no ${type} of ${account}.`);
  return found as Extract<DomainEvent, { type: Type }>;
}

export const as = (account: string): { readonly actor: Actor } => ({ actor: { kind: 'person', account } });

export const again = (event: EventOf<'CodeIssued'>): DomainEvent => ({ ...event, code: `${event.code}0` });

export function withoutDeadlines(records: readonly LogRecord[]): readonly LogRecord[] {
  return records.filter(({ kind }) => kind !== 'deadline').map((record, position) => ({ ...record, position }));
}

/** The code is taken at its very end, once it has expired. */
export function lateCode(records: readonly LogRecord[]): readonly LogRecord[] {
  const taken = records.findIndex((each) => isOf(each, 'submitCode'));
  const issued = records
    .slice(0, taken)
    .flatMap((record) => eventsIn(record, 'CodeIssued'))
    .at(-1);
  const at = issued?.endsAt ?? 0;
  const [account, code] = [issued?.account ?? '', issued?.code ?? ''];
  const expired: LogRecord = {
    kind: 'deadline',
    position: taken,
    at,
    actor: CLOCK,
    deadline: { kind: 'code', account, of: code },
    events: [{ type: 'CodeEnded', account, code, cause: 'expired' }],
    reasons: [],
  };
  return [
    ...records.slice(0, taken),
    expired,
    ...records.slice(taken, taken + 1).map((each) => ({ ...each, position: taken + 1, at })),
  ];
}

/** The key on show is bound by what was found out about what was typed. */
export function confirmed({ account }: EventOf<'SignInRefused'>, record: LogRecord): DomainEvent {
  const { matchedTimeStep, matchedAuthenticator } = (record.kind === 'command' ? record.evidence : null) ?? {};
  return {
    type: 'AuthenticatorBound',
    account,
    authenticator: matchedAuthenticator ?? '',
    kind: 'totp',
    device: null,
    timeStep: matchedTimeStep ?? 0,
  };
}

/** Somebody is let in by what was found out about what they typed. */
export function letIn(record: LogRecord): DomainEvent {
  const { matchedTimeStep, matchedAuthenticator } = (record.kind === 'command' ? record.evidence : null) ?? {};
  return {
    type: 'SignedIn',
    account: 'marcus',
    method: 'totp',
    authenticator: matchedAuthenticator ?? '',
    timeStep: matchedTimeStep ?? 0,
  };
}

export function isOf(record: LogRecord, type: string): boolean {
  return record.kind === 'command' && record.command.type === type;
}

/** Another time step, in what was found out and in what came of it. */
export function changedStep(change: (timeStep: number) => number): Forgery {
  return (records) =>
    events('SignedIn', (event) =>
      event.timeStep === undefined ? event : { ...event, timeStep: change(event.timeStep) },
    )(records).map((record) => {
      const step = record.kind === 'command' ? (record.evidence?.matchedTimeStep ?? null) : null;
      if (record.kind !== 'command' || step === null) return record;
      return { ...record, evidence: { ...record.evidence, matchedTimeStep: change(step) } };
    });
}

export function otherKey(records: readonly LogRecord[]): readonly LogRecord[] {
  return events('AuthenticatorBound', (event) => ({ ...event, authenticator: 'elif/key/9' }))(records);
}
