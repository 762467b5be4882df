// What somebody may call a run: what a file may call one, so that every run that is kept can be saved and opened again.
import { foreignTexts } from './foreign-texts';
import { wrongInTitle } from './run-names';
import { withSuffix } from './title-suffix';

export type TitleRead =
  | { readonly isRead: true; readonly title: string }
  | { readonly isRead: false; readonly found: string; readonly expected: string };

/** The title as it is kept, without the blanks around it; or what is wrong with the text. */
export function readTitle(text: string): TitleRead {
  const title = text.trim().replace(/ {2,}/g, ' ');
  const [foreign] = foreignTexts(title);
  const wrong = wrongInTitle(title) ?? foreign ?? null;
  return wrong === null ? { isRead: true, title } : { isRead: false, found: wrong.found, expected: wrong.expected };
}

/** What a copy is called: as the run, with a number that no other has. */
export function copyTitle(title: string, others: readonly string[]): string {
  const name = title.replace(/ \(copy(?: \d+)?\)$/, '');
  for (let number = 1; ; number += 1) {
    const copy = withSuffix(name, number === 1 ? ' (copy)' : ` (copy ${number})`);
    if (!others.includes(copy)) return copy;
  }
}
