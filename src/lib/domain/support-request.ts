// What stands at the support desk: who asks for what by which way, what was said and sent, and what the rep made of it.
// Plain data; what it proves is `verification.ts`'s question, what a caller answers is `caller.ts`'s.
import type { SupportWish } from './commands';
import type { Instant } from './instant';

/** The ways in which a request reaches support: a call, a plain mail, or a letter as a scan by mail or by fax. */
export const WAYS_IN = ['call', 'mail', 'scan', 'fax'] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** What a rep can hold against what is on file, to make sure who asks (ONV-14, ONV-16, ONV-17, CLP-8). */
export const PROOFS = ['licence-pin', 'firm-address', 'pin-mail', 'letterhead', 'own-mail'] as const;
export type Proof = (typeof PROOFS)[number];

/** What whoever asks knows of a fact about the firm. */
export const KNOWLEDGE = ['right', 'wrong', 'nothing'] as const;
export type Knowledge = (typeof KNOWLEDGE)[number];
export interface CallerKnows {
  readonly licencePin: Knowledge;
  readonly firmAddress: Knowledge;
}

/** Somebody who turns to support and is drawn by chance: whether it is really them, what they know and where they write from. */
export interface DrawnCaller {
  readonly isStranger: boolean;
  readonly knows: CallerKnows;
  readonly sender: Sender;
  readonly isSigned: boolean;
}

/** Where a message really comes from: the address on file, another one of the person's own, or one made to look alike. */
export const SENDERS = ['on-file', 'private', 'look-alike'] as const;
export type Sender = (typeof SENDERS)[number];

/** What a rep may ask a caller. */
export const QUESTIONS = ['who-are-you', 'licence-pin', 'firm-address'] as const;
export type Question = (typeof QUESTIONS)[number];

/** What a rep may tell a caller that only a caller should tell the rep (ONV-15). */
export const DISCLOSURES = ['read-pin', 'read-part-of-pin', 'read-address'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];
/** What a rep may tell a caller. */
export const SAYINGS = [
  'ask-your-firm',
  'mail-the-pin',
  'send-a-letter',
  'look-it-up',
  'may-not-say',
  ...DISCLOSURES,
] as const;
export type Saying = (typeof SAYINGS)[number];

/** What a caller says. */
export const CALLER_LINES = [
  'i-am',
  'pin',
  'pin-forgotten',
  'address',
  'address-unknown',
  'will-ask-firm',
  'will-ask-admin',
  'i-am-the-last-admin',
  'mail-sent',
  'letter-sent',
  'cannot-sign-in',
  'found-it',
  'understands',
  'insists',
  'thanks',
] as const;
export type CallerLine = (typeof CALLER_LINES)[number];

/** What the rep looks up in which tool: who the primary admin is, the firm's page, or the PIN behind it. */
export const LOOK_UPS = ['primary-admin', 'licence', 'licence-pin'] as const;
export type LookUp = (typeof LOOK_UPS)[number];

export type Finding = 'matches' | 'differs';
/** Where the rep sits: at the workstation that is set up for the tools, or anywhere else (ONV-19). */
export type Workstation = 'support' | 'elsewhere';

/** One thing said on a call. `given` tells whether what a caller said is what is on file: never shown at the desk. */
export type Utterance =
  | { readonly by: 'rep'; readonly at: Instant; readonly question: Question }
  | { readonly by: 'rep'; readonly at: Instant; readonly saying: Saying }
  | { readonly by: 'caller'; readonly at: Instant; readonly line: CallerLine; readonly given?: 'right' | 'wrong' };

/** Something in the inbox. What it holds is computed where it is shown; here stands only what kind of thing it is. */
export interface SupportMessage {
  readonly id: string;
  readonly kind: Exclude<WayIn, 'call'>;
  readonly sender: Sender;
  readonly at: Instant;
  readonly encloses: 'licence-pin' | 'letterhead' | 'nothing';
  /** Whether an enclosed PIN is the one on file. */
  readonly pin?: 'right' | 'wrong';
  readonly isSigned?: boolean;
}

/** A request, with the call it came by and the messages that belong to it. */
export interface SupportRequest {
  readonly id: string;
  readonly firm: string;
  /** Who asks; for a stranger, who they claim to be. */
  readonly from: string;
  readonly about: string;
  readonly wish: SupportWish;
  readonly by: WayIn;
  /** Whether it is somebody else than they say. Never shown at the desk. */
  readonly isStranger: boolean;
  /** Whether nobody is told who it really is: somebody drawn by chance, until the request is decided. */
  readonly isHidden: boolean;
  readonly knows: CallerKnows;
  readonly askedAt: Instant;
  readonly call: 'ringing' | 'open' | 'ended' | null;
  readonly said: readonly Utterance[];
  readonly messages: readonly SupportMessage[];
  readonly checks: Readonly<Partial<Record<Proof, Finding>>>;
  /** What was read out on this call, and proves nothing any more. */
  readonly disclosed: readonly Proof[];
  readonly status: 'received' | 'passed-on' | 'sent-back' | 'answered';
  readonly verifiedBy: string | null;
  readonly passedOnBy: PassedOnBy | null;
}

/** How a rep hands a verified request on (ONV-18). */
export type PassedOnBy = 'queue' | 'mail';

/** The proof that reading this out takes the worth from. */
export function proofSpentBy(disclosure: Disclosure): Proof {
  return disclosure === 'read-address' ? 'firm-address' : 'licence-pin';
}

export function isDisclosure(saying: Saying): saying is Disclosure {
  return (DISCLOSURES as readonly string[]).includes(saying);
}

/** The newest message with this enclosed, or undefined. */
export function latestWith(request: SupportRequest, encloses: SupportMessage['encloses']): SupportMessage | undefined {
  return request.messages.findLast((message) => message.encloses === encloses);
}

/** What the caller last said of something on file: right or wrong, or undefined where they have not said it. */
export function lastGiven(request: SupportRequest, line: 'pin' | 'address'): 'right' | 'wrong' | undefined {
  const said = request.said.findLast((each) => each.by === 'caller' && each.line === line);
  return said?.by === 'caller' ? said.given : undefined;
}

/** A PIN that was read out on the call proves nothing, said or mailed (ONV-15). */
export function isSpent(request: SupportRequest, proof: Proof): boolean {
  return request.disclosed.includes(proof === 'pin-mail' ? 'licence-pin' : proof);
}
