// What people of a firm that is not played yet will meet at their first sign-in, in words: for each of them, and for all a
// count. What it is was asked of the rules; nothing is decided here.
import type { FirstSignIn, FirstSignIns, Rules } from '../../app/first-sign-ins';
import { choiceOf } from '../../domain/policy';
import type { Obstacle, WayIn } from '../../domain/views/access';
import type { Prospect } from '../../domain/views/enforcement';
import { firmOf } from '../../domain/world';
import { editionOf } from '../../products/edition';
import { helpText } from '../words/help-text';

const OF_ONE: Readonly<Record<Prospect, string>> = {
  'locked-out': 'Will be locked out',
  'must-set-up': 'Must register a device',
  challenged: 'Is asked for the second factor',
  'not-asked': 'Is not asked',
};

const OF_SEVERAL: Readonly<Record<Prospect, readonly [one: string, more: string]>> = {
  'locked-out': ['will be locked out', 'will be locked out'],
  'must-set-up': ['must register a device', 'must register a device'],
  challenged: ['is asked for the second factor', 'are asked for the second factor'],
  'not-asked': ['is not asked', 'are not asked'],
};
/** The worst first. */
const ORDER: readonly Prospect[] = ['locked-out', 'must-set-up', 'challenged', 'not-asked'];

const WAYS: Readonly<Record<WayIn, string>> = {
  password: 'Is not asked: the password alone is enough.',
  federated: 'Comes by way of another system, and is not asked here.',
  push: 'Is asked to approve a prompt on the phone.',
  totp: 'Is asked for a code of the app.',
  code: 'Is asked for a code, and has one.',
  mail: 'Is asked for a code that comes by mail.',
  enrol: 'Must register a device after the password.',
};

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  'phone-away': 'Will be locked out until the phone is back.',
  'clock-off': 'Will be locked out until the clock of the phone is right.',
  'code-untold': 'Will be locked out until the code is read to them.',
  'code-unsaved': 'Will be locked out unless the code on the screen is saved.',
  'no-device': 'Will be locked out until there is a device to register.',
  'code-needed': 'Will be locked out until there is a code: nothing is paired.',
};

/** `Must register a device`. */
export function prospectText({ prospect }: FirstSignIn): string {
  return OF_ONE[prospect];
}

/** How they get in, or what keeps them out and what would help. */
export function firstSignInText({ world, now }: FirstSignIns, signIn: FirstSignIn, { product }: Rules): string {
  const { account, access } = signIn;
  if (access.way !== null) return WAYS[access.way];
  const help = helpText(world, editionOf(product, world.variant), account, access, now);
  return [OBSTACLES[access.obstacle ?? 'code-needed'], ...(help === null ? [] : [help])].join(' ');
}

/** `1 will be locked out, 2 must register a device`. */
export function countText({ of }: FirstSignIns): string {
  const all = [...of.values()];
  return ORDER.flatMap((prospect) => {
    const count = all.filter((each) => each.prospect === prospect).length;
    return count === 0 ? [] : [`${count} ${OF_SEVERAL[prospect][count === 1 ? 0 : 1]}`];
  }).join(', ');
}

/** `Onvio, revision 2, MFA for Birch & Lowe: Required`: what the story would be played by. */
export function rulesText({ world }: FirstSignIns, { product }: Rules, firm: string): string {
  const here = firmOf(world, firm);
  const label = product.variants[world.variant]?.label ?? product.name;
  if (here === undefined) return label;
  const { enforcement } = here;
  return `${label}, MFA for ${here.name}: ${choiceOf(world.policy.enforcement, enforcement)?.label ?? enforcement}`;
}
