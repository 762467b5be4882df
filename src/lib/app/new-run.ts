// The first records of a run: its genesis from a starting point, then what happened before the lab opens, decided by
// the same rules as everything after.
import { LAB, person } from '../domain/actors';
import type { Command, Submission } from '../domain/commands';
import type { DirectoryEntry, EventOf } from '../domain/events';
import { SECOND, type Instant } from '../domain/instant';
import { isFederated } from '../domain/mfa';
import { timeStepAt } from '../domain/one-time-password';
import type { Policy } from '../domain/policy';
import type { LogRecord, Place } from '../domain/record';
import { RULES_VERSION } from '../domain/replay';
import { accountOf, emptyWorld, type World } from '../domain/world';
import { catalogueOf, editionOf } from '../products/edition';
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';
import { Lines, type DeskPlace } from '../domain/lines';

export interface NewRun {
  readonly world: World;
  readonly records: readonly LogRecord[];
  /** The instant at which the lab opens. */
  readonly now: Instant;
}

export interface NewRunWish {
  readonly product: Product;
  readonly productDigest: string;
  readonly start: StartingPoint;
  /** Id of one of the starting point's moments; the first without it. */
  readonly moment?: string | undefined;
  /** The instant at which the lab is to open, instead of one of the moments. */
  readonly opensAt?: Instant | undefined;
  /** The variant to begin with; the product's own choice without it. */
  readonly variant?: string | undefined;
  /** Acts of the lab by which the run begins under other rules than the product's own. */
  readonly acts?: readonly Command[] | undefined;
  readonly seed: string;
}

/** A run from this starting point: its records up to the instant at which the lab opens. */
export function newRun(wish: NewRunWish): NewRun {
  const { product, start } = wish;
  const moment = start.moments.find((each) => each.id === wish.moment) ?? start.moments[0];
  const before = millisecondsOf(start.opensAfter);
  const now = wish.opensAt ?? Date.parse(moment?.startedAt ?? '') + before;
  const startedAt = now - before;
  const lines = new Lines(emptyWorld(catalogueOf(product)));
  lines.begin(startedBy(wish, startedAt));
  // Before anything else, so that whoever looks back at what came before the lab opened finds somebody at the desks.
  for (const place of placesOf(wish)) lines.place(LAB, place, startedAt);
  for (const command of wish.acts ?? []) lines.decide({ actor: LAB, command }, startedAt);
  for (const each of start.opening) {
    const at = startedAt + millisecondsOf(each.at);
    lines.pass(at);
    const submission = submissionOf(lines.world, each, at);
    if (submission !== null) lines.decide(submission, at);
  }
  lines.pass(now);
  return { world: lines.world, records: lines.records, now };
}

/** How a run begins: its first event, which is the same whenever it is asked with the same. */
export function startedBy(
  { product, productDigest, start, seed, ...wish }: Omit<NewRunWish, 'moment' | 'opensAt' | 'acts'>,
  startedAt: Instant,
): EventOf<'RunStarted'> {
  const variant = variantOf(product, wish.variant);
  const { policy } = editionOf(product, variant);
  const enforcement = policy.enforcement.value;
  return {
    type: 'RunStarted',
    pins: {
      product: { id: product.id, version: product.version, digest: productDigest, variant },
      rulesVersion: RULES_VERSION,
      seed,
      startedAt,
      opensAt: startedAt + millisecondsOf(start.opensAfter),
      timeZone: start.timeZone,
      locale: start.locale,
    },
    firms: start.firms.map((firm) => ({ ...firm, enforcement })),
    directory: start.people.map((each) => entryOf(each, policy)),
    support: start.support,
  };
}

function entryOf(each: StartingPoint['people'][number], policy: Policy): DirectoryEntry {
  const { admin, devices, signsInWith, ...rest } = each;
  const isSetUp = devices.some((device) => device.isPaired);
  const howMany =
    isSetUp && policy.codes.recoveryCode !== undefined ? (policy.codes.recoveryCode.howMany?.value ?? 1) : 0;
  const codes = Array.from({ length: howMany }, (_, index) => ({
    id: `${each.id}/code/${index + 1}`,
    family: 'recoveryCode' as const,
  }));
  return {
    ...rest,
    admin: admin ?? null,
    signsInWith: signsInWith ?? 'password',
    devices: devices.map(({ label, kind, isPaired }, index) => {
      const id = `${each.id}/device/${index + 1}`;
      return { id, label, kind, ...(isPaired ? { authenticator: `${id}/${policy.authenticator.value}` } : {}) };
    }),
    ...(codes.length === 0 ? {} : { codes }),
  };
}

/**
 * What a person did before the lab opened; a second step is taken in whatever way is due, with what is in hand. Null
 * where there is nothing to do: a starting point is played on any product, and one's own firm may ask for no second step.
 */
function submissionOf(
  world: World,
  { person: id, does }: StartingPoint['opening'][number],
  at: Instant,
): Submission | null {
  const account = accountOf(world, id);
  const device = account?.devices[0]?.id ?? '';
  const actor = person(id);
  switch (does.type) {
    case 'submitPassword':
      return account !== undefined && isFederated(world, account)
        ? { actor, command: { type: 'signInFederated', account: id } }
        : { actor, command: { type: 'submitPassword', account: id, card: 'right' } };
    case 'secondStep':
      return secondStepOf(world, id, device, at);
    case 'loseDevice':
      return device === '' ? null : { actor, command: { type: 'loseDevice', account: id, device, how: does.how } };
    case 'issueCode':
      return { actor, command: { type: 'issueCode', account: does.to, family: 'temporaryCode' } };
    case 'tellCode': {
      const code = latestCodeOf(world, does.to);
      return code === undefined ? null : { actor, command: { type: 'tellCode', account: does.to, code } };
    }
    case 'enterCode':
      return {
        actor,
        command: { type: 'submitCode', account: id, family: 'temporaryCode' },
        evidence: { matchedCode: latestCodeOf(world, id) ?? null },
      };
  }
}

function latestCodeOf(world: World, id: string): string | undefined {
  return accountOf(world, id)?.codes.at(-1)?.id;
}

function secondStepOf({ policy, ...world }: World, id: string, device: string, at: Instant): Submission | null {
  const account = accountOf({ ...world, policy }, id);
  if (account?.signIn.stage !== 'second-step') return null;
  const actor = person(id);
  if (policy.authenticator.value === 'push' || policy.totp === undefined) {
    const push = account.signIn.push?.id;
    return push === undefined || device === ''
      ? null
      : { actor, command: { type: 'answerPush', account: id, push, device, answer: 'approve' } };
  }
  const matchedTimeStep = timeStepAt(at, policy.totp.value.periodSeconds);
  const matchedAuthenticator = account.authenticators[0]?.id ?? null;
  return { actor, command: { type: 'submitTotp', account: id }, evidence: { matchedAuthenticator, matchedTimeStep } };
}

function variantOf(product: Product, wished: string | undefined): string {
  return wished !== undefined && Object.hasOwn(product.variants, wished) ? wished : product.defaultVariant;
}

function placesOf({ product, start, ...wish }: NewRunWish): readonly DeskPlace[] {
  const { desks } = editionOf(product, variantOf(product, wish.variant));
  const at = (persona: string, node: string): Place => ({ persona, node, subject: null, code: null });
  return [
    { desk: 'admin', place: at(start.desks.admin, 'root' in desks.admin ? desks.admin.root : '') },
    { desk: 'user', place: at(start.desks.user, desks.user.root) },
    { desk: 'support', place: at(start.support.rep.id, 'root' in desks.support ? desks.support.root : '') },
  ];
}

/** Milliseconds of an offset such as `+02:41:00`: hours, minutes and seconds that have gone by. */
function millisecondsOf(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  return (hours * 3600 + minutes * 60 + seconds) * SECOND;
}
