// What the article says of NetClient CS and NetStaff CS, proved on this product's own policy. Paths and words are walked.
import { describe, expect } from 'vitest';
import { fact, set, setCode, withoutRight } from '../../../../tests/support/fact';
import { PORTAL_TECH, REP, refusal, types, type Play } from '../../../../tests/support/play';
import { person } from '../../domain/actors';
import { reasonsOf } from '../../domain/record';
import { accessOf } from '../../domain/views/access';

const product = 'netclient';
const ISSUE = { type: 'issueCode', family: 'temporaryCode' } as const;

/** Dana signs in with a code when the lab opens, and an hour later disconnects her lost phone. */
function disconnectWithCode(play: Play): void {
  play.issue('dana');
  play.signInByCode('dana');
  play.after('01:00:00').disconnectAll('dana');
}

/** How Dana stands at this time, were she to sign in anew. */
function stateAt(play: Play, time: string) {
  play.after(time);
  const account = { ...play.account('dana'), session: null };
  const { way, obstacle } = accessOf(play.world, account, play.now);
  return { isMfaOn: account.isMfaOn, way, obstacle };
}

/** The reasons given since the lab opened that cite the fact, with whether each is shown as an assumption. */
function reasonsCiting(play: Play, id: string) {
  const since = play.records.filter((record) => record.at > play.opened);
  const reasons = since.flatMap(reasonsOf).filter(({ cites }) => cites.includes(id));
  return [...new Set(reasons.map((each) => `${each.because}${each.isAssumed === true ? ', assumed' : ''}`))].toSorted();
}

describe('a temporary code', () => {
  fact('[NCS-1] an administrative user issues a numerical code for somebody without their authenticator app', {
    product,
    when: (play) => {
      const byAdmin = types(play.issue('dana'));
      const signedIn = types(play.signInByCode('dana'));
      const byDana = refusal(play.does(person('dana'), { ...ISSUE, account: 'marcus' }));
      const form = play.world.policy.codes.temporaryCode?.form.value;
      return { byAdmin, signedIn, byDana, alphabet: form?.alphabet };
    },
    then: (seen) =>
      expect(seen).toEqual({
        byAdmin: ['CodeIssued'],
        signedIn: ['SignedIn'],
        byDana: 'no-right',
        alphabet: '0123456789',
      }),
    flips: [withoutRight((right) => right.role === 'admin')],
  });

  fact('[NCS-6] a code is good for 24 hours and refused at the instant at which they end', {
    product,
    when: (play) => {
      play.issue('dana');
      const before = types(play.after('23:59:59').signInByCode('dana'));
      play.by('dana', { type: 'signOut' });
      return { before, after: refusal(play.after('24:00:00').signInByCode('dana')) };
    },
    then: (seen) => expect(seen).toEqual({ before: ['SignedIn'], after: 'code-expired' }),
    flips: [setCode('lifeSeconds', 3600), setCode('lifeSeconds', null)],
  });
});

describe('support', () => {
  fact("[NCS-7] on the primary admin's signed letter the portal tech issues a code for an admin, and for nobody else", {
    product,
    when: (play) => {
      play.does(person('priya'), { type: 'askSupport', account: 'priya', wish: 'issueCode' });
      const [request] = play.world.requests.map(({ id }) => id);
      const ask = { type: 'passOnRequest', request: request ?? '' } as const;
      const byPin = refusal(play.does(REP, { ...ask, verifiedBy: 'licence-pin' }));
      const byWord = refusal(play.does(REP, { ...ask, verifiedBy: 'letterhead' }));
      const byLetter = types(play.passOn(ask.request));
      const issued = types(play.does(PORTAL_TECH, { ...ISSUE, account: 'priya', request: ask.request }));
      const other = play.askSupport('issueCode', 'dana');
      return {
        byPin,
        byWord,
        byLetter,
        issued,
        forStaff: refusal(play.does(PORTAL_TECH, { ...ISSUE, account: 'dana', request: other })),
      };
    },
    then: (seen) =>
      expect(seen).toEqual({
        byPin: 'method-not-offered',
        byWord: 'not-verified',
        byLetter: ['RequestPassedOn'],
        issued: ['CodeIssued', 'RequestAnswered'],
        forStaff: 'no-right',
      }),
    flips: [
      withoutRight((right) => right.role === 'portalTech'),
      (policy) => ({ ...policy, callerVerification: [] }),
      (policy) => ({
        ...policy,
        callerVerification: [{ id: 'own-mail', label: 'Writes from there', proof: 'own-mail', cites: [] }],
      }),
    ],
  });

  fact('[NCS-7] that the portal tech also removes a code is assumed, and shown so; an admin cannot', {
    product,
    when: (play) => {
      play.issue('dana');
      const request = play.after('00:01:00').askSupport('removeCode', 'dana');
      const remove = { type: 'removeCode', account: 'dana', request } as const;
      const byAdmin = refusal(play.does(person('priya'), remove));
      const byTech = types(play.does(PORTAL_TECH, remove));
      return { byAdmin, byTech, isShownAssumed: reasonsCiting(play, 'NCS-7').includes('rightHeld, assumed') };
    },
    then: (seen) =>
      expect(seen).toEqual({ byAdmin: 'no-right', byTech: ['CodeEnded', 'RequestAnswered'], isShownAssumed: true }),
    flips: [withoutRight((right) => right.action === 'removeCode')],
  });

  fact('[NCS-10] a rep passes the request on and does not issue, unless the lab is set the other way', {
    product,
    when: (play) => {
      const request = play.askSupport('issueCode', 'priya');
      const { status } = play.world.requests[0] ?? {};
      return { status, byRep: refusal(play.does(REP, { ...ISSUE, account: 'priya', request })) };
    },
    then: (seen) => expect(seen).toEqual({ status: 'passed-on', byRep: 'no-right' }),
    flips: [set('repsMayIssue', true)],
  });
});

describe('the paired device is disconnected while a code is active', () => {
  fact('[NCS-8] where MFA is optional it does not go off by that, and the code goes on being asked', {
    product,
    enforcement: 'optional',
    when: (play) => {
      disconnectWithCode(play);
      return { at: stateAt(play, '01:00:00'), before: stateAt(play, '23:59:59'), last: play.told.at(-1) };
    },
    then: ({ at, before, last }) => {
      expect(at).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
      expect(before).toEqual(at);
      expect(last).toBe('3600 AuthenticatorUnbound');
    },
    flips: [set('lastUnboundWithCode', 'off-now')],
  });

  fact('[NCS-9] where MFA is optional it goes off at the instant at which the code ends', {
    product,
    enforcement: 'optional',
    when: (play) => {
      disconnectWithCode(play);
      const before = stateAt(play, '23:59:59');
      const after = stateAt(play, '24:00:00');
      return { before, after, told: play.told.slice(-2), reasons: reasonsCiting(play, 'NCS-9') };
    },
    then: ({ before, after, told, reasons }) => {
      expect(before).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
      expect(after).toEqual({ isMfaOn: false, way: 'password', obstacle: null });
      expect(told).toEqual(['86400 CodeEnded', '86400 MfaSwitchedOff']);
      expect(reasons).toEqual(['codeEndedWithoutFactor, assumed', 'lastUnbound, assumed']);
    },
    flips: [set('lastUnboundWithCode', 'needed-after-code-end'), { product, enforcement: 'required' }],
  });

  fact('[NCS-9] where it is required, only another code or a registered device opens the account after that end', {
    product,
    when: (play) => {
      disconnectWithCode(play);
      const before = stateAt(play, '23:59:59');
      const after = stateAt(play, '24:00:00');
      const reasons = reasonsCiting(play, 'NCS-9');
      play.by('dana', { type: 'signOut' });
      play.issue('dana');
      const withNewCode = stateAt(play, '24:01:00');
      play.signInByCode('dana');
      play.register('dana');
      return { before, after, reasons, withNewCode, withDevice: stateAt(play, '48:00:00') };
    },
    then: ({ before, after, reasons, withNewCode, withDevice }) => {
      expect(before).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
      expect(after).toEqual({ isMfaOn: true, way: null, obstacle: 'no-device' });
      expect(reasons).toEqual(['mfaRequired, assumed']);
      expect(withNewCode).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
      expect(withDevice).toEqual({ isMfaOn: true, way: 'push', obstacle: null });
    },
    flips: [{ product, enforcement: 'optional' }],
  });
});
