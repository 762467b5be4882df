// Sessions follow lawful sign-ins only: the right password, then whatever was due, proved by what its owner has. And an
// authenticator is bound by a set-up that was begun, and unbound by its owner, a reset or too many failures.
import type { DomainEvent, EventOf } from '../../../src/lib/domain/events';
import type { LogRecord } from '../../../src/lib/domain/record';
import type { Books } from './books';
import { commandIn, eventsIn, isOwn, promise, type Keeper } from './promise';

const SECOND = 1000;

export class SignInKeeper implements Keeper {
  /** Who had no factor left and no code in front of it before this record: whoever may set up at a sign-in. */
  #mayEnrol = new Set<string>();

  begin(record: LogRecord, books: Books): void {
    this.#mayEnrol = new Set(
      [...books.people.keys()].filter(
        (account) =>
          books.isAsked(account) &&
          books.factorsLeft(account) === 0 &&
          // A code beside is one more way, and takes none away (ONX-3, ONX-5).
          (!standsInFront(books) || books.goodCodes(account, record.at, 'temporaryCode').length === 0),
      ),
    );
  }

  event(event: DomainEvent, record: LogRecord, books: Books): void {
    switch (event.type) {
      case 'PasswordAccepted': {
        const command = commandIn(record);
        promise(command?.type === 'submitPassword' && command.card === 'right', 'only the right password is accepted');
        promise(isOwn(record, event.account), 'nobody gives the password of somebody else');
        return promise(!books.isFederated(event.account), 'who signs in elsewhere gives no password here');
      }
      case 'SignedIn':
        return this.#signedIn(event, record, books);
      case 'AuthenticatorBound':
        return this.#bound(event, record, books);
      case 'AuthenticatorUnbound':
        return unbound(event, record, books);
      case 'EnrolmentStarted': {
        const person = books.person(event.account);
        promise(isOwn(record, event.account), 'nobody sets up for somebody else');
        if (event.from === 'session') return promise(person.session !== null, 'a set-up is begun in a session');
        const isIn = person.hasGivenPassword && this.#mayEnrol.has(event.account);
        promise(isIn, 'a set-up at sign-in is begun after the password, where nothing else is left');
        return promise(books.rules.noFactorAtSignIn.value === 'enrol', 'a set-up at sign-in is offered by the policy');
      }
      case 'SessionEnded':
        if (event.cause === 'signed-out') promise(isOwn(record, event.account), 'nobody signs somebody else out');
        return;
      default:
        return;
    }
  }

  #signedIn(event: EventOf<'SignedIn'>, record: LogRecord, books: Books): void {
    const { account, method } = event;
    const person = books.person(account);
    promise(isOwn(record, account), 'nobody signs in for somebody else');
    promise(person.session === null, 'nobody signs in who is signed in');
    const isFederated = books.isFederated(account);
    promise((method === 'federated') === isFederated, 'who signs in elsewhere comes in by there, and nobody else does');
    promise(isFederated || person.hasGivenPassword, 'nobody comes in without the password');
    const isAsked = books.isAsked(account);
    if (method === 'password') return promise(!isAsked, 'MFA in force takes more than a password');
    // A use may switch MFA off, and comes before the sign-in it is for.
    const hasGoneOff = eventsIn(record, 'MfaSwitchedOff').some((each) => each.account === account);
    promise(isAsked || isFederated || hasGoneOff, 'who is asked for nothing more comes in by the password');
    if (method === 'push') return pushed(record, account, books);
    if (method === 'totp') return typedTotp(event, record, books);
    if (method === 'enrolment') {
      const isBound = eventsIn(record, 'AuthenticatorBound').some((each) => each.account === account);
      promise(isBound, 'who comes in by a set-up has finished it');
    }
  }

  #bound(event: EventOf<'AuthenticatorBound'>, record: LogRecord, books: Books): void {
    const { account } = event;
    const person = books.person(account);
    const { enrolment } = person;
    promise(isOwn(record, account), 'nobody binds for somebody else');
    promise(enrolment !== null, 'what is bound was begun to be set up');
    promise(event.kind === books.rules.authenticator.value, 'what is bound is of the kind that the product has');
    promise(!person.bound.has(event.authenticator), 'nothing is bound twice');
    if (enrolment.from === 'sign-in') {
      promise(person.hasGivenPassword && person.session === null, 'a set-up at sign-in follows the password');
      promise(this.#mayEnrol.has(account), 'a set-up at sign-in ends in a binding only where nothing else is left');
    } else {
      promise(person.session !== null, 'a set-up in a session ends in it');
    }
    if (event.kind === 'push') {
      promise(person.devices.get(event.device ?? '')?.isInHand === true, 'only a device in hand is paired');
      return;
    }
    promise(event.authenticator === enrolment.key, 'the key that is bound is the one that was on show');
    stepIsNear(event.timeStep, record, books);
  }
}

function pushed(record: LogRecord, account: string, books: Books): void {
  const command = commandIn(record);
  const { push, devices, bound } = books.person(account);
  promise(command?.type === 'answerPush' && command.answer === 'approve', 'a prompt lets in that was approved');
  promise(push?.id === command.push && push.isWaiting, 'the prompt that lets in is the one of this attempt');
  promise(record.at < push.endsAt, 'no prompt is good at or after its end');
  promise(devices.get(command.device)?.isInHand === true, 'only a device in hand answers a prompt');
  const isPaired = [...bound.values()].some(({ kind, device }) => kind === 'push' && device === command.device);
  promise(isPaired, 'only a paired device lets in');
  noCodeInFront(record, account, books);
}

function typedTotp(event: EventOf<'SignedIn'>, record: LogRecord, books: Books): void {
  const bound = books.person(event.account).bound.get(event.authenticator ?? '');
  promise(bound?.kind === 'totp', 'only the key of the account itself lets in');
  promise(commandIn(record)?.type === 'submitTotp', 'a code of the app is typed');
  const matched = record.kind === 'command' ? record.evidence : undefined;
  promise(matched?.matchedAuthenticator === event.authenticator, 'the key is the one whose code was typed');
  promise(matched?.matchedTimeStep === event.timeStep, 'the time step is the one whose code was typed');
  stepIsNear(event.timeStep, record, books);
  promise(
    bound.lastStep === null || (event.timeStep ?? 0) > bound.lastStep,
    'a time step is accepted once, and only a later one after it',
  );
  noCodeInFront(record, event.account, books);
}

function stepIsNear(timeStep: number | undefined, record: LogRecord, books: Books): void {
  const period = books.rules.totp?.value.periodSeconds ?? 0;
  const present = Math.floor(record.at / (period * SECOND));
  const off = Math.abs((timeStep ?? Number.NaN) - present);
  promise(off <= (books.rules.acceptedTimeSteps?.value ?? 0), 'a code of the app is good near its own time only');
}

function standsInFront({ rules }: Books): boolean {
  return rules.codes.temporaryCode?.stands.value === 'in-front';
}

/** An active code that stands in front is asked instead of the app (ONV-10). */
function noCodeInFront(record: LogRecord, account: string, books: Books): void {
  const isGood = books.goodCodes(account, record.at, 'temporaryCode').length > 0;
  promise(!standsInFront(books) || !isGood, 'a code that stands in front is asked instead of the app');
}

function unbound(event: EventOf<'AuthenticatorUnbound'>, record: LogRecord, books: Books): void {
  const { account, authenticator } = event;
  const person = books.person(account);
  promise(person.bound.has(authenticator), 'only what is bound is unbound');
  const command = commandIn(record);
  if (command?.type === 'unbindAuthenticator') {
    return promise(isOwn(record, account) && person.session !== null, 'who disconnects a device is signed in');
  }
  const isReset = eventsIn(record, 'MfaReset').some((each) => each.account === account);
  const most = books.rules.throttle?.value.failuresMax ?? Infinity;
  const isWornOut = eventsIn(record, 'SignInRefused').some(({ failures = 0 }) => failures >= most);
  promise(isReset || isWornOut, 'an authenticator goes by its owner, by a reset or by too many failures');
}
