// Files that are no product, by class: each is refused with the right path and with words that say what was found and what
// was expected. They come in by the door by which everybody's do: as text.
import { describe, expect, test } from 'vitest';
import minimal from '../../../docs/examples/minimal.product.json';
import onvio from './onvio/product.json';
import { mergePatch } from './merge-patch';
import { DEPTH_MAX, readProductText, TEXT_MAX_CHARACTERS } from './read-product-text';

type Bad = readonly [name: string, text: string, told: string];

const TEXT = JSON.stringify(onvio, null, 2);

/** The product with this difference; null takes a key away. */
const differing = (difference: object): string => JSON.stringify(mergePatch(onvio, difference));
/** The product with one text of it in another's place; the text must be there once. */
function replaced(was: string, is: string): string {
  const parts = TEXT.split(was);
  if (parts.length !== 2) throw new Error(`“${was}” stands ${parts.length - 1} times in the file.`);
  return parts.join(is);
}
const code = (settings: object): string => differing({ policy: { codes: { temporaryCode: settings } } });
const life = (value: unknown): string => code({ lifeSeconds: { value } });
const levels = (count: number, [open, close]: readonly [string, string]): string =>
  open.repeat(count) + close.repeat(count);
const withDeep = (deep: string): string => replaced('"format": 1,', `"format": 1, "deep": ${deep},`);
const tool = { kind: 'text', text: 'Alone' };

const MISSING = 'has no value: the key is missing; expected:';
const AT_MOST = `expected: at most ${TEXT_MAX_CHARACTERS} characters`;
const FOREIGN = 'expected: another key: JavaScript knows something else by this name';
const PLAIN = 'expected: plain words without < or >';

const CLASSES: Readonly<Record<string, readonly Bad[]>> = {
  missing: [
    ['the version', differing({ version: null }), `version ${MISSING} a text: a version such as 1.0.0`],
    [
      'the name',
      differing({ name: null }),
      `name ${MISSING} a text: some words, at most 400 characters, plain words without < or >`,
    ],
    ['all settings', differing({ policy: null }), `policy ${MISSING} an object with enforcement, lastUnboundWithCode`],
    [
      'one setting',
      differing({ policy: { repsMayIssue: null } }),
      `policy.repsMayIssue ${MISSING} an object with value, label, cites`,
    ],
    [
      'the value of a setting',
      differing({ policy: { repsMayIssue: { value: null } } }),
      `policy.repsMayIssue.value ${MISSING} true or false`,
    ],
    ['what a node is', differing({ nodes: { setup: { kind: null } } }), 'nodes.setup.kind has no value'],
    ['the label of a node', differing({ nodes: { setup: { label: null } } }), `nodes.setup.label ${MISSING} a text`],
    [
      'the first screen of a desk',
      differing({ desks: { admin: { root: null } } }),
      'desks.admin has an object { … }; expected: an object with root, or an object with closed',
    ],
    ['the file', '', 'line 1, column 1 has the end of the file; expected: a value'],
  ],
  'of a wrong type': [
    [
      'a text for a number',
      differing({ policy: { pushLifeSeconds: { value: '300' } } }),
      'policy.pushLifeSeconds.value has "300"; expected: a number',
    ],
    ['a number for words', differing({ name: 7 }), 'name has 7; expected: a text'],
    [
      'a list for the nodes',
      JSON.stringify({ ...onvio, nodes: [] }),
      'nodes has a list [ … ]; expected: an object { … }',
    ],
    [
      'a list for the kinds of codes',
      JSON.stringify({ ...onvio, policy: { ...onvio.policy, codes: [] } }),
      'policy.codes has a list [ … ]; expected: an object { … }',
    ],
    [
      'a list for the variants',
      JSON.stringify({ ...onvio, variants: [] }),
      'variants has a list [ … ]; expected: an object { … }',
    ],
    [
      'a list for the differences',
      differing({ variants: { 'revision-1': { differences: [] } } }),
      'variants.revision-1.differences has a list [ … ]; expected: an object { … }',
    ],
    [
      'a list for nodes in a variant',
      differing({ variants: { 'revision-1': { differences: { nodes: [] } } } }),
      'variants.revision-1.differences.nodes has a list [ … ]; expected: an object { … }',
    ],
    [
      'an object for a list',
      differing({ policy: { rights: { action: 'issueCode' } } }),
      'policy.rights has an object { … }; expected: a list [ … ]',
    ],
    [
      'a word for yes or no',
      differing({ policy: { repsMayIssue: { value: 'no' } } }),
      'policy.repsMayIssue.value has "no"; expected: true or false',
    ],
    [
      'a value that is none of the choices',
      differing({ policy: { sessionAtCodeEnd: { value: 'maybe' } } }),
      'policy.sessionAtCodeEnd.value has "maybe"; expected: one of "goes-on", "ends"',
    ],
    [
      'a root that is a number',
      differing({ desks: { admin: { root: 5 } } }),
      'desks.admin.root has 5; expected: a text',
    ],
    ['a text for the whole file', '"a product"', '(the whole file) has "a product"; expected: an object { … }'],
    ['a list for the whole file', '[]', '(the whole file) has a list [ … ]; expected: an object { … }'],
  ],
  'an unknown key': [
    ['at the top', differing({ colour: 'red' }), 'colour has "colour"; expected: no such key'],
    ['among the settings', differing({ policy: { colour: 1 } }), 'policy.colour has "colour"; expected: no such key'],
    [
      'in a setting',
      differing({ policy: { selfIssue: { colour: 1 } } }),
      'policy.selfIssue.colour has "colour"; expected: no such key',
    ],
    [
      'in a node',
      differing({ nodes: { setup: { colour: 1 } } }),
      'nodes.setup.colour has "colour"; expected: no such key',
    ],
    [
      'in the words',
      differing({ words: { signIn: { colour: 'x' } } }),
      'words.signIn.colour has "colour"; expected: no such key',
    ],
    [
      'in a variant',
      differing({ variants: { 'revision-1': { differences: { colour: 1 } } } }),
      'variants.revision-1.differences.colour has "colour"; expected: no such key',
    ],
    ['a key spelled otherwise', differing({ Version: '1.0.0' }), 'Version has "Version"; expected: no such key'],
  ],
  'a dangling id': [
    [
      'under a button',
      differing({ nodes: { 'staff-edit': { opens: 'nowhere' } } }),
      'nodes.staff-edit has nowhere; expected: the id of a node in `nodes`',
    ],
    [
      'among children',
      differing({ nodes: { 'home-section': { children: ['home-name', 'gone'] } } }),
      'nodes.home-section has gone; expected: the id of a node',
    ],
    [
      'of the first screen of a desk',
      differing({ desks: { admin: { root: 'gone' } } }),
      'desks.admin.root has gone; expected: the id of a node',
    ],
    [
      'of a step of the sign-in',
      differing({ desks: { user: { steps: { push: 'gone' } } } }),
      'desks.user.steps.push has gone; expected: the id of a node',
    ],
    [
      'of another way to sign in',
      differing({ desks: { user: { otherWays: ['gone'] } } }),
      'desks.user.otherWays.0 has gone; expected: the id of a node',
    ],
    [
      'of a step that a link goes to',
      differing({ nodes: { 'enter-a-code': { goes: 'gone' } } }),
      'nodes.enter-a-code.goes has gone; expected: the id of a node',
    ],
    [
      'of the variant to begin with',
      differing({ defaultVariant: 'revision-9' }),
      'defaultVariant has revision-9; expected: one of revision-1, revision-2',
    ],
    [
      'named like something that every object has',
      differing({ nodes: { 'staff-edit': { opens: 'constructor' } } }),
      'nodes.staff-edit has constructor; expected: the id of a node',
    ],
  ],
  'a cycle in the screen map': [
    [
      'of one node',
      differing({ nodes: { round: { kind: 'tab', label: 'Round', children: ['round'] } } }),
      'nodes.round has under itself: round, round; expected: a way down that comes to an end',
    ],
    [
      'of two nodes',
      differing({
        nodes: {
          one: { kind: 'tab', label: 'One', children: ['two'] },
          two: { kind: 'tab', label: 'Two', children: ['one'] },
        },
      }),
      'nodes.one has under itself: one, two, one',
    ],
    [
      'of three nodes',
      differing({
        nodes: {
          one: { kind: 'tab', label: 'One', children: ['two'] },
          two: { kind: 'button', label: 'Two', look: 'link', opens: 'three' },
          three: { kind: 'panel', label: 'Three', children: ['one'] },
        },
      }),
      'nodes.three has under itself: three, one, two, three',
    ],
    [
      'back to the root of a desk',
      differing({ nodes: { 'home-section': { children: ['portal'] } } }),
      'nodes.portal has under itself: portal',
    ],
    [
      'back to a node that a desk leads to',
      differing({ nodes: { 'home-section': { children: ['home-name', 'home'] } } }),
      'nodes.home has under home-link and home-section; expected: one place to stand',
    ],
    [
      'in one variant only',
      differing({
        variants: {
          'revision-1': { differences: { nodes: { round: { kind: 'tab', label: 'Round', children: ['round'] } } } },
        },
      }),
      'nodes.round has under itself: round, round',
    ],
  ],
  'a negative or senseless life or number': [
    ['a life below zero', life(-1), 'policy.codes.temporaryCode.lifeSeconds.value has -1; expected: at least 1 second'],
    ['a life of nothing', life(0), 'policy.codes.temporaryCode.lifeSeconds.value has 0; expected: at least 1 second'],
    ['half a second', life(1.5), 'policy.codes.temporaryCode.lifeSeconds.value has 1.5; expected: a whole number'],
    [
      'a life without end that JSON cannot say',
      replaced('"value": 86400,', '"value": 1e999,'),
      'policy.codes.temporaryCode.lifeSeconds.value has Infinity; expected: a whole number',
    ],
    [
      'a prompt that lives backwards',
      differing({ policy: { pushLifeSeconds: { value: -300 } } }),
      'policy.pushLifeSeconds.value has -300; expected: at least 1 second',
    ],
    [
      'a wait below zero',
      differing({ policy: { throttle: { value: { firstWaitSeconds: -30 } } } }),
      'policy.throttle.value.firstWaitSeconds has -30; expected: at least 1 second',
    ],
    [
      'fewer than no failures',
      differing({ policy: { throttle: { value: { failuresMax: -1 } } } }),
      'policy.throttle.value.failuresMax has -1; expected: at least 1',
    ],
    [
      'a code of no symbols',
      code({ form: { value: { length: 0 } } }),
      'policy.codes.temporaryCode.form.value.length has 0; expected: at least 4',
    ],
    [
      'a time step of less than a second',
      differing({
        policy: { totp: { value: { algorithm: 'SHA-1', digits: 6, periodSeconds: -30 }, label: 'Codes', cites: [] } },
      }),
      'policy.totp.value.periodSeconds has -30; expected: at least 1',
    ],
    [
      'fewer than no time steps',
      differing({ policy: { acceptedTimeSteps: { value: -1, label: 'Steps', cites: [] } } }),
      'policy.acceptedTimeSteps.value has -1; expected: at least 0',
    ],
  ],
  'too large': [
    ['by one character', `${TEXT}${' '.repeat(TEXT_MAX_CHARACTERS + 1 - TEXT.length)}`, AT_MOST],
    ['a long label', JSON.stringify({ ...onvio, name: 'x'.repeat(TEXT_MAX_CHARACTERS) }), AT_MOST],
    [
      'many nodes',
      JSON.stringify({
        ...onvio,
        nodes: Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`n${index}`, tool])),
      }),
      AT_MOST,
    ],
    ['twenty million signs that are no JSON', '"'.repeat(20_000_000), AT_MOST],
    ['a thousand products', TEXT.repeat(1000), AT_MOST],
    [
      'a label over 400 characters',
      differing({ name: 'x'.repeat(401) }),
      'name has a length of 401; expected: at most 400 characters',
    ],
    [
      'an alphabet of 65 symbols',
      code({ form: { value: { alphabet: 'x'.repeat(65) } } }),
      'policy.codes.temporaryCode.form.value.alphabet has a length of 65; expected: a length of at most 64',
    ],
  ],
  'too deep': [
    [
      'lists',
      withDeep(levels(DEPTH_MAX, ['[', ']'])),
      `(the whole file) has ${DEPTH_MAX + 1} levels; expected: at most ${DEPTH_MAX} levels`,
    ],
    ['objects', withDeep(`${'{"a":'.repeat(DEPTH_MAX)}1${'}'.repeat(DEPTH_MAX)}`), `has ${DEPTH_MAX + 1} levels`],
    ['lists in objects', withDeep(`${'{"a":['.repeat(40)}1${']}'.repeat(40)}`), 'has 81 levels'],
    ['a hundred thousand levels', levels(100_000, ['[', ']']), 'has 100000 levels'],
    ['levels that are never closed', '['.repeat(400_000), 'has 400000 levels'],
    [
      'differences of a variant',
      replaced('"nodes": {\n    "portal"', `"deep": ${levels(70, ['[', ']'])},\n  "nodes": {\n    "portal"`),
      'has 71 levels',
    ],
  ],
  'a key by which JavaScript knows something else': [
    [
      'at the top',
      TEXT.replace('{', '{"__proto__": {"polluted": true},'),
      `__proto__ has the key “__proto__”; ${FOREIGN}`,
    ],
    [
      'among the nodes',
      TEXT.replace('\n  "nodes": {', '\n  "nodes": {"__proto__": {"kind": "text", "text": "Hi"},'),
      `nodes.__proto__ has the key “__proto__”; ${FOREIGN}`,
    ],
    [
      'a node called constructor',
      differing({ nodes: { constructor: tool } }),
      `nodes.constructor has the key “constructor”; ${FOREIGN}`,
    ],
    [
      'a node called prototype',
      differing({ nodes: { prototype: tool } }),
      `nodes.prototype has the key “prototype”; ${FOREIGN}`,
    ],
    [
      'a variant called constructor',
      differing({ variants: { constructor: { label: 'Mine', differences: {} } } }),
      `variants.constructor has the key “constructor”; ${FOREIGN}`,
    ],
    [
      'deep in the differences of a variant',
      TEXT.replace('"differences": {', '"differences": {"words": {"__proto__": {"polluted": true}},'),
      `.differences.words.__proto__ has the key “__proto__”; ${FOREIGN}`,
    ],
    [
      'toString in a setting',
      TEXT.replace('"enforcement": {', '"enforcement": {"toString": 1,'),
      `policy.enforcement.toString has the key “toString”; ${FOREIGN}`,
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
  'an id twice': [
    [
      'as a key of the file',
      replaced('"format": 1,', '"format": 1, "format": 1,'),
      'format has the key a second time, in line 2; expected: each key once',
    ],
    [
      'as a key of a node',
      TEXT.replace('\n  "nodes": {', '\n  "nodes": {"portal": {},'),
      'nodes.portal has the key a second time',
    ],
    [
      'as a key written otherwise',
      replaced('"format": 1,', '"format": 1, "f\\u006frmat": 1,'),
      'format has the key a second time',
    ],
    [
      'a node under two others',
      differing({ nodes: { 'home-section': { children: ['home-name', 'staff-list'] } } }),
      'nodes.staff-list has under home-section and staff; expected: one place to stand',
    ],
    [
      'a node twice under one',
      differing({ nodes: { 'home-section': { children: ['home-name', 'home-name'] } } }),
      'nodes.home-name has under home-section and home-section; expected: one place to stand',
    ],
    [
      'a way to verify a caller',
      JSON.stringify({
        ...onvio,
        policy: {
          ...onvio.policy,
          callerVerification: [...onvio.policy.callerVerification, onvio.policy.callerVerification[0]],
        },
      }),
      'policy.callerVerification.2 has licence-pin a second time; expected: each of them once',
    ],
    [
      'a choice of a setting',
      differing({
        policy: { repsMayIssue: { choices: [true, false, true].map((value) => ({ value, label: 'So', cites: [] })) } },
      }),
      'policy.repsMayIssue.choices.2 has true a second time; expected: each of them once',
    ],
    [
      'another way to sign in',
      differing({
        desks: { user: { otherWays: ['mail', 'mail'] } },
        nodes: {
          mail: { kind: 'page', label: 'Mail', address: 'onvio.example/mail', children: ['mail-text'] },
          'mail-text': tool,
        },
      }),
      'desks.user.otherWays.1 has mail a second time; expected: each of them once',
    ],
  ],
};

function told(text: string): readonly string[] {
  const read = readProductText(text);
  return read.isRead
    ? []
    : read.problems.map(({ path, found, expected }) => `${path} has ${found}; expected: ${expected}`);
}

describe('a product file', () => {
  test('that all of these begin from is read', () => {
    expect(told(TEXT)).toEqual([]);
    expect(told(JSON.stringify(minimal))).toEqual([]);
  });

  for (const [name, bad] of Object.entries(CLASSES)) {
    describe(`with ${name}`, () => {
      test('is tried in five ways or more', () => expect(bad.length).toBeGreaterThanOrEqual(5));

      for (const [what, text, words] of bad) {
        test(`is refused: ${what}`, () => {
          const problems = told(text);
          expect(problems.join('\n')).toContain(words);
          expect(problems.join('\n')).not.toMatch(/undefined|Invalid|expected: expected|\[object/);
        });
      }
    });
  }

  test('changes no prototype, whatever it holds', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});
