// Texts that do not look like what they are: signs that cannot be seen or turn a text around, and words put together from
// letters of several scripts so that they pass for others.

/** Controls, formats, fillers that draw nothing, and halves of signs. The joiners of other scripts are looked at below. */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u2800\u3164\uffa0]/u;
/** Joiners belong to scripts that join, and to pictures; between these letters they only hide. */
const JOINER_IN_WORD = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}])[\u200c\u200d]/u;
/** Signs that turn the writing direction around. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The first sign of a text that cannot be seen, in words; null where there is none. */
export function hiddenSign(text: string): string | null {
  const [sign] = HIDDEN.exec(text) ?? JOINER_IN_WORD.exec(text) ?? [];
  if (sign === undefined) return null;
  const name = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return TURNING.test(sign) ? `the character ${name}, which turns the text around` : `the invisible character ${name}`;
}

/** Scripts with letters that look like those of another; a word is written in one of them. */
const SCRIPTS: readonly (readonly [name: string, RegExp])[] = [
  ['mathematical', /[\u{1d400}-\u{1d7ff}\u24b6-\u24e9]/u],
  ['full-width', /[\uff21-\uff3a\uff41-\uff5a]/u],
  ['Latin', /(?![\uff21-\uff3a\uff41-\uff5a])\p{Script=Latin}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Coptic', /\p{Script=Coptic}/u],
];

/** The first word that mixes letters of scripts that look alike, in words; null where there is none. */
export function lookAlike(text: string): string | null {
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}\u24b6-\u24e9]+/gu)) {
    const found = SCRIPTS.filter(([, letters]) => letters.test(word)).map(([name]) => name);
    if (found.includes('mathematical')) return `“${word}”, in signs that only look like letters`;
    if (found.length > 1) return `“${word}”, which mixes ${found.join(' and ')} letters`;
  }
  return null;
}
