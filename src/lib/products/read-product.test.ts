import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choiceOf, SETTING_NAMES, type Setting, type SettingValue } from '../domain/policy';
import { mergePatch } from './merge-patch';
import { catalogueOf } from './edition';
import onvio from './onvio/product.json';
import { readProduct, type Problem } from './read-product';
import type { Product } from './schema';

const files = import.meta.glob<unknown>('./*/product.json', { eager: true, import: 'default' });

/** The problems that reading the product with this difference finds. */
function problemsWith(difference: object): readonly Problem[] {
  const read = readProduct('format' in difference ? difference : mergePatch(onvio, difference));
  return read.isRead ? [] : read.problems;
}

describe('reading a product', () => {
  for (const [path, file] of Object.entries(files)) {
    test(`${path} is read in all of its variants`, () => {
      const read = readProduct(file);
      expect(read.isRead ? [] : read.problems).toEqual([]);
      expect(path).toBe(`./${(file as Product).id}/product.json`);
    });
  }

  test('every folder of a product holds a file that is read', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((each) => each.isDirectory());
    expect(Object.keys(files)).toEqual(folders.map(({ name }) => `./${name}/product.json`).toSorted());
  });

  test('every setting that offers choices stands at one of them, in every variant', () => {
    const astray = Object.entries(files).flatMap(([path, file]) =>
      Object.entries(catalogueOf(file as Product)).flatMap(([variant, policy]) =>
        SETTING_NAMES.filter((name) => {
          const setting: Setting<SettingValue> | undefined = policy[name];
          return setting?.choices !== undefined && choiceOf(setting, setting.value) === undefined;
        }).map((name) => `${path}, ${variant}: ${name}`),
      ),
    );
    expect(astray).toEqual([]);
  });

  const mistakes: readonly (readonly [string, object, Problem])[] = [
    [
      'a setting that is missing',
      { policy: { pushLifeSeconds: null } },
      {
        path: 'policy.pushLifeSeconds',
        found: 'nothing: the entry is missing',
        expected: 'a group with value, label, cites',
      },
    ],
    [
      'a value of a wrong type',
      { policy: { pushLifeSeconds: { value: '300' } } },
      { path: 'policy.pushLifeSeconds.value', found: '"300"', expected: 'a number, without quotation marks' },
    ],
    [
      'a value that is none of the known ones',
      { policy: { sessionAtCodeEnd: { value: 'maybe' } } },
      { path: 'policy.sessionAtCodeEnd.value', found: '"maybe"', expected: 'one of "goes-on", "ends"' },
    ],
    [
      'a tool of support without the words for what support may do',
      { nodes: { 'code-tool-queue': { remove: null } } },
      {
        path: 'nodes.code-tool-queue',
        found: 'no words for “remove”',
        expected: 'some: support has the right to removeCode',
      },
    ],
    [
      'an unknown key',
      { policy: { colour: 'red' } },
      {
        path: 'policy.colour',
        found: 'the entry “colour”',
        expected: 'no entry by this name: look at its spelling, or take it out',
      },
    ],
    [
      'a life of less than a second',
      { policy: { codes: { temporaryCode: { lifeSeconds: { value: -1 } } } } },
      { path: 'policy.codes.temporaryCode.lifeSeconds.value', found: '-1', expected: 'at least 1 second' },
    ],
    [
      'markup in a label',
      { nodes: { setup: { label: '<b>Setup</b>' } } },
      { path: 'nodes.setup.label', found: '"<b>Setup</b>"', expected: 'plain words without < or >' },
    ],
    [
      'something that is no fact id',
      { nodes: { setup: { cites: ['see above'] } } },
      { path: 'nodes.setup.cites.0', found: '"see above"', expected: 'a fact id such as ONV-8a' },
    ],
    [
      'a node that leads nowhere',
      { nodes: { 'staff-edit': { opens: 'nowhere' } } },
      { path: 'nodes.staff-edit', found: '“nowhere”', expected: 'the id of a node in `nodes`' },
    ],
    [
      'a node that nothing leads to',
      { nodes: { island: { kind: 'text', text: 'Alone' } } },
      { path: 'nodes.island', found: 'no way to it from any desk', expected: 'a node that a desk leads to' },
    ],
    [
      'a node under two others',
      { nodes: { 'home-section': { children: ['home-name', 'staff-list'] } } },
      {
        path: 'nodes.staff-list',
        found: 'a place under each of home-section and staff',
        expected: 'one place to stand',
      },
    ],
    [
      'a cycle that no desk leads to',
      {
        nodes: {
          one: { kind: 'tab', label: 'One', children: ['two'] },
          two: { kind: 'tab', label: 'Two', children: ['one'] },
        },
      },
      { path: 'nodes.one', found: 'a way back to itself: one, two, one', expected: 'a way down that comes to an end' },
    ],
    [
      'a cycle back to the root',
      { nodes: { 'home-section': { children: ['portal'] } } },
      {
        path: 'nodes.portal',
        found: 'a way back to itself: portal, home-link, home, home-section, portal',
        expected: 'a way down that comes to an end',
      },
    ],
    [
      'a link to a step that is none',
      { nodes: { 'enter-a-code': { goes: 'home' } } },
      {
        path: 'nodes.enter-a-code',
        found: '“home” to go to',
        expected:
          'one of the sign-in steps sign-in, sign-in-push, sign-in-code-due, sign-in-code, sign-in-enrol, sign-in-continue',
      },
    ],
    [
      'a code that is issued and shown nowhere',
      { nodes: { 'staff-generate': { opens: null }, 'staff-issued': null } },
      {
        path: 'nodes.staff-generate',
        found: 'nothing that it opens',
        expected: 'an issuedCode node to open, since it issues a code',
      },
    ],
    [
      'a home that is not in the menu',
      { nodes: { portal: { home: 'home' } } },
      { path: 'nodes.portal', found: '“home” as its home', expected: 'one of the links in its `nav`' },
    ],
    [
      'a menu that holds what it does not draw',
      { nodes: { setup: { children: ['setup-clients', 'staff'] }, 'setup-staff': null } },
      { path: 'nodes.setup', found: '“staff” in it', expected: 'links, or sections of links, only' },
    ],
    [
      'a section of a menu that holds another section',
      {
        nodes: {
          setup: { children: ['outer', 'setup-clients'] },
          outer: { kind: 'section', label: 'Outer', children: ['inner'] },
          inner: { kind: 'section', label: 'Inner', children: ['setup-staff'] },
        },
      },
      { path: 'nodes.setup', found: '“inner” in it', expected: 'links, or sections of links, only' },
    ],
    [
      'a step that the policy needs and nobody drew',
      { desks: { user: { steps: { code: null } } } },
      { path: 'desks.user.steps.code', found: 'nothing', expected: 'the screen for what the policy asks here' },
    ],
    [
      'a default variant that does not exist',
      { defaultVariant: 'revision-3' },
      { path: 'defaultVariant', found: '“revision-3”', expected: 'one of revision-1, revision-2' },
    ],
    [
      'a difference of a wrong type in one variant',
      { variants: { 'revision-1': { differences: { nodes: { 'staff-edit': { look: 'shiny' } } } } } },
      {
        path: 'variants.revision-1.differences.nodes.staff-edit.look',
        found: '"shiny"',
        expected: 'one of "button", "pencil", "link"',
      },
    ],
    [
      'an unknown key in one variant',
      { variants: { 'revision-1': { differences: { colour: 'red' } } } },
      {
        path: 'variants.revision-1.differences.colour',
        found: 'the entry “colour”',
        expected: 'no entry by this name: look at its spelling, or take it out',
      },
    ],
    [
      'a variant without the codes of the others',
      {
        ...onvio,
        variants: {
          ...onvio.variants,
          'revision-1': { label: 'Without codes', differences: { policy: { codes: { temporaryCode: null } } } },
        },
      },
      {
        path: 'variants.revision-1.differences.policy.codes',
        found: 'no codes',
        expected: 'the same kinds of codes as elsewhere: temporaryCode',
      },
    ],
  ];

  for (const [name, difference, expected] of mistakes) {
    test(`refuses ${name}, with the path, what was found and what was expected`, () => {
      expect(problemsWith(difference)).toContainEqual(expected);
    });
  }

  test('refuses what is no product at all', () => {
    for (const input of [null, [], 'product', 7, {}]) expect(readProduct(input).isRead).toBe(false);
  });

  test('reads __proto__ as an unknown key, and changes no prototype', () => {
    const read = readProduct(JSON.parse(JSON.stringify(onvio).replace('{', '{"__proto__":{"polluted":true},')));
    expect(read.isRead).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
