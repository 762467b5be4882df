// Who helps others: admins of a firm, and support with its callers, its tools and its portal tech.
import { LAB, person, STRANGER, type Actor } from '../../../src/lib/domain/actors';
import type { Command } from '../../../src/lib/domain/commands';
import { wishesOf } from '../../../src/lib/domain/rights';
import { LOOK_UPS, PROOFS, QUESTIONS, SAYINGS, WAYS_IN, type WayIn } from '../../../src/lib/domain/support-request';
import type { Stage } from '../stage';

const REP: Actor = { kind: 'rep', id: 'sam' };
const TECH: Actor = { kind: 'portalTech', id: 'noor' };

/** An admin, or somebody who is none, does something to somebody's account, and perhaps reads the code out. */
export async function administer(stage: Stage): Promise<void> {
  const { random } = stage;
  const account = stage.somebody();
  const by = person(random.pick(['priya', 'priya', 'priya', 'tom', account.id, 'hannah', 'elif']));
  await stage.sensible(by, [
    { type: 'issueCode', account: account.id, family: random.once(10) ? 'recoveryCode' : 'temporaryCode' },
    { type: 'issueCode', account: account.id, family: 'temporaryCode' },
    { type: 'resetMfa', account: account.id },
    { type: 'removeCode', account: account.id, request: 'request/1' },
  ]);
  const code = account.codes.at(-1)?.id ?? `${account.id}/code/1`;
  await stage.sensible(by, [{ type: 'tellCode', account: account.id, code }]);
}

/** Somebody asks support, a stranger in their name, or one of the two by chance, and support does something about one of the requests. */
export async function support(stage: Stage): Promise<void> {
  const { random, world } = stage;
  // Those who have a code, more often than others: something can be removed for them.
  const withCode = stage.people.filter(({ codes }) => codes.some(({ end }) => end === null));
  const account = withCode.length === 0 || random.once(2) ? stage.somebody() : random.pick(withCode);
  const wishes = wishesOf(world.policy);
  const isRemoval = withCode.includes(account) && wishes.includes('removeCode') && random.once(2);
  const drawn = random.pick(wishes.length === 0 || random.once(8) ? (['issueCode', 'resetMfa'] as const) : wishes);
  const wish = isRemoval ? 'removeCode' : drawn;
  const claims = random.pick(['priya', 'priya', 'priya', 'tom', 'hannah', account.id, account.id]);
  const asker = random.pick(['themself', 'themself', 'themself', 'themself', 'stranger', 'drawn'] as const);
  const asks = (by?: WayIn): Command => ({
    type: 'askSupport',
    account: account.id,
    wish,
    ...(by === undefined ? {} : { by }),
    ...(random.once(6) ? { isSigned: false } : {}),
    ...(asker === 'themself' ? {} : { claims }),
  });
  const actor = asker === 'themself' ? person(claims) : asker === 'stranger' ? STRANGER : LAB;
  await stage.sensible(actor, [asks(), ...WAYS_IN.map(asks)]);
  await answer(stage);
}

/** The rep goes through what a request takes, mostly in a sensible order, and support does what is asked. */
export async function answer(stage: Stage): Promise<void> {
  const { random, world } = stage;
  const open = world.requests.filter(({ status }) => status === 'received' || status === 'passed-on');
  const newest = open.at(-1)?.id ?? 'request/999';
  const request = random.pick([newest, newest, newest, ...open.slice(-4).map(({ id }) => id), 'request/1']);
  const asked = world.requests.find((each) => each.id === request);
  const methods = world.policy.callerVerification;
  const verifiedBy = random.pick([...methods.map(({ id }) => id), ...methods.map(({ id }) => id), 'a-feeling']);
  const proof = methods.find(({ id }) => id === verifiedBy)?.proof ?? random.pick(PROOFS);
  const firm = asked?.firm ?? 'birch-lowe';
  const steps: readonly Command[] = [
    { type: 'sitAt', workstation: random.once(4) ? 'elsewhere' : 'support' },
    { type: 'answerCall', request },
    ...LOOK_UPS.map((tool) => ({ type: 'lookUp', firm, tool }) as const),
    { type: 'askCaller', request, question: random.pick(QUESTIONS) },
    { type: 'askCaller', request, question: 'licence-pin' },
    { type: 'tellCaller', request, saying: random.pick(SAYINGS) },
    { type: 'tellCaller', request, saying: random.pick(['mail-the-pin', 'send-a-letter']) },
    { type: 'compareProof', request, proof, finding: random.once(6) ? 'differs' : 'matches' },
    { type: 'compareProof', request, proof: 'pin-mail', finding: 'matches' },
    { type: 'passOnRequest', request, verifiedBy },
    { type: 'endCall', request },
  ];
  for (const step of steps) if (!random.once(6)) await stage.sensible(REP, [step]);
  const about = asked?.about ?? 'dana';
  await stage.sensible(random.pick([TECH, TECH, REP]), [
    { type: 'issueCode', account: about, family: 'temporaryCode', request },
    { type: 'removeCode', account: about, request },
    { type: 'resetMfa', account: about, request },
    ...(random.once(6) ? [{ type: 'sendBackRequest', request } as const] : []),
  ]);
}
