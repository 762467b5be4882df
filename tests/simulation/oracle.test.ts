// The oracle can tell: a story that the rules made is taken, and the same story with one thing forged is not, each time for
// the promise that was broken.
import { describe, expect, test } from 'vitest';
import { CLOCK, type Actor } from '../../src/lib/domain/actors';
import type { DomainEvent, EventOf, EventType } from '../../src/lib/domain/events';
import { HOUR, SECOND } from '../../src/lib/domain/instant';
import type { LogRecord } from '../../src/lib/domain/record';
import { checkAddress, drawnCalls, passOn } from '../support/call';
import { Play, PORTAL_TECH, REP } from '../support/play';
import { Oracle } from './oracle/oracle';
import { eventsIn } from './oracle/promise';

type Story = () => Play;
type Forgery = (records: readonly LogRecord[]) => readonly LogRecord[];

const inOnvio: Story = () => {
  const play = new Play({ enforcement: 'optional' });
  play.by('dana', { type: 'cancelSignIn' });
  play.issue('dana');
  play.issue('dana');
  play.after('10:00:00').signInByCode('dana');
  play.disconnectAll('dana');
  play.by('dana', { type: 'signOut' });
  play.after('11:00:00').sit('marcus');
  play.after('12:00:00').issue('ines', 'tom');
  const request = play.askSupport('removeCode', 'ines');
  play.does(PORTAL_TECH, { type: 'removeCode', account: 'ines', request });
  play.lab({ type: 'setVariant', variant: 'revision-1' });
  play.issue('marcus');
  play.disconnectAll('marcus');
  return play.after('60:00:00');
};

const inOnix: Story = () => {
  const play = new Play({ product: 'onix' });
  play.signInByTotp('marcus');
  play.by('marcus', { type: 'signOut' });
  play.by('marcus', { type: 'submitPassword', card: 'right' });
  play.totp('marcus');
  for (let count = 0; count < 4; count += 1) play.totp('marcus', 20);
  play.after('00:00:15').totp('marcus', 1);
  play.after('02:00:00').totp('marcus');
  play.sit('priya');
  play.does({ kind: 'person', account: 'priya' }, { type: 'resetMfa', account: 'marcus' });
  return play;
};

const inPortal: Story = () => {
  const play = new Play({ product: 'portal' });
  play.by('elif', { type: 'submitPassword', card: 'right' });
  play.setUp('elif');
  const saved = play.account('elif').codes.at(-1)?.id ?? null;
  play.by('elif', { type: 'saveCodes' });
  play.by('elif', { type: 'signOut' });
  play.by('elif', { type: 'submitPassword', card: 'right' });
  play.by('elif', { type: 'submitCode', family: 'recoveryCode' }, { matchedCode: saved });
  return play;
};

const atSupport: Story = () => {
  const play = new Play();
  const passedOn = drawnCalls(play, { isStranger: true, knows: { licencePin: 'nothing', firmAddress: 'right' } });
  checkAddress(play, passedOn);
  play.does(REP, { type: 'endCall', request: passedOn });
  passOn(play, passedOn, 'address');
  play.does(REP, { type: 'sendBackRequest', request: drawnCalls(play) });
  return play;
};

/** Every event of this type changed, or left out for null. */
function events<Type extends EventType>(
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
function commands(type: string, change: { readonly by?: number; readonly actor?: Actor }): Forgery {
  return (records) =>
    records.map((record) =>
      record.kind === 'command' && record.command.type === type
        ? { ...record, at: record.at + (change.by ?? 0), actor: change.actor ?? record.actor }
        : record,
    );
}

/** The deadlines moved in time. */
const deadlines =
  (by: number): Forgery =>
  (records) =>
    records.map((record) => (record.kind === 'deadline' ? { ...record, at: record.at + by } : record));

/** Only the events about one account, or of a record of this command. */
function first<Type extends EventType>(
  records: readonly LogRecord[],
  type: Type,
  account: string,
): Extract<DomainEvent, { type: Type }> {
  const all = records.flatMap((record): readonly DomainEvent[] => ('events' in record ? record.events : []));
  const found = all.find((event) => event.type === type && 'account' in event && event.account === account);
  if (found === undefined) throw new Error(`The story has no ${type} of ${account}.`);
  return found as Extract<DomainEvent, { type: Type }>;
}

const as = (account: string): { readonly actor: Actor } => ({ actor: { kind: 'person', account } });

const FORGERIES: readonly (readonly [promise: string, story: Story, forgery: Forgery])[] = [
  ['positions have no gaps', inOnvio, (records) => records.filter(({ position }) => position !== 9)],
  ['time does not go back', inOnvio, commands('signOut', { by: -24 * HOUR })],
  ['what happens by itself happens at its exact instant', inOnvio, deadlines(-SECOND)],
  ['nothing is done before what is due by then has happened', inOnvio, withoutDeadlines],
  ['no code is accepted at or after its end', inOnvio, lateCode],
  ['a code is good for its own account only', inOnvio, events('SignedIn', (event) => ({ ...event, code: 'x' }))],
  ['a code lives as long as the policy says', inOnvio, events('CodeIssued', (event) => ({ ...event, endsAt: 1 }))],
  [
    'a code ends by replaced only where that has happened',
    inOnvio,
    events('CodeEnded', (event) => (event.cause === 'removed' ? { ...event, cause: 'replaced' } : event)),
  ],
  [
    'at most 1 of temporaryCode are good for dana',
    inOnvio,
    events('CodeEnded', (event) => (event.cause === 'replaced' ? null : event)),
  ],
  [
    'MFA in force takes more than a password',
    inOnvio,
    events('SignedIn', ({ account }) => ({ type: 'SignedIn', account, method: 'password' })),
  ],
  ['nobody signs in for somebody else', inOnvio, events('SignedIn', (event) => ({ ...event, account: 'ines' }))],
  ['nobody comes in without the password', inOnvio, events('PasswordAccepted', () => null)],
  ['nobody does it for themselves', inOnvio, commands('issueCode', as('dana'))],
  ['nobody acts across firms', inOnvio, commands('issueCode', as('hannah'))],
  ['nobody does it without a session', inOnvio, commands('issueCode', as('elif'))],
  ['support acts where the product gives it the right', inOnvio, commands('removeCode', { actor: REP })],
  ['support acts on a verified request for it, once', inOnvio, events('RequestPassedOn', () => null)],
  ['only a rep passes a request on', inOnvio, commands('passOnRequest', { actor: PORTAL_TECH })],
  ["loseDevice is its owner's own doing", inOnvio, commands('loseDevice', as('tom'))],
  ['only the lab changes the revision', inOnvio, commands('setVariant', { actor: REP })],
  [
    'MFA goes off where the policy says so',
    inOnvio,
    events('MfaSwitchedOff', (event, record) => (record.kind === 'deadline' ? null : event)),
  ],
  [
    'MFA goes off only where the policy says so',
    inOnvio,
    events('DeviceLost', ({ account }) => ({ type: 'MfaSwitchedOff', account })),
  ],
  [
    'a code ends with the MFA it was for',
    inOnvio,
    events('CodeEnded', (event) => (event.cause === 'mfa-switched-off' ? null : event)),
  ],
  [
    'a time step is accepted once, and only a later one after it',
    inOnix,
    events('SignInRefused', (event, record) => (event.reason === 'totp-used' ? letIn(record) : event)),
  ],
  ['a code of the app is good near its own time only', inOnix, changedStep((timeStep) => timeStep - 100)],
  ['the time step is the one whose code was typed', inOnix, events('SignedIn', (event) => ({ ...event, timeStep: 7 }))],
  [
    'only the key of the account itself lets in',
    inOnix,
    events('SignedIn', (event) => ({ ...event, authenticator: 'x' })),
  ],
  [
    'every failure in a row is counted with the attempt',
    inOnix,
    events('SignInRefused', (event) => (event.failures === undefined ? event : { ...event, failures: 1 })),
  ],
  [
    'the wait after a failure is as long as the policy says',
    inOnix,
    events('SignInRefused', ({ waitUntil: _, ...event }) => event),
  ],
  [
    'only who has to wait is told to',
    inOnix,
    events('SignInRefused', ({ type, account }) => ({ type, account, reason: 'throttled' })),
  ],
  [
    'nothing typed is taken while the account has to wait',
    inOnix,
    events('SignInRefused', (event, record) => (event.reason === 'throttled' ? letIn(record) : event)),
  ],
  ['after a reset no authenticator is bound', inOnix, events('AuthenticatorUnbound', () => null)],
  ['the key that is bound is the one that was on show', inPortal, otherKey],
  [
    'a set-up at sign-in is begun after the password, where nothing else is left',
    inPortal,
    events('PasswordAccepted', (event) => (event.account === 'elif' ? null : event)),
  ],
  [
    'a code that works once is used up by its use, and no other is',
    inPortal,
    events('CodeEnded', (event) => (event.cause === 'used' ? null : event)),
  ],
  [
    'recovery codes come of a set-up, a use or a wish of their owner',
    inPortal,
    (records) => events('CodesSaved', () => again(first(records, 'CodeIssued', 'elif')))(records),
  ],
  ['who is drawn by chance is sent by the lab', atSupport, commands('askSupport', as('priya'))],
  [
    'who it was is told with the decision, and not before',
    atSupport,
    events('CallEnded', ({ request }) => ({ type: 'CallerRevealed', request, isStranger: true })),
  ],
  [
    'who it was is told truly, and once',
    atSupport,
    events('CallerRevealed', ({ type, request }) => ({ type, request })),
  ],
  ['once a request is decided, nobody keeps who it was', atSupport, events('CallerRevealed', () => null)],
  ['what is saved is what was on show', inPortal, events('CodesSaved', (event) => ({ ...event, codes: [] }))],
  [
    'what is refused does nothing else',
    inOnix,
    (records) =>
      records.map((record) =>
        record.kind === 'command' && record.events[0]?.type === 'SignInRefused'
          ? { ...record, events: [...record.events, { type: 'MfaSwitchedOff', account: 'marcus' }] }
          : record,
      ),
  ],
];

const again = (event: EventOf<'CodeIssued'>): DomainEvent => ({ ...event, code: `${event.code}0` });

function withoutDeadlines(records: readonly LogRecord[]): readonly LogRecord[] {
  return records.filter(({ kind }) => kind !== 'deadline').map((record, position) => ({ ...record, position }));
}

/** The code is taken at its very end, once it has expired. */
function lateCode(records: readonly LogRecord[]): readonly LogRecord[] {
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

/** Somebody is let in by what was found out about what they typed. */
function letIn(record: LogRecord): DomainEvent {
  const { matchedTimeStep, matchedAuthenticator } = (record.kind === 'command' ? record.evidence : null) ?? {};
  return {
    type: 'SignedIn',
    account: 'marcus',
    method: 'totp',
    authenticator: matchedAuthenticator ?? '',
    timeStep: matchedTimeStep ?? 0,
  };
}

function isOf(record: LogRecord, type: string): boolean {
  return record.kind === 'command' && record.command.type === type;
}

/** Another time step, in what was found out and in what came of it. */
function changedStep(change: (timeStep: number) => number): Forgery {
  return (records) =>
    events('SignedIn', (event) =>
      event.timeStep === undefined ? event : { ...event, timeStep: change(event.timeStep) },
    )(records).map((record) => {
      const step = record.kind === 'command' ? (record.evidence?.matchedTimeStep ?? null) : null;
      if (record.kind !== 'command' || step === null) return record;
      return { ...record, evidence: { ...record.evidence, matchedTimeStep: change(step) } };
    });
}

function otherKey(records: readonly LogRecord[]): readonly LogRecord[] {
  return events('AuthenticatorBound', (event) => ({ ...event, authenticator: 'elif/key/9' }))(records);
}

describe('the oracle', () => {
  const watch = (play: Play, records: readonly LogRecord[]) => () => {
    const oracle = new Oracle(play.world.catalogue);
    for (const record of records) oracle.take(record);
  };

  for (const [name, story] of Object.entries({ inOnvio, inOnix, inPortal, atSupport })) {
    test(`is content with what the rules made, ${name}`, () => {
      const play = story();
      expect(play.records.length).toBeGreaterThan(15);
      expect(watch(play, play.records)).not.toThrow();
    });
  }

  for (const [promise, story, forgery] of FORGERIES) {
    test(`sees it broken: ${promise}`, () => {
      const play = story();
      expect(watch(play, forgery(play.records))).toThrow(`Broken: ${promise}.`);
    });
  }
});
