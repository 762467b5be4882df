// What a run may be called: words in one line that can be seen as they stand.

export const TITLE_LENGTH_MAX = 120;

export type TitleProblem = 'empty' | 'too-long' | 'markup' | 'hidden-signs';

/** The title as it is kept, or what is wrong with the text. */
export function readTitle(
  text: string,
):
  | { readonly isRead: true; readonly title: string }
  | { readonly isRead: false; readonly problem: TitleProblem; readonly length: number } {
  const title = text.trim().replace(/ {2,}/g, ' ');
  const problem = problemOf(title);
  return problem === null ? { isRead: true, title } : { isRead: false, problem, length: [...title].length };
}

function problemOf(title: string): TitleProblem | null {
  if (title === '') return 'empty';
  if ([...title].length > TITLE_LENGTH_MAX) return 'too-long';
  if (/[<>]/.test(title)) return 'markup';
  // Signs that cannot be seen, or that turn the text around them; not the joiners, which some scripts cannot do without.
  return /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u.test(title) ? 'hidden-signs' : null;
}

/** What a copy is called: as the run, with a number that no other has. */
export function copyTitle(title: string, others: readonly string[]): string {
  const name = title.replace(/ \(copy(?: \d+)?\)$/, '');
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? ' (copy)' : ` (copy ${number})`;
    const copy = [...name].slice(0, TITLE_LENGTH_MAX - suffix.length).join('') + suffix;
    if (!others.includes(copy)) return copy;
  }
}
