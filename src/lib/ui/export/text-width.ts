// About how wide words are in a sans-serif whose name is not known: a picture that is saved is drawn elsewhere, with other
// letters. Rather too wide than too narrow.

/** Widths as shares of the size, by what a letter looks like. */
const NARROW = /[iljtfrI.,:;'’|!()[\] ·-]/u;
const WIDE = /[mwMW@%…—]/u;
const CAPITAL = /[\p{Lu}&]/u;
const FULL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const NOTHING = /[\p{M}\u2066-\u2069]/u;

export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += shareOf(letter);
  return width * size;
}

function shareOf(letter: string): number {
  if (NOTHING.test(letter)) return 0;
  if (NARROW.test(letter)) return 0.37;
  if (FULL.test(letter)) return 1.05;
  if (WIDE.test(letter)) return 0.92;
  return CAPITAL.test(letter) ? 0.72 : 0.61;
}

/** The text in lines of at most so many pixels; a word that is wider than a line is broken. */
export function linesOf(text: string, most: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => broken(each, most, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, most: number, size: number): readonly string[] {
  if (widthOf(word, size) <= most) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter, size) > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
