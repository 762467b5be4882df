// Calls to the support desk, for tests: somebody calls, the rep answers, asks, tells and compares, in a word each.
import { LAB, person, STRANGER } from '../../src/lib/domain/actors';
import type { DomainEvent } from '../../src/lib/domain/events';
import { reasonsOf } from '../../src/lib/domain/record';
import type { CallerKnows, DrawnCaller, Finding, Proof, Question, Saying } from '../../src/lib/domain/support-request';
import { REP, type Play } from './play';

export const KNOWS: CallerKnows = { licencePin: 'right', firmAddress: 'right' };
export const KNOWS_NOTHING: CallerKnows = { licencePin: 'nothing', firmAddress: 'nothing' };

/** Somebody of the firm calls, and the rep takes the call; the request's id. */
export function call(play: Play, from = 'priya', about = from, knows = KNOWS): string {
  play.does(person(from), { type: 'askSupport', account: about, wish: 'issueCode', by: 'call', knows });
  return answered(play);
}

/** Somebody calls who claims to be Priya. */
export function strangerCalls(play: Play, knows: CallerKnows): string {
  const ask = { type: 'askSupport', account: 'priya', claims: 'priya', wish: 'issueCode', by: 'call', knows } as const;
  play.does(STRANGER, ask);
  return answered(play);
}

/** Somebody calls who claims to be Priya, and chance had it that they are, or are not. */
export function drawnCalls(play: Play, drawn: Partial<DrawnCaller> = {}, by: 'call' | 'scan' = 'call'): string {
  const drawnCaller: DrawnCaller = { isStranger: false, knows: KNOWS, sender: 'on-file', isSigned: true, ...drawn };
  play.does(LAB, { type: 'askSupport', account: 'priya', claims: 'priya', wish: 'issueCode', by }, { drawnCaller });
  return by === 'call' ? answered(play) : (play.world.requests.at(-1)?.id ?? '');
}

function answered(play: Play): string {
  const request = play.world.requests.at(-1)?.id ?? '';
  play.does(REP, { type: 'answerCall', request });
  return request;
}

type Events = readonly DomainEvent[];

export const ask = (play: Play, request: string, question: Question): Events =>
  play.does(REP, { type: 'askCaller', request, question });
export const say = (play: Play, request: string, saying: Saying): Events =>
  play.does(REP, { type: 'tellCaller', request, saying });
export const compare = (play: Play, request: string, proof: Proof, finding: Finding = 'matches'): Events =>
  play.does(REP, { type: 'compareProof', request, proof, finding });
export const passOn = (play: Play, request: string, verifiedBy: string): Events =>
  play.does(REP, { type: 'passOnRequest', request, verifiedBy });

export function lookUpAll(play: Play, firm = 'birch-lowe'): void {
  for (const tool of ['primary-admin', 'licence', 'licence-pin'] as const)
    play.does(REP, { type: 'lookUp', firm, tool });
}

/** The rep makes sure who it is by the firm's address. */
export function checkAddress(play: Play, request: string): void {
  lookUpAll(play);
  ask(play, request, 'firm-address');
  compare(play, request, 'firm-address');
}

/** What the caller said last. */
export function heard(play: Play): string {
  const said = play.world.requests.at(-1)?.said.at(-1);
  return said?.by === 'caller' ? said.line : '';
}

/** Those of the reasons behind the last thing decided that are only assumed. */
export function assumed(play: Play): readonly string[] {
  const last = play.records.at(-1);
  const reasons = last === undefined ? [] : reasonsOf(last);
  return reasons.filter(({ isAssumed }) => isAssumed === true).map((reason) => reason.because);
}

/** The keys of the reasons behind the last thing decided. */
export function why(play: Play): readonly string[] {
  const last = play.records.at(-1);
  return last === undefined ? [] : reasonsOf(last).map((reason) => reason.because);
}
