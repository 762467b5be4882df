// Ways of making a history that no rule could have produced out of one that the rules made: well formed each time, and in
// the order of its positions. Each says at which position it cannot have gone on.
import { CLOCK, LAB, person } from '../../src/lib/domain/actors';
import { activeCodes } from '../../src/lib/domain/account';
import type { DomainEvent, EventOf, EventType } from '../../src/lib/domain/events';
import type { History } from '../../src/lib/domain/history';
import { DAY, HOUR, SECOND } from '../../src/lib/domain/instant';
import { Lines } from '../../src/lib/domain/lines';
import type { CommandRecord, DeadlineRecord, LogRecord } from '../../src/lib/domain/record';
import { accountOf } from '../../src/lib/domain/world';
import type { Random } from './random';

export interface Forged {
  readonly records: readonly LogRecord[];
  /** Position of the first record that cannot have come about. */
  readonly position: number;
}

/** Forges a history; null where it holds nothing of the kind. */
export type Forgery = (history: History, random: Random) => Forged | null;

type Changed<Line extends LogRecord> = (line: Line) => LogRecord;

/** One of the records that are meant, changed. */
function changing<Line extends LogRecord>(
  isMeant: (record: LogRecord, history: History) => record is Line,
  change: Changed<Line>,
): Forgery {
  return (history, random) => {
    const meant = history.records.filter((record): record is Line => isMeant(record, history));
    if (meant.length === 0) return null;
    const record = random.pick(meant);
    return { records: history.records.with(record.position, change(record)), position: record.position };
  };
}

const isCommand = (record: LogRecord): record is CommandRecord => record.kind === 'command';
/** Whether a code is what signed somebody in. */
const isByCode = (record: LogRecord): boolean =>
  isCommand(record) && record.events.some((event) => event.type === 'SignedIn' && event.method === 'code');
const isDeadline = (record: LogRecord): record is DeadlineRecord => record.kind === 'deadline';

function commandWith<Type extends EventType>(type: Type) {
  return (record: LogRecord): record is CommandRecord =>
    isCommand(record) && record.events.some((event) => event.type === type);
}

/** The record with its events of one kind changed. */
function withEvents<Type extends EventType, Line extends CommandRecord | DeadlineRecord>(
  type: Type,
  change: (event: EventOf<Type>) => DomainEvent,
): (line: Line) => Line {
  return (line) => ({
    ...line,
    events: line.events.map((event) => (event.type === type ? change(event as EventOf<Type>) : event)),
  });
}

const has =
  <Type extends EventType>(type: Type, isMeant: (event: EventOf<Type>) => boolean) =>
  (record: LogRecord): record is CommandRecord =>
    isCommand(record) && record.events.some((event) => event.type === type && isMeant(event as EventOf<Type>));

/** A record put behind the last one, at an instant by which everything due has happened. */
function behind(history: History, make: (lines: Lines, at: number) => LogRecord | null, later = 0): Forged | null {
  const lines = new Lines(history.world);
  const at = history.world.at + later;
  lines.pass(at);
  const line = make(lines, at);
  if (line === null) return null;
  const records = [...history.records, ...lines.records, line];
  return { records, position: records.length - 1 };
}

const next = (lines: Lines): number => lines.world.position + 1;

export const FORGERIES: Readonly<Record<string, Forgery>> = {
  'a code is accepted after its end': (history) => {
    const accepted = history.records.findLast(
      (record): record is CommandRecord =>
        isCommand(record) && record.command.type === 'submitCode' && isByCode(record),
    );
    const used = accepted?.evidence?.matchedCode ?? null;
    if (accepted === undefined || used === null) return null;
    return behind(
      history,
      (lines, at) => {
        const account = accountOf(lines.world, 'account' in accepted.command ? accepted.command.account : '');
        if (account === undefined || activeCodes(account, at).some(({ id }) => id === used)) return null;
        return { ...accepted, position: next(lines), at };
      },
      2 * DAY,
    );
  },
  'somebody issues a code for themselves': changing(
    has('CodeIssued', (event) => event.by.kind === 'person' && event.by.account !== event.account),
    (record) => {
      const actor = person('account' in record.command ? record.command.account : '');
      return withEvents<'CodeIssued', CommandRecord>('CodeIssued', (event) => ({ ...event, by: actor }))({
        ...record,
        actor,
      });
    },
  ),
  'an admin of another firm issues a code': changing(
    has('CodeIssued', (event) => event.by.kind === 'person' && event.by.account !== 'hannah'),
    (record) => {
      const actor = person('hannah');
      return withEvents<'CodeIssued', CommandRecord>('CodeIssued', (event) => ({ ...event, by: actor }))({
        ...record,
        actor,
      });
    },
  ),
  'a code is issued for longer than the policy says': changing(
    has('CodeIssued', ({ endsAt }) => endsAt !== null),
    withEvents('CodeIssued', (event) => ({ ...event, endsAt: (event.endsAt ?? 0) + HOUR })),
  ),
  'a code is issued under the id of another': changing(
    commandWith('CodeIssued'),
    withEvents('CodeIssued', (event) => ({ ...event, code: `${event.code}0` })),
  ),
  'a deadline is missing': (history, random) => {
    const passed = history.records.filter(
      (record) => isDeadline(record) && record.position < history.records.length - 1,
    );
    if (passed.length === 0) return null;
    const { position } = random.pick(passed);
    const records = history.records
      .toSpliced(position, 1)
      .map((record, index) => (index < position ? record : { ...record, position: index }));
    return { records, position };
  },
  'a deadline fires too early': changing(
    (record, { records }): record is DeadlineRecord =>
      isDeadline(record) && (records[record.position - 1]?.at ?? 0) < record.at,
    (record) => ({ ...record, at: record.at - 1 }),
  ),
  'a deadline fires that was never set': (history) =>
    behind(history, (lines, at) => ({
      kind: 'deadline',
      position: next(lines),
      at,
      actor: CLOCK,
      deadline: { kind: 'code', account: 'dana', of: 'never' },
      events: [],
      reasons: [],
    })),
  'a deadline does something else': changing(isDeadline, (record) => ({ ...record, events: [] })),
  'time goes back': changing(
    (record): record is LogRecord => record.position > 0 && record.kind !== 'genesis',
    (record) => ({ ...record, at: record.at - 365 * DAY }),
  ),
  'time goes back by a millisecond': (history, random) => {
    const { records } = history;
    const apart = records.filter(
      ({ kind, at, position }) => kind !== 'genesis' && at === records[position - 1]?.at && position < records.length,
    );
    if (apart.length === 0) return null;
    const { position } = random.pick(apart);
    return {
      records: records.with(position, { ...records[position], at: (records[position]?.at ?? 0) - 1 } as LogRecord),
      position,
    };
  },
  'a wrong password is let in': changing(
    has('SignInRefused', ({ reason }) => reason === 'wrong-password'),
    (record) => ({ ...record, events: [{ type: 'PasswordAccepted', account: accountIn(record) }] }),
  ),
  'a refusal signs in instead': changing(commandWith('SignInRefused'), (record) => ({
    ...record,
    events: [{ type: 'SignedIn', account: accountIn(record), method: 'code' }],
  })),
  'a refusal is left out': changing(commandWith('SignInRefused'), (record) => ({ ...record, events: [] })),
  'a failure is not charged': changing(
    has('SignInRefused', ({ failures }) => (failures ?? 0) > 0),
    withEvents('SignInRefused', (event) => ({ ...event, failures: 0 })),
  ),
  'an act that was refused is done': changing(commandWith('ActRefused'), (record) => ({ ...record, events: [] })),
  'the evidence for a code is taken away': changing(
    (record): record is CommandRecord => isCommand(record) && record.command.type === 'submitCode' && isByCode(record),
    (record) => ({ ...record, evidence: { matchedCode: null } }),
  ),
  'the time step of an accepted code is another': changing(
    (record): record is CommandRecord =>
      isCommand(record) && record.command.type === 'submitTotp' && commandWith('SignedIn')(record),
    (record) => ({
      ...record,
      evidence: { ...record.evidence, matchedTimeStep: (record.evidence?.matchedTimeStep ?? 0) - 1000 },
    }),
  ),
  'a prompt lives longer': changing(
    commandWith('PushSent'),
    withEvents('PushSent', (event) => ({ ...event, endsAt: event.endsAt + SECOND })),
  ),
  'a prompt is approved on a device that is away': (history) =>
    behind(history, (lines, at) => {
      const account = accountOf(lines.world, 'dana');
      if (account === undefined || account.devices.every(({ loss }) => loss === null)) return null;
      const push = account.signIn.push?.id ?? 'push-1';
      const device = account.devices[0]?.id ?? '';
      return {
        kind: 'command',
        position: next(lines),
        at,
        actor: person('dana'),
        command: { type: 'answerPush', account: 'dana', push, device, answer: 'approve' },
        events: [{ type: 'SignedIn', account: 'dana', method: 'push' }],
        reasons: [],
      };
    }),
  'MFA goes off by itself': (history) =>
    behind(history, (lines, at) => ({
      kind: 'command',
      position: next(lines),
      at,
      actor: LAB,
      command: { type: 'setVariant', variant: lines.world.variant },
      events: [{ type: 'MfaSwitchedOff', account: 'dana' }],
      reasons: [],
    })),
  'reasons are made up': changing(
    (record): record is CommandRecord => isCommand(record) && record.reasons.length > 0,
    (record) => ({ ...record, reasons: record.reasons.slice(1) }),
  ),
  'reasons cite another fact': changing(
    (record): record is CommandRecord => isCommand(record) && record.reasons.some(({ cites }) => cites.length > 0),
    (record) => ({ ...record, reasons: record.reasons.map((reason) => ({ ...reason, cites: ['ONV-99'] })) }),
  ),
  'a run begins twice': (history) => {
    const [genesis] = history.records;
    return genesis === undefined ? null : behind(history, (lines) => ({ ...genesis, position: next(lines) }));
  },
  'a run begins elsewhere than it says': (history) => {
    const [genesis] = history.records;
    if (genesis?.kind !== 'genesis') return null;
    return { records: history.records.with(0, { ...genesis, at: genesis.at + 1 }), position: 0 };
  },
  'a record is missing in the middle': (history, random) => {
    const position = 1 + random.below(history.records.length - 2);
    return { records: history.records.toSpliced(position, 1), position };
  },
};

function accountIn({ command }: CommandRecord): string {
  return 'account' in command ? command.account : '';
}
