// What differs between two runs, in words: for a person, facet by facet, and for the rules.
import type { Facet, PersonStanding, RuleDifference, Standing } from '../../domain/views/compare';
import { accountOf, firmOf, type World } from '../../domain/world';
import type { Product } from '../../products/schema';
import { editionOf } from '../../products/edition';
import type { CodeFamily, SettingName } from '../../domain/policy';
import { accessText } from './access-text';
import type { TimeText } from './time-text';

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  mfa: 'MFA',
  access: 'Signing in',
  codes: 'Code',
  authenticators: 'Paired',
  devices: 'Devices',
};

/** How a facet stands for a person on one side. */
export function facetText(
  time: TimeText,
  { facet, account: id, of, at }: { facet: Facet; account: string; of: PersonStanding; at: Standing },
): string {
  switch (facet) {
    case 'mfa':
      return of.mfa ? 'On' : 'Off';
    case 'access': {
      const account = accountOf(at.world, id);
      return account === undefined ? '' : accessText(time.dated, account, { ...of.access, reasons: [] }, at.now);
    }
    case 'codes':
      return listed(
        of.codes.map(({ family, endsAt, isTold, isRead }) => {
          const until = endsAt === null ? 'until it is used or replaced' : `until ${time.moment(endsAt)}`;
          return `Active ${until}${isTold ? '' : isRead ? ', read to somebody else' : NOT_KNOWN[family]}`;
        }),
      );
    case 'authenticators':
      return listed(
        of.authenticators.map(({ device, isAtHand }) => `${device ?? 'A phone outside the lab'}${away(!isAtHand)}`),
      );
    case 'devices':
      return listed(of.devices.map(({ label, isAway }) => `${label}${away(isAway)}`));
  }
}

/** A rule that differs: what it is, and what it says on each side. */
export function ruleText(
  world: World,
  product: Product,
  rule: RuleDifference,
): { readonly name: string; readonly left: string; readonly right: string } {
  switch (rule.kind) {
    case 'variant':
      return {
        name: 'Revision played',
        left: product.variants[rule.left]?.label ?? rule.left,
        right: product.variants[rule.right]?.label ?? rule.right,
      };
    case 'enforcement': {
      const choices = world.policy.enforcement.choices ?? [];
      const label = (value: string): string => choices.find((choice) => choice.value === value)?.label ?? value;
      const firm = firmOf(world, rule.firm)?.name ?? rule.firm;
      return { name: `MFA for ${firm}`, left: label(rule.left), right: label(rule.right) };
    }
    case 'setting': {
      const setting = editionOf(product, world.variant).policy[rule.setting as SettingName];
      const choices = setting?.choices ?? [];
      const label = (value: string | null): string => {
        const found = String(value ?? setting?.value ?? '');
        return choices.find((choice) => String(choice.value) === found)?.label ?? found;
      };
      return { name: setting?.label ?? rule.setting, left: label(rule.left), right: label(rule.right) };
    }
  }
}

/** How a code is not known to its owner. */
const NOT_KNOWN: Readonly<Record<CodeFamily, string>> = {
  temporaryCode: ', not read out',
  recoveryCode: ', not saved',
  emailedCode: ', not read',
};

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? 'None' : parts.join('; ');
}

function away(isAway: boolean): string {
  return isAway ? ', away' : '';
}
