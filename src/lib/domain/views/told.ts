// What observers are told of the support desk: everything, but of somebody drawn by chance, until their request is
// decided, only what the rep could know. An observer's view: whoever plays the rep looks at the same screen.
import type { DomainEvent, EventOf } from '../events';
import type { Reason } from '../reasons';
import { eventsOf, reasonsOf, type LogRecord } from '../record';
import type { SupportEvent } from '../support-acts';
import { requestOf, type World } from '../world';

/** An event as observers are told it: what a caller knows, and where a message really comes from, may be left open. */
export type ToldEvent =
  DomainEvent | Untold<EventOf<'SupportAsked'>, 'knows'> | Untold<EventOf<'MessageReceived'>, 'sender'>;
export type ToldSupportEvent = Extract<ToldEvent, { readonly type: SupportEvent['type'] }>;
type Untold<Event, Key extends keyof Event> = Omit<Event, Key> & { readonly [Each in Key]?: never };

/** Whether the truth about this request is told to nobody now. False for one that does not exist. */
export function isHidden(world: World, request: string): boolean {
  return requestOf(world, request)?.isHidden === true;
}

/** The event without what would tell who a caller really is, as long as nobody is to know. */
export function toldOf(world: World, event: DomainEvent): ToldEvent {
  if (!('request' in event) || !isHidden(world, event.request)) return event;
  switch (event.type) {
    case 'SupportAsked':
      return askedUntold(event);
    case 'CallerSaid':
      return saidUntold(event);
    case 'MessageReceived':
      return receivedUntold(event);
    default:
      return event;
  }
}

const askedUntold = ({ isStranger: _, knows: _knows, ...told }: EventOf<'SupportAsked'>): ToldEvent => told;
const saidUntold = ({ given: _, ...told }: EventOf<'CallerSaid'>): ToldEvent => told;
const receivedUntold = ({ sender: _, pin: _pin, ...told }: EventOf<'MessageReceived'>): ToldEvent => told;

/** The reasons of a record; whether a comparison was right is not among them as long as nobody is to know. */
export function reasonsToldOf(world: World, record: LogRecord): readonly Reason[] {
  const reasons = reasonsOf(record);
  const isUntold = eventsOf(record).some((event) => 'request' in event && isHidden(world, event.request));
  return isUntold ? reasons.map(untold) : reasons;
}

function untold(reason: Reason): Reason {
  const isVerdict = reason.because === 'comparedRightly' || reason.because === 'comparedWrongly';
  return isVerdict ? { ...reason, because: 'truthUntold' } : reason;
}
