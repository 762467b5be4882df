// What a sign-in screen says about the last try, in the product's own words. Before the password is right that is one
// sentence, whatever the reason; the view holds no reason then, so there is nothing to give away.
import type { Instant } from '../../domain/instant';
import type { RefusalReason } from '../../domain/refusals';
import type { SignInView } from '../../domain/views/sign-in';
import type { Edition } from '../../products/schema';
import { refusalSentence } from '../words/refusal-text';
import type { Screen } from './screen.svelte';

type SignInWords = keyof Edition['words']['signIn'];

const KEYS: Partial<Record<RefusalReason, SignInWords>> = {
  'code-wrong': 'wrong',
  'code-missing': 'missing',
  'code-expired': 'expired',
  'code-replaced': 'replaced',
  'code-removed': 'removed',
  'code-used': 'used',
  'code-ended-with-mfa': 'endedWithMfa',
  'code-ended-by-device': 'endedByDevice',
  'code-stands-in-front': 'codeFirst',
  'code-ended-by-reset': 'endedByReset',
  'totp-wrong': 'totpWrong',
  'totp-used': 'totpUsed',
  throttled: 'throttled',
  'must-enrol': 'mustEnrol',
  'not-your-method': 'notYourMethod',
  'no-authenticator': 'noAuthenticator',
  'push-stale': 'pushStale',
  'enrolment-not-offered': 'notOffered',
};

/** The message on the sign-in screen, or null where the last try was not refused. */
export function signInText(screen: Screen): string | null {
  const { signIn, words, lab } = screen;
  const isUnsaid = signIn.stage === 'second-step' && signIn.refusal === null;
  if (isUnsaid) return screen.refusal === null ? null : refusalSentence(screen.refusal);
  // Of a code of the app nothing is said where another way is gone.
  if (signIn.stage === 'second-step' && screen.hasWalkedOn) return null;
  return signInMessage(lab.edition, signIn, (at) => words.near(at));
}

/** The same of any sign-in, in the product's own words; null where its last try was not refused. */
export function signInMessage(edition: Edition, signIn: SignInView, near: (at: Instant) => string): string | null {
  if (signIn.stage === 'signed-in') return null;
  if (signIn.stage === 'password') return signIn.isRefused ? edition.words.signIn.notRecognised : null;
  if (signIn.refusal === null) return null;
  const { reason, at, disabledAfter } = signIn.refusal;
  // What was wrong with the code is no longer the point: there is nothing left that makes the right one.
  if (disabledAfter !== null) {
    return `After ${disabledAfter} failures in a row what was set up for this sign-in is disabled. It has to be set up anew.`;
  }
  return inProductWords(edition, reason).replaceAll('{at}', at === null ? '' : near(at));
}

/** What an open session says of a code that did not confirm a key, where no sign-in says it; null where none was refused. */
export function setUpText(screen: Screen): string | null {
  const { refusal, viewer, words, lab } = screen;
  const until = viewer?.failures.waitUntil ?? null;
  return refusal === null
    ? null
    : inProductWords(lab.edition, refusal).replaceAll('{at}', until === null ? '' : words.near(until));
}

/** A refusal in the product's own words, where it has some. */
function inProductWords({ words }: Edition, reason: RefusalReason): string {
  const key = KEYS[reason];
  return (key === undefined ? undefined : words.signIn[key]) ?? refusalSentence(reason);
}
