// What the article says of the client portal, proved on this product's own policy. Paths and words are walked.
import { describe, expect, test } from 'vitest';
import { fact, set, withoutRight } from '../../../../tests/support/fact';
import { PORTAL_TECH, REP, refusal, types, Play, type PolicyChange } from '../../../../tests/support/play';
import { activeCode } from '../../domain/account';
import { person } from '../../domain/actors';
import type { DomainEvent } from '../../domain/events';
import { timeStepAt } from '../../domain/one-time-password';
import type { CodeSettings } from '../../domain/policy';
import { reasonsOf } from '../../domain/record';

const product = 'portal';

/** The policy with one setting of the recovery code at another value. */
function setRecovery<Name extends keyof CodeSettings>(
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
function password(play: Play, who: string): readonly DomainEvent[] {
  play.by(who, { type: 'cancelSignIn' });
  return play.by(who, { type: 'submitPassword', card: 'right' });
}

/** The code of the key on show, from the device that took it in; of a time step so far from the present one. */
function confirm(play: Play, who: string, off = 0): readonly DomainEvent[] {
  const { enrolment, devices } = play.account(who);
  return play.by(
    who,
    { type: 'confirmEnrolment', device: devices.at(-1)?.id ?? null },
    { matchedAuthenticator: enrolment?.authenticator ?? null, matchedTimeStep: timeStepAt(play.now, 30) + off },
  );
}

/** Takes the key on show into the app of the newest device and confirms it. */
function setUp(play: Play, who: string): readonly DomainEvent[] {
  const device = play.account(who).devices.at(-1)?.id ?? '';
  play.by(who, { type: 'addAppEntry', device, entry: 'time', how: 'scanned' });
  return confirm(play, who);
}

/** The code of what is bound, of a time step so far from the present one. */
function appCode(play: Play, who: string, off = 0): readonly DomainEvent[] {
  const [bound] = play.account(who).authenticators;
  return play.by(
    who,
    { type: 'submitTotp' },
    { matchedAuthenticator: bound?.id ?? null, matchedTimeStep: timeStepAt(play.now, 30) + off },
  );
}

/** The recovery code with this id, the one that is good without it. */
function recoveryCode(play: Play, who: string, id?: string): readonly DomainEvent[] {
  const good = activeCode(play.account(who), play.now, 'recoveryCode');
  return play.by(who, { type: 'submitCode', family: 'recoveryCode' }, { matchedCode: id ?? good?.id ?? null });
}

/** Dana asks Support for a reset by mail, the rep verifies it; the request's id. */
function askReset(play: Play, from = 'dana', about = from): string {
  play.does(person(from), { type: 'askSupport', account: about, wish: 'resetMfa' });
  return play.world.requests.at(-1)?.id ?? '';
}

const verified = (play: Play, request: string): readonly DomainEvent[] => play.passOn(request);

/** The reasons that cite the fact, with whether each is shown as an assumption. */
function reasonsCiting(play: Play, id: string): readonly string[] {
  const reasons = play.records.flatMap(reasonsOf).filter(({ cites }) => cites.includes(id));
  return [...new Set(reasons.map((each) => `${each.because}${each.isAssumed === true ? ', assumed' : ''}`))].toSorted();
}

describe('setting up', () => {
  fact('[CLP-2] the first sign-in shows a key to scan, and the app that took it in is what lets the person in', {
    product,
    when: (play) => {
      const first = types(password(play, 'elif'));
      const isKeyOnShow = play.account('elif').enrolment?.authenticator != null;
      const set = types(setUp(play, 'elif'));
      const bound = play.account('elif').authenticators.map(({ kind, device }) => ({ kind, device }));
      play.by('elif', { type: 'signOut' });
      return { first, isKeyOnShow, set, bound, again: types(password(play, 'elif')) };
    },
    then: ({ first, isKeyOnShow, set, bound, again }) => {
      expect(first).toEqual(['PasswordAccepted', 'EnrolmentStarted']);
      expect(isKeyOnShow).toBe(true);
      expect(set).toEqual(['AuthenticatorBound', 'MfaSwitchedOn', 'SignedIn', 'CodeIssued']);
      expect(bound).toEqual([{ kind: 'totp', device: 'elif/device/1' }]);
      expect(again).toEqual(['PasswordAccepted']);
    },
    flips: [set('noFactorAtSignIn', 'code-only'), set('authenticator', 'push')],
  });

  fact('[CLP-3] a key taken for a counter-based one gives codes that are refused, and nothing is set up', {
    product,
    when: (play) => {
      password(play, 'elif');
      play.by('elif', { type: 'addAppEntry', device: 'elif/device/1', entry: 'counter', how: 'typed' });
      const [entry] = play.account('elif').devices[0]?.entries ?? [];
      const matchedAuthenticator = entry?.authenticator ?? null;
      const command = { type: 'confirmEnrolment', device: 'elif/device/1' } as const;
      const evidence = { matchedAuthenticator, matchedTimeStep: null, matchedCounter: 0 };
      const refused = refusal(play.by('elif', command, evidence));
      const because = reasonsCiting(play, 'CLP-3');
      return {
        kind: entry?.kind,
        refused,
        because,
        bound: play.account('elif').authenticators,
        then: setUp(play, 'elif'),
      };
    },
    then: ({ kind, refused, because, bound, then }) => {
      expect({ kind, refused, bound }).toEqual({ kind: 'counter', refused: 'totp-wrong', bound: [] });
      expect(because).toContain('totpCounterBased');
      expect(types(then)).toContain('AuthenticatorBound');
    },
  });

  fact('[CLP-4] what the person types is the code that the app shows, and no other lets them in', {
    product,
    when: (play) => {
      password(play, 'marcus');
      const none = refusal(play.by('marcus', { type: 'submitTotp' }, { isMissing: true }));
      const wrong = refusal(play.by('marcus', { type: 'submitTotp' }, { matchedTimeStep: null }));
      return { none, wrong, right: types(appCode(play, 'marcus')), digits: play.world.policy.totp?.value.digits };
    },
    then: (seen) => expect(seen).toEqual({ none: 'code-missing', wrong: 'totp-wrong', right: ['SignedIn'], digits: 6 }),
    flips: [({ totp: _, ...policy }) => policy, set('totp', { algorithm: 'SHA-1', digits: 8, periodSeconds: 30 })],
  });

  fact('[CLP-5] set-up ends with one recovery code, which is known to its owner once it is saved', {
    product,
    when: (play) => {
      password(play, 'elif');
      setUp(play, 'elif');
      const onShow = play.account('elif').codesToSave;
      const known = () =>
        play.account('elif').codes.map(({ family, toldAt, endsAt }) => [family, toldAt !== null, endsAt]);
      const before = known();
      play.by('elif', { type: 'saveCodes' });
      return { onShow, before, after: known(), isOver: refusal(play.by('elif', { type: 'saveCodes' })) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        onShow: ['elif/code/1'],
        before: [['recoveryCode', false, null]],
        after: [['recoveryCode', true, null]],
        isOver: 'nothing-to-save',
      }),
    flips: [setRecovery('howMany', 8), (policy) => ({ ...policy, codes: {} })],
  });

  test('nothing is confirmed where no key is on show', () => {
    expect(refusal(confirm(new Play({ product }), 'dana'))).toBe('no-enrolment');
  });
});

describe('a code of the app', () => {
  fact('[CLP-6] is good for its own thirty seconds: the one before and the one after are refused', {
    product,
    when: (play) => {
      const tries = [-1, 1, 0].map((off) => {
        password(play, 'marcus');
        const events = appCode(play, 'marcus', off);
        play.by('marcus', { type: 'signOut' });
        return refusal(events);
      });
      return { tries, because: reasonsCiting(play, 'CLP-6') };
    },
    then: ({ tries, because }) => {
      expect(tries).toEqual(['totp-wrong', 'totp-wrong', null]);
      expect(because).toEqual(expect.arrayContaining(['totpTolerance', 'totpTooFar']));
    },
    flips: [set('acceptedTimeSteps', 1)],
  });

  fact('[CLP-6] is good until its last second, also at a set-up, and not at the first of the next', {
    product,
    when: (play) => {
      const late = refusal(keyedIn(play, '00:00:29', '00:00:30'));
      return { late, inTime: types(keyedIn(play, '00:01:00', '00:01:29')) };
    },
    then: ({ late, inTime }) => {
      expect(late).toBe('totp-wrong');
      expect(inTime).toContain('AuthenticatorBound');
    },
    flips: [set('acceptedTimeSteps', 1)],
  });
});

/** Elif reads the code off her phone at one time, and presses Continue at the other. */
function keyedIn(play: Play, readAt: string, at: string): readonly DomainEvent[] {
  play.after(readAt);
  password(play, 'elif');
  const step = timeStepAt(play.now, 30);
  play.after(at);
  return confirm(play, 'elif', step - timeStepAt(play.now, 30));
}

describe('the recovery code', () => {
  fact('[CLP-7] lets in without the app, once, and yields the next, which is shown to be saved', {
    product,
    when: (play) => {
      const used = activeCode(play.account('dana'), play.now, 'recoveryCode')?.id;
      const first = types(recoveryCode(play, 'dana'));
      const onShow = play.account('dana').codesToSave;
      play.by('dana', { type: 'saveCodes' });
      play.by('dana', { type: 'signOut' });
      password(play, 'dana');
      const again = refusal(recoveryCode(play, 'dana', used));
      return { used, first, onShow, again, next: types(recoveryCode(play, 'dana', onShow[0] ?? '')) };
    },
    then: ({ used, first, onShow, again, next }) => {
      expect(used).toBe('dana/code/1');
      expect(first).toEqual(['CodeEnded', 'SignedIn', 'CodeIssued']);
      expect(onShow).toEqual(['dana/code/2']);
      expect(again).toBe('code-used');
      expect(next).toEqual(['CodeEnded', 'SignedIn', 'CodeIssued']);
    },
    flips: [setRecovery('uses', 'consume'), setRecovery('uses', 'keep')],
  });

  fact('[CLP-7] that a session can have a new one in place of the last is assumed, and shown so', {
    product,
    when: (play) => {
      recoveryCode(play, 'dana');
      const closed = types(play.by('dana', { type: 'closeTab' }));
      const renewed = types(play.by('dana', { type: 'renewRecoveryCode' }));
      play.by('dana', { type: 'saveCodes' });
      play.by('dana', { type: 'signOut' });
      password(play, 'dana');
      const lost = refusal(recoveryCode(play, 'dana', 'dana/code/2'));
      const isShownAssumed = reasonsCiting(play, 'CLP-7').includes('codeReplaced, assumed');
      return { closed, renewed, lost, isShownAssumed, last: types(recoveryCode(play, 'dana', 'dana/code/3')) };
    },
    then: ({ closed, renewed, lost, isShownAssumed, last }) => {
      expect(closed).toEqual(['TabClosed']);
      expect(renewed).toEqual(['CodeEnded', 'CodeIssued']);
      expect(lost).toBe('code-replaced');
      expect(isShownAssumed).toBe(true);
      expect(last).toContain('SignedIn');
    },
    flips: [setRecovery('uses', 'keep')],
  });

  fact('[CLP-5] one that is not saved before the tab is closed is known to nobody, and lets nobody in', {
    product,
    when: (play) => {
      recoveryCode(play, 'dana');
      play.by('dana', { type: 'closeTab' });
      play.by('dana', { type: 'signOut' });
      const unsaved = play.access('dana');
      return { isLockedOut: unsaved.isLockedOut, obstacle: unsaved.obstacle };
    },
    then: (seen) => expect(seen).toEqual({ isLockedOut: true, obstacle: 'phone-away' }),
    flips: [setRecovery('uses', 'keep')],
  });

  fact('[STD-6] has at least 64 bits, is throttled, and is used once and replaced', {
    product,
    when: (play) => {
      const form = play.world.policy.codes.recoveryCode?.form.value;
      const bits = form === undefined ? 0 : form.length * Math.log2(new Set(form.alphabet).size);
      const tries = Array.from({ length: 6 }, () => refusal(recoveryCode(play, 'dana', 'none of hers')));
      const whileWaiting = refusal(recoveryCode(play, 'dana'));
      play.after('00:01:00');
      const after = types(recoveryCode(play, 'dana'));
      return { isLong: bits >= 64, tries: tries.slice(-2), whileWaiting, after };
    },
    then: (seen) =>
      expect(seen).toEqual({
        isLong: true,
        tries: ['code-wrong', 'throttled'],
        whileWaiting: 'throttled',
        after: ['CodeEnded', 'SignedIn', 'CodeIssued'],
      }),
    flips: [
      setRecovery('form', { alphabet: '0123456789', length: 8, groupSize: 4 }),
      setRecovery('uses', 'keep'),
      ({ throttle: _, ...policy }) => policy,
    ],
  });
});

describe('Support', () => {
  fact('[CLP-8] resets for the person who asks, who then scans a new key', {
    product,
    when: (play) => {
      const request = askReset(play);
      const early = refusal(play.does(REP, { type: 'resetMfa', account: 'dana', request }));
      verified(play, request);
      const reset = types(play.does(REP, { type: 'resetMfa', account: 'dana', request }));
      const old = refusal(recoveryCode(play, 'dana', 'dana/code/1'));
      play.by('dana', { type: 'acquireDevice', kind: 'phone' });
      const anew = types(password(play, 'dana'));
      const key = play.account('dana').enrolment?.authenticator;
      return { early, reset, old, anew, key, set: types(setUp(play, 'dana')) };
    },
    then: ({ early, reset, old, anew, key, set }) => {
      expect(early).toBe('not-on-request');
      expect(reset).toEqual(['MfaReset', 'AuthenticatorUnbound', 'CodeEnded', 'RequestAnswered']);
      expect(old).toBe('code-ended-by-reset');
      expect(anew).toEqual(['PasswordAccepted', 'EnrolmentStarted']);
      expect(key).toBe('dana/key/1');
      expect(set).toEqual(['AuthenticatorBound', 'SignedIn', 'CodeIssued']);
    },
    flips: [withoutRight((right) => right.action === 'resetMfa'), set('noFactorAtSignIn', 'code-only')],
  });

  fact('[CLP-8] serves nobody but the person whose account it is, by the address of their user name', {
    product,
    when: (play) => {
      const forDana = askReset(play, 'priya', 'dana');
      const byAdmin = refusal(verified(play, forDana));
      const own = askReset(play);
      const otherwise = refusal(play.does(REP, { type: 'passOnRequest', request: own, verifiedBy: 'licence-pin' }));
      return { byAdmin, otherwise, byMail: types(verified(play, own)) };
    },
    then: (seen) =>
      expect(seen).toEqual({ byAdmin: 'not-yours', otherwise: 'method-not-offered', byMail: ['RequestPassedOn'] }),
    flips: [set('supportServes', 'primary-admin'), (policy) => ({ ...policy, callerVerification: [] })],
  });

  fact('[CLP-8] the rep who verifies also resets, and may still send the request back; the portal tech does neither', {
    product,
    when: (play) => {
      const request = askReset(play);
      verified(play, request);
      const byTech = refusal(play.does(PORTAL_TECH, { type: 'resetMfa', account: 'dana', request }));
      const backByTech = refusal(play.does(PORTAL_TECH, { type: 'sendBackRequest', request }));
      return { byTech, backByTech, back: types(play.does(REP, { type: 'sendBackRequest', request })) };
    },
    then: (seen) => expect(seen).toEqual({ byTech: 'no-right', backByTech: 'no-right', back: ['RequestSentBack'] }),
    flips: [withoutRight((right) => right.role === 'rep')],
  });

  fact('[CLP-8] a lost phone stays set up, and only the recovery code or a reset helps: that is assumed', {
    product,
    when: (play) => {
      const way = play.access('dana').way;
      recoveryCode(play, 'dana');
      play.by('dana', { type: 'closeTab' });
      play.by('dana', { type: 'signOut' });
      const anew = types(password(play, 'dana'));
      return { way, anew, isShownAssumed: reasonsCiting(play, 'CLP-8').includes('lostStillCounts, assumed') };
    },
    then: (seen) => expect(seen).toEqual({ way: 'code', anew: ['PasswordAccepted'], isShownAssumed: true }),
    flips: [set('factorLeft', 'bound-and-at-hand')],
  });
});
