// Who acts: everybody about their own account, admins inside their own firm and areas and never for themselves, support on
// a request that was verified, and the lab about its rules. What is refused changes nothing.
import type { Actor } from '../../../src/lib/domain/actors';
import type { CommandRecord, LogRecord } from '../../../src/lib/domain/record';
import type { RightAction, RightRole } from '../../../src/lib/domain/policy';
import type { Books } from './books';
import { promise, type Keeper } from './promise';

type Command = CommandRecord['command'];

export class RightsKeeper implements Keeper {
  begin(record: LogRecord, books: Books): void {
    if (record.kind !== 'command') {
      promise(record.kind !== 'deadline' || record.actor.kind === 'clock', 'what happens by itself is done by nobody');
      return;
    }
    const { events, command, actor } = record;
    if (events.some(({ type }) => type === 'ActRefused' || type === 'SignInRefused')) return refusesAlone(record);
    if (actor.kind === 'person' && 'account' in command) {
      const [own, other] = [books.person(actor.account), books.person(command.account)];
      promise(own.entry.firm === other.entry.firm, 'nobody acts across firms');
    }
    may(command, actor, books, record.at);
  }
}

function refusesAlone({ events }: CommandRecord): void {
  const others = events.slice(1).filter(({ type }) => type !== 'AuthenticatorUnbound');
  promise(others.length === 0, 'what is refused does nothing else');
  const isSignIn = events[0]?.type === 'SignInRefused';
  promise(isSignIn || events.length === 1, 'an act that is refused does nothing');
}

function may(command: Command, actor: Actor, books: Books, at: number): void {
  switch (command.type) {
    case 'issueCode':
    case 'removeCode':
    case 'resetMfa':
      return mayChange(command.type, command.account, command.request, actor, books, at);
    case 'tellCode':
      return;
    case 'askSupport':
      return promise(['person', 'stranger', 'lab'].includes(actor.kind), 'people ask support');
    case 'answerCall':
    case 'endCall':
    case 'askCaller':
    case 'tellCaller':
    case 'lookUp':
    case 'compareProof':
    case 'sitAt':
      return promise(actor.kind === 'rep', 'the rep talks, looks up and compares');
    case 'passOnRequest':
      return mayPassOn(command, actor, books);
    case 'sendBackRequest':
      promise(books.requests.get(command.request)?.status !== 'closed', 'what was answered is not sent back');
      return promise(actor.kind === 'rep' || actor.kind === 'portalTech', 'support sends back');
    case 'setEnforcement': {
      const offered = books.rules.enforcement.choices?.map(({ value }) => value) ?? [];
      promise(offered.includes(command.enforcement), 'a firm enforces what it may choose');
      if (actor.kind === 'lab') return;
      promise(actor.kind === 'person', 'the firm or the lab changes what is enforced');
      const { entry, session } = books.person(actor.account);
      promise(session !== null && entry.admin !== null && entry.firm === command.firm, 'its own admin, signed in');
      return promise(hasRow(books, 'setEnforcement', 'admin'), 'the product lets admins change what is enforced');
    }
    case 'setVariant':
      return promise(actor.kind === 'lab', 'only the lab changes the revision');
    case 'setSetting': {
      promise(actor.kind === 'lab', 'only the lab switches an edge');
      const choices: readonly { readonly value: unknown }[] = books.rules[command.name]?.choices ?? [];
      return promise(
        choices.some(({ value }) => value === command.value),
        'an edge is switched to what it may be',
      );
    }
    case 'answerQuestion':
      return promise(actor.kind === 'lab', 'what is expected is said in front of the lab');
    default:
      promise(actor.kind === 'person' && actor.account === command.account, `${command.type} is its owner's own doing`);
  }
}

function mayChange(
  action: RightAction,
  account: string,
  requestId: string | undefined,
  actor: Actor,
  books: Books,
  at: number,
): void {
  const target = books.person(account).entry;
  if (actor.kind === 'person') {
    const { entry, session } = books.person(actor.account);
    promise(actor.account !== account, 'nobody does it for themselves');
    promise(session !== null, 'nobody does it without a session');
    promise(entry.admin?.areas.includes(target.area) === true, 'nobody acts beyond their area');
    return promise(hasRow(books, action, 'admin', account), 'the product gives admins the right');
  }
  promise(actor.kind === 'rep' || actor.kind === 'portalTech', 'only people and support do it');
  const isByException = actor.kind === 'rep' && action === 'issueCode' && books.rules.repsMayIssue.value;
  const isHeld = hasRow(books, action, actor.kind, account);
  const isLent = isByException && hasRow(books, action, 'portalTech', account);
  promise(isHeld || isLent, 'support acts where the product gives it the right');
  const request = books.requests.get(requestId ?? '');
  const isVerified = request?.status === 'passed-on' && request.about === account && request.wish === action;
  promise(isVerified, 'support acts on a verified request for it, once');
  if (action === 'issueCode' && books.rules.supportIssuesForAdmins.value !== 'always') {
    const nearer = [...books.people].find(([id]) => id !== account && couldIssue(books, id, account, at));
    promise(nearer === undefined, 'support issues only where no other admin can');
  }
}

/** Whether this admin of the same firm holds the right and gets in, by a session, by nothing being asked or by a factor. */
function couldIssue(books: Books, id: string, account: string, at: number): boolean {
  const { entry, session, bound } = books.person(id);
  const target = books.person(account).entry;
  const isHeld = entry.firm === target.firm && entry.admin?.areas.includes(target.area) === true;
  if (!isHeld || !hasRow(books, 'issueCode', 'admin', account)) return false;
  const families = ['temporaryCode', 'recoveryCode', 'emailedCode'] as const;
  return (
    session !== null ||
    !books.isAsked(id) ||
    families.some((family) => books.goodCodes(id, at, family).length > 0) ||
    [...bound.keys()].some((each) => books.isAtHand(id, each))
  );
}

function mayPassOn(command: Extract<Command, { type: 'passOnRequest' }>, actor: Actor, books: Books): void {
  const request = books.requests.get(command.request);
  promise(actor.kind === 'rep', 'only a rep passes a request on');
  promise(request?.status === 'received', 'a request is passed on once');
  const methods = books.rules.callerVerification.map(({ id }) => id);
  promise(methods.includes(command.verifiedBy), 'who asks is verified in a way that the product has');
  const isOfPerson = books.rules.supportServes?.value === 'the-person';
  const isServed = isOfPerson
    ? request.from === request.about
    : books.person(request.from).entry.admin?.isPrimary === true;
  promise(isServed, 'only a request of whom support serves is passed on');
  const [asking, about] = [books.person(request.from).entry, books.person(request.about).entry];
  promise(asking.firm === about.firm, 'nobody asks for somebody of another firm');
}

function hasRow(books: Books, action: RightAction, role: RightRole, account?: string): boolean {
  const target = account === undefined ? null : books.person(account).entry;
  return books.rules.rights.some(
    (right) =>
      right.action === action &&
      right.role === role &&
      (target === null ||
        right.targets.some((kind) => (kind === 'admins' ? target.admin !== null : target.area === kind))),
  );
}
