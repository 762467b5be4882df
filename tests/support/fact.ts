// A test of a fact: it fails unless a decision made in it cites the fact named in its title, and unless flipping the
// setting behind the fact changes what happens. What was observed is written down for the coverage of facts.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { settingsOfCode, type CodeSettings, type Setting } from '../../src/lib/domain/policy';
import { OBSERVED_FILE } from './observed';
import { Play, type PlayWish, type PolicyChange } from './play';

export interface FactTest<Outcome> extends PlayWish {
  /** The story; what it returns is what is compared. Run once as it is, and once for each flip. */
  readonly when: (play: Play) => Outcome;
  readonly then: (outcome: Outcome) => void;
  /** The same product with the fact's setting turned: the outcome must differ. */
  readonly flips?: readonly (PolicyChange | PlayWish)[];
}

/** `fact('[ONV-11] ...', { when, then, flips })`. */
export function fact<Outcome>(title: string, { when, then, flips = [], ...wish }: FactTest<Outcome>): void {
  const ids = [...title.matchAll(/\[([A-Z]{3,4}-\d+[a-z]?)\]/g)].map((match) => match[1] ?? '');
  test(title, () => {
    const play = new Play(wish);
    const outcome = when(play);
    then(outcome);
    const notCited = ids.filter((id) => !play.cited.has(id));
    expect(notCited, 'facts in the title that no decision cited').toEqual([]);
    for (const flip of flips) {
      const flipped = when(new Play(typeof flip === 'function' ? { ...wish, policy: both(wish.policy, flip) } : flip));
      expect(flipped, 'the outcome with the setting flipped').not.toEqual(outcome);
    }
    note(ids, flips.length > 0);
  });
}

function both(first: PolicyChange | undefined, second: PolicyChange): PolicyChange {
  return (policy) => second(first?.(policy) ?? policy);
}

function note(ids: readonly string[], isFlipped: boolean): void {
  mkdirSync(dirname(OBSERVED_FILE), { recursive: true });
  appendFileSync(OBSERVED_FILE, ids.map((id) => `${JSON.stringify({ id, isFlipped })}\n`).join(''));
}

/** The policy with one plain setting at another value; where it is a choice, that choice's sources come with it. */
export function set<Name extends keyof PlainSettings>(name: Name, value: PlainSettings[Name]['value']): PolicyChange {
  return (policy) => {
    const setting: Setting<unknown> | undefined = policy[name];
    if (setting === undefined) throw new Error(`The product has no setting ${name}.`);
    const choice = setting.choices?.find((each) => each.value === value);
    return { ...policy, [name]: { ...setting, value, cites: choice?.cites ?? setting.cites } };
  };
}

type PolicyOf = Parameters<PolicyChange>[0];
type PlainSettings = Required<Omit<PolicyOf, 'codes' | 'rights' | 'callerVerification'>>;

/** The policy with one setting of the temporary code at another value. */
export function setCode<Name extends keyof CodeSettings>(
  name: Name,
  value: Required<CodeSettings>[Name]['value'],
): PolicyChange {
  return (policy) => {
    const settings = settingsOfCode(policy, 'temporaryCode');
    return {
      ...policy,
      codes: { ...policy.codes, temporaryCode: { ...settings, [name]: { ...settings[name], value } } },
    };
  };
}

/** The policy without the rights that match. */
export function withoutRight(matches: (right: PolicyOf['rights'][number]) => boolean): PolicyChange {
  return (policy) => ({ ...policy, rights: policy.rights.filter((right) => !matches(right)) });
}
