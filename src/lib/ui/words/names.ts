// Who and what is meant by an id, in words.
import type { Actor } from '../../domain/actors';
import { deviceOf, type DeviceLoss } from '../../domain/account';
import { accountOf, type World } from '../../domain/world';

/** A person's full name; the id where the run knows nobody by it. */
export function nameOf(world: World, account: string): string {
  return accountOf(world, account)?.name ?? account;
}

/** A person's first name. */
export function firstNameOf(world: World, account: string): string {
  return nameOf(world, account).split(' ')[0] ?? account;
}

/** `Dana's`, `Ines's`. */
export function possessive(name: string): string {
  return `${name}'s`;
}

/** Who acted, as a short name. */
export function actorName(world: World, actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return nameOf(world, actor.account);
    case 'rep':
      return `${world.support.rep.name} (rep)`;
    case 'portalTech':
      return `${world.support.portalTech.name} (portal tech)`;
    case 'stranger':
      return 'Somebody else';
    case 'lab':
      return 'The lab';
    case 'clock':
      return 'By itself';
  }
}

/** A device's own name, as its owner calls it. */
export function deviceName(world: World, account: string, device: string): string {
  const owner = accountOf(world, account);
  return (owner === undefined ? undefined : deviceOf(owner, device)?.label) ?? 'the device';
}

export const LOSSES: Readonly<Record<DeviceLoss, string>> = {
  'left-at-home': 'left at home',
  'left-on-the-train': 'left on the train',
  stolen: 'stolen',
  broken: 'broken',
};

/** The initials on a person's badge. */
export function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('');
}
