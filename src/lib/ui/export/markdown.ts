// Words as Markdown that shows just these words (CommonMark, GFM): whatever a name holds, it is no markup, no link, no HTML
// and nothing that a site generator would run.
import { printable } from './printable';

/** What means something in the middle of a line. */
const SIGNS = /[\\`*_[\]<{}|~$]/g;
/** What would begin a list, a heading, a quotation or a rule. */
const BEGINNING = /^([-+=#>])/;
const NUMBERED = /^(\d+)([.)])/;

/** The words in one line. */
export function plain(text: string): string {
  return printable(text)
    .replace(SIGNS, '\\$&')
    .replace(/&(?=#|\w+;)/g, '\\&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replaceAll('@', '\\@')
    .replace(BEGINNING, '\\$1')
    .replace(NUMBERED, '$1\\$2');
}

export function strong(text: string): string {
  const words = plain(text);
  return words === '' ? '' : `**${words}**`;
}
