// The one door through which anything happens: a submission goes in, events with their reasons come out. Pure and
// cheap, so that a control can ask beforehand whether it would be refused.
import type { Account } from './account';
import type { Evidence, OwnCommand, Submission } from './commands';
import { askSupport } from './deciders/ask-support';
import { answerCall, askCaller, endCall, tellCaller } from './deciders/calls';
import { requestEmailedCode, submitCode } from './deciders/code-sign-in';
import { issueCode, removeCode, tellCode } from './deciders/codes';
import {
  acquireDevice,
  bindAuthenticator,
  cancelEnrolment,
  findDevice,
  loseDevice,
  startEnrolment,
  unbindAuthenticator,
} from './deciders/devices';
import { addAppEntry, advanceAppEntry, confirmEnrolment, setDeviceClock } from './deciders/authenticator-app';
import { closeTab, renewRecoveryCode, saveCodes } from './deciders/recovery-codes';
import { resetMfa } from './deciders/resets';
import { submitTotp } from './deciders/totp-sign-in';
import { answerQuestion, setEnforcement, setSetting, setVariant } from './deciders/lab-acts';
import {
  answerPush,
  cancelSignIn,
  continueSignIn,
  requestPush,
  signInFederated,
  signOut,
  submitPassword,
} from './deciders/sign-in';
import { compareProof, lookUp, passOnRequest, sendBackRequest, sitAt } from './deciders/support';
import { refusalIn, refusedAct, type Decision } from './decision';
import type { Instant } from './instant';
import { because } from './reasons';
import type { RefusalReason } from './refusals';
import { accountOf, type World } from './world';

/**
 * What comes of a submission at `now`. Every deadline up to `now` must have been folded in before (see `due`).
 * Never throws for anything a person can do: a refusal is an event.
 */
export function decide(world: World, submission: Submission, now: Instant): Decision {
  const { actor, command } = submission;
  switch (command.type) {
    case 'issueCode':
      return about(world, command, (account) => issueCode(world, account, command, actor, now));
    case 'removeCode':
      return about(world, command, (account) => removeCode(world, account, command, actor, now));
    case 'resetMfa':
      return about(world, command, (account) => resetMfa(world, account, command, actor, now));
    case 'tellCode':
      return about(world, command, (account) => tellCode(world, account, command, actor, now));
    case 'askSupport':
      return about(world, command, (account) => askSupport(world, account, command, actor, submission.evidence));
    case 'passOnRequest':
      return passOnRequest(world, command, actor);
    case 'sendBackRequest':
      return sendBackRequest(world, command, actor);
    case 'answerCall':
      return answerCall(world, command, actor);
    case 'endCall':
      return endCall(world, command, actor);
    case 'askCaller':
      return askCaller(world, command, actor);
    case 'tellCaller':
      return tellCaller(world, command, actor, now);
    case 'lookUp':
      return lookUp(world, command, actor);
    case 'compareProof':
      return compareProof(world, command, actor);
    case 'sitAt':
      return sitAt(world, command, actor);
    case 'setEnforcement':
      return setEnforcement(world, command, actor, now);
    case 'setVariant':
      return setVariant(world, command, actor);
    case 'setSetting':
      return setSetting(world, command, actor);
    case 'answerQuestion':
      return answerQuestion(world, command, actor);
    default:
      return about(world, command, (account) =>
        actor.kind === 'person' && actor.account === account.id
          ? decideForOwner(world, account, command, submission.evidence ?? {}, now)
          : refusedAct('not-yours', [because('notTheirs', ['STD-12'], { account: account.id })], account.id),
      );
  }
}

function decideForOwner(
  world: World,
  account: Account,
  command: OwnCommand,
  evidence: Evidence,
  now: Instant,
): Decision {
  switch (command.type) {
    case 'submitPassword':
      return submitPassword(world, account, command, now);
    case 'submitCode':
      return submitCode(world, account, command, evidence, now);
    case 'submitTotp':
      return submitTotp(world, account, evidence, now);
    case 'signInFederated':
      return signInFederated(world, account);
    case 'requestEmailedCode':
      return requestEmailedCode(world, account, now);
    case 'requestPush':
      return requestPush(world, account, now);
    case 'answerPush':
      return answerPush(world, account, command, now);
    case 'continueSignIn':
      return continueSignIn(world, account, now);
    case 'cancelSignIn':
      return cancelSignIn(account);
    case 'signOut':
      return signOut(account);
    case 'startEnrolment':
      return startEnrolment(world, account, now);
    case 'cancelEnrolment':
      return cancelEnrolment(account);
    case 'bindAuthenticator':
      return bindAuthenticator(world, account, command, now);
    case 'confirmEnrolment':
      return confirmEnrolment(world, account, command, evidence, now);
    case 'addAppEntry':
      return addAppEntry(account, command);
    case 'advanceAppEntry':
      return advanceAppEntry(account, command);
    case 'setDeviceClock':
      return setDeviceClock(account, command);
    case 'saveCodes':
      return saveCodes(account);
    case 'closeTab':
      return closeTab(account);
    case 'renewRecoveryCode':
      return renewRecoveryCode(world, account, now);
    case 'unbindAuthenticator':
      return unbindAuthenticator(world, account, command, now);
    case 'loseDevice':
      return loseDevice(account, command);
    case 'findDevice':
      return findDevice(account, command);
    case 'acquireDevice':
      return acquireDevice(account, command);
    default:
      return never(command);
  }
}

function about(world: World, command: { readonly account: string }, then: (account: Account) => Decision): Decision {
  const account = accountOf(world, command.account);
  return account === undefined ? refusedAct('no-such-account', []) : then(account);
}

/** Why a submission would be refused at `now`, or null where it would not be. A dry run: nothing happens. */
export function refusalOf(world: World, submission: Submission, now: Instant): RefusalReason | null {
  return refusalIn(decide(world, submission, now));
}

function never(command: never): never {
  throw new TypeError(`No decider for ${JSON.stringify(command)}.`);
}
