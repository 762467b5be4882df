// The text of a file that somebody opened, whatever it says: of a bearable size, unpacked where it is packed, and text.
import { WHOLE_FILE, type Problem } from '../products/problem';
import { unpacked } from './unpack';

/** Of a file, and of what comes out of a packed one. */
export const FILE_MAX_BYTES = 10_000_000;

export type FileText =
  { readonly isText: true; readonly text: string } | { readonly isText: false; readonly problem: Problem };

/** The text of a file in JSON, plain or packed by gzip; or what is in the way. */
export async function textOf(file: Blob): Promise<FileText> {
  if (file.size > FILE_MAX_BYTES) return refused(`${told(file.size)} bytes`, AT_MOST);
  const bytes = await read(file);
  if (bytes === null) return refused('a file that cannot be read any more', 'a file that is still where it was');
  if (begins(bytes, ZIP)) {
    return refused('a ZIP archive', 'the file inside it: unpack the archive, and open the .json file that comes out');
  }
  if (!begins(bytes, GZIP)) return decoded(bytes);
  const inside = await unpacked(bytes, 'gzip', FILE_MAX_BYTES);
  if (inside.isUnpacked) {
    return begins(inside.bytes, GZIP)
      ? refused('a packed file within a packed file', 'a file that is packed once at most')
      : decoded(inside.bytes);
  }
  return inside.fault === 'too-large'
    ? refused(`a packed file that holds more than ${told(FILE_MAX_BYTES)} bytes`, AT_MOST)
    : inside.fault === 'damaged'
      ? refused('a packed file that is damaged or cut short', 'the whole file: fetch or save it again')
      : refused('a packed file, which this browser cannot unpack', 'the .json file inside it');
}

const AT_MOST = `at most ${told(FILE_MAX_BYTES)} bytes`;
const GZIP = [0x1f, 0x8b];
/** Of an archive, an empty one, and a part of one. */
const ZIP = [0x50, 0x4b];

function begins(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign);
}

async function read(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** A byte order mark is left out; anything that is no UTF-8 is refused, because what stands in its place is unknown. */
function decoded(bytes: Uint8Array): FileText {
  try {
    return { isText: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refused('characters that are no text', 'a text file, as the lab saves it');
  }
}

function refused(found: string, expected: string): FileText {
  return { isText: false, problem: { path: WHOLE_FILE, found, expected } };
}

/** `10,000,000`. */
function told(count: number): string {
  return count.toLocaleString('en-GB');
}
