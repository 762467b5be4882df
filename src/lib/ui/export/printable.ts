// Words as they are printed outside the lab, where nobody draws them as text and nothing else: without signs that cannot be
// seen or turn a text around, and with what is written from right to left kept to itself.

/** Controls, formats and halves of signs; line breaks become spaces before. Joiners between other letters stay. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u034f\u115f\u1160\u2800\u3164\uffa0]/gu;
const LETTER_LEFT =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}';
/** From the first letter that is written from right to left to the last, with whatever stands between them. */
const FROM_RIGHT = new RegExp(`[${LETTER_LEFT}](?:[^\\p{Script=Latin}]*[${LETTER_LEFT}\\p{M}])?`, 'gu');
const [ISOLATE, END] = ['\u2068', '\u2069'];

/** The text in one line, each part that is written from right to left isolated (UAX 9). */
export function printable(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(FROM_RIGHT, (part) => `${ISOLATE}${part}${END}`);
}
