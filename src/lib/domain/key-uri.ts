// The address that carries a key into an authenticator app, otpauth://…, in the key URI format that the apps share. It is
// written for any issuer and read back only for the lab's own: a real key must find no way in here.
import { base32Of, bytesOfBase32 } from './base32';
import type { CodeDigits, HashAlgorithm, TotpSettings } from './one-time-password';

/** What stands above every key of the lab, so that an entry on a real phone cannot be mistaken for an account. */
export const SIMULATION_ISSUER = 'Lockout Lab SIMULATION';

interface KeyOwner {
  /** Who the codes are for. Without a colon, which parts it from the account. */
  readonly issuer: string;
  /** Whose key it is, as the app shows it. Without a colon. */
  readonly account: string;
  readonly secret: Uint8Array;
}

/** A key for codes by time. */
export interface TotpKey extends KeyOwner, TotpSettings {
  readonly kind: 'totp';
}

/** A key for codes by count: the settings without a period, and where the count stands. */
export interface HotpKey extends KeyOwner, Omit<TotpSettings, 'periodSeconds'> {
  readonly kind: 'hotp';
  readonly counter: number;
}

export type AppKey = TotpKey | HotpKey;

/** Why a text is not taken for a key of the lab. */
export type KeyUriRefusal =
  /** It is no key URI at all, or one in a shape that the lab never writes. */
  | 'malformed'
  /** It is for somebody else than the lab, in its label or in its issuer. */
  | 'foreign-issuer'
  /** The key is no Base32, or has fewer than 128 bits (RFC 4226 section 4, R6). */
  | 'bad-secret'
  | 'bad-algorithm'
  | 'bad-digits'
  /** The period, or the count where codes go by count, is no number that it can be. */
  | 'bad-moving-factor';

export type KeyUriRead =
  { readonly isRead: true; readonly key: AppKey } | { readonly isRead: false; readonly reason: KeyUriRefusal };

const SECRET_BYTES_MIN = 16;

/** The hashes as apps spell them: without the hyphen. */
const SPELLED: Readonly<Record<HashAlgorithm, string>> = { 'SHA-1': 'SHA1', 'SHA-256': 'SHA256', 'SHA-512': 'SHA512' };
const ALGORITHMS: readonly HashAlgorithm[] = ['SHA-1', 'SHA-256', 'SHA-512'];
const CODE_DIGITS: readonly CodeDigits[] = [6, 7, 8];

/**
 * The key as a key URI. Every parameter is written, defaults too, and a space as %20: some apps show a + as it stands.
 * Throws a RangeError for a colon in the issuer or the account, which apps would take for the one between them.
 */
export function keyUri(key: AppKey): string {
  if (`${key.issuer}${key.account}`.includes(':')) throw new RangeError('A colon cannot stand in a key URI.');
  const issuer = encodeURIComponent(key.issuer);
  const movingFactor = key.kind === 'totp' ? `period=${key.periodSeconds}` : `counter=${key.counter}`;
  return [
    `otpauth://${key.kind}/${issuer}:${encodeURIComponent(key.account)}?secret=${base32Of(key.secret)}`,
    `issuer=${issuer}`,
    `algorithm=${SPELLED[key.algorithm]}`,
    `digits=${key.digits}`,
    movingFactor,
  ].join('&');
}

/** The key in a key URI of the shape that `keyUri` writes, its parameters in any order; or why it is none of the lab's. */
export function readKeyUri(text: string): KeyUriRead {
  const parts = partsOf(text);
  if (parts === null) return refused('malformed');
  const { kind, issuer, account, parameters } = parts;
  if (issuer !== SIMULATION_ISSUER || parameters.get('issuer') !== SIMULATION_ISSUER) return refused('foreign-issuer');
  const movingFactorName = kind === 'totp' ? 'period' : 'counter';
  const names = ['secret', 'issuer', 'algorithm', 'digits', movingFactorName];
  if (parameters.size !== names.length || !names.every((name) => parameters.has(name))) return refused('malformed');

  const secret = secretOf(parameters.get('secret') ?? '');
  if (secret === null) return refused('bad-secret');
  const algorithm = ALGORITHMS.find((each) => SPELLED[each] === parameters.get('algorithm'));
  if (algorithm === undefined) return refused('bad-algorithm');
  const digits = CODE_DIGITS.find((each) => String(each) === parameters.get('digits'));
  if (digits === undefined) return refused('bad-digits');
  const movingFactor = wholeNumber(parameters.get(movingFactorName) ?? '');
  if (movingFactor === null || (kind === 'totp' && movingFactor === 0)) return refused('bad-moving-factor');

  const shared = { issuer, account, secret, algorithm, digits };
  return kind === 'totp'
    ? { isRead: true, key: { kind, ...shared, periodSeconds: movingFactor } }
    : { isRead: true, key: { kind, ...shared, counter: movingFactor } };
}

/** The key as a person copies it by hand: Base32 in groups of four. */
export function groupsOfFour(secret: Uint8Array): string {
  return (
    base32Of(secret)
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}

function refused(reason: KeyUriRefusal): KeyUriRead {
  return { isRead: false, reason };
}

interface KeyUriParts {
  readonly kind: AppKey['kind'];
  /** Empty where the label names none. */
  readonly issuer: string;
  readonly account: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** The parts of a key URI, not yet judged. Null where it is none, or says a thing twice. */
function partsOf(text: string): KeyUriParts | null {
  const found = /^otpauth:\/\/(totp|hotp)\/(?:([^:/?#]*):)?([^:/?#]+)\?([^?#]+)$/.exec(text);
  if (found === null) return null;
  const [, kind, issuer = '', account = '', query = ''] = found;
  const pairs = query.split('&').map((pair) => pair.split('='));
  try {
    const parameters = new Map(pairs.map(([name = '', ...value]) => [name, decodeURIComponent(value.join('='))]));
    if (parameters.size !== pairs.length) return null;
    return {
      kind: kind === 'hotp' ? 'hotp' : 'totp',
      issuer: decodeURIComponent(issuer),
      account: decodeURIComponent(account),
      parameters,
    };
  } catch {
    return null;
  }
}

/** The key's bytes. Null where it is written otherwise than `keyUri` would, or too short. */
function secretOf(text: string): Uint8Array | null {
  const secret = bytesOfBase32(text);
  return secret !== null && secret.length >= SECRET_BYTES_MIN && base32Of(secret) === text ? secret : null;
}

function wholeNumber(text: string): number | null {
  const number = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(number) && String(number) === text ? number : null;
}
