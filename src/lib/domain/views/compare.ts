// Two runs with one beginning, side by side: where they part, and what differs for whom. An observer's view.
import { activeCodes, isAtHand, type Account } from '../account';
import type { Instant } from '../instant';
import { mfaInForce } from '../mfa';
import type { CodeFamily, Enforcement } from '../policy';
import type { LogRecord } from '../record';
import { isSameData } from '../same-data';
import { rowsOf } from '../table';
import { accountOf, type World } from '../world';
import { accessOf, type Access } from './access';

/** How a run stands at an instant. */
export interface Standing {
  readonly world: World;
  readonly now: Instant;
}

/** What can differ for a person. */
export type Facet = 'mfa' | 'access' | 'codes' | 'authenticators' | 'devices';

/** How it stands with a person, in what can be compared. */
export interface PersonStanding {
  readonly mfa: boolean;
  readonly access: Omit<Access, 'reasons'>;
  readonly codes: readonly {
    readonly family: CodeFamily;
    readonly endsAt: Instant | null;
    readonly isTold: boolean;
    readonly isRead: boolean;
  }[];
  /** What is bound: the device's name, null for a phone outside the lab, and whether it is in its owner's hands. */
  readonly authenticators: readonly { readonly device: string | null; readonly isAtHand: boolean }[];
  readonly devices: readonly { readonly label: string; readonly isAway: boolean }[];
}

export interface PersonDifference {
  readonly account: string;
  readonly facets: readonly Facet[];
  readonly left: PersonStanding;
  readonly right: PersonStanding;
}

/** A rule that differs: the policy of a firm, the variant that is played, or a setting; null where a side has no such. */
export type RuleDifference =
  | { readonly kind: 'enforcement'; readonly firm: string; readonly left: Enforcement; readonly right: Enforcement }
  | { readonly kind: 'variant'; readonly left: string; readonly right: string }
  | { readonly kind: 'setting'; readonly setting: string; readonly left: string | null; readonly right: string | null };

const FACETS: readonly Facet[] = ['mfa', 'access', 'codes', 'authenticators', 'devices'];

/** How many records two logs share from their beginning. 0 for logs that did not begin alike. */
export function sharedRecords(one: readonly LogRecord[], other: readonly LogRecord[]): number {
  const most = Math.min(one.length, other.length);
  for (let position = 0; position < most; position += 1) {
    if (!isSameData(one[position], other[position])) return position;
  }
  return most;
}

/** Everybody for whom something differs, in the order of the directory. Both must have begun alike. */
export function peopleWhoDiffer(left: Standing, right: Standing): readonly PersonDifference[] {
  return rowsOf(left.world.accounts).flatMap((account) => {
    const other = accountOf(right.world, account.id);
    if (other === undefined) return [];
    const here = standingOf(left, account);
    const there = standingOf(right, other);
    const differing = FACETS.filter((facet) => !isSameData(here[facet], there[facet]));
    // Where each device is bound, what is bound says all of it.
    const isSaid = isAllBound(here) && isAllBound(there) && differing.includes('authenticators');
    const facets = differing.filter((facet) => facet !== 'devices' || !isSaid);
    return facets.length === 0 ? [] : [{ account: account.id, facets, left: here, right: there }];
  });
}

function isAllBound({ authenticators, devices }: PersonStanding): boolean {
  return isSameData(
    authenticators.map(({ device, isAtHand }) => ({ label: device, isAway: !isAtHand })),
    devices,
  );
}

/** The rules that differ. */
export function rulesThatDiffer({ world: left }: Standing, { world: right }: Standing): readonly RuleDifference[] {
  const variant: readonly RuleDifference[] =
    left.variant === right.variant ? [] : [{ kind: 'variant', left: left.variant, right: right.variant }];
  const firms = left.firms.flatMap(({ id: firm, enforcement }): readonly RuleDifference[] => {
    const other = right.firms.find((each) => each.id === firm)?.enforcement ?? enforcement;
    return other === enforcement ? [] : [{ kind: 'enforcement', firm, left: enforcement, right: other }];
  });
  const [mine, others] = [valuesOf(left), valuesOf(right)];
  const settings = [...new Set([...mine.keys(), ...others.keys()])].flatMap((setting): readonly RuleDifference[] => {
    const [one, other] = [mine.get(setting) ?? null, others.get(setting) ?? null];
    return one === other ? [] : [{ kind: 'setting', setting, left: one, right: other }];
  });
  return [...variant, ...firms, ...settings];
}

/** What somebody chose among the rules: overrides of the variant in force. */
function valuesOf({ overrides }: World): ReadonlyMap<string, string> {
  return new Map(Object.entries(overrides).map(([name, value]) => [name, String(value)]));
}

function standingOf({ world, now }: Standing, account: Account): PersonStanding {
  const { way, obstacle, until, isOnce, isSignedIn, wrongClock, waitsUntil, isLockedOut } = accessOf(
    world,
    account,
    now,
  );
  return {
    mfa: mfaInForce(world, account).isOn,
    access: { way, obstacle, until, isOnce, isSignedIn, wrongClock, waitsUntil, isLockedOut },
    codes: activeCodes(account, now).map(({ family, endsAt, toldAt, readAt }) => ({
      family,
      endsAt,
      isTold: toldAt !== null,
      isRead: readAt !== null,
    })),
    authenticators: account.authenticators.map((each) => ({
      device: account.devices.find(({ id }) => id === each.device)?.label ?? null,
      isAtHand: isAtHand(account, each),
    })),
    devices: account.devices.map(({ label, loss }) => ({ label, isAway: loss !== null })),
  };
}
