// Files that are no product for what stands in them or lacks: each is refused with the right path and in plain words.
import { expect, test } from 'vitest';
import minimal from '../../../docs/examples/minimal.product.json';
import { code, differing, refuses, replaced, TEXT, told } from '../../../tests/support/bad-files';
import onvio from './onvio/product.json';

const life = (value: unknown): string => code({ lifeSeconds: { value } });

const MISSING = 'has nothing: the entry is missing; expected:';

test('the product files that all of these begin from are read', () => {
  expect(told(TEXT)).toEqual([]);
  expect(told(JSON.stringify(minimal))).toEqual([]);
});

refuses({
  missing: [
    [
      'the version',
      differing({ version: null }),
      `version ${MISSING} a text in quotation marks: a version such as 1.0.0`,
    ],
    [
      'the name',
      differing({ name: null }),
      `name ${MISSING} a text in quotation marks: some words, at most 400 characters, plain words without < or >`,
    ],
    ['all settings', differing({ policy: null }), `policy ${MISSING} a group with enforcement, lastUnboundWithCode`],
    [
      'one setting',
      differing({ policy: { repsMayIssue: null } }),
      `policy.repsMayIssue ${MISSING} a group with value, label, cites`,
    ],
    [
      'the value of a setting',
      differing({ policy: { repsMayIssue: { value: null } } }),
      `policy.repsMayIssue.value ${MISSING} true or false`,
    ],
    ['what a node is', differing({ nodes: { setup: { kind: null } } }), 'nodes.setup.kind has nothing'],
    ['the label of a node', differing({ nodes: { setup: { label: null } } }), `nodes.setup.label ${MISSING} a text`],
    [
      'the first screen of a desk',
      differing({ desks: { admin: { root: null } } }),
      'desks.admin has an empty group { }; expected: a group with root, or a group with closed',
    ],
    ['the file', '', 'line 1, column 1 has the end of the file; expected: what the entry says'],
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
      'nodes has a list [ … ]; expected: a group { … }',
    ],
    [
      'a list for the kinds of codes',
      JSON.stringify({ ...onvio, policy: { ...onvio.policy, codes: [] } }),
      'policy.codes has a list [ … ]; expected: a group { … }',
    ],
    [
      'a list for the variants',
      JSON.stringify({ ...onvio, variants: [] }),
      'variants has a list [ … ]; expected: a group { … }',
    ],
    [
      'a list for the differences',
      differing({ variants: { 'revision-1': { differences: [] } } }),
      'variants.revision-1.differences has a list [ … ]; expected: a group { … }',
    ],
    [
      'a list for nodes in a variant',
      differing({ variants: { 'revision-1': { differences: { nodes: [] } } } }),
      'variants.revision-1.differences.nodes has a list [ … ]; expected: a group { … }',
    ],
    [
      'an object for a list',
      differing({ policy: { rights: { action: 'issueCode' } } }),
      'policy.rights has a group { … }; expected: a list [ … ]',
    ],
    [
      'a word for yes or no',
      differing({ policy: { repsMayIssue: { value: 'no' } } }),
      'policy.repsMayIssue.value has "no"; expected: true or false, without quotation marks',
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
    ['a text for the whole file', '"a product"', '(the whole file) has "a product"; expected: a group { … }'],
    ['a list for the whole file', '[]', '(the whole file) has a list [ … ]; expected: a group { … }'],
  ],
  'an unknown key': [
    [
      'at the top',
      differing({ colour: 'red' }),
      'colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out',
    ],
    [
      'among the settings',
      differing({ policy: { colour: 1 } }),
      'policy.colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out',
    ],
    [
      'in a setting',
      differing({ policy: { selfIssue: { colour: 1 } } }),
      'policy.selfIssue.colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out',
    ],
    [
      'in a node',
      differing({ nodes: { setup: { colour: 1 } } }),
      'nodes.setup.colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out',
    ],
    [
      'in the words',
      differing({ words: { signIn: { colour: 'x' } } }),
      'words.signIn.colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out',
    ],
    [
      'in a variant',
      differing({ variants: { 'revision-1': { differences: { colour: 1 } } } }),
      'variants.revision-1.differences.colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out',
    ],
    [
      'a key spelled otherwise',
      differing({ Version: '1.0.0' }),
      'Version has the entry “Version”; expected: no entry by this name: look at its spelling, or take it out',
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
});
