// A long log of a large firm, made by the rules: people sign in and out, lose and find phones, admins issue codes.
import { activeCode, type Account } from '../src/lib/domain/account';
import { person } from '../src/lib/domain/actors';
import type { Command, Evidence } from '../src/lib/domain/commands';
import { refusalOf } from '../src/lib/domain/decide';
import type { DirectoryEntry } from '../src/lib/domain/events';
import { MINUTE } from '../src/lib/domain/instant';
import type { Lines } from '../src/lib/domain/lines';
import { eventsOf, type LogRecord } from '../src/lib/domain/record';
import { accountOf, type World } from '../src/lib/domain/world';
import type { Product } from '../src/lib/products/schema';
import onvio from '../src/lib/products/onvio/product.json';
import { Random } from '../tests/simulation/random';
import { firstLines, STARTED_AT, type RandomLogWish } from './first-lines';

/** A log of at least `events` events in a firm of `people`, the same for the same seed. */
export function randomLog(wish: RandomLogWish): readonly LogRecord[] {
  const product = onvio as unknown as Product;
  const random = new Random(wish.seed);
  const lines = firstLines(product, wish, '', personOf);
  let counted = 1;
  for (let now = STARTED_AT; counted < wish.events; now += random.below(4) * MINUTE) {
    lines.pass(now);
    const before = lines.records.length;
    act(lines, random, now, `p${random.below(wish.people)}`);
    for (const record of lines.records.slice(before)) counted += eventsOf(record).length;
  }
  signIn(lines, 'p1', lines.records.at(-1)!.at);
  return lines.records;
}

/** The primary admin is at their desk in the end. */
function signIn(lines: Lines, id: string, now: number): void {
  const own = (command: Command): unknown => lines.decide({ actor: person(id), command, evidence: {} }, now);
  if (accountOf(lines.world, id)?.session !== null) return;
  const device = accountOf(lines.world, id)?.devices[0]?.id ?? '';
  own({ type: 'findDevice', account: id, device });
  own({ type: 'submitPassword', account: id, card: 'right' });
  const push = accountOf(lines.world, id)?.signIn.push?.id ?? '';
  own({ type: 'answerPush', account: id, push, device, answer: 'approve' });
}

function personOf(index: number): DirectoryEntry {
  const id = `p${index}`;
  const device = `${id}/device/1`;
  return {
    id,
    firm: 'firm',
    name: `Person ${index}`,
    email: `${id}@firm.example`,
    department: 'Tax',
    area: index % 3 === 0 ? 'clients' : 'staff',
    admin: index % 20 === 1 ? { isPrimary: index === 1, areas: ['staff', 'clients'] } : null,
    signsInWith: 'password',
    devices: [{ id: device, label: 'Phone', kind: 'phone', authenticator: `${device}/push` }],
    isMfaOn: true,
  };
}

function act(lines: Lines, random: Random, now: number, id: string): void {
  const account = accountOf(lines.world, id);
  if (account === undefined) return;
  const { actor, command, evidence } = something(lines.world, random, account, now);
  if (refusalOf(lines.world, { actor, command, evidence }, now) !== null && !random.once(4)) return;
  lines.decide({ actor, command, evidence }, now);
}

function something(world: World, random: Random, account: Account, now: number) {
  const code = activeCode(account, now);
  const device = account.devices[0]?.id ?? '';
  const own = (command: Command, evidence: Evidence = {}) => ({ actor: person(account.id), command, evidence });
  if (account.session !== null && random.once(3)) {
    const other = `p${random.below(world.accounts.slots.size)}`;
    if (account.admin !== null) return own({ type: 'issueCode', account: other, family: 'temporaryCode' });
    return own({ type: 'signOut', account: account.id });
  }
  if (account.signIn.stage === 'password') return own({ type: 'submitPassword', account: account.id, card: 'right' });
  if (code !== undefined) {
    return own({ type: 'submitCode', account: account.id, family: 'temporaryCode' }, { matchedCode: code.id });
  }
  if (random.once(9)) return own({ type: 'loseDevice', account: account.id, device, how: 'left-at-home' });
  if (random.once(2)) return own({ type: 'findDevice', account: account.id, device });
  const push = account.signIn.push?.id ?? '';
  return own({ type: 'answerPush', account: account.id, push, device, answer: 'approve' });
}
