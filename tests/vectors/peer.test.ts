// The codes and the key URIs against another implementation, the otpauth package: the same for ten thousand random keys,
// instants and settings. `PEER_SEED` tries other ones; a failure prints the seed and the case.
import { HOTP, Secret, TOTP, URI } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { webCrypto } from '../../src/lib/adapters/crypto/web-crypto';
import { hotpCode, totpCode } from '../../src/lib/app/totp';
import { base32Of, bytesOfBase32 } from '../../src/lib/domain/base32';
import { keyUri, type AppKey } from '../../src/lib/domain/key-uri';
import { timeStepAt, type CodeDigits, type HashAlgorithm } from '../../src/lib/domain/one-time-password';
import type { Cryptography } from '../../src/lib/ports';
import { Random } from '../simulation/random';
import { BOTH_ADAPTERS } from './both-adapters';

const SEED = Number(process.env['PEER_SEED'] ?? 6238);
const CASES = 10_000;
/** The last instant that a date can hold. */
const INSTANT_MAX = 8.64e15;

interface Case {
  readonly number: number;
  readonly secret: Uint8Array;
  readonly algorithm: HashAlgorithm;
  readonly digits: CodeDigits;
  readonly periodSeconds: number;
  readonly now: number;
  readonly account: string;
  readonly issuer: string;
}

const random = new Random(SEED);
const cases: readonly Case[] = Array.from({ length: CASES }, (_, number) => ({
  number,
  secret: Uint8Array.from({ length: 10 + random.below(55) }, () => random.below(256)),
  algorithm: random.pick(['SHA-1', 'SHA-256', 'SHA-512'] as const),
  digits: random.pick([6, 7, 8] as const),
  periodSeconds: random.pick([1, 10, 15, 30, 30, 30, 45, 60, 90, 3600]),
  now: Math.floor(random.next() * random.pick([4e12, 4e12, INSTANT_MAX])),
  account: textOf(random),
  issuer: textOf(random),
}));

/** A name with what has to be escaped somewhere in it. */
function textOf(random: Random): string {
  const symbols = [...'abcXYZ019 @+&=?/#%._-~éßЖ東🔑'];
  return `a${Array.from({ length: random.below(12) }, () => random.pick(symbols)).join('')}z`;
}

function told(each: Case): string {
  return `PEER_SEED=${SEED}, case ${each.number}: ${JSON.stringify({ ...each, secret: base32Of(each.secret) })}`;
}

/** The cases whose two results differ, told. */
function differing(results: readonly (readonly [Case, ours: unknown, theirs: unknown])[]): readonly string[] {
  return results
    .filter(([, ours, theirs]) => JSON.stringify(ours) !== JSON.stringify(theirs))
    .map(([each, ours, theirs]) => `${told(each)}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`);
}

function theirCode({ secret, algorithm, digits, periodSeconds, now }: Case): string {
  const theirs = new Secret({ buffer: secret.slice().buffer });
  return TOTP.generate({ secret: theirs, algorithm, digits, period: periodSeconds, timestamp: now });
}

function ourCodes(cryptography: Cryptography): Promise<readonly string[]> {
  return Promise.all(cases.map((each) => totpCode(cryptography, each.secret, each.now, each)));
}

test('the cases go beyond 32 bits of time steps, and to every length of key, hash and number of digits', () => {
  const steps = cases.map(({ now, periodSeconds }) => timeStepAt(now, periodSeconds));
  expect(steps.filter((step) => step > 2 ** 32).length).toBeGreaterThan(CASES / 10);
  expect(steps.filter((step) => step < 2 ** 32).length).toBeGreaterThan(CASES / 10);
  expect(new Set(cases.map(({ secret }) => secret.length)).size).toBe(55);
  expect(new Set(cases.map(({ algorithm, digits }) => `${algorithm} ${digits}`)).size).toBe(9);
});

describe.each(BOTH_ADAPTERS)('by %s', (_name, cryptography) => {
  test('the codes are those of another implementation', async () => {
    const codes = await ourCodes(cryptography);
    expect(differing(cases.map((each, index) => [each, codes[index], theirCode(each)]))).toEqual([]);
  });
});

test('keys read and written by another implementation are the same', () => {
  const results = cases.map((each) => {
    const theirs = Secret.fromBase32(base32Of(each.secret));
    const back = bytesOfBase32(theirs.base32);
    return [each, back && base32Of(back), new Secret({ buffer: each.secret.slice().buffer }).base32] as const;
  });
  expect(differing(results)).toEqual([]);
});

test('another implementation reads from a key URI what was written into it, and makes the same codes', async () => {
  const results = await Promise.all(
    cases.map(async (each) => {
      const key = keyOf(each);
      const ours = [
        key.kind,
        key.issuer,
        key.account,
        base32Of(key.secret),
        key.algorithm.replace('-', ''),
        key.digits,
      ];
      return [each, [...ours, await movingFactorAndCode(key, each.now)], readByThem(keyUri(key), each.now)] as const;
    }),
  );
  expect(differing(results)).toEqual([]);
});

/** Every other key by count, so that both kinds are tried. */
function keyOf({ number, issuer, account, secret, algorithm, digits, periodSeconds, now }: Case): AppKey {
  const shared = { issuer, account, secret, algorithm, digits };
  return number % 2 === 0 ? { kind: 'totp', ...shared, periodSeconds } : { kind: 'hotp', ...shared, counter: now };
}

async function movingFactorAndCode(key: AppKey, now: number): Promise<readonly unknown[]> {
  return key.kind === 'totp'
    ? [key.periodSeconds, await totpCode(webCrypto, key.secret, now, key)]
    : [key.counter, await hotpCode(webCrypto, key.secret, key.counter, key)];
}

function readByThem(uri: string, now: number): readonly unknown[] {
  const read = URI.parse(uri);
  const shared = [read.issuer, read.label, read.secret.base32, read.algorithm, read.digits];
  return read instanceof HOTP
    ? ['hotp', ...shared, [read.counter, read.generate({ counter: read.counter })]]
    : ['totp', ...shared, [read.period, read.generate({ timestamp: now })]];
}
