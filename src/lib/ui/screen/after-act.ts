// What an act on a drawn screen leads to besides its events: what is said aloud, and where the desk then stands.
import type { DomainEvent } from '../../domain/events';
import type { Place } from '../../domain/record';
import type { Edition } from '../../products/schema';
import { pathTo } from '../../products/screen-map';

/** What tells a firm that a place is about from a person. */
const FIRM = 'firm/';

/** The id of the firm that a place is about, where it is about one. */
export function firmIdOf(subject: string | null): string | undefined {
  return subject?.startsWith(FIRM) === true ? subject.slice(FIRM.length) : undefined;
}

/** What is said aloud of an act whose outcome stands elsewhere on the screen. */
export function saidOf(event: DomainEvent): string | null {
  if (event.type === 'MfaReset') return 'The reset is done.';
  if (event.type === 'RequestPassedOn') return 'The request is passed on.';
  if (event.type === 'RequestSentBack') return 'The request is sent back.';
  if (event.type !== 'CodeIssued' || event.isToSave === true) return null;
  return event.family === 'emailedCode' ? 'A code is on its way by mail.' : 'A code is issued. It is shown once.';
}

/** Where a desk stands after what happened: at the code just issued, or back at the start of what has changed. */
export function placeAfter(
  place: Place,
  events: readonly DomainEvent[],
  opens: string | undefined,
  edition: Edition,
): Place | null {
  const { desks } = edition;
  for (const event of events) {
    if (event.type === 'CodeIssued' && opens !== undefined) {
      return { ...place, node: opens, subject: event.account, code: event.code };
    }
    if (event.type === 'FirmLookedUp' && opens !== undefined) {
      return { ...place, node: opens, subject: `${FIRM}${event.firm}`, code: null };
    }
    if (event.type === 'EnrolmentStarted' && opens !== undefined) return { ...place, node: opens };
    if (event.type === 'PasswordAccepted' || event.type === 'SignInCancelled') {
      return { ...place, node: desks.user.steps.password, subject: null, code: null };
    }
    if (event.type === 'SignedIn' || event.type === 'SessionEnded') {
      return { ...place, node: desks.user.root, subject: null, code: null };
    }
  }
  const isOver = events.some(({ type }) => type === 'EnrolmentCancelled' || type === 'AuthenticatorBound');
  return isOver ? placeBeforeEnrolment(place, edition) : null;
}

/** From the page of a ceremony that is over, back to where it was started; null where it has no page of its own. */
function placeBeforeEnrolment(place: Place, { nodes }: Edition): Place | null {
  const start = pathTo(nodes, place.node).findLast((id) => {
    const node = nodes[id];
    return node?.kind === 'action' && node.does === 'startEnrolment';
  });
  return start === undefined ? null : { ...place, node: start };
}
