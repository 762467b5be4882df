// What people do about their own accounts: set-ups, devices, codes, and whatever else comes to their minds.
import type { Account } from '../../../src/lib/domain/account';
import { person } from '../../../src/lib/domain/actors';
import { CODE_FAMILIES } from '../../../src/lib/domain/policy';
import type { Stage } from '../stage';

/** A set-up from its start to its end, or as far as it gets. */
export async function setUp(stage: Stage): Promise<void> {
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
    await stage.sensible(actor, [{ type: 'advanceAppEntry', account: id, device, entry: last?.id ?? 'no-entry' }]);
  }
  await stage.sensible(actor, [
    { type: 'confirmEnrolment', account: id, device: random.once(6) ? null : device },
    { type: 'bindAuthenticator', account: id, device },
  ]);
  if (random.once(2)) await stage.sensible(actor, [{ type: random.once(2) ? 'saveCodes' : 'closeTab', account: id }]);
}

/** Anything a person may do about their own account; now and then about somebody else's. */
export async function own(stage: Stage): Promise<void> {
  const { random } = stage;
  const account = stage.somebody();
  const { id } = account;
  const actor = person(random.once(30) ? random.pick(stage.people).id : id);
  const device = deviceOf(stage, account);
  const entries = account.devices.find((each) => each.id === device)?.entries.map((each) => each.id) ?? [];
  const authenticator = account.authenticators[0]?.id ?? `${device}/push`;
  const push = random.once(6) ? `${id}/push/1` : (account.signIn.push?.id ?? 'no-prompt');
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

function deviceOf({ random }: Stage, { id, devices }: Account): string {
  return random.once(15) || devices.length === 0 ? `${id}/device/9` : random.pick(devices).id;
}
