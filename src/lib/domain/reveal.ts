// When it is told who somebody drawn by chance really was: with the decision on their request, and never before.
import type { DomainEvent, EventOf } from './events';
import type { SupportRequest } from './support-request';

/** The decision on a request, and with it who it really was, where nobody was to know until then. */
export function decidedOn(
  { id, isHidden, isStranger }: SupportRequest,
  decision: EventOf<'RequestPassedOn' | 'RequestSentBack'>,
): readonly DomainEvent[] {
  if (!isHidden) return [decision];
  return [decision, { type: 'CallerRevealed', request: id, ...(isStranger ? { isStranger } : {}) }];
}
