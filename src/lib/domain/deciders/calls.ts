// A call at the support desk: answered, talked on, ended. Everything said is a record, and what only the caller should
// have said stands there as a disclosure (ONV-15).
import type { Actor } from '../actors';
import { answerTo, isHelpedAtFirm, replyTo } from '../caller';
import type { CommandOf } from '../commands';
import { decided, refusedAct, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import type { Instant } from '../instant';
import { because, becauseOf, type Reason } from '../reasons';
import { decidedOn } from '../reveal';
import {
  isDisclosure,
  proofSpentBy,
  type Proof,
  type Question,
  type Saying,
  type SupportRequest,
} from '../support-request';
import { isLookedUp, lookUpFor, proofsAsked } from '../verification';
import { accountOf, callOpenIn, requestOf, type World } from '../world';

/** The rep takes a call that rings; one at a time. */
export function answerCall(world: World, { request: id }: CommandOf<'answerCall'>, actor: Actor): Decision {
  const request = requestOf(world, id);
  if (request === undefined) return refusedAct('no-such-request', []);
  if (actor.kind !== 'rep') return refusedAct('no-right', [], request.about);
  if (request.call !== 'ringing') return refusedAct('no-call', [], request.about);
  if (callOpenIn(world) !== undefined) return refusedAct('on-another-call', [], request.about);
  return decided([{ type: 'CallAnswered', request: id }], []);
}

/** The rep ends the call. What was said stays. */
export function endCall(world: World, { request: id }: CommandOf<'endCall'>, actor: Actor): Decision {
  const request = onCall(world, id, actor);
  return 'events' in request ? request : decided([{ type: 'CallEnded', request: id }], []);
}

/** The rep asks the caller something; the caller answers from what they know. */
export function askCaller(world: World, command: CommandOf<'askCaller'>, actor: Actor): Decision {
  const request = onCall(world, command.request, actor);
  if ('events' in request) return request;
  const { question } = command;
  if (!isAskable(world, question)) {
    return refusedAct('method-not-offered', [because('notOffered', [])], request.about);
  }
  const asked: DomainEvent = { type: 'CallerAsked', request: request.id, question };
  return decided([asked, ...answerTo(world, request, question)], []);
}

/** The rep tells the caller something. A client is sent to their firm, staff to their admin (ONV-12). */
export function tellCaller(world: World, command: CommandOf<'tellCaller'>, actor: Actor, now: Instant): Decision {
  const request = onCall(world, command.request, actor);
  if ('events' in request) return request;
  const { saying } = command;
  if (!isSayable(world, saying)) {
    return refusedAct('method-not-offered', [because('notOffered', [])], request.about);
  }
  const discloses = isDisclosure(saying) ? proofSpentBy(saying) : undefined;
  const unseen = discloses === undefined ? null : refuseUnseen(world, request, discloses);
  if (unseen !== null) return unseen;
  const told: DomainEvent = {
    type: 'CallerTold',
    request: request.id,
    saying,
    ...(discloses === undefined ? {} : { discloses }),
  };
  const isSentBack = saying === 'ask-your-firm' && request.status === 'received' && isHelpedAtFirm(world, request, now);
  return decided(
    [
      told,
      ...replyTo(world, request, saying, now),
      ...(isSentBack ? decidedOn(request, { type: 'RequestSentBack', request: request.id }) : []),
    ],
    reasonsFor(world, request, saying, discloses, isSentBack),
  );
}

/** Nobody reads out what is not before them. */
function refuseUnseen(world: World, request: SupportRequest, proof: Proof): Decision | null {
  const tool = lookUpFor(proof);
  if (tool === null || isLookedUp(world, request, tool)) return null;
  const { licencePin, callerVerification } = world.policy;
  const rule = callerVerification.find((each) => each.proof === proof) ?? licencePin;
  const detail = { account: request.from, value: proof };
  const reason = rule === undefined ? because('notLookedUp', [], detail) : becauseOf('notLookedUp', rule, detail);
  return refusedAct('not-looked-up', [reason], request.about);
}

/** Whether the product makes anything of the answer. */
export function isAskable({ policy }: World, question: Question): boolean {
  const proofs = proofsAsked(policy);
  switch (question) {
    case 'who-are-you':
      return true;
    case 'licence-pin':
      return proofs.includes('licence-pin') || proofs.includes('pin-mail');
    case 'firm-address':
      return proofs.includes('firm-address');
  }
}

/** Whether the product has what the words are about: a PIN, a mail with it, letters. */
export function isSayable(world: World, saying: Saying): boolean {
  const { licencePin, pinMail } = world.policy;
  const proofs = proofsAsked(world.policy);
  switch (saying) {
    case 'ask-your-firm':
    case 'may-not-say':
      return true;
    case 'mail-the-pin':
      return pinMail !== undefined;
    case 'send-a-letter':
      return proofs.includes('letterhead');
    case 'look-it-up':
    case 'read-pin':
    case 'read-part-of-pin':
      return licencePin !== undefined;
    case 'read-address':
      return proofs.includes('firm-address');
  }
}

function reasonsFor(
  world: World,
  request: SupportRequest,
  saying: Saying,
  discloses: Proof | undefined,
  isSentBack: boolean,
): readonly Reason[] {
  const { licencePin, pinMail } = world.policy;
  const detail = { account: request.from };
  if (discloses !== undefined && licencePin !== undefined) return [becauseOf('readOut', licencePin, detail)];
  if (saying === 'look-it-up' && licencePin !== undefined) return [becauseOf('underManageFirm', licencePin, detail)];
  if (saying === 'mail-the-pin' && pinMail !== undefined) {
    return [becauseOf('pinByMail', pinMail, { value: pinMail.value })];
  }
  if (!isSentBack) return [];
  const { supportServes } = world.policy;
  const key = accountOf(world, request.from)?.area === 'clients' ? 'clientSentToFirm' : 'staffSentToAdmin';
  return [supportServes === undefined ? because(key, [], detail) : becauseOf(key, supportServes, detail)];
}

/** The request whose call is open and the rep's, or why not. */
function onCall(world: World, id: string, actor: Actor): SupportRequest | Decision {
  const request = requestOf(world, id);
  if (request === undefined) return refusedAct('no-such-request', []);
  if (actor.kind !== 'rep') return refusedAct('no-right', [], request.about);
  return request.call === 'open' ? request : refusedAct('no-call', [], request.about);
}
