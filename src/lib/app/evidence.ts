// What is found out about a draft before it is decided: which of the account's codes, if any, is the one typed. The
// typed text goes no further than this file.
import { activeCode, type Account } from '../domain/account';
import type { Evidence } from '../domain/commands';
import type { Instant } from '../domain/instant';
import { settingsOfCode } from '../domain/policy';
import { accountOf, type World } from '../domain/world';
import type { Cryptography } from '../ports';
import { codeText, withoutSeparators } from './code-text';

/** Evidence for a typed code: the id of the code it is, null for none, or that nothing was typed. */
export async function codeEvidence(
  cryptography: Cryptography,
  world: World,
  accountId: string,
  typed: string,
  now: Instant,
): Promise<Evidence> {
  const account = accountOf(world, accountId);
  const text = withoutSeparators(typed);
  if (text === '') return { matchedCode: null, isMissing: true };
  if (account === undefined) return { matchedCode: null };
  const matches = await matchingCodes(cryptography, world, account, text);
  const active = activeCode(account, now);
  const best = matches.find((id) => id === active?.id) ?? matches.at(-1);
  return { matchedCode: best ?? null };
}

/** All candidates are computed and compared whole, so that the work says nothing about which one it was (STD-11). */
async function matchingCodes(
  cryptography: Cryptography,
  world: World,
  account: Account,
  text: string,
): Promise<readonly string[]> {
  const seed = world.pins?.seed ?? '';
  const candidates = await Promise.all(
    account.codes.map(async ({ id, family }) => ({
      id,
      text: await codeText(cryptography, seed, id, settingsOfCode(world.policy, family).form.value),
    })),
  );
  return candidates.filter((candidate) => isSameText(candidate.text, text)).map(({ id }) => id);
}

function isSameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) {
    difference |= one.charCodeAt(index) ^ (other.charCodeAt(index % Math.max(1, other.length)) || 0);
  }
  return difference === 0;
}
