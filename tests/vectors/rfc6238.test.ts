// RFC 6238 appendix B: eight digits, steps of 30 seconds. The RFC's table gives one key; its erratum 2866 and its own
// reference code have one as long as the hash: 20, 32 and 64 bytes.
import { describe, expect, test } from 'vitest';
import { totpCode } from '../../src/lib/app/totp';
import { secondsLeftInStep, timeStepAt, type HashAlgorithm } from '../../src/lib/domain/one-time-password';
import { SECOND } from '../../src/lib/domain/instant';
import { BOTH_ADAPTERS, bytesOf } from './both-adapters';

const SECRET_LENGTHS: Readonly<Record<HashAlgorithm, number>> = { 'SHA-1': 20, 'SHA-256': 32, 'SHA-512': 64 };
const PERIOD = 30;

const ROWS: readonly (readonly [seconds: number, step: string, algorithm: HashAlgorithm, code: string])[] = [
  [59, '0000000000000001', 'SHA-1', '94287082'],
  [59, '0000000000000001', 'SHA-256', '46119246'],
  [59, '0000000000000001', 'SHA-512', '90693936'],
  [1111111109, '00000000023523EC', 'SHA-1', '07081804'],
  [1111111109, '00000000023523EC', 'SHA-256', '68084774'],
  [1111111109, '00000000023523EC', 'SHA-512', '25091201'],
  [1111111111, '00000000023523ED', 'SHA-1', '14050471'],
  [1111111111, '00000000023523ED', 'SHA-256', '67062674'],
  [1111111111, '00000000023523ED', 'SHA-512', '99943326'],
  [1234567890, '000000000273EF07', 'SHA-1', '89005924'],
  [1234567890, '000000000273EF07', 'SHA-256', '91819424'],
  [1234567890, '000000000273EF07', 'SHA-512', '93441116'],
  [2000000000, '0000000003F940AA', 'SHA-1', '69279037'],
  [2000000000, '0000000003F940AA', 'SHA-256', '90698825'],
  [2000000000, '0000000003F940AA', 'SHA-512', '38618901'],
  [20000000000, '0000000027BC86AA', 'SHA-1', '65353130'],
  [20000000000, '0000000027BC86AA', 'SHA-256', '77737706'],
  [20000000000, '0000000027BC86AA', 'SHA-512', '47863826'],
];

describe.each(BOTH_ADAPTERS)('RFC 6238 appendix B by %s', (_name, cryptography) => {
  test.each(ROWS)('at %i s, step %s, %s: %s', async (seconds, step, algorithm, code) => {
    const secret = bytesOf('1234567890'.repeat(7).slice(0, SECRET_LENGTHS[algorithm]));
    expect(timeStepAt(seconds * SECOND, PERIOD)).toBe(Number.parseInt(step, 16));
    const settings = { algorithm, digits: 8, periodSeconds: PERIOD } as const;
    expect(await totpCode(cryptography, secret, seconds * SECOND, settings)).toBe(code);
  });
});

test('a time step begins at its first millisecond and ends before the next', () => {
  expect(timeStepAt(29_999, 30)).toBe(0);
  expect(timeStepAt(30_000, 30)).toBe(1);
  expect(timeStepAt(8.64e15, 1)).toBe(8.64e12);
  expect(secondsLeftInStep(30_000, 30)).toBe(30);
  expect(secondsLeftInStep(59_000, 30)).toBe(1);
  expect(secondsLeftInStep(59_999, 30)).toBe(0.001);
  expect(secondsLeftInStep(100_000, 45)).toBe(35);
});
