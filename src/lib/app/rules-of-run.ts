// What a new run takes over of the rules that a run is played by.
import type { Command } from '../domain/commands';
import type { SettingName } from '../domain/policy';
import type { World } from '../domain/world';
import type { StartingPoint } from '../scenarios/starting-point';
import type { RunWish } from './opening';

/** The variant, and the acts of the lab, that put a new run under the rules that this one is played by. */
export function rulesOf(
  { firms, policy, catalogue, variant, overrides }: World,
  start?: StartingPoint,
): Pick<RunWish, 'variant' | 'acts'> {
  const isThere = (id: string): boolean => start === undefined || start.firms.some((firm) => firm.id === id);
  const usual = catalogue[variant]?.enforcement.value ?? policy.enforcement.value;
  const acts = [
    ...Object.entries(overrides).map(([name, value]): Command => ({
      type: 'setSetting',
      name: name as SettingName,
      value,
    })),
    ...firms
      .filter((firm) => firm.enforcement !== usual && isThere(firm.id))
      .map(({ id: firm, enforcement }): Command => ({ type: 'setEnforcement', firm, enforcement })),
  ];
  return { variant, acts };
}
