// Files that mean harm, or would do some: too large, too deep, with keys that JavaScript knows otherwise, with markup.
import { expect, test } from 'vitest';
import { code, differing, NODE, refuses, replaced, TEXT } from '../../../tests/support/bad-files';
import onvio from './onvio/product.json';
import { DEPTH_MAX, TEXT_MAX_CHARACTERS } from './read-product-text';

const levels = (count: number, [open, close]: readonly [string, string]): string =>
  open.repeat(count) + close.repeat(count);
const withDeep = (deep: string): string => replaced('"format": 1,', `"format": 1, "deep": ${deep},`);

const AT_MOST = `expected: at most ${TEXT_MAX_CHARACTERS} characters`;
const FOREIGN = 'expected: another name: in a browser this one means something else';
const PLAIN = 'expected: plain words without < or >';

refuses({
  'too large': [
    ['by one character', `${TEXT}${' '.repeat(TEXT_MAX_CHARACTERS + 1 - TEXT.length)}`, AT_MOST],
    ['a long label', JSON.stringify({ ...onvio, name: 'x'.repeat(TEXT_MAX_CHARACTERS) }), AT_MOST],
    [
      'many nodes',
      JSON.stringify({
        ...onvio,
        nodes: Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`n${index}`, NODE])),
      }),
      AT_MOST,
    ],
    ['twenty million signs that are no JSON', '"'.repeat(20_000_000), AT_MOST],
    ['a thousand products', TEXT.repeat(1000), AT_MOST],
    [
      'a label over 400 characters',
      differing({ name: 'x'.repeat(401) }),
      'name has 401 characters; expected: at most 400 characters',
    ],
    [
      'an alphabet of 65 symbols',
      code({ form: { value: { alphabet: 'x'.repeat(65) } } }),
      'policy.codes.temporaryCode.form.value.alphabet has 65 characters; expected: no more than 64',
    ],
  ],
  'too deep': [
    [
      'lists',
      withDeep(levels(DEPTH_MAX, ['[', ']'])),
      `(the whole file) has ${DEPTH_MAX + 1} levels of brackets in brackets; expected: at most ${DEPTH_MAX} levels`,
    ],
    ['objects', withDeep(`${'{"a":'.repeat(DEPTH_MAX)}1${'}'.repeat(DEPTH_MAX)}`), `has ${DEPTH_MAX + 1} levels`],
    [
      'lists in objects',
      withDeep(`${'{"a":['.repeat(40)}1${']}'.repeat(40)}`),
      'has 81 levels of brackets in brackets',
    ],
    ['a hundred thousand levels', levels(100_000, ['[', ']']), 'has 100000 levels of brackets in brackets'],
    ['levels that are never closed', '['.repeat(400_000), 'has 400000 levels of brackets in brackets'],
    [
      'differences of a variant',
      replaced('"nodes": {\n    "portal"', `"deep": ${levels(70, ['[', ']'])},\n  "nodes": {\n    "portal"`),
      'has 71 levels of brackets in brackets',
    ],
  ],
  'a key by which JavaScript knows something else': [
    [
      'at the top',
      TEXT.replace('{', '{"__proto__": {"polluted": true},'),
      `__proto__ has the entry “__proto__”; ${FOREIGN}`,
    ],
    [
      'among the nodes',
      TEXT.replace('\n  "nodes": {', '\n  "nodes": {"__proto__": {"kind": "text", "text": "Hi"},'),
      `nodes.__proto__ has the entry “__proto__”; ${FOREIGN}`,
    ],
    [
      'a node called constructor',
      differing({ nodes: { constructor: NODE } }),
      `nodes.constructor has the entry “constructor”; ${FOREIGN}`,
    ],
    [
      'a node called prototype',
      differing({ nodes: { prototype: NODE } }),
      `nodes.prototype has the entry “prototype”; ${FOREIGN}`,
    ],
    [
      'a variant called constructor',
      differing({ variants: { constructor: { label: 'Mine', differences: {} } } }),
      `variants.constructor has the entry “constructor”; ${FOREIGN}`,
    ],
    [
      'deep in the differences of a variant',
      TEXT.replace('"differences": {', '"differences": {"words": {"__proto__": {"polluted": true}},'),
      `.differences.words.__proto__ has the entry “__proto__”; ${FOREIGN}`,
    ],
    [
      'toString in a setting',
      TEXT.replace('"enforcement": {', '"enforcement": {"toString": 1,'),
      `policy.enforcement.toString has the entry “toString”; ${FOREIGN}`,
    ],
  ],
  'markup in words': [
    [
      'in a label',
      differing({ nodes: { setup: { label: '<b>Setup</b>' } } }),
      `nodes.setup.label has "<b>Setup</b>"; ${PLAIN}`,
    ],
    [
      'in the name',
      differing({ name: '<img src=x onerror=alert(1)>' }),
      `name has "<img src=x onerror=alert(1)>"; ${PLAIN}`,
    ],
    ['in the notice', differing({ notice: 'Fine, but <i>' }), `notice has "Fine, but <i>"; ${PLAIN}`],
    [
      'in what the sign-in says',
      differing({ words: { signIn: { notRecognised: '<script>1</script>' } } }),
      `words.signIn.notRecognised has "<script>1</script>"; ${PLAIN}`,
    ],
    [
      'in the choice of a setting',
      differing({ policy: { selfIssue: { label: 'a > b' } } }),
      `policy.selfIssue.label has "a > b"; ${PLAIN}`,
    ],
    [
      'in the label of a variant',
      differing({ variants: { 'revision-1': { label: '<br>' } } }),
      `variants.revision-1.label has "<br>"; ${PLAIN}`,
    ],
    [
      'in a node of one variant',
      differing({ variants: { 'revision-1': { differences: { nodes: { setup: { label: '<u>' } } } } } }),
      `variants.revision-1.differences.nodes.setup.label has "<u>"; ${PLAIN}`,
    ],
  ],
});

test('a product file changes no prototype, whatever it holds', () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});
