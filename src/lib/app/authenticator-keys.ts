// The keys behind the codes of an app: as a QR code and as text for setting up, as the code an app shows now, and as what
// a typed code is found to be. Toy keys, computed from the run's seed; what was typed goes no further than this file.
import type { Account, AppEntry } from '../domain/account';
import type { Evidence } from '../domain/commands';
import type { Instant } from '../domain/instant';
import { groupsOfFour, keyUri, SIMULATION_ISSUER } from '../domain/key-uri';
import type { TotpSettings } from '../domain/one-time-password';
import type { World } from '../domain/world';
import type { Cryptography } from '../ports';
import { withoutSeparators } from './code-text';
import { isSameText } from './same-text';
import { hotpCode, matchingTimeSteps, totpCode, totpSecret } from './totp';

/** How far a clock may be off, in seconds, and a code still be recognised for what it is: ten minutes. */
const REACH_SECONDS = 600;
/** How many codes of a counter-based entry are tried, from its first. */
const COUNTERS = 20;

/** The key as authenticator apps expect it in a QR code. Its issuer says that it is a simulation. */
export async function keyUriOf(
  cryptography: Cryptography,
  world: World,
  account: Account,
  authenticator: string,
): Promise<string> {
  const secret = await secretOf(cryptography, world, authenticator);
  return keyUri({ kind: 'totp', issuer: SIMULATION_ISSUER, account: account.email, secret, ...settingsOf(world) });
}

/** The key to be typed in, in groups of four. */
export async function keyTextOf(cryptography: Cryptography, world: World, authenticator: string): Promise<string> {
  return groupsOfFour(await secretOf(cryptography, world, authenticator));
}

/** The code that an entry of an app shows when the clock of its device says `clock`. */
export async function entryCode(
  cryptography: Cryptography,
  world: World,
  entry: AppEntry,
  clock: Instant,
): Promise<string> {
  const secret = await secretOf(cryptography, world, entry.authenticator);
  const settings = settingsOf(world);
  return entry.kind === 'time'
    ? totpCode(cryptography, secret, clock, settings)
    : hotpCode(cryptography, secret, entry.counter, settings);
}

/** What a typed code of an app is: of which of these keys, and for which time step or count. */
export async function totpEvidence(
  cryptography: Cryptography,
  world: World,
  authenticators: readonly string[],
  typed: string,
  now: Instant,
): Promise<Evidence> {
  const text = withoutSeparators(typed);
  const nothing: Evidence = { matchedAuthenticator: null, matchedTimeStep: null };
  if (text === '') return { ...nothing, isMissing: true };
  // Where nobody is asked for such a code there need not be any arithmetic for one either.
  if (authenticators.length === 0) return nothing;
  const settings = settingsOf(world);
  const reach = Math.ceil(REACH_SECONDS / settings.periodSeconds);
  for (const matchedAuthenticator of authenticators) {
    const secret = await secretOf(cryptography, world, matchedAuthenticator);
    const [matchedTimeStep] = await matchingTimeSteps(cryptography, secret, text, now, settings, reach);
    if (matchedTimeStep !== undefined) return { matchedAuthenticator, matchedTimeStep };
    const counts = await Promise.all(
      Array.from({ length: COUNTERS }, (_, count) => hotpCode(cryptography, secret, count, settings)),
    );
    const matchedCounter = counts.findIndex((code) => isSameText(code, text));
    if (matchedCounter >= 0) return { ...nothing, matchedAuthenticator, matchedCounter };
  }
  return nothing;
}

async function secretOf(cryptography: Cryptography, world: World, authenticator: string): Promise<Uint8Array> {
  return totpSecret(cryptography, world.pins?.seed ?? '', authenticator);
}

/** Throws a TypeError where the product's app shows no codes: nothing asks then. */
function settingsOf({ policy }: World): TotpSettings {
  if (policy.totp === undefined) throw new TypeError('The product has no codes of an app.');
  return policy.totp.value;
}
