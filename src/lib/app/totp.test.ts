import { describe, expect, test } from 'vitest';
import { standard } from '../../../tests/support/standard';
import { webCrypto } from '../adapters/crypto/web-crypto';
import type { TotpSettings } from '../domain/one-time-password';
import type { Cryptography } from '../ports';
import { hotpCode, matchingTimeSteps, totpCode, totpSecret } from './totp';

const SETTINGS: TotpSettings = { algorithm: 'SHA-1', digits: 6, periodSeconds: 30 };
const NOW = Date.UTC(2026, 2, 9, 9, 0, 10);
const STEP = NOW / 1000 / 30 - 1 / 3;

describe('the key of an authenticator', () => {
  test('is 160 bits, the same for the same seed and id, and another for others', async () => {
    const secret = await totpSecret(webCrypto, 'seed', 'dana/app/1');
    expect(secret).toHaveLength(20);
    expect(await totpSecret(webCrypto, 'seed', 'dana/app/1')).toEqual(secret);
    expect(await totpSecret(webCrypto, 'seed', 'dana/app/2')).not.toEqual(secret);
    expect(await totpSecret(webCrypto, 'other', 'dana/app/1')).not.toEqual(secret);
  });

  test('stays what it is from one version of the lab to the next, for a phone that holds it', async () => {
    expect(Buffer.from(await totpSecret(webCrypto, 'seed', 'dana/app/1')).toString('hex')).toBe(
      'edb73558366cf74fade3fa28fdb4765bad35a7b4',
    );
  });
});

describe('the time steps of a typed code', () => {
  const secret = totpSecret(webCrypto, 'seed', 'dana/app/1');
  const codeOf = async (step: number): Promise<string> => hotpCode(webCrypto, await secret, step, SETTINGS);
  const matching = async (typed: string, reachSteps: number, now = NOW): Promise<readonly number[]> =>
    matchingTimeSteps(webCrypto, await secret, typed, now, SETTINGS, reachSteps);

  test('are found within reach, and not beyond it', async () => {
    for (const offset of [-3, -2, -1, 0, 1, 2, 3]) {
      for (const reach of [0, 1, 2]) {
        const expected = Math.abs(offset) <= reach ? [STEP + offset] : [];
        expect(await matching(await codeOf(STEP + offset), reach)).toEqual(expected);
      }
    }
  });

  test('are found for a code typed with separators, and for none that is only like it', async () => {
    const code = await totpCode(webCrypto, await secret, NOW, SETTINGS);
    expect(await matching(`${code.slice(0, 3)} ${code.slice(3)}\n`, 0)).toEqual([STEP]);
    for (const typed of ['', code.slice(1), `${code}0`, code.replace(/^./, 'x')]) {
      expect(await matching(typed, 1)).toEqual([]);
    }
  });

  test('are all told where several steps have one code, the nearest first and the earlier of two', async () => {
    const alike: Cryptography = { ...webCrypto, hmac: async () => new Uint8Array(20) };
    const steps = await matchingTimeSteps(alike, await secret, '000000', NOW, SETTINGS, 2);
    expect(steps).toEqual([STEP, STEP - 1, STEP + 1, STEP - 2, STEP + 2]);
  });

  test('are none before the epoch', async () => {
    expect(await matching(await codeOf(0), 2, 0)).toEqual([0]);
    expect(await matching(await codeOf(2), 2, 0)).toEqual([2]);
  });

  standard('[STD-11] are computed all at once, whichever it is', async () => {
    let waiting = 0;
    let together = 0;
    const counting: Cryptography = {
      ...webCrypto,
      hmac: async (...args) => {
        waiting += 1;
        together = Math.max(together, waiting);
        const bytes = await webCrypto.hmac(...args);
        waiting -= 1;
        return bytes;
      },
    };
    await matchingTimeSteps(counting, await secret, await codeOf(STEP), NOW, SETTINGS, 2);
    expect(together).toBe(5);
  });
});
