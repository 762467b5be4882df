// The floor of the fold benchmark: the same events on plain objects changed in place, with no history kept. Only what
// `random-log.ts` makes happen is here; an event it does not know is an error, so that no work is saved by forgetting.
import type { DomainEvent } from '../src/lib/domain/events';
import type { LogRecord } from '../src/lib/domain/record';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-argument -- plain objects changed in place are the point */
export interface PlainWorld {
  accounts: Map<string, any>;
  deadlines: any[];
  position: number;
  at: number;
}

export function foldInPlace(records: readonly LogRecord[]): PlainWorld {
  const world: PlainWorld = { accounts: new Map(), deadlines: [], position: -1, at: 0 };
  for (const record of records) {
    if (record.kind !== 'place') for (const event of record.events) changeInPlace(world, event, record.at);
    world.position = record.position;
    world.at = record.at;
  }
  return world;
}

function schedule(world: PlainWorld, deadline: any): void {
  let index = world.deadlines.length;
  while (index > 0 && world.deadlines[index - 1].at > deadline.at) index -= 1;
  world.deadlines.splice(index, 0, deadline);
}

function lift(world: PlainWorld, kind: string, of: string | undefined): void {
  const index = world.deadlines.findIndex((each) => each.of === of && each.kind === kind);
  if (index >= 0) world.deadlines.splice(index, 1);
}

export function changeInPlace(world: PlainWorld, event: DomainEvent, at: number): void {
  if (event.type === 'RunStarted') {
    for (const entry of event.directory) {
      const { devices, ...person } = structuredClone(entry);
      world.accounts.set(entry.id, {
        ...person,
        devices: devices.map(({ id, label, kind }) => ({
          id,
          label,
          kind,
          loss: null,
          clockOffsetSeconds: 0,
          entries: [],
        })),
        authenticators: devices.flatMap(({ id, authenticator }) =>
          authenticator === undefined
            ? []
            : [{ id: authenticator, device: id, kind: 'push', boundAt: at, lastAcceptedTimeStep: null }],
        ),
        mfaChangedAt: at,
        codes: [],
        failures: { count: 0, waitUntil: null },
        keysShown: 0,
        codesToSave: [],
        signIn: { stage: 'password', refusal: null, push: null },
        pushesSent: 0,
        enrolment: null,
        session: null,
      });
    }
    return;
  }
  if (event.type === 'ActRefused') return;
  const account = 'account' in event ? world.accounts.get(event.account) : undefined;
  switch (event.type) {
    case 'PasswordAccepted':
      lift(world, 'push', account.signIn.push?.id);
      account.signIn = { stage: 'second-step', refusal: null, push: null };
      return;
    case 'SignInRefused':
      account.signIn.refusal = { reason: event.reason, at, ...(event.code === undefined ? {} : { code: event.code }) };
      if (event.failures !== undefined) {
        account.failures = { count: event.failures, waitUntil: event.waitUntil ?? null };
      }
      return;
    case 'PushSent':
      lift(world, 'push', account.signIn.push?.id);
      account.pushesSent += 1;
      account.signIn.refusal = null;
      account.signIn.push = { id: event.push, sentAt: at, endsAt: event.endsAt, status: 'waiting' };
      schedule(world, { kind: 'push', account: account.id, of: event.push, at: event.endsAt });
      return;
    case 'PushExpired':
      lift(world, 'push', event.push);
      if (account.signIn.push?.id === event.push) account.signIn.push.status = 'expired';
      return;
    case 'SignedIn':
      lift(world, 'push', account.signIn.push?.id);
      account.signIn = { stage: 'password', refusal: null, push: null };
      account.enrolment = null;
      account.failures = { count: 0, waitUntil: null };
      for (const code of account.codes) if (code.id === event.code) code.toldAt ??= at;
      account.session = { startedAt: at, method: event.method, code: event.code ?? null };
      return;
    case 'SessionEnded':
      account.session = null;
      account.enrolment = null;
      return;
    case 'DeviceLost':
      account.devices.find((device: any) => device.id === event.device).loss = { how: event.how, at };
      return;
    case 'DeviceFound':
      account.devices.find((device: any) => device.id === event.device).loss = null;
      return;
    case 'CodeIssued':
      account.codes.push({
        id: event.code,
        family: event.family,
        by: event.by,
        issuedAt: at,
        endsAt: event.endsAt,
        atIssue: event.atIssue,
        toldAt: null,
        end: null,
      });
      schedule(world, { kind: 'code', account: account.id, of: event.code, at: event.endsAt });
      return;
    case 'CodeEnded':
      lift(world, 'code', event.code);
      account.codes.find((code: any) => code.id === event.code).end = { cause: event.cause, at };
      return;
    default:
      throw new TypeError(`The floor does not know ${event.type}.`);
  }
}
