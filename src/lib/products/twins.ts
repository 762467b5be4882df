// Ids and values that stand twice in a product file where each may stand once: whoever picks one would get either.
import type { Setting } from '../domain/policy';
import type { Problem } from './problem';
import type { Edition } from './schema';

/** What stands a second time: ways to verify a caller, choices of a setting, and other ways to sign in. */
export function problemsOfTwins({ policy, desks }: Edition): readonly Problem[] {
  return [
    ...twins(
      'policy.callerVerification',
      policy.callerVerification.map(({ id }) => id),
    ),
    ...twins('desks.user.otherWays', desks.user.otherWays ?? []),
    ...choicesUnder(policy, 'policy'),
  ];
}

function choicesUnder(part: object, path: string): readonly Problem[] {
  return Object.entries(part).flatMap(([key, value]: [string, Partial<Setting<unknown>> | null]) => {
    const at = `${path}.${key}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return value.choices === undefined
      ? choicesUnder(value, at)
      : twins(
          `${at}.choices`,
          value.choices.map((choice) => JSON.stringify(choice.value)),
        );
  });
}

function twins(path: string, ids: readonly string[]): readonly Problem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [{ path: `${path}.${index}`, found: `${id} a second time`, expected: 'each of them once' }]
      : [],
  );
}
