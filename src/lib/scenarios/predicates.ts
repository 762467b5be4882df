// Predicates over a log, as data: what a goal asks for and what completes a step. Pure; nobody writes code to add one.
import * as v from 'valibot';
import type { DomainEvent, EventType } from '../domain/events';
import { SECOND, type Instant } from '../domain/instant';
import { eventsOf, type LogRecord } from '../domain/record';

/** What a scenario may speak of. Complete by type: an event that the rules gain has to be put here. */
const EVENTS: Readonly<Record<EventType, true>> = {
  RunStarted: true,
  PasswordAccepted: true,
  SignInRefused: true,
  PushSent: true,
  PushDenied: true,
  PushExpired: true,
  SignedIn: true,
  SignInCancelled: true,
  SessionEnded: true,
  EnrolmentStarted: true,
  EnrolmentCancelled: true,
  AuthenticatorBound: true,
  AppEntryAdded: true,
  AppEntryAdvanced: true,
  DeviceClockSet: true,
  CodesSaved: true,
  TabClosed: true,
  MfaReset: true,
  AuthenticatorUnbound: true,
  MfaSwitchedOn: true,
  MfaSwitchedOff: true,
  DeviceLost: true,
  DeviceFound: true,
  DeviceAcquired: true,
  CodeIssued: true,
  CodeTold: true,
  CodeEnded: true,
  SupportAsked: true,
  CallAnswered: true,
  CallEnded: true,
  CallerAsked: true,
  CallerTold: true,
  CallerSaid: true,
  MessageReceived: true,
  FirmLookedUp: true,
  ProofCompared: true,
  WorkstationChanged: true,
  RequestPassedOn: true,
  RequestSentBack: true,
  RequestAnswered: true,
  CallerRevealed: true,
  EnforcementChanged: true,
  VariantChanged: true,
  SettingChanged: true,
  QuestionAnswered: true,
  ActRefused: true,
};

/** Details by which events are told apart; a dot leads into a detail. A key that is not here is a slip of the pen. */
const DETAILS = [
  'account',
  'answer',
  'by',
  'by.kind',
  'cause',
  'choice',
  'code',
  'device',
  'discloses',
  'encloses',
  'enforcement',
  'family',
  'finding',
  'firm',
  'from',
  'given',
  'how',
  'isStranger',
  'kind',
  'line',
  'method',
  'name',
  'pins.product.variant',
  'proof',
  'question',
  'reason',
  'saying',
  'tool',
  'value',
  'variant',
  'verifiedBy',
  'wish',
  'workstation',
] as const;

/** Hours, minutes and seconds that go by. */
export const span = v.pipe(v.string(), v.regex(/^\+\d{2}:\d{2}:\d{2}$/, 'expected a span such as +24:00:00'));

const event = v.picklist(Object.keys(EVENTS) as EventType[]);
const where = v.exactOptional(
  v.pipe(
    v.record(v.picklist(DETAILS), v.union([v.string(), v.number(), v.boolean()])),
    v.minEntries(1, 'expected at least one detail'),
  ),
);

/** An event of this type with these details; `beside` another one that the same record brought. */
export const MatchSchema = v.strictObject({
  event,
  where,
  beside: v.exactOptional(v.strictObject({ event, where })),
});

const atom = [
  /** It happened. */
  v.strictObject({ eventually: MatchSchema }),
  /** It did not happen. */
  v.strictObject({ never: MatchSchema }),
  /** The first happened, and no later than the other began to happen, if that ever did. */
  v.strictObject({ before: v.strictTuple([MatchSchema, MatchSchema]) }),
  /** It happened in a stretch of time after the first time that something else did. */
  v.strictObject({
    within: v.strictObject({
      from: MatchSchema,
      to: MatchSchema,
      atLeast: v.exactOptional(span),
      atMost: v.exactOptional(span),
    }),
  }),
] as const;
const some = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1, 'expected at least one'));
const all = v.strictObject({ all: some(v.union(atom)) });

export const PredicateSchema = v.union([...atom, all, v.strictObject({ any: some(v.union([...atom, all])) })]);

export type Match = v.InferOutput<typeof MatchSchema>;
export type Predicate = v.InferOutput<typeof PredicateSchema>;

/** Whether the predicate holds of these records, all of them from the first of the run. */
export function holds(predicate: Predicate, records: readonly LogRecord[]): boolean {
  if ('any' in predicate) return predicate.any.some((each) => holds(each, records));
  if ('all' in predicate) return predicate.all.every((each) => holds(each, records));
  if ('eventually' in predicate) return firstOf(predicate.eventually, records) !== undefined;
  if ('never' in predicate) return firstOf(predicate.never, records) === undefined;
  if ('before' in predicate) {
    const [one, other] = predicate.before.map((match) => firstOf(match, records)?.position ?? Number.POSITIVE_INFINITY);
    return (one ?? 0) < (other ?? 0);
  }
  const { from, to, atLeast = '+00:00:00', atMost } = predicate.within;
  const since = firstOf(from, records)?.at;
  if (since === undefined) return false;
  const until = atMost === undefined ? Number.POSITIVE_INFINITY : since + millisecondsOf(atMost);
  return records.some(
    (record) => record.at >= since + millisecondsOf(atLeast) && record.at <= until && matches(to, record),
  );
}

/** The first instant at which it happened, or undefined. */
export function firstTimeOf(match: Match, records: readonly LogRecord[]): Instant | undefined {
  return firstOf(match, records)?.at;
}

/** Every event that a predicate looks for. */
export function matchesIn(predicate: Predicate): readonly Match[] {
  if ('any' in predicate) return predicate.any.flatMap(matchesIn);
  if ('all' in predicate) return predicate.all.flatMap(matchesIn);
  if ('eventually' in predicate) return [predicate.eventually];
  if ('never' in predicate) return [predicate.never];
  if ('before' in predicate) return predicate.before;
  return [predicate.within.from, predicate.within.to];
}

/** Milliseconds of a span such as `+24:00:00`. */
export function millisecondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  return (hours * 3600 + minutes * 60 + seconds) * SECOND;
}

function firstOf(match: Match, records: readonly LogRecord[]): LogRecord | undefined {
  return records.find((record) => matches(match, record));
}

function matches({ beside, ...match }: Match, record: LogRecord): boolean {
  const events = eventsOf(record);
  return (
    events.some((each) => isOne(match, each)) && (beside === undefined || events.some((each) => isOne(beside, each)))
  );
}

function isOne({ event: type, where: details = {} }: Omit<Match, 'beside'>, each: DomainEvent): boolean {
  return each.type === type && Object.entries(details).every(([path, value]) => detailOf(each, path) === value);
}

function detailOf(each: DomainEvent, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined,
      each,
    );
}
