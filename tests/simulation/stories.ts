// Stories that touch much of what the oracle promises, to be forged: what the rules make of them is taken.
import { checkAddress, drawnCalls, passOn } from '../support/call';
import { Play, PORTAL_TECH, REP } from '../support/play';

/** A story that the rules make. */
export type Story = () => Play;

export const inOnvio: Story = () => {
  const play = new Play({ enforcement: 'optional' });
  play.by('dana', { type: 'cancelSignIn' });
  play.issue('dana');
  play.issue('dana');
  play.after('10:00:00').signInByCode('dana');
  play.disconnectAll('dana');
  play.by('dana', { type: 'signOut' });
  play.after('11:00:00').sit('marcus');
  play.after('12:00:00').issue('ines', 'tom');
  const request = play.askSupport('removeCode', 'ines');
  play.does(PORTAL_TECH, { type: 'removeCode', account: 'ines', request });
  play.lab({ type: 'setVariant', variant: 'revision-1' });
  play.issue('marcus');
  play.disconnectAll('marcus');
  return play.after('60:00:00');
};

export const inOnix: Story = () => {
  const play = new Play({ product: 'onix' });
  play.signInByTotp('marcus');
  play.by('marcus', { type: 'signOut' });
  play.by('marcus', { type: 'submitPassword', card: 'right' });
  play.totp('marcus');
  for (let count = 0; count < 4; count += 1) play.totp('marcus', 20);
  play.after('00:00:15').totp('marcus', 1);
  play.after('02:00:00').totp('marcus');
  play.sit('priya');
  play.does({ kind: 'person', account: 'priya' }, { type: 'resetMfa', account: 'marcus' });
  return play;
};

export const inPortal: Story = () => {
  const play = new Play({ product: 'portal' });
  play.by('elif', { type: 'submitPassword', card: 'right' });
  play.setUp('elif');
  const saved = play.account('elif').codes.at(-1)?.id ?? null;
  play.by('elif', { type: 'saveCodes' });
  play.by('elif', { type: 'signOut' });
  play.by('elif', { type: 'submitPassword', card: 'right' });
  play.by('elif', { type: 'submitCode', family: 'recoveryCode' }, { matchedCode: saved });
  return play;
};

/** Elif fails at her set-up and Marcus at his sign-in, and both have to wait: she to confirm, he to be sent a code. */
export const inWaits: Story = () => {
  const play = new Play({ product: 'onix' });
  play.lab({ type: 'setSetting', name: 'emailedCodes', value: 'on' });
  for (const account of ['elif', 'marcus']) play.by(account, { type: 'submitPassword', card: 'right' });
  for (let count = 0; count < 5; count += 1) {
    play.by('elif', { type: 'confirmEnrolment', device: null }, { isMissing: true });
    play.totp('marcus', 20);
  }
  play.setUp('elif');
  play.by('marcus', { type: 'requestEmailedCode' });
  play.after('00:10:00').by('marcus', { type: 'requestEmailedCode' });
  play.setUp('elif');
  return play;
};

/** Two callers drawn by chance: a stranger who gets through, and somebody who is sent back. */
export const atSupport: Story = () => {
  const play = new Play();
  const passedOn = drawnCalls(play, { isStranger: true, knows: { licencePin: 'nothing', firmAddress: 'right' } });
  checkAddress(play, passedOn);
  play.does(REP, { type: 'endCall', request: passedOn });
  passOn(play, passedOn, 'address');
  play.does(REP, { type: 'sendBackRequest', request: drawnCalls(play) });
  return play;
};
