// What can be asked of support and of whoever stands there, and what has happened at its desk: the part of `commands.ts`
// and of `events.ts` that is told in the words of `support-request.ts`. Plain data, and no rule.
import type { SupportWish } from './commands';
import type {
  CallerKnows,
  CallerLine,
  Finding,
  LookUp,
  PassedOnBy,
  Proof,
  Question,
  Saying,
  Sender,
  WayIn,
  Workstation,
} from './support-request';

/** What is asked of support, and what support does about it. */
export type SupportCommand =
  | {
      readonly type: 'askSupport';
      readonly account: string;
      readonly wish: SupportWish;
      /** The way the product's people take without it. */
      readonly by?: WayIn;
      /** Who a stranger says they are, or somebody whom the lab draws by chance. */
      readonly claims?: string;
      /** All that is on file without it; a stranger, nothing. */
      readonly knows?: CallerKnows;
      /** Where a written request comes from; the address on file without it, one made to look alike from a stranger. */
      readonly sender?: Sender;
      readonly isSigned?: boolean;
    }
  | { readonly type: 'answerCall'; readonly request: string }
  | { readonly type: 'endCall'; readonly request: string }
  | { readonly type: 'askCaller'; readonly request: string; readonly question: Question }
  | { readonly type: 'tellCaller'; readonly request: string; readonly saying: Saying }
  | { readonly type: 'lookUp'; readonly firm: string; readonly tool: LookUp }
  | { readonly type: 'compareProof'; readonly request: string; readonly proof: Proof; readonly finding: Finding }
  | {
      readonly type: 'passOnRequest';
      readonly request: string;
      readonly verifiedBy: string;
      /** By the tool's queue without it. */
      readonly by?: PassedOnBy;
    }
  | { readonly type: 'sendBackRequest'; readonly request: string }
  | { readonly type: 'sitAt'; readonly workstation: Workstation };

/** What happens at the support desk. */
export type SupportEvent =
  | {
      readonly type: 'SupportAsked';
      readonly request: string;
      /** Who asks; for a stranger, who they say they are. */
      readonly from: string;
      readonly about: string;
      readonly wish: SupportWish;
      readonly by: WayIn;
      readonly knows: CallerKnows;
      readonly isStranger?: true;
      /** Drawn by chance: nobody is told who it really is until the request is decided. */
      readonly isDrawn?: true;
    }
  /** Nobody was to know who it really was; now everybody is told. */
  | { readonly type: 'CallerRevealed'; readonly request: string; readonly isStranger?: true }
  | { readonly type: 'CallAnswered'; readonly request: string }
  | { readonly type: 'CallEnded'; readonly request: string }
  | { readonly type: 'CallerAsked'; readonly request: string; readonly question: Question }
  | {
      readonly type: 'CallerTold';
      readonly request: string;
      readonly saying: Saying;
      /** What only the caller should have said was read out to them, and proves nothing any more (ONV-15). */
      readonly discloses?: Proof;
    }
  | {
      readonly type: 'CallerSaid';
      readonly request: string;
      readonly line: CallerLine;
      readonly given?: 'right' | 'wrong';
    }
  | {
      readonly type: 'MessageReceived';
      readonly request: string;
      readonly message: string;
      readonly kind: Exclude<WayIn, 'call'>;
      readonly sender: Sender;
      readonly encloses: 'licence-pin' | 'letterhead' | 'nothing';
      readonly pin?: 'right' | 'wrong';
      readonly isSigned?: boolean;
    }
  | { readonly type: 'FirmLookedUp'; readonly firm: string; readonly tool: LookUp }
  | { readonly type: 'ProofCompared'; readonly request: string; readonly proof: Proof; readonly finding: Finding }
  | {
      readonly type: 'RequestPassedOn';
      readonly request: string;
      readonly verifiedBy: string;
      readonly by: PassedOnBy;
    }
  | { readonly type: 'RequestSentBack'; readonly request: string }
  | { readonly type: 'RequestAnswered'; readonly request: string }
  | { readonly type: 'WorkstationChanged'; readonly workstation: Workstation };
