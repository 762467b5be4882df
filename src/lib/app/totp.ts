// The codes of an authenticator app, real in every bit but the key: that is computed from the run's seed, so whoever
// holds the run holds it. Keys and codes are computed when they are shown or compared, and never kept.
import { counterBytes, timeStepAt, truncated, type TotpSettings } from '../domain/one-time-password';
import type { Instant } from '../domain/instant';
import type { Cryptography } from '../ports';
import { withoutSeparators } from './code-text';
import { isSameText } from './same-text';

/** 160 bits, as RFC 4226 section 4 recommends. */
const SECRET_BYTES = 20;

type HotpSettings = Omit<TotpSettings, 'periodSeconds'>;

/** The key of an authenticator: the same for the same seed and id, and for every hash. */
export async function totpSecret(
  cryptography: Cryptography,
  seed: string,
  authenticatorId: string,
): Promise<Uint8Array> {
  const bytes = await cryptography.hmacSha256(seed, `totp/${authenticatorId}`);
  return bytes.slice(0, SECRET_BYTES);
}

/** The code for a moving factor (RFC 4226 section 5). */
export async function hotpCode(
  cryptography: Cryptography,
  secret: Uint8Array,
  counter: number,
  { algorithm, digits }: HotpSettings,
): Promise<string> {
  return truncated(await cryptography.hmac(algorithm, secret, counterBytes(counter)), digits);
}

/** The code that an app shows at an instant (RFC 6238 section 4). */
export function totpCode(
  cryptography: Cryptography,
  secret: Uint8Array,
  now: Instant,
  settings: TotpSettings,
): Promise<string> {
  return hotpCode(cryptography, secret, timeStepAt(now, settings.periodSeconds), settings);
}

/**
 * The time steps, up to `reachSteps` before and after the present one, whose code was typed: the nearest first, and of two
 * equally near the earlier. Whether one of them may be accepted is for the rules to say (STD-1, STD-2). All candidates are
 * computed and compared whole, so that the work says nothing about which one it was (STD-11).
 */
export async function matchingTimeSteps(
  cryptography: Cryptography,
  secret: Uint8Array,
  typed: string,
  now: Instant,
  settings: TotpSettings,
  reachSteps: number,
): Promise<readonly number[]> {
  const text = withoutSeparators(typed);
  const candidates = await Promise.all(
    stepsAround(timeStepAt(now, settings.periodSeconds), reachSteps).map(async (timeStep) => ({
      timeStep,
      code: await hotpCode(cryptography, secret, timeStep, settings),
    })),
  );
  return candidates.filter(({ code }) => isSameText(code, text)).map(({ timeStep }) => timeStep);
}

/** The step and its neighbours, the nearest first. There are none before the epoch. */
function stepsAround(timeStep: number, reachSteps: number): readonly number[] {
  const neighbours = Array.from({ length: reachSteps }, (_, index) => [timeStep - index - 1, timeStep + index + 1]);
  return [timeStep, ...neighbours.flat()].filter((each) => each >= 0);
}
