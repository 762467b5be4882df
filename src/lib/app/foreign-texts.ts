// What may stand nowhere in a file or link of a run, whatever key it stands under: somebody's real secret, texts that do
// not look like what they are, and numbers that no time can be.
import { hiddenSign } from '../products/hidden-signs';
import { PROBLEMS_MAX, WHOLE_FILE, type Problem } from '../products/problem';

/** The last instant that a calendar has, and the largest number that means anything in a run. */
const NUMBER_MAX = 8.64e15;

/** A key URI, however it is spelled, also percent-encoded or as an app exports many of them. */
const KEY_URI = /otpauth(-migration)?\s*(:|%3a|&#0*58;|&#x0*3a;)/i;
/** Base32 as keys are written: sixteen signs at least, alone or in groups of four. */
const KEY_LENGTH_MIN = 16;
const GROUP_LENGTH = 4;

/** Every such place in a parsed JSON value, at most as many as a list can show. */
export function foreignTexts(value: unknown, path = ''): readonly Problem[] {
  const problems: Problem[] = [];
  gather(value, path, problems);
  return problems.slice(0, PROBLEMS_MAX);
}

function gather(value: unknown, path: string, problems: Problem[]): void {
  if (problems.length >= PROBLEMS_MAX) return;
  if (typeof value === 'string') {
    const wrong = wrongInText(value);
    if (wrong !== null) problems.push({ path: path === '' ? WHOLE_FILE : path, ...wrong });
  } else if (typeof value === 'number') {
    const isNumber = Number.isFinite(value) && Math.abs(value) <= NUMBER_MAX;
    if (!isNumber) problems.push({ path, found: toldNumber(value), expected: `a number up to ${NUMBER_MAX}` });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value) as [string, unknown][]) {
      const at = path === '' ? key : `${path}.${key}`;
      const wrong = wrongInText(key);
      if (wrong !== null) problems.push({ path: path === '' ? WHOLE_FILE : path, ...wrong });
      gather(each, at, problems);
    }
  }
}

function wrongInText(text: string): Omit<Problem, 'path'> | null {
  // What it is is not said again: it may be somebody's.
  if (KEY_URI.test(text)) return { found: 'a real key (otpauth:…)', expected: 'a simulated run, which holds no key' };
  if (holdsKey(text)) return { found: 'what looks like a real key', expected: 'a simulated run, which holds no key' };
  const hidden = hiddenSign(text);
  return hidden === null ? null : { found: hidden, expected: 'a text without invisible characters' };
}

/** Word by word, so that a text of any length is read once. */
function holdsKey(text: string): boolean {
  if (/^[0-9a-f]+$/.test(text)) return false;
  let groups = '';
  let end = -1;
  for (const { 0: word, index } of text.matchAll(/[A-Za-z0-9]+/g)) {
    if (isKey(word)) return true;
    const goesOn = word.length === GROUP_LENGTH && index === end + 1 && /[ -]/.test(text.charAt(end));
    groups = word.length === GROUP_LENGTH ? `${goesOn ? groups : ''}${word}`.slice(-KEY_LENGTH_MIN) : '';
    if (isKey(groups)) return true;
    end = index + word.length;
  }
  return false;
}

/** A key mixes letters and digits; words do not, and hashes have digits that Base32 lacks. */
function isKey(text: string): boolean {
  return (
    text.length >= KEY_LENGTH_MIN &&
    /^([A-Z2-7]+|[a-z2-7]+)$/.test(text) &&
    /[2-7].*[2-7]/.test(text) &&
    /[2-7][A-Za-z]/.test(text)
  );
}

function toldNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : 'a number too large to be one';
}
