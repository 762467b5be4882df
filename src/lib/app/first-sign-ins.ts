// What a story that begins from a starting point will ask of its people at their first sign-in. The story is begun as it
// would be, in memory and for nobody to play, and the rules are asked how each of them gets in: there is no rule here.
import type { Account } from '../domain/account';
import type { Instant } from '../domain/instant';
import { mfaInForce } from '../domain/mfa';
import { accessOf, type Access } from '../domain/views/access';
import { prospectOf, type Prospect } from '../domain/views/enforcement';
import { accountOf, type World } from '../domain/world';
import type { Product } from '../products/schema';
import { settled } from '../scenarios/firm-edits';
import type { StartingPoint } from '../scenarios/starting-point';
import { newRun } from './new-run';
import { rulesOf } from './rules-of-run';

export interface FirstSignIn {
  readonly account: Account;
  /** Whether MFA is in force for them, whatever their own switch says. */
  readonly isMfaOn: boolean;
  readonly prospect: Prospect;
  readonly access: Access;
}

export interface FirstSignIns {
  /** The world in which the lab opens, as far as these people need it. */
  readonly world: World;
  readonly now: Instant;
  /** By the person's id. */
  readonly of: ReadonlyMap<string, FirstSignIn>;
}

/** The rules under which the story would begin: those of a run that is played. */
export interface Rules {
  readonly product: Product;
  readonly world: World;
}

/**
 * How these people would get in when the lab opens.
 * @param people ids. Whoever is neither among them nor an admin is left out of the story: nobody's way in depends on a
 * bystander, and a firm may have ten thousand.
 */
export function firstSignIns(start: StartingPoint, people: readonly string[], rules: Rules): FirstSignIns {
  const asked = new Set(people);
  const cast = start.people.filter(({ id, admin }) => admin !== undefined || asked.has(id));
  const { world, now } = newRun({
    product: rules.product,
    productDigest: '',
    start: settled({ ...start, people: cast }).start,
    ...rulesOf(rules.world, start),
    seed: '',
  });
  const of = people.flatMap((id): readonly [string, FirstSignIn][] => {
    const account = accountOf(world, id);
    if (account === undefined) return [];
    const access = accessOf(world, account, now);
    const isMfaOn = mfaInForce(world, account).isOn;
    return [[id, { account, isMfaOn, prospect: prospectOf(access), access }]];
  });
  return { world, now, of: new Map(of) };
}
