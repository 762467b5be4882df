import { describe, expect, test } from 'vitest';
import { groupsOfFour, keyUri, readKeyUri, SIMULATION_ISSUER, type AppKey } from './key-uri';

const SECRET = new TextEncoder().encode('12345678901234567890');
const BASE32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const KEY: AppKey = {
  kind: 'totp',
  issuer: SIMULATION_ISSUER,
  account: 'dana@harbor.example',
  secret: SECRET,
  algorithm: 'SHA-1',
  digits: 6,
  periodSeconds: 30,
};
const URI =
  'otpauth://totp/Lockout%20Lab%20SIMULATION:dana%40harbor.example' +
  `?secret=${BASE32}&issuer=Lockout%20Lab%20SIMULATION&algorithm=SHA1&digits=6&period=30`;

describe('a key URI', () => {
  test('is written as authenticator apps expect it', () => {
    expect(keyUri(KEY)).toBe(URI);
  });

  test('carries the other hashes, lengths and periods, and a count instead of a period', () => {
    expect(keyUri({ ...KEY, algorithm: 'SHA-512', digits: 8, periodSeconds: 45 })).toMatch(
      /&algorithm=SHA512&digits=8&period=45$/,
    );
    const { issuer, account, secret } = KEY;
    const byCount = keyUri({ kind: 'hotp', issuer, account, secret, algorithm: 'SHA-256', digits: 7, counter: 0 });
    expect(byCount).toMatch(/^otpauth:\/\/hotp\/.*&algorithm=SHA256&digits=7&counter=0$/);
  });

  test('escapes what would end a part of it, with no + for a space', () => {
    const uri = keyUri({ ...KEY, account: 'a b+c&d=e?f#g/h%é' });
    expect(uri).toContain(':a%20b%2Bc%26d%3De%3Ff%23g%2Fh%25%C3%A9?secret=');
    expect(uri).not.toContain('+');
  });

  test('takes no colon in a name, which would part issuer and account elsewhere', () => {
    expect(() => keyUri({ ...KEY, account: 'a:b' })).toThrow(RangeError);
    expect(() => keyUri({ ...KEY, issuer: 'a:b' })).toThrow(RangeError);
  });
});

describe('a key URI read back', () => {
  test('gives what was written', () => {
    const { issuer, account, secret } = KEY;
    const keys: readonly AppKey[] = [
      KEY,
      { ...KEY, account: 'Dana Whitlock +&=?#/%é', algorithm: 'SHA-512', digits: 8, periodSeconds: 45 },
      { kind: 'hotp', issuer, account, secret, algorithm: 'SHA-256', digits: 7, counter: Number.MAX_SAFE_INTEGER },
      { kind: 'hotp', issuer, account, secret, algorithm: 'SHA-256', digits: 7, counter: 0 },
    ];
    for (const key of keys) expect(readKeyUri(keyUri(key))).toEqual({ isRead: true, key });
  });

  test('has its parameters in any order', () => {
    const [label, query = ''] = URI.split('?');
    expect(readKeyUri(`${label}?${query.split('&').reverse().join('&')}`)).toEqual({ isRead: true, key: KEY });
  });

  test.each([
    ['malformed', ['', 'hello', BASE32, `https://totp/${URI.slice(15)}`, ` ${URI}`, `${URI}#top`, `${URI}&digits=6`]],
    ['malformed', [URI.replace('totp', 'motp'), URI.replace('%40', '%4'), URI.replace('dana%40harbor.example', '')]],
    ['malformed', [URI.replace('&digits=6', ''), `${URI}&image=x`, URI.replace('period', 'counter'), `${URI}&`]],
    ['foreign-issuer', [URI.replaceAll('Lockout%20Lab%20SIMULATION', 'Bank'), URI.replace('SIMULATION:', 'REAL:')]],
    ['foreign-issuer', [URI.replace('issuer=Lockout%20Lab%20', 'issuer='), URI.replaceAll('Lab%20', 'Lab+')]],
    ['foreign-issuer', [URI.replace('Lockout%20Lab%20SIMULATION:', ''), URI.replaceAll('SIMULATION', 'simulation')]],
    ['foreign-issuer', [`otpauth://totp/Bank:alice?secret=${BASE32}&issuer=Bank`, 'otpauth://totp/alice?secret=MZXW6']],
    [
      'bad-secret',
      [BASE32.slice(0, 24), `${BASE32}A`, '', BASE32.toLowerCase(), `${BASE32.slice(1)}1`].map(withSecret),
    ],
    ['bad-algorithm', ['SHA-1', 'sha1', 'MD5', '', 'SHA224'].map((each) => URI.replace('SHA1', each))],
    ['bad-digits', ['5', '9', '06', '6.0', '', '+6'].map((each) => URI.replace('digits=6', `digits=${each}`))],
    ['bad-moving-factor', ['0', '-30', '1e2', '030', '', '9007199254740993'].map((each) => withPeriod(each))],
  ])('is refused as %s', (reason, texts) => {
    for (const text of texts) expect({ text, ...readKeyUri(text) }).toEqual({ text, isRead: false, reason });
  });
});

test('a key is copied in groups of four', () => {
  expect(groupsOfFour(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  expect(groupsOfFour(SECRET.slice(0, 11))).toBe('GEZD GNBV GY3T QOJQ GE');
});

function withSecret(secret: string): string {
  return URI.replace(BASE32, secret);
}

function withPeriod(period: string): string {
  return URI.replace('period=30', `period=${period}`);
}
