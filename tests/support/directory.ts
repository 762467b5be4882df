// Directories read for the firm of the story that ships: a header, a good first row, and what reading says.
import type { Problem } from '../../src/lib/products/problem';
import { readDirectory, type DirectoryRead, type DirectoryWish } from '../../src/lib/scenarios/directory-csv';
import { startingPoint } from './play';

export const HEADER = 'name,email,department,area,admin,mfa,devices,signs in with';
export const FIRST = 'Ada Park,ada@firm.example,Partners,staff,primary,on,phone paired,password';
/** What is expected of an address. */
export const ADDRESS = 'an address in lower case that ends in .example';

type Read = DirectoryRead & { isRead: true };

export function readFor(text: string, wish: Partial<DirectoryWish> = {}): DirectoryRead {
  return readDirectory(text, {
    firm: 'birch-lowe',
    people: startingPoint.people,
    mode: 'replace',
    isFictional: false,
    ...wish,
  });
}

/** The rows of a directory that can be read as a whole. */
export function rowsOf(text: string, wish: Partial<DirectoryWish> = {}): Read {
  const result = readFor(text, wish);
  if (!result.isRead) throw new Error(JSON.stringify(result.problems));
  return result;
}

/** What is wrong with a directory as a whole. */
export function problemsOf(text: string): readonly Problem[] {
  const result = readFor(text);
  return result.isRead ? [] : result.problems;
}
