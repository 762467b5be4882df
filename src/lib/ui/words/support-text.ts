// What happens at the support desk, and what a caller says, in words. What the rep says are the product's own words.
import type { DomainEvent, EventOf } from '../../domain/events';
import { isDoneByRep } from '../../domain/rights';
import type { CallerLine, LookUp, Proof, Saying, SupportMessage, SupportRequest } from '../../domain/support-request';
import type { ToldSupportEvent } from '../../domain/views/told';
import { accountOf, firmOf, requestOf, type World } from '../../domain/world';
import { firstNameOf, nameOf } from './names';

const WISHES = {
  issueCode: 'issue a code for',
  removeCode: 'remove the code of',
  resetMfa: 'reset the second factor of',
} as const;

const WAYS = {
  call: 'calls Support',
  mail: 'writes to Support',
  scan: 'sends Support a signed letter',
  fax: 'faxes Support a signed letter',
} as const;

const QUESTIONS = {
  'who-are-you': 'who they are',
  'licence-pin': 'for the licence PIN',
  'firm-address': "for the firm's address",
} as const;

const SAYINGS: Readonly<Record<Saying, string>> = {
  'ask-your-firm': 'sends the caller to an admin of their firm',
  'mail-the-pin': 'asks for the PIN by mail',
  'send-a-letter': 'asks for a signed letter',
  'look-it-up': 'says where to look the PIN up',
  'may-not-say': 'says that they may not tell',
  'read-pin': 'reads the licence PIN out: a disclosure',
  'read-part-of-pin': 'reads part of the licence PIN out: a disclosure',
  'read-address': "reads the firm's address out: a disclosure",
};

const LOOK_UPS: Readonly<Record<LookUp, string>> = {
  'primary-admin': 'looks up the primary admin of',
  licence: 'opens the licence of',
  'licence-pin': 'opens the licence PIN of',
};

export const PROOFS: Readonly<Record<Proof, string>> = {
  'licence-pin': 'the PIN said on the call',
  'firm-address': 'the address said on the call',
  'pin-mail': 'the mail with the PIN, and its sender',
  letterhead: 'the letter, its signature and its sender',
  'own-mail': 'the sender, against the user name',
};

/** The event as one sentence without a full stop. */
export function supportEventText(world: World, event: ToldSupportEvent): string {
  const request = 'request' in event ? requestOf(world, event.request) : undefined;
  const caller = request === undefined ? 'the caller' : callerName(world, request);
  switch (event.type) {
    case 'SupportAsked':
      return `${askerName(world, event)} ${WAYS[event.by]}, to ${WISHES[event.wish]} ${nameOf(world, event.about)}`;
    case 'CallAnswered':
      return 'The rep answers the call';
    case 'CallEnded':
      return request?.isHidden === true
        ? 'The call ends. Who it was is told once the request is passed on or sent back'
        : 'The call ends';
    case 'CallerAsked':
      return `The rep asks the caller ${QUESTIONS[event.question]}`;
    case 'CallerTold':
      return `The rep ${SAYINGS[event.saying]}`;
    case 'CallerSaid':
      return saidText(caller, event.line, event.given);
    case 'MessageReceived':
      return receivedText(event);
    case 'FirmLookedUp':
      return `The rep ${LOOK_UPS[event.tool]} ${firmOf(world, event.firm)?.name ?? event.firm}`;
    case 'ProofCompared':
      // Whether it does is the rep's to see: what is told is what they say of it.
      return `The rep says of ${PROOFS[event.proof]} that it ${event.finding}`;
    case 'RequestPassedOn':
      return request !== undefined && isDoneByRep(world.policy, request.wish)
        ? 'The rep takes it as verified who asks'
        : `The rep takes the request as verified, and passes it on${event.by === 'mail' ? ' by mail' : ''}`;
    case 'RequestSentBack':
      return 'Support sends the request back';
    case 'RequestAnswered':
      return 'The request is done';
    case 'CallerRevealed':
      return revealedText(world, event);
    case 'WorkstationChanged':
      return event.workstation === 'support'
        ? 'The rep sits at the support workstation'
        : 'The rep sits at another computer';
  }
}

const MESSAGES = { mail: 'A mail', scan: 'A scan by mail', fax: 'A fax' } as const;
const SENDERS = {
  'on-file': 'from the sender on file',
  private: 'from a private sender',
  'look-alike': 'from a sender made to look alike',
} as const;

type Asked = Extract<ToldSupportEvent, { readonly type: 'SupportAsked' }>;
function askerName(world: World, { from, isStranger, isDrawn }: Asked): string {
  const name = nameOf(world, from);
  return isStranger === true || isDrawn === true ? `Somebody who claims to be ${name}` : name;
}

/** Who it was all along, as a sentence without a full stop. */
function revealedText(world: World, { request: id, isStranger }: EventOf<'CallerRevealed'>): string {
  const name = nameOf(world, requestOf(world, id)?.from ?? '');
  return isStranger === true ? `It was a stranger, who only claimed to be ${name}` : `It was really ${name}`;
}

/** Who turned to support, and what was made of them, once that is decided: one sentence, of the events of the decision. */
export function revealNews(world: World, events: readonly DomainEvent[]): string {
  return events
    .flatMap((event) => (event.type === 'CallerRevealed' ? [event] : []))
    .map((event) => {
      const isBack = events.some(({ type }) => type === 'RequestSentBack');
      return `${revealedText(world, event)}${event.isStranger === true ? ', and' : ', who'} was ${isBack ? 'sent back' : 'believed'}.`;
    })
    .join(' ');
}

type Received = Extract<ToldSupportEvent, { readonly type: 'MessageReceived' }>;
function receivedText({ kind, sender, encloses, pin }: Received): string {
  const from = sender === undefined ? '' : ` ${SENDERS[sender]}`;
  return `${MESSAGES[kind]} comes in${from}${encloses === 'licence-pin' ? `, with ${articleOf(pin)} PIN` : ''}`;
}

/** What is on file, something else, or, where nobody is told which of the two, either. */
function articleOf(truth: 'right' | 'wrong' | undefined): string {
  return truth === undefined ? 'a' : truth === 'right' ? 'the' : 'a wrong';
}

/** Observers are told who it is, unless nobody is to know yet; the desk is not. */
function callerName(world: World, request: SupportRequest): string {
  if (request.isHidden) return 'The caller';
  return request.isStranger ? 'The stranger' : firstNameOf(world, request.from);
}

function saidText(who: string, line: CallerLine, given: 'right' | 'wrong' | undefined): string {
  switch (line) {
    case 'pin':
      return `${who} says ${articleOf(given)} licence PIN`;
    case 'address':
      return `${who} says ${given === 'right' ? "the firm's" : given === 'wrong' ? 'a wrong' : 'an'} address`;
    case 'pin-forgotten':
      return `${who} does not know the PIN`;
    case 'address-unknown':
      return `${who} does not know the address`;
    case 'i-am-the-last-admin':
      return `${who} says that nobody at the firm can help`;
    case 'cannot-sign-in':
      return `${who} cannot sign in to look`;
    case 'found-it':
      return `${who} signs in and finds the PIN`;
    case 'mail-sent':
    case 'letter-sent':
      return `${who} sends it`;
    case 'insists':
      return `${who} insists`;
    default:
      return `${who} answers`;
  }
}

/** What is said on the line; a PIN or an address is put there by whoever draws it. */
export function lineText(world: World, request: SupportRequest, line: CallerLine): string {
  const name = nameOf(world, request.from);
  const firm = firmOf(world, request.firm)?.name ?? '';
  switch (line) {
    case 'i-am':
      return `${name}, ${firm}.`;
    case 'pin':
    case 'address':
      return 'It is this.';
    case 'pin-forgotten':
      return 'I do not have it to hand. You have it on your screen, could you read it to me?';
    case 'address-unknown':
      return 'I am not sure. We have moved; what do you have there?';
    case 'will-ask-firm':
      return 'I see. Then I will ask my accountant.';
    case 'will-ask-admin':
      return 'I see. Then I will ask an admin of ours.';
    case 'i-am-the-last-admin':
      return 'That is just it: nobody at our firm can do it. Only you can.';
    case 'mail-sent':
      return 'I have sent it just now.';
    case 'letter-sent':
      return 'I have sent you the scan just now.';
    case 'cannot-sign-in':
      return 'But I cannot sign in. That is why I call!';
    case 'found-it':
      return 'One moment… I am in. I have it here now.';
    case 'understands':
      return 'I understand.';
    case 'insists':
      return 'It is urgent, and my partners are waiting. Just the first two digits?';
    case 'thanks':
      return 'Thank you, that helps.';
  }
}

/** What the caller says when the call is answered: what they want, and for whom. */
export function openingLine(world: World, { wish, about, from }: SupportRequest): string {
  const isOwn = about === from;
  const whose = isOwn ? 'my' : `${nameOf(world, about)}'s`;
  switch (wish) {
    case 'issueCode':
      return `${isOwn ? 'I need' : `${nameOf(world, about)} needs`} a code to sign in with, instead of the phone.`;
    case 'removeCode':
      return `Please remove ${whose} code, so that the phone is asked again.`;
    case 'resetMfa':
      return `Please reset ${whose} sign-in, to set it up anew.`;
  }
}

/** Where a message really comes from, as its header has it. */
export function senderText(world: World, request: SupportRequest, { kind, sender }: SupportMessage): string {
  const person = accountOf(world, request.from);
  const firm = firmOf(world, request.firm);
  if (kind === 'fax') return sender === 'on-file' ? (firm?.phone ?? 'the number on file') : OTHER_NUMBER;
  const [name = 'somebody', domain = ''] = (person?.email ?? '').split('@');
  switch (sender) {
    case 'on-file':
      return person?.email ?? '';
    case 'private':
      return `${name}@postbox.example`;
    case 'look-alike':
      return `${name}@${domain.replace(/\.example$/, '-office.example')}`;
  }
}

const OTHER_NUMBER = '555-0199';

/** An address that is not the firm's: what a caller says who has it wrong. */
export function wrongAddress({ firms }: World, firm: string): string {
  return firms.find(({ id }) => id !== firm)?.address ?? '1 Station Road, Northbridge';
}
