// What stands beside each lane: whose it is, and how it stands with them at a moment. Pure.
import type { Instant } from '../../domain/instant';
import { mfaInForce } from '../../domain/mfa';
import { accessOf } from '../../domain/views/access';
import type { DeskLaneName } from '../../domain/views/desk-lanes';
import { accountOf, type World } from '../../domain/world';
import type { Edition } from '../../products/schema';
import { stateLine } from '../words/access-text';
import { nameOf } from '../words/names';

/** The desks with lanes, each with its hue among the tokens of the look. */
export const DESKS: readonly { readonly name: DeskLaneName; readonly label: string; readonly hue: string }[] = [
  { name: 'admin', label: "Firm admin's desk", hue: 'admin' },
  { name: 'support', label: 'Support desk', hue: 'desk' },
  { name: 'tech', label: 'Portal tech', hue: 'tech' },
  { name: 'lab', label: 'The lab itself', hue: 'edge' },
];

/** How it stands with a person, in a few words; empty for nobody. */
export function personState(world: World, id: string, now: Instant): string {
  const account = accountOf(world, id);
  return account === undefined
    ? ''
    : stateLine(account, accessOf(world, account, now), mfaInForce(world, account).isOn);
}

/** Who sits at a desk, or what stands open there; `persona` is whose the admin's desk is, where the product has one (EDGE-10). */
export function deskState(world: World, { desks }: Edition, name: DeskLaneName, persona: string | null): string {
  if ((name === 'admin' || name === 'support') && 'closed' in desks[name]) return 'closed';
  if (name === 'admin' && persona !== null) return nameOf(world, persona);
  if (name !== 'support') return '';
  const open = world.requests.filter(({ status }) => status === 'received' || status === 'passed-on').length;
  return open === 0 ? 'no request open' : `${open} open ${open === 1 ? 'request' : 'requests'}`;
}
