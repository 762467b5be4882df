// What the article says of whoever is without the portal's app, proved on this product's own policy: the recovery code, and
// Support. Paths and words are walked.
import { describe, expect } from 'vitest';
import { fact, set, withoutRight } from '../../../../tests/support/fact';
import { PORTAL_TECH, REP, refusal, types } from '../../../../tests/support/play';
import {
  product,
  setRecovery,
  password,
  setUp,
  recoveryCode,
  askReset,
  verified,
  reasonsCiting,
} from '../../../../tests/support/portal';
import { activeCode } from '../../domain/account';

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
      const { obstacle: shown, reasons } = play.access('dana');
      const why = reasons.at(-1)?.because;
      play.by('dana', { type: 'closeTab' });
      play.by('dana', { type: 'signOut' });
      const unsaved = play.access('dana');
      return { shown, why, isLockedOut: unsaved.isLockedOut, obstacle: unsaved.obstacle };
    },
    then: (seen) =>
      expect(seen).toEqual({ shown: 'code-unsaved', why: 'codeNotSaved', isLockedOut: true, obstacle: 'phone-away' }),
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
