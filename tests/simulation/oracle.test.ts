// The oracle can tell: a story that the rules made is taken, and the same story with one thing forged is not, each time for
// the promise that was broken.
import { describe, expect, test } from 'vitest';
import { HOUR, SECOND } from '../../src/lib/domain/instant';
import type { LogRecord } from '../../src/lib/domain/record';
import { PORTAL_TECH, REP, type Play } from '../support/play';
import {
  again,
  as,
  changedStep,
  commands,
  confirmed,
  deadlines,
  events,
  first,
  isOf,
  lateCode,
  letIn,
  otherKey,
  withoutDeadlines,
  type Forgery,
} from './forging';
import { Oracle } from './oracle/oracle';
import { atSupport, inOnix, inOnvio, inPortal, inWaits, type Story } from './stories';

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
  [
    'every failure in a row is counted with the attempt',
    inWaits,
    events('SignInRefused', (event, record) =>
      isOf(record, 'confirmEnrolment') && event.failures !== undefined ? { ...event, failures: 1 } : event,
    ),
  ],
  [
    'no key is confirmed while the account has to wait',
    inWaits,
    events('SignInRefused', (event, record) =>
      event.reason === 'throttled' && isOf(record, 'confirmEnrolment') ? confirmed(event, record) : event,
    ),
  ],
  [
    'no code is mailed while the account has to wait',
    inWaits,
    (records) =>
      events('SignInRefused', (event, record) =>
        event.reason === 'throttled' && isOf(record, 'requestEmailedCode')
          ? again(first(records, 'CodeIssued', 'marcus'))
          : event,
      )(records),
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

describe('the oracle', () => {
  const watch = (play: Play, records: readonly LogRecord[]) => () => {
    const oracle = new Oracle(play.world.catalogue);
    for (const record of records) oracle.take(record);
  };

  for (const [name, story] of Object.entries({ inOnvio, inOnix, inPortal, inWaits, atSupport })) {
    test(`is content with what the rules made, ${name}`, () => {
      const play = story();
      expect(play.records.length).toBeGreaterThan(15);
      expect(watch(play, play.records)).not.toThrow();
    });
  }

  for (const [promise, story, forgery] of FORGERIES) {
    test(`sees it broken ${story.name}: ${promise}`, () => {
      const play = story();
      expect(watch(play, forgery(play.records))).toThrow(`Broken: ${promise}.`);
    });
  }
});
