// What one event does to the requests at the support desk. Part of `evolve`.
import type { Instant } from './instant';
import type { SupportEvent } from './support-acts';
import { isDisclosure, type CallerKnows, type SupportRequest, type Utterance } from './support-request';
import { accountOf, type World } from './world';

type RequestEvent = Exclude<SupportEvent, { type: 'FirmLookedUp' | 'WorkstationChanged' }>;

/** The requests after one event about one of them. */
export function requestsAfter(world: World, event: RequestEvent, at: Instant): readonly SupportRequest[] {
  if (event.type === 'SupportAsked') {
    const firm = accountOf(world, event.from)?.firm ?? '';
    const { request: id, from, about, wish, by, knows, isStranger = false, isDrawn: isHidden = false } = event;
    const call = by === 'call' ? 'ringing' : null;
    const asked = { id, firm, from, about, wish, by, knows, isStranger, isHidden, call, askedAt: at } as const;
    return [...world.requests, { ...NEW, ...asked }];
  }
  return world.requests.map((request) => (request.id === event.request ? requestAfter(request, event, at) : request));
}

const NEW = {
  said: [],
  messages: [],
  checks: {},
  disclosed: [],
  status: 'received',
  verifiedBy: null,
  passedOnBy: null,
} as const;

function requestAfter(
  request: SupportRequest,
  event: Exclude<RequestEvent, { type: 'SupportAsked' }>,
  at: Instant,
): SupportRequest {
  switch (event.type) {
    case 'CallAnswered':
      return { ...request, call: 'open' };
    case 'CallEnded':
      return { ...request, call: 'ended' };
    case 'CallerAsked':
      return withUtterance(request, { by: 'rep', at, question: event.question });
    case 'CallerTold':
      return {
        ...withUtterance(request, { by: 'rep', at, saying: event.saying }),
        knows: knowsAfter(request.knows, event),
        disclosed: event.discloses === undefined ? request.disclosed : [...request.disclosed, event.discloses],
      };
    case 'CallerSaid': {
      const { line, given } = event;
      const said = withUtterance(request, { by: 'caller', at, line, ...(given === undefined ? {} : { given }) });
      return line === 'found-it' ? { ...said, knows: { ...request.knows, licencePin: 'right' } } : said;
    }
    case 'MessageReceived': {
      const { message: id, kind, sender, encloses, pin, isSigned } = event;
      const enclosed = { ...(pin === undefined ? {} : { pin }), ...(isSigned === undefined ? {} : { isSigned }) };
      return { ...request, messages: [...request.messages, { id, at, kind, sender, encloses, ...enclosed }] };
    }
    case 'ProofCompared':
      return { ...request, checks: { ...request.checks, [event.proof]: event.finding } };
    case 'RequestPassedOn':
      return { ...request, status: 'passed-on', verifiedBy: event.verifiedBy, passedOnBy: event.by };
    case 'RequestSentBack':
      return { ...request, status: 'sent-back' };
    case 'RequestAnswered':
      return { ...request, status: 'answered' };
    case 'CallerRevealed':
      return { ...request, isHidden: false };
  }
}

function withUtterance(request: SupportRequest, utterance: Utterance): SupportRequest {
  return { ...request, said: [...request.said, utterance] };
}

/** Whoever is told a thing knows it from then on; part of a PIN is not the PIN. */
function knowsAfter(knows: CallerKnows, { saying }: Extract<RequestEvent, { type: 'CallerTold' }>): CallerKnows {
  if (!isDisclosure(saying) || saying === 'read-part-of-pin') return knows;
  return saying === 'read-pin' ? { ...knows, licencePin: 'right' } : { ...knows, firmAddress: 'right' };
}
