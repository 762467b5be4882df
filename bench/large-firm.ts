// The log of a large firm whose admin decides what everybody is asked for: people of every kind there are, so that a change of
// that comes to something else for each kind. Made by the rules.
import { person } from '../src/lib/domain/actors';
import type { Command, Evidence } from '../src/lib/domain/commands';
import type { DirectoryEntry } from '../src/lib/domain/events';
import { MINUTE } from '../src/lib/domain/instant';
import type { Lines } from '../src/lib/domain/lines';
import { timeStepAt } from '../src/lib/domain/one-time-password';
import { eventsOf, type LogRecord } from '../src/lib/domain/record';
import { accountOf } from '../src/lib/domain/world';
import type { Product } from '../src/lib/products/schema';
import { Random } from '../tests/simulation/random';
import { firstLines, STARTED_AT, type RandomLogWish } from './first-lines';

/** How long each works before the next comes, so that the log reaches over some weeks. */
const APART = 4 * MINUTE;

/** A log of at least `events` events, the same for the same seed; the first person is the admin and signed in at the end. */
export function largeFirm(product: Product, wish: RandomLogWish): readonly LogRecord[] {
  const random = new Random(wish.seed);
  // The seed is what the keys of the apps are made of.
  const lines = firstLines(product, wish, 'AAAAAAAAAAAAAAAAAAAAAA', personOf);
  let now = STARTED_AT;
  for (let counted = 1; counted < wish.events; now += random.below(2) * APART) {
    const before = lines.records.length;
    day(lines, random, now, `p${random.below(wish.people)}`);
    for (const record of lines.records.slice(before)) counted += eventsOf(record).length;
  }
  signIn(lines, 'p1', now);
  return lines.records;
}

/** Of three people with an app one has their phone at home now and then; the others are sent in by another system, or have none. */
function personOf(index: number): DirectoryEntry {
  const id = `p${index}`;
  const device = `${id}/device/1`;
  const hasApp = index % 3 !== 0;
  return {
    id,
    firm: 'firm',
    name: `Person ${index}`,
    email: `${id}@firm.example`,
    department: 'Tax',
    area: 'staff',
    admin: index % 50 === 1 ? { isPrimary: index === 1, areas: ['staff', 'clients'] } : null,
    signsInWith: index % 5 === 0 ? 'federated' : 'password',
    devices: [{ id: device, label: 'Phone', kind: 'phone', ...(hasApp ? { authenticator: `${device}/app` } : {}) }],
    isMfaOn: true,
  };
}

/** Somebody signs out and in again, or loses their phone. */
function day(lines: Lines, random: Random, now: number, id: string): void {
  const device = accountOf(lines.world, id)?.devices[0]?.id ?? '';
  if (random.once(12)) {
    own(lines, id, now, { type: 'loseDevice', account: id, device, how: 'left-at-home' });
    return;
  }
  own(lines, id, now, { type: 'signOut', account: id });
  signIn(lines, id, now);
}

function signIn(lines: Lines, id: string, now: number): void {
  const account = accountOf(lines.world, id);
  if (account === undefined || account.session !== null) return;
  if (account.signsInWith === 'federated') return own(lines, id, now, { type: 'signInFederated', account: id });
  own(lines, id, now, { type: 'submitPassword', account: id, card: 'right' });
  const matchedTimeStep = timeStepAt(now, lines.world.policy.totp?.value.periodSeconds ?? 30);
  const matchedAuthenticator = account.authenticators[0]?.id ?? null;
  const typed: Command = { type: 'submitTotp', account: id };
  if (matchedAuthenticator !== null) own(lines, id, now, typed, { matchedAuthenticator, matchedTimeStep });
}

function own(lines: Lines, id: string, now: number, command: Command, evidence: Evidence = {}): void {
  lines.decide({ actor: person(id), command, evidence }, now);
}
