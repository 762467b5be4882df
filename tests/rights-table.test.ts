// Who may do what, as one table: every role, action, target and state of every product is tried, and the answer compared
// with a plain reading of the product's own rows. Across firms there is no cell that allows anything.
import { describe, expect, test } from 'vitest';
import { person, type Actor } from '../src/lib/domain/actors';
import { decide } from '../src/lib/domain/decide';
import { refusalIn } from '../src/lib/domain/decision';
import type { Command, SupportWish } from '../src/lib/domain/commands';
import type { Account } from '../src/lib/domain/account';
import type { RightRole } from '../src/lib/domain/policy';
import { Play, PORTAL_TECH, PRODUCTS, REP } from './support/play';

type ProductName = keyof typeof PRODUCTS;

const ACTIONS = ['issueCode', 'removeCode', 'resetMfa'] as const satisfies readonly SupportWish[];
/** Who acts: admins with all rights and with one area, people without any, an admin of another firm, both lines of support. */
const ACTORS: readonly (readonly [string, Actor, RightRole | null])[] = [
  ['the primary admin', person('priya'), 'admin'],
  ['an admin of clients', person('tom'), 'admin'],
  ['somebody of staff', person('dana'), null],
  ['a client', person('ines'), null],
  ["another firm's admin", person('hannah'), 'admin'],
  ['a rep', REP, 'rep'],
  ['the portal tech', PORTAL_TECH, 'portalTech'],
];
const TARGETS = ['dana', 'marcus', 'elif', 'ines', 'jonas', 'priya', 'tom', 'hannah', 'leo'] as const;

interface State {
  readonly name: string;
  readonly hasSession: boolean;
  readonly hasCode: boolean;
  readonly request: 'none' | 'received' | 'passed-on';
}
const STATES: readonly State[] = [true, false].flatMap((hasSession) =>
  [true, false].flatMap((hasCode) =>
    (['none', 'received', 'passed-on'] as const).map((request) => ({
      name: `${hasSession ? 'signed in' : 'signed out'}, ${hasCode ? 'a code alive' : 'no code'}, request ${request}`,
      hasSession,
      hasCode,
      request,
    })),
  ),
);

/** A world in this state, for this action on this target by this actor; with the request's id where there is one. */
function worldIn(product: ProductName, state: State, actor: Actor, action: SupportWish, target: string) {
  const play = new Play({ product });
  if (state.hasCode && PRODUCTS[product].policy.codes.temporaryCode !== undefined) {
    play.issue(target, 'priya');
  }
  let request: string | undefined;
  if (state.request !== 'none') {
    const servesPerson = play.world.policy.supportServes?.value === 'the-person';
    const from = servesPerson ? target : play.account(target).firm === 'birch-lowe' ? 'priya' : 'hannah';
    play.does(person(from), { type: 'askSupport', account: target, wish: action });
    request = play.world.requests.at(-1)?.id;
    if (state.request === 'passed-on' && request !== undefined) {
      play.passOn(request);
    }
  }
  if (actor.kind === 'person') {
    if (state.hasSession && play.account(actor.account).session === null) signIn(play, actor.account);
    if (!state.hasSession && play.account(actor.account).session !== null) play.by(actor.account, { type: 'signOut' });
  }
  return { play, request };
}

/** Whatever it takes to be signed in, by the lab's own evidence: how is not what this table is about. */
function signIn(play: Play, id: string): void {
  play.sit(id);
}

/** What the product's own rows say, read without the rules: the plain table, cell by cell. */
function isAllowed(
  play: Play,
  state: State,
  [, actor, role]: (typeof ACTORS)[number],
  action: SupportWish,
  target: Account,
) {
  const { policy } = play.world;
  const kinds: readonly string[] = [target.area, ...(target.admin === null ? [] : ['admins'])];
  const hasRow = (by: RightRole): boolean =>
    policy.rights.some(
      (row) => row.action === action && row.role === by && row.targets.some((kind) => kinds.includes(kind)),
    );
  const alive = target.codes.filter((code) => code.end === null);
  const isSensible =
    action === 'issueCode'
      ? policy.codes.temporaryCode !== undefined
      : action === 'removeCode'
        ? alive.some((code) => code.family === 'temporaryCode')
        : alive.length + target.authenticators.length > 0;
  if (role === null || !hasRow(role) || !isSensible) return false;
  if (actor.kind === 'person') {
    const admin = play.account(actor.account);
    return (
      state.hasSession &&
      admin.firm === target.firm &&
      admin.id !== target.id &&
      admin.admin?.areas.includes(target.area) === true
    );
  }
  if (state.request !== 'passed-on') return false;
  if (action !== 'issueCode' || policy.supportIssuesForAdmins.value === 'always') return true;
  // Another admin of the firm who holds the area, and has their phone, can: then Support need not.
  const holders = ['priya', 'tom', 'hannah'].map((id) => play.account(id));
  return !holders.some(
    (each) => each.firm === target.firm && each.id !== target.id && each.admin?.areas.includes(target.area) === true,
  );
}

describe('the table of rights', () => {
  for (const product of Object.keys(PRODUCTS) as ProductName[]) {
    test(`${product}: every cell of role x action x target x state answers as the product's rows say`, () => {
      const wrong: string[] = [];
      let cells = 0;
      let allowed = 0;
      for (const acting of ACTORS) {
        const [who, actor] = acting;
        for (const action of ACTIONS) {
          for (const target of TARGETS) {
            for (const state of STATES) {
              const { play, request } = worldIn(product, state, actor, action, target);
              const command = {
                type: action,
                account: target,
                ...(action === 'issueCode' ? { family: 'temporaryCode' } : {}),
                ...(actor.kind === 'person' || request === undefined
                  ? action === 'removeCode'
                    ? { request: '' }
                    : {}
                  : { request }),
              } as Command;
              const refusal = refusalIn(decide(play.world, { actor, command }, play.now));
              const expected = isAllowed(play, state, acting, action, play.account(target));
              cells += 1;
              if (expected) allowed += 1;
              if (expected !== (refusal === null))
                wrong.push(`${who}, ${action}, ${target}, ${state.name}: ${refusal ?? 'done'}`);
              const isAcross =
                actor.kind === 'person' && play.account(actor.account).firm !== play.account(target).firm;
              if (isAcross && refusal === null) wrong.push(`${who} reaches ${target} in another firm by ${action}`);
            }
          }
        }
      }
      console.log(`${product}: ${cells} cells, ${allowed} allowed.`);
      expect(wrong).toEqual([]);
      expect(allowed).toBeGreaterThan(0);
    });
  }
});
