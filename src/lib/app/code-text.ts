// The symbols of a code, computed from the run's seed and the code's id. Codes are toys: whoever holds the run holds
// them all. They are computed when they are shown or compared, and never kept.
import type { CodeForm } from '../domain/policy';
import type { Cryptography } from '../ports';

/**
 * The code's symbols, uniform over the alphabet: bytes that would favour some symbols are thrown away (STD-11).
 * @param id the code's id, which differs for every code of a run.
 */
export async function codeText(cryptography: Cryptography, seed: string, id: string, form: CodeForm): Promise<string> {
  let text = '';
  for (let block = 0; text.length < form.length; block += 1) {
    const bytes = await cryptography.hmacSha256(seed, `code/${id}/${block}`);
    text += symbolsFrom(bytes, form.alphabet);
  }
  return text.slice(0, form.length);
}

/** The symbols that these bytes give, leaving out bytes beyond the last whole multiple of the alphabet's length. */
export function symbolsFrom(bytes: Uint8Array, alphabet: string): string {
  const fair = 256 - (256 % alphabet.length);
  return Array.from(bytes)
    .filter((byte) => byte < fair)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');
}

/** The code in printed groups: `48201573` as `4820 1573`. */
export function grouped(text: string, groupSize: number): string {
  return text.match(new RegExp(`.{1,${groupSize}}`, 'gu'))?.join(' ') ?? text;
}

/** What was typed, without the spaces and dashes people paste with it. */
export function withoutSeparators(typed: string): string {
  return typed.replace(/[\s\p{Pd}]/gu, '');
}
