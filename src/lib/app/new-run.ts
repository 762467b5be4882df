// The first records of a run: its genesis from a starting point, then what happened before the lab opens, decided by
// the same rules as everything after.
import { LAB, person } from '../domain/actors';
import type { Command } from '../domain/commands';
import type { DirectoryEntry, EventOf } from '../domain/events';
import { SECOND, type Instant } from '../domain/instant';
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
  /** The variant to begin with; the product's own choice without it. */
  readonly variant?: string | undefined;
  readonly seed: string;
}

/** A run from this starting point: its records up to the instant at which the lab opens. */
export function newRun(wish: NewRunWish): NewRun {
  const { product, start } = wish;
  const moment = start.moments.find((each) => each.id === wish.moment) ?? start.moments[0];
  const startedAt = Date.parse(moment?.startedAt ?? '');
  const now = startedAt + millisecondsOf(start.opensAfter);
  const lines = new Lines(emptyWorld(catalogueOf(product)));
  lines.begin(startedBy(wish, startedAt));
  for (const each of start.opening) {
    const at = startedAt + millisecondsOf(each.at);
    lines.pass(at);
    lines.decide({ actor: person(each.person), command: commandOf(lines.world, each) }, at);
  }
  lines.pass(now);
  for (const place of placesOf(wish)) lines.place(LAB, place, now);
  return { world: lines.world, records: lines.records, now };
}

function startedBy(
  { product, productDigest, start, seed, ...wish }: NewRunWish,
  startedAt: Instant,
): EventOf<'RunStarted'> {
  const variant = variantOf(product, wish.variant);
  const enforcement = editionOf(product, variant).policy.enforcement.value;
  return {
    type: 'RunStarted',
    pins: {
      product: { id: product.id, version: product.version, digest: productDigest, variant },
      rulesVersion: RULES_VERSION,
      seed,
      startedAt,
      timeZone: start.timeZone,
      locale: start.locale,
    },
    firms: start.firms.map((firm) => ({ ...firm, enforcement })),
    directory: start.people.map((each) => entryOf(each, startedAt)),
    support: start.support,
  };
}

function entryOf(each: StartingPoint['people'][number], startedAt: Instant): DirectoryEntry {
  const { admin, devices, ...rest } = each;
  const owned = devices.map((device, index) => ({ ...device, id: `${each.id}/device/${index + 1}` }));
  return {
    ...rest,
    admin: admin ?? null,
    devices: owned.map(({ id, label, kind }) => ({ id, label, kind, loss: null })),
    authenticators: owned
      .filter((device) => device.isPaired)
      .map(({ id }) => ({ id: `${id}/push`, device: id, kind: 'push', boundAt: startedAt })),
  };
}

function commandOf(world: World, { person: account, does }: StartingPoint['opening'][number]): Command {
  const device = accountOf(world, account)?.devices[0]?.id ?? '';
  switch (does.type) {
    case 'submitPassword':
      return { type: 'submitPassword', account, card: 'right' };
    case 'approvePush': {
      const push = accountOf(world, account)?.signIn.push?.id ?? '';
      return { type: 'answerPush', account, push, device, answer: 'approve' };
    }
    case 'loseDevice':
      return { type: 'loseDevice', account, device, how: does.how };
  }
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
