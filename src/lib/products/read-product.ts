// Reading a product file that somebody made: its shape first, then what a shape cannot say. Every problem names the
// path, what was found there and what was expected; nothing is ever half-read.
import { editionOf } from './edition';
import { wishesOf } from '../domain/rights';
import { heldAgainst } from './held-against';
import type { Problem } from './problem';
import { EditionSchema, ProductSchema, type Edition, type Product, type ScreenNode } from './schema';
import { idsUnder, TOOL_WORDS, type NodeMap } from './screen-map';
import { problemsOfTwins } from './twins';

export type { Problem };

export type ReadResult =
  | { readonly isRead: true; readonly product: Product }
  | { readonly isRead: false; readonly problems: readonly Problem[] };

/** Reads parsed JSON as a product, in all of its variants. */
export function readProduct(input: unknown): ReadResult {
  const held = heldAgainst(ProductSchema, input);
  if (!held.fits) return { isRead: false, problems: held.problems };
  const product = held.output;
  if (!Object.hasOwn(product.variants, product.defaultVariant)) {
    return refused(
      'defaultVariant',
      `“${product.defaultVariant}”`,
      `one of ${Object.keys(product.variants).join(', ')}`,
    );
  }
  const problems = [
    ...Object.keys(product.variants).flatMap((variant) => problemsIn(product, variant)),
    ...problemsOfFamilies(product),
  ];
  return problems.length === 0 ? { isRead: true, product } : { isRead: false, problems };
}

function problemsIn(product: Product, variant: string): readonly Problem[] {
  const under = `variants.${variant}.differences`;
  const edition = heldAgainst(EditionSchema, editionOf(product, variant), under);
  return edition.fits ? [...problemsOfTwins(edition.output), ...problemsInMap(edition.output)] : edition.problems;
}

/** A code issued in one variant must mean something in every other that the lab can switch to. */
function problemsOfFamilies(product: Product): readonly Problem[] {
  const families = Object.keys(product.policy.codes).toSorted().join(', ');
  return Object.keys(product.variants).flatMap((variant) => {
    const found = Object.keys(editionOf(product, variant).policy.codes).toSorted().join(', ');
    const path = `variants.${variant}.differences.policy.codes`;
    return found === families
      ? []
      : [
          {
            path,
            found: found === '' ? 'no codes' : found,
            expected: `the same kinds of codes as elsewhere: ${families}`,
          },
        ];
  });
}

function problemsInMap(edition: Edition): readonly Problem[] {
  const { nodes, desks } = edition;
  const { steps } = desks.user;
  const roots: readonly (readonly [string, string])[] = [
    ...('root' in desks.admin ? [['desks.admin.root', desks.admin.root] as const] : []),
    ['desks.user.root', desks.user.root],
    ...Object.entries(steps).map(([step, id]: [string, string]) => [`desks.user.steps.${step}`, id] as const),
    ...(desks.user.otherWays ?? []).map((id, index) => [`desks.user.otherWays.${index}`, id] as const),
    ...('root' in desks.support ? [['desks.support.root', desks.support.root] as const] : []),
    ...('root' in desks.support && desks.support.call !== undefined
      ? [['desks.support.call', desks.support.call] as const]
      : []),
  ];
  const dangling = [...roots, ...edgesOf(nodes)].filter(([, id]) => !Object.hasOwn(nodes, id));
  if (dangling.length > 0) {
    return dangling.map(([path, id]) => ({ path, found: `“${id}”`, expected: 'the id of a node in `nodes`' }));
  }
  return [
    ...problemsOfTree(nodes, new Set(roots.map(([, id]) => id))),
    ...problemsOfUse(nodes, edition),
    ...problemsOfSteps(edition),
    ...problemsOfSupport(edition),
  ];
}

function edgesOf(nodes: NodeMap): readonly (readonly [string, string])[] {
  return Object.entries(nodes).flatMap(([id, node]) => [
    ...idsUnder(node).map((child) => [`nodes.${id}`, child] as const),
    ...(node.kind === 'stepLink' ? [[`nodes.${id}.goes`, node.goes] as const] : []),
    ...(node.kind === 'app' ? [[`nodes.${id}.home`, node.home] as const] : []),
  ]);
}

/** Every node stands under exactly one other, or is a root; and a walk downwards never comes back. */
function problemsOfTree(nodes: NodeMap, roots: ReadonlySet<string>): readonly Problem[] {
  const parents = new Map<string, string[]>();
  for (const [id, node] of Object.entries(nodes)) {
    for (const child of idsUnder(node)) parents.set(child, [...(parents.get(child) ?? []), id]);
  }
  const reached = reachedFrom(nodes, roots);
  return Object.keys(nodes).flatMap((id) => {
    const above = parents.get(id) ?? [];
    const path = `nodes.${id}`;
    if (above.length > 1)
      return [{ path, found: `a place under each of ${above.join(' and ')}`, expected: 'one place to stand' }];
    const round = roundFrom(parents, id);
    if (round !== null)
      return [{ path, found: `a way back to itself: ${round}`, expected: 'a way down that comes to an end' }];
    if (above.length === 1 && roots.has(id)) {
      return [{ path, found: `a place under ${above.join()}`, expected: 'none: a desk begins with it' }];
    }
    return reached.has(id)
      ? []
      : [{ path, found: 'no way to it from any desk', expected: 'a node that a desk leads to' }];
  });
}

/** The way from a node up to itself, where there is one, told from the top. */
function roundFrom(parents: ReadonlyMap<string, readonly string[]>, id: string): string | null {
  const way = [id];
  for (let [at] = parents.get(id) ?? []; at !== undefined; [at] = parents.get(at) ?? []) {
    if (at === id) return [id, ...way].join(', ');
    if (way.includes(at)) return null;
    way.unshift(at);
  }
  return null;
}

function reachedFrom(nodes: NodeMap, roots: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes[id];
    if (node === undefined || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...idsUnder(node));
  }
  return reached;
}

/** What a node needs of others: steps lead to steps, an issued code is shown somewhere, a menu leads somewhere. */
function problemsOfUse(nodes: NodeMap, edition: Edition): readonly Problem[] {
  const { user } = edition.desks;
  const steps: readonly string[] = [...Object.values(user.steps), ...(user.otherWays ?? [])];
  return Object.entries(nodes).flatMap(([id, node]) => {
    const problem = problemOfUse(nodes, node, steps, edition.policy);
    return problem === null ? [] : [{ path: `nodes.${id}`, ...problem }];
  });
}

function problemOfUse(
  nodes: NodeMap,
  node: ScreenNode,
  steps: readonly string[],
  policy: Edition['policy'],
): Omit<Problem, 'path'> | null {
  if (node.kind === 'stepLink' && !steps.includes(node.goes)) {
    return { found: `“${node.goes}” to go to`, expected: `one of the sign-in steps ${steps.join(', ')}` };
  }
  if (node.kind === 'app' && !node.nav.includes(node.home)) {
    return { found: `“${node.home}” as its home`, expected: 'one of the links in its `nav`' };
  }
  if (node.kind === 'codeTool') {
    const wish = wishesOf(policy).find((each) => node[TOOL_WORDS[each]] === undefined);
    if (wish !== undefined) {
      return { found: `no words for “${TOOL_WORDS[wish]}”`, expected: `some: support has the right to ${wish}` };
    }
  }
  if (node.kind === 'call') {
    const odd = node.children.find((each) => !['question', 'saying'].includes(nodes[each]?.kind ?? ''));
    return odd === undefined ? null : { found: `“${odd}” in it`, expected: 'questions and sayings only' };
  }
  if (node.kind === 'menu') {
    const odd = oddInMenu(nodes, node.children);
    return odd === undefined ? null : { found: `“${odd}” in it`, expected: 'links, or sections of links, only' };
  }
  if (node.kind === 'action' && node.does === 'issueCode') {
    const shown = node.opens === undefined ? undefined : nodes[node.opens];
    if (shown?.kind !== 'issuedCode') {
      return {
        found: node.opens === undefined ? 'nothing that it opens' : `“${node.opens}” to open`,
        expected: 'an issuedCode node to open, since it issues a code',
      };
    }
  }
  return null;
}

/** The first node in a menu that the menu would not draw: neither a link, nor in a section a link. */
function oddInMenu(nodes: NodeMap, children: readonly string[], mayGroup = true): string | undefined {
  for (const id of children) {
    const node = nodes[id];
    if (node?.kind === 'link') continue;
    if (!mayGroup || node?.kind !== 'section') return id;
    const odd = oddInMenu(nodes, node.children, false);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

/** Whatever the policy may ask for at a sign-in has a screen, and an app that shows codes has its arithmetic. */
function problemsOfSteps({ policy, desks }: Edition): readonly Problem[] {
  const { noFactorAtSignIn: rule, codes } = policy;
  const mayEnrol = rule.value === 'enrol' || (rule.choices ?? []).some((choice) => choice.value === 'enrol');
  const needed: readonly (readonly [keyof typeof desks.user.steps, boolean])[] = [
    ['push', policy.authenticator.value === 'push'],
    ['totp', policy.authenticator.value === 'totp'],
    ['code', codes.temporaryCode !== undefined],
    ['codeEntry', codes.temporaryCode !== undefined],
    ['saveCodes', codes.recoveryCode !== undefined],
    ['enrol', mayEnrol],
  ];
  const arithmetic: readonly Problem[] =
    policy.authenticator.value === 'totp' && policy.totp === undefined
      ? [
          {
            path: 'policy.totp',
            found: 'nothing',
            expected: 'how the app makes its codes: algorithm, digits and period',
          },
        ]
      : [];
  const screens = needed.flatMap(([step, isNeeded]) =>
    isNeeded && desks.user.steps[step] === undefined
      ? [{ path: `desks.user.steps.${step}`, found: 'nothing', expected: 'the screen for what the policy asks here' }]
      : [],
  );
  return [...arithmetic, ...screens];
}

/** What is asked of callers has to be on file, and whoever takes calls needs something to take them with. */
function problemsOfSupport({ policy, desks }: Edition): readonly Problem[] {
  const asksPin =
    policy.pinMail !== undefined || policy.callerVerification.some(({ proof }) => proof === 'licence-pin');
  const { support } = desks;
  const takesCalls = 'root' in support && wishesOf(policy).length > 0 && policy.requestsCome?.value !== 'mail';
  const missing: readonly (readonly [string, boolean, string])[] = [
    ['policy.licencePin', asksPin && policy.licencePin === undefined, 'the form of the PIN that callers are asked for'],
    ['desks.support.call', takesCalls && support.call === undefined, 'the node of the calls that support takes'],
  ];
  return missing.flatMap(([path, isMissing, expected]) => (isMissing ? [{ path, found: 'nothing', expected }] : []));
}

function refused(path: string, found: string, expected: string): ReadResult {
  return { isRead: false, problems: [{ path, found, expected }] };
}
