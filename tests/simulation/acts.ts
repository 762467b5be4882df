// What players do: each act is one line of the list at the end, with how often it is drawn. A new thing to ask for is a
// new act here, and a line in `PLAYED`, which the compiler holds against the list of commands.
import { LAB, person, STRANGER, type Actor } from '../../src/lib/domain/actors';
import type { Command, CommandType } from '../../src/lib/domain/commands';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/domain/instant';
import { CODE_FAMILIES, SETTING_NAMES } from '../../src/lib/domain/policy';
import { wishesOf } from '../../src/lib/domain/rights';
import { LOOK_UPS, PROOFS, QUESTIONS, SAYINGS, WAYS_IN, type WayIn } from '../../src/lib/domain/support-request';
import { upcoming } from '../../src/lib/domain/views/future';
import type { Account } from '../../src/lib/domain/account';
import type { Stage } from './stage';

type Act = (stage: Stage) => Promise<void>;

const REP: Actor = { kind: 'rep', id: 'sam' };
const TECH: Actor = { kind: 'portalTech', id: 'noor' };
const SPANS = [SECOND, 30 * SECOND, 45 * SECOND, 5 * MINUTE, HOUR, 7 * HOUR, DAY - SECOND, DAY, 3 * DAY];

/** Every command, and that random play sends it. Whatever is not played says why, in words, instead of `true`. */
export const PLAYED: Readonly<Record<CommandType, true | string>> = {
  submitPassword: true,
  submitCode: true,
  submitTotp: true,
  signInFederated: true,
  requestEmailedCode: true,
  requestPush: true,
  answerPush: true,
  continueSignIn: true,
  cancelSignIn: true,
  signOut: true,
  startEnrolment: true,
  cancelEnrolment: true,
  confirmEnrolment: true,
  addAppEntry: true,
  advanceAppEntry: true,
  setDeviceClock: true,
  saveCodes: true,
  closeTab: true,
  renewRecoveryCode: true,
  bindAuthenticator: true,
  unbindAuthenticator: true,
  loseDevice: true,
  findDevice: true,
  acquireDevice: true,
  issueCode: true,
  removeCode: true,
  resetMfa: true,
  tellCode: true,
  askSupport: true,
  passOnRequest: true,
  sendBackRequest: true,
  answerCall: true,
  endCall: true,
  askCaller: true,
  tellCaller: true,
  lookUp: true,
  compareProof: true,
  sitAt: true,
  setEnforcement: true,
  setVariant: true,
  setSetting: true,
  answerQuestion: true,
};

async function moveTime({ run, random }: Stage): Promise<void> {
  const next = upcoming(run.world, 1)[0]?.at;
  const waits = [...new Set(run.world.accounts.chunks.flat().flatMap(({ failures }) => failures.waitUntil ?? []))];
  const ahead = [next, ...waits].filter((at) => at !== undefined && at > run.now) as number[];
  const exact = ahead.flatMap((at) => [at, at - 1, at - SECOND]);
  await run.advanceTo(random.pick([...SPANS.map((span) => run.now + span), ...exact, ...exact]));
}

/** A few steps of one person's sign-in, in whatever way is open to them. */
async function signIn(stage: Stage): Promise<void> {
  const { id, signsInWith } = stage.somebody();
  const actor = person(id);
  const right: Command = { type: 'submitPassword', account: id, card: 'right' };
  const first: Command = signsInWith === 'federated' ? { type: 'signInFederated', account: id } : right;
  await stage.sensible(actor, [first, first, right]);
  for (let tries = stage.random.below(4); tries > 0; tries -= 1) await secondStep(stage, id);
}

async function secondStep(stage: Stage, id: string): Promise<void> {
  const account = stage.people.find((each) => each.id === id);
  if (account === undefined) return;
  const push = account.signIn.push?.id ?? `${id}/push/1`;
  await stage.sensible(person(id), [
    ...CODE_FAMILIES.map((family) => ({ type: 'submitCode', account: id, family }) as const),
    { type: 'submitTotp', account: id },
    { type: 'submitTotp', account: id },
    { type: 'requestEmailedCode', account: id },
    { type: 'continueSignIn', account: id },
    ...account.devices.map(
      (device) => ({ type: 'answerPush', account: id, push, device: device.id, answer: 'approve' }) as const,
    ),
  ]);
}

/** Somebody types one wrong thing after another, waits or not, and then perhaps the right one. */
async function fumble(stage: Stage): Promise<void> {
  const { random } = stage;
  const { id } = stage.somebody();
  const actor = person(id);
  await stage.sensible(actor, [{ type: 'submitPassword', account: id, card: 'right' }]);
  const family = random.pick(CODE_FAMILIES);
  const wrong: Command = random.once(2)
    ? { type: 'submitTotp', account: id }
    : { type: 'submitCode', account: id, family };
  for (let tries = random.below(8); tries > 0; tries -= 1) {
    await stage.submit({ actor, command: wrong, typed: random.once(5) ? '' : '00000000' });
  }
  if (random.once(2)) await moveTime(stage);
  await secondStep(stage, id);
}

/** Somebody signs out and comes in again by what they have just typed. */
async function again(stage: Stage): Promise<void> {
  const inside = stage.people.filter(({ session }) => session !== null);
  if (inside.length === 0) return;
  const { id, session, codes } = stage.random.pick(inside);
  const actor = person(id);
  await stage.submit({ actor, command: { type: 'signOut', account: id } });
  await stage.submit({ actor, command: { type: 'submitPassword', account: id, card: 'right' } });
  const family = codes.find((code) => code.id === session?.code)?.family ?? 'temporaryCode';
  const command: Command =
    session?.method === 'code' ? { type: 'submitCode', account: id, family } : { type: 'submitTotp', account: id };
  await stage.submit({ actor, command, typed: stage.lastTypedBy(id) });
}

/** A set-up from its start to its end, or as far as it gets. */
async function setUp(stage: Stage): Promise<void> {
  const { random } = stage;
  const enrolling = stage.people.filter((each) => each.enrolment !== null || each.session !== null);
  const account = enrolling.length === 0 ? stage.somebody() : random.pick(enrolling);
  const { id } = account;
  const actor = person(id);
  const device = deviceOf(stage, account);
  if (account.enrolment === null) await stage.sensible(actor, [{ type: 'startEnrolment', account: id }]);
  const entry = random.once(4) ? 'counter' : 'time';
  const how = entry === 'counter' || random.once(3) ? 'typed' : 'scanned';
  await stage.sensible(actor, [{ type: 'addAppEntry', account: id, device, entry, how }]);
  if (entry === 'counter') {
    const last = stage.people
      .find((each) => each.id === id)
      ?.devices.find((each) => each.id === device)
      ?.entries.at(-1);
    await stage.sensible(actor, [{ type: 'advanceAppEntry', account: id, device, entry: last?.id ?? '' }]);
  }
  await stage.sensible(actor, [
    { type: 'confirmEnrolment', account: id, device: random.once(6) ? null : device },
    { type: 'bindAuthenticator', account: id, device },
  ]);
  if (random.once(2)) await stage.sensible(actor, [{ type: random.once(2) ? 'saveCodes' : 'closeTab', account: id }]);
}

function deviceOf({ random }: Stage, { id, devices }: Account): string {
  return random.once(15) || devices.length === 0 ? `${id}/device/9` : random.pick(devices).id;
}

/** Anything a person may do about their own account; now and then about somebody else's. */
async function own(stage: Stage): Promise<void> {
  const { random } = stage;
  const account = stage.somebody();
  const { id } = account;
  const actor = person(random.once(30) ? random.pick(stage.people).id : id);
  const device = deviceOf(stage, account);
  const entries = account.devices.find((each) => each.id === device)?.entries.map((each) => each.id) ?? [];
  const authenticator = account.authenticators[0]?.id ?? `${device}/push`;
  const push = random.once(6) ? `${id}/push/1` : (account.signIn.push?.id ?? '');
  const how = random.pick(['left-at-home', 'stolen', 'broken', 'left-on-the-train'] as const);
  await stage.sensible(actor, [
    { type: 'submitPassword', account: id, card: random.pick(['right', 'right', 'right', 'old', 'somebody-elses']) },
    ...CODE_FAMILIES.map((family) => ({ type: 'submitCode', account: id, family }) as const),
    { type: 'submitTotp', account: id },
    { type: 'signInFederated', account: id },
    { type: 'requestEmailedCode', account: id },
    { type: 'requestPush', account: id },
    { type: 'answerPush', account: id, push, device, answer: random.once(4) ? 'deny' : 'approve' },
    { type: 'continueSignIn', account: id },
    { type: 'cancelSignIn', account: id },
    { type: 'signOut', account: id },
    { type: 'startEnrolment', account: id },
    { type: 'cancelEnrolment', account: id },
    { type: 'confirmEnrolment', account: id, device: random.once(3) ? null : device },
    { type: 'addAppEntry', account: id, device, entry: random.once(3) ? 'counter' : 'time', how: 'typed' },
    { type: 'advanceAppEntry', account: id, device, entry: random.pick([...entries, `${device}/entry/9`]) },
    { type: 'setDeviceClock', account: id, device, seconds: random.pick([0, 1, -20, 31, -45, 300, 3600, 90_000]) },
    { type: 'saveCodes', account: id },
    { type: 'closeTab', account: id },
    { type: 'renewRecoveryCode', account: id },
    { type: 'bindAuthenticator', account: id, device },
    { type: 'unbindAuthenticator', account: id, authenticator },
    { type: 'loseDevice', account: id, device, how },
    { type: 'findDevice', account: id, device },
    { type: 'acquireDevice', account: id, kind: random.pick(['phone', 'tablet']) },
  ]);
}

/** An admin, or somebody who is none, does something to somebody's account, and perhaps reads the code out. */
async function administer(stage: Stage): Promise<void> {
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
async function support(stage: Stage): Promise<void> {
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
async function answer(stage: Stage): Promise<void> {
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

/** The firm's own admin changes what it enforces, or somebody tries to. */
async function enforce(stage: Stage): Promise<void> {
  const { random } = stage;
  const by = person(random.pick(['priya', 'priya', 'tom', 'dana', 'hannah']));
  const enforcement = random.pick(['off', 'optional', 'required'] as const);
  await stage.sensible(by, [{ type: 'setEnforcement', firm: 'birch-lowe', enforcement }]);
}

/** The lab changes what is in force; now and then somebody else tries to. */
async function lab(stage: Stage): Promise<void> {
  const { random, world } = stage;
  const name = random.pick(SETTING_NAMES.filter((each) => each !== 'enforcement'));
  const choices: readonly { readonly value: string | number | boolean }[] = world.policy[name]?.choices ?? [];
  const value = choices.length === 0 ? 'not a choice' : random.pick(choices).value;
  const enforcement = random.pick(['off', 'optional', 'required'] as const);
  await stage.sensible(random.once(15) ? person('priya') : LAB, [
    { type: 'setEnforcement', firm: 'birch-lowe', enforcement },
    { type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' },
    { type: 'setVariant', variant: random.pick(Object.keys(world.catalogue)) },
    { type: 'setSetting', name, value },
    { type: 'setSetting', name, value },
    { type: 'answerQuestion', question: 'what-happens', choice: enforcement },
  ]);
}

/** Every act, with how often it is drawn beside the others. */
export const ACTS: readonly (readonly [times: number, act: Act])[] = [
  [6, moveTime],
  [6, signIn],
  [9, own],
  [2, fumble],
  [2, again],
  [3, setUp],
  [4, administer],
  [2, support],
  [1, answer],
  [1, enforce],
  [2, lab],
];
