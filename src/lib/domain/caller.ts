// What a caller answers: from what they know and who they are, and nothing else, so that a call replays word for word.
import type { DomainEvent } from './events';
import type { Instant } from './instant';
import { hasWayIn, otherAdminWhoCan } from './rights';
import type { CallerLine, Question, Saying, Sender, SupportMessage, SupportRequest } from './support-request';
import { accountOf, type World } from './world';

/** What the caller says to a question, and what happens with it. */
export function answerTo(world: World, request: SupportRequest, question: Question): readonly DomainEvent[] {
  switch (question) {
    case 'who-are-you':
      return [says(request, 'i-am')];
    case 'licence-pin':
      return [knows(request, 'pin', 'pin-forgotten')];
    case 'firm-address':
      return [knows(request, 'address', 'address-unknown')];
  }
}

/** What the caller says to what they are told, and what they do: who has the PIN mails it, who is asked for a letter sends one. */
export function replyTo(world: World, request: SupportRequest, saying: Saying, now: Instant): readonly DomainEvent[] {
  const { licencePin } = request.knows;
  switch (saying) {
    case 'ask-your-firm':
      return [says(request, lineOnBeingSentBack(world, request, now))];
    case 'mail-the-pin':
      return licencePin === 'nothing'
        ? [says(request, 'pin-forgotten')]
        : [says(request, 'mail-sent'), received(request, { kind: 'mail', encloses: 'licence-pin', pin: licencePin })];
    case 'send-a-letter':
      return [
        says(request, 'letter-sent'),
        received(request, { kind: 'scan', encloses: 'letterhead', isSigned: true }),
      ];
    case 'look-it-up':
      return [says(request, canSignIn(world, request, now) ? 'found-it' : 'cannot-sign-in')];
    case 'may-not-say':
      return [says(request, isPressing(request) ? 'insists' : 'understands')];
    case 'read-pin':
    case 'read-part-of-pin':
    case 'read-address':
      return [says(request, 'thanks')];
  }
}

/** Whether being sent back to the firm leads anywhere: for the last admin it does not (EDGE-9). */
export function isHelpedAtFirm(world: World, request: SupportRequest, now: Instant): boolean {
  return lineOnBeingSentBack(world, request, now) !== 'i-am-the-last-admin';
}

function lineOnBeingSentBack(world: World, request: SupportRequest, now: Instant): CallerLine {
  const about = accountOf(world, request.about);
  const from = accountOf(world, request.from);
  if (from?.area === 'clients') return 'will-ask-firm';
  const isOnlySupports = request.wish === 'removeCode' && from?.admin !== null;
  const isLast = about?.admin != null && otherAdminWhoCan(world, 'issueCode', about, now) === undefined;
  return isOnlySupports || isLast ? 'i-am-the-last-admin' : 'will-ask-admin';
}

/** A stranger presses on. Of somebody drawn by chance it must not tell who they are: whoever lacks the PIN does. */
function isPressing({ isStranger, isHidden, knows }: SupportRequest): boolean {
  return isHidden ? knows.licencePin === 'nothing' : isStranger;
}

/** A stranger has no account to sign in with, whatever they say. */
function canSignIn(world: World, request: SupportRequest, now: Instant): boolean {
  const from = accountOf(world, request.from);
  return !request.isStranger && from !== undefined && hasWayIn(world, from, now);
}

function knows(request: SupportRequest, line: 'pin' | 'address', without: CallerLine): DomainEvent {
  const given = line === 'pin' ? request.knows.licencePin : request.knows.firmAddress;
  return given === 'nothing' ? says(request, without) : { ...says(request, line), given };
}

function says({ id: request }: SupportRequest, line: CallerLine): Extract<DomainEvent, { type: 'CallerSaid' }> {
  return { type: 'CallerSaid', request, line };
}

/** A message that belongs to a request; from the address on file, unless it is a stranger who writes. */
function received(
  request: SupportRequest,
  message: Omit<SupportMessage, 'id' | 'at' | 'sender'> & { readonly sender?: Sender },
): DomainEvent {
  return {
    type: 'MessageReceived',
    request: request.id,
    message: `${request.id}/message/${request.messages.length + 1}`,
    sender: request.isStranger ? 'look-alike' : 'on-file',
    ...message,
  };
}
