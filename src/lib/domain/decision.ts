// What a decider returns, and the two shapes in which it says no.
import type { DomainEvent } from './events';
import type { Reason } from './reasons';
import type { ActRefusal, RefusalReason, SignInRefusal } from './refusals';

/** Events in the order in which they happen, and the chain of settings and facts that led to them. */
export interface Decision {
  readonly events: readonly DomainEvent[];
  readonly reasons: readonly Reason[];
}

/** The decision to do these events, for these reasons. */
export function decided(events: readonly DomainEvent[], reasons: readonly Reason[]): Decision {
  return { events, reasons };
}

/** The decision to refuse an act. It is recorded like any other. */
export function refusedAct(reason: ActRefusal, reasons: readonly Reason[], account?: string): Decision {
  return decided([{ type: 'ActRefused', reason, ...(account === undefined ? {} : { account }) }], reasons);
}

/** The decision to refuse a step of a sign-in; `code` is the id of a recognised code. */
export function refusedSignIn(
  account: string,
  reason: SignInRefusal,
  reasons: readonly Reason[],
  code?: string,
): Decision {
  return decided([{ type: 'SignInRefused', account, reason, ...(code === undefined ? {} : { code }) }], reasons);
}

/** Why the decision is a refusal, or null where it is none. */
export function refusalIn(decision: Decision): RefusalReason | null {
  for (const event of decision.events) {
    if (event.type === 'ActRefused' || event.type === 'SignInRefused') return event.reason;
  }
  return null;
}
