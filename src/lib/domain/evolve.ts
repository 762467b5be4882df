// The only writer of state: an event in, the next state out. No rule stands here; what an event means for others was
// settled when it was decided.
import { accountAfter, type AccountEvent } from './evolve-account';
import { deadlinesAfter } from './evolve-deadlines';
import { requestsAfter } from './evolve-requests';
import { accountAtStart } from './evolve-start';
import type { DomainEvent, EventOf } from './events';
import type { Instant } from './instant';
import { withOverrides, type Policy, type Setting, type SettingOverrides, type SettingName } from './policy';
import type { LogRecord, PlaceRecord } from './record';
import { tableOf, withRow } from './table';
import { accountOf, type World } from './world';

/** The world after one record: its events folded in order, or its place taken up. */
export function withRecord(world: World, record: LogRecord): World {
  const next =
    record.kind === 'place'
      ? atPlace(world, record)
      : record.events.reduce((state, event) => evolve(state, event, record.at), world);
  return { ...next, position: record.position, at: record.at };
}

function atPlace(world: World, { desk, place }: PlaceRecord): World {
  return {
    ...world,
    places: { ...world.places, [desk]: place },
    lastPlaces:
      place.persona === null ? world.lastPlaces : { ...world.lastPlaces, [`${desk}/${place.persona}`]: place },
  };
}

/** The world after one event that happened at `at`. Throws a TypeError on an event it does not know. */
export function evolve(world: World, event: DomainEvent, at: Instant): World {
  switch (event.type) {
    case 'RunStarted':
      return started(world, event, at);
    case 'ActRefused':
      return world;
    case 'QuestionAnswered':
      return { ...world, answers: { ...world.answers, [event.question]: event.choice } };
    case 'SupportAsked':
    case 'CallAnswered':
    case 'CallEnded':
    case 'CallerAsked':
    case 'CallerTold':
    case 'CallerSaid':
    case 'MessageReceived':
    case 'ProofCompared':
    case 'RequestPassedOn':
    case 'RequestSentBack':
    case 'RequestAnswered':
    case 'CallerRevealed':
      return { ...world, requests: requestsAfter(world, event, at) };
    case 'FirmLookedUp':
      return { ...world, lookUps: { ...world.lookUps, [`${event.tool}/${event.firm}`]: at } };
    case 'WorkstationChanged':
      return { ...world, workstation: event.workstation };
    case 'EnforcementChanged':
      return {
        ...world,
        firms: world.firms.map((firm) => (firm.id === event.firm ? { ...firm, enforcement: event.enforcement } : firm)),
      };
    case 'VariantChanged':
      return withVariant(world, event.variant);
    case 'SettingChanged':
      return withSettings(world, { ...world.overrides, [event.name]: event.value });
    default:
      return withAccountEvent(world, event, at);
  }
}

function started(world: World, event: EventOf<'RunStarted'>, at: Instant): World {
  const kind = world.catalogue[event.pins.product.variant]?.authenticator.value ?? 'push';
  const accounts = event.directory.map((entry) => accountAtStart(entry, kind, at));
  const pinned = {
    ...world,
    pins: event.pins,
    firms: event.firms,
    support: event.support,
    accounts: tableOf(accounts),
    directory: event.directory,
  };
  return withVariant(pinned, event.pins.product.variant);
}

function withVariant(world: World, variant: string): World {
  const policy = world.catalogue[variant];
  const before = world.catalogue[world.variant];
  if (policy === undefined || before === undefined) return world;
  const kept = Object.entries(world.overrides).filter(
    ([name]) => settingOf(policy, name)?.value === settingOf(before, name)?.value,
  );
  return withSettings({ ...world, variant }, Object.fromEntries(kept));
}

function withSettings(world: World, overrides: SettingOverrides): World {
  const base = world.catalogue[world.variant];
  return base === undefined ? world : { ...world, overrides, policy: withOverrides(base, overrides) };
}

function settingOf(policy: Policy, name: string): Setting<unknown> | undefined {
  return policy[name as SettingName];
}

function withAccountEvent(world: World, event: AccountEvent, at: Instant): World {
  const account = accountOf(world, event.account);
  if (account === undefined) return world;
  const next = accountAfter(account, event, at);
  const deadlines = deadlinesAfter(world.deadlines, account, event);
  return { ...world, accounts: withRow(world.accounts, next), deadlines };
}
