// The guide to walkthroughs is true: its template is a scenario, each of its examples is read over it in the world it names,
// and what it says is refused is refused in those words.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mergePatch } from '../src/lib/products/merge-patch';
import { problemsInWorld, readScenario } from '../src/lib/scenarios/read-scenario';
import { product, startingPoint } from './support/play';
import { ScenarioPlay } from './support/scenario-play';

const guide = readFileSync('docs/walkthroughs.md', 'utf8');
const template: unknown = JSON.parse(readFileSync('docs/examples/minimal.scenario.json', 'utf8'));
const blocks = [...guide.matchAll(/```json( refused)?\n([\s\S]*?)```(?:\s*> ([^\n]+))?/g)].map(
  ([, refused, text, words]) => ({ isRefused: refused !== undefined, text: text ?? '', words: words ?? '' }),
);

function problemsOf(file: unknown): readonly string[] {
  const read = readScenario(file);
  const problems = read.isRead ? problemsInWorld(read.scenario, product, startingPoint) : read.problems;
  return problems.map(({ path, found, expected }) => `\`${path}\` has ${found}; expected: ${expected}.`);
}

describe('the guide to walkthroughs', () => {
  test('its template is a scenario', () => {
    expect(problemsOf(template)).toEqual([]);
  });

  test('has examples that are read and examples that are refused', () => {
    expect(blocks.filter(({ isRefused }) => !isRefused).length).toBeGreaterThan(3);
    expect(blocks.filter(({ isRefused }) => isRefused).length).toBeGreaterThan(1);
  });

  for (const [index, { isRefused, text, words }] of blocks.entries()) {
    test(`example ${index + 1} is ${isRefused ? 'refused in the words the guide gives' : 'read, and begins'}`, () => {
      const file = mergePatch(template, JSON.parse(text));
      if (isRefused) expect(problemsOf(file)).toContain(words);
      else {
        expect(problemsOf(file)).toEqual([]);
        const read = readScenario(file);
        expect(read.isRead && new ScenarioPlay(read.scenario, 'seed').records.length).toBeGreaterThan(5);
      }
    });
  }
});
