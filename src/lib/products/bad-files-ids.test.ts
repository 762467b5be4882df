// Files whose screen map or ids do not hang together: each is refused with the right path and in plain words.
import { differing, NODE, refuses, replaced, TEXT } from '../../../tests/support/bad-files';
import onvio from './onvio/product.json';

refuses({
  'a dangling id': [
    [
      'under a button',
      differing({ nodes: { 'staff-edit': { opens: 'nowhere' } } }),
      'nodes.staff-edit has “nowhere”; expected: the id of a node in `nodes`',
    ],
    [
      'among children',
      differing({ nodes: { 'home-section': { children: ['home-name', 'gone'] } } }),
      'nodes.home-section has “gone”; expected: the id of a node',
    ],
    [
      'of the first screen of a desk',
      differing({ desks: { admin: { root: 'gone' } } }),
      'desks.admin.root has “gone”; expected: the id of a node',
    ],
    [
      'of a step of the sign-in',
      differing({ desks: { user: { steps: { push: 'gone' } } } }),
      'desks.user.steps.push has “gone”; expected: the id of a node',
    ],
    [
      'of another way to sign in',
      differing({ desks: { user: { otherWays: ['gone'] } } }),
      'desks.user.otherWays.0 has “gone”; expected: the id of a node',
    ],
    [
      'of a step that a link goes to',
      differing({ nodes: { 'enter-a-code': { goes: 'gone' } } }),
      'nodes.enter-a-code.goes has “gone”; expected: the id of a node',
    ],
    [
      'of the variant to begin with',
      differing({ defaultVariant: 'revision-9' }),
      'defaultVariant has “revision-9”; expected: one of revision-1, revision-2',
    ],
    [
      'named like something that every object has',
      differing({ nodes: { 'staff-edit': { opens: 'constructor' } } }),
      'nodes.staff-edit has “constructor”; expected: the id of a node',
    ],
  ],
  'a cycle in the screen map': [
    [
      'of one node',
      differing({ nodes: { round: { kind: 'tab', label: 'Round', children: ['round'] } } }),
      'nodes.round has a way back to itself: round, round; expected: a way down that comes to an end',
    ],
    [
      'of two nodes',
      differing({
        nodes: {
          one: { kind: 'tab', label: 'One', children: ['two'] },
          two: { kind: 'tab', label: 'Two', children: ['one'] },
        },
      }),
      'nodes.one has a way back to itself: one, two, one',
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
      'nodes.three has a way back to itself: three, one, two, three',
    ],
    [
      'back to the root of a desk',
      differing({ nodes: { 'home-section': { children: ['portal'] } } }),
      'nodes.portal has a way back to itself: portal',
    ],
    [
      'back to a node that a desk leads to',
      differing({ nodes: { 'home-section': { children: ['home-name', 'home'] } } }),
      'nodes.home has a place under each of home-link and home-section; expected: one place to stand',
    ],
    [
      'in one variant only',
      differing({
        variants: {
          'revision-1': { differences: { nodes: { round: { kind: 'tab', label: 'Round', children: ['round'] } } } },
        },
      }),
      'nodes.round has a way back to itself: round, round',
    ],
  ],
  'an id twice': [
    [
      'as a key of the file',
      replaced('"format": 1,', '"format": 1, "format": 1,'),
      'format has the same entry a second time, in line 2; expected: each entry once',
    ],
    [
      'as a key of a node',
      TEXT.replace('\n  "nodes": {', '\n  "nodes": {"portal": {},'),
      'nodes.portal has the same entry a second time',
    ],
    [
      'as a key written otherwise',
      replaced('"format": 1,', '"format": 1, "f\\u006frmat": 1,'),
      'format has the same entry a second time',
    ],
    [
      'a node under two others',
      differing({ nodes: { 'home-section': { children: ['home-name', 'staff-list'] } } }),
      'nodes.staff-list has a place under each of home-section and staff; expected: one place to stand',
    ],
    [
      'a node twice under one',
      differing({ nodes: { 'home-section': { children: ['home-name', 'home-name'] } } }),
      'nodes.home-name has a place under each of home-section and home-section; expected: one place to stand',
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
          'mail-text': NODE,
        },
      }),
      'desks.user.otherWays.1 has mail a second time; expected: each of them once',
    ],
  ],
});
