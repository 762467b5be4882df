// What the fetched JavaScript is made of: each file's compressed bytes shared out among its sources by their length in
// it, from the source maps that the benchmark's build writes beside them.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/**
 * @param {string} folder where the files are served from
 * @param {readonly { path: string, bytes: number }[]} files
 * @returns {{ name: string, bytes: number }[]} packages and folders of the source, the largest first
 */
export function partsOf(folder, files) {
  /** @type {Map<string, number>} */
  const parts = new Map();
  for (const { path, bytes } of files) {
    const lengths = lengthsIn(`${folder}${path}`);
    const whole = [...lengths.values()].reduce((sum, length) => sum + length, 0);
    for (const [name, length] of lengths) parts.set(name, (parts.get(name) ?? 0) + (bytes * length) / whole);
  }
  return [...parts].map(([name, bytes]) => ({ name, bytes })).sort((one, other) => other.bytes - one.bytes);
}

/**
 * @param {string} file
 * @returns {Map<string, number>}
 */
function lengthsIn(file) {
  const code = readFileSync(file, 'utf8');
  if (!existsSync(`${file}.map`)) return new Map([['without a source map', code.length]]);
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  /** @type {Map<string, number>} */
  const lengths = new Map();
  for (const [line, text] of code.split('\n').entries()) {
    for (let column = 0; column < text.length; column += 1) {
      const entry = map.findEntry(line, column);
      const name = partOf('originalSource' in entry ? String(entry.originalSource) : '');
      lengths.set(name, (lengths.get(name) ?? 0) + 1);
    }
  }
  return lengths;
}

/** @param {string} source */
function partOf(source) {
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  if (library !== undefined) return library;
  return /src\/(lib\/[a-z]+|[a-z]+)/.exec(source)?.[0] ?? 'glue of the bundler and templates';
}
