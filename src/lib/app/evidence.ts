// What is found out about a draft before it is decided: which of the account's codes, if any, is the one typed. The
// typed text goes no further than this file.
import { activeCode, type Account } from '../domain/account';
import type { CommandOf, Evidence } from '../domain/commands';
import type { Instant } from '../domain/instant';
import { settingsOfCode, type CodeFamily } from '../domain/policy';
import { accountOf, type World } from '../domain/world';
import type { Cryptography } from '../ports';
import { codeText, withoutSeparators } from './code-text';
import { isSameText } from './same-text';

/** Evidence for a typed code: the id of the code it is, null for none, or that nothing was typed. */
export async function codeEvidence(
  cryptography: Cryptography,
  world: World,
  { account: accountId, family }: CommandOf<'submitCode'>,
  typed: string,
  now: Instant,
): Promise<Evidence> {
  const account = accountOf(world, accountId);
  const text = inForm(withoutSeparators(typed), world.policy.codes[family]?.form.value.alphabet ?? '');
  if (text === '') return { matchedCode: null, isMissing: true };
  if (account === undefined) return { matchedCode: null };
  const matches = await matchingCodes(cryptography, world, account, family, text);
  const active = activeCode(account, now, family);
  const best = matches.find((id) => id === active?.id) ?? matches.at(-1);
  return { matchedCode: best ?? null };
}

/** What was typed, in capitals where a code of this alphabet has no small letters: nobody is refused for those. */
function inForm(text: string, alphabet: string): string {
  return alphabet === alphabet.toUpperCase() ? text.toUpperCase() : text;
}

/** All candidates are computed and compared whole, so that the work says nothing about which one it was (STD-11). */
async function matchingCodes(
  cryptography: Cryptography,
  world: World,
  account: Account,
  family: CodeFamily,
  text: string,
): Promise<readonly string[]> {
  const seed = world.pins?.seed ?? '';
  const candidates = await Promise.all(
    account.codes
      .filter((code) => code.family === family)
      .map(async ({ id }) => ({
        id,
        text: await codeText(cryptography, seed, id, settingsOfCode(world.policy, family).form.value),
      })),
  );
  return candidates.filter((candidate) => isSameText(candidate.text, text)).map(({ id }) => id);
}
