// Steps of stories on the client portal, shared by its tests.
import { activeCode } from '../../src/lib/domain/account';
import { person } from '../../src/lib/domain/actors';
import type { DomainEvent } from '../../src/lib/domain/events';
import { timeStepAt } from '../../src/lib/domain/one-time-password';
import type { CodeSettings } from '../../src/lib/domain/policy';
import { reasonsOf } from '../../src/lib/domain/record';
import type { Play, PolicyChange } from './play';

export const product = 'portal';

/** The policy with one setting of the recovery code at another value. */
export function setRecovery<Name extends keyof CodeSettings>(
  name: Name,
  value: Required<CodeSettings>[Name]['value'],
): PolicyChange {
  return ({ codes: { recoveryCode, ...codes }, ...policy }) => {
    const setting = recoveryCode?.[name];
    if (recoveryCode === undefined || setting === undefined) throw new Error(`The product has no setting ${name}.`);
    return { ...policy, codes: { ...codes, recoveryCode: { ...recoveryCode, [name]: { ...setting, value } } } };
  };
}

/** The right password, after whatever sign-in was under way. */
export function password(play: Play, who: string): readonly DomainEvent[] {
  play.by(who, { type: 'cancelSignIn' });
  return play.by(who, { type: 'submitPassword', card: 'right' });
}

/** The code of the key on show, from the device that took it in; of a time step so far from the present one. */
export function confirm(play: Play, who: string, off = 0): readonly DomainEvent[] {
  const { enrolment, devices } = play.account(who);
  return play.by(
    who,
    { type: 'confirmEnrolment', device: devices.at(-1)?.id ?? null },
    { matchedAuthenticator: enrolment?.authenticator ?? null, matchedTimeStep: timeStepAt(play.now, 30) + off },
  );
}

/** Takes the key on show into the app of the newest device and confirms it. */
export function setUp(play: Play, who: string): readonly DomainEvent[] {
  const device = play.account(who).devices.at(-1)?.id ?? '';
  play.by(who, { type: 'addAppEntry', device, entry: 'time', how: 'scanned' });
  return confirm(play, who);
}

/** The code of what is bound, of a time step so far from the present one. */
export function appCode(play: Play, who: string, off = 0): readonly DomainEvent[] {
  const [bound] = play.account(who).authenticators;
  return play.by(
    who,
    { type: 'submitTotp' },
    { matchedAuthenticator: bound?.id ?? null, matchedTimeStep: timeStepAt(play.now, 30) + off },
  );
}

/** The recovery code with this id, the one that is good without it. */
export function recoveryCode(play: Play, who: string, id?: string): readonly DomainEvent[] {
  const good = activeCode(play.account(who), play.now, 'recoveryCode');
  return play.by(who, { type: 'submitCode', family: 'recoveryCode' }, { matchedCode: id ?? good?.id ?? null });
}

/** Dana asks Support for a reset by mail, the rep verifies it; the request's id. */
export function askReset(play: Play, from = 'dana', about = from): string {
  play.does(person(from), { type: 'askSupport', account: about, wish: 'resetMfa' });
  return play.world.requests.at(-1)?.id ?? '';
}

export const verified = (play: Play, request: string): readonly DomainEvent[] => play.passOn(request);

/** The reasons that cite the fact, with whether each is shown as an assumption. */
export function reasonsCiting(play: Play, id: string): readonly string[] {
  const reasons = play.records.flatMap(reasonsOf).filter(({ cites }) => cites.includes(id));
  return [...new Set(reasons.map((each) => `${each.because}${each.isAssumed === true ? ', assumed' : ''}`))].toSorted();
}
