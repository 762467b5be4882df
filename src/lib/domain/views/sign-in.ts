// What the sign-in screen of an account may show. In-world: before the password is right it holds one flag and no
// reason (STD-9); after it, the reason of the last refusal and nothing that only an observer could know.
import type { Account } from '../account';
import type { Instant } from '../instant';
import { challengeFor } from '../mfa';
import type { RefusalReason } from '../refusals';
import type { World } from '../world';

export type SignInStep = 'push' | 'totp' | 'code' | 'enrol' | 'continue';

export type SignInView =
  | { readonly stage: 'signed-in' }
  | { readonly stage: 'password'; readonly isRefused: boolean }
  | {
      readonly stage: 'second-step';
      /** The step that is asked for now. */
      readonly step: SignInStep;
      readonly push: 'none' | 'waiting' | 'denied' | 'expired';
      readonly isEnrolling: boolean;
      /** Why the last try was refused; `at` is when the code stopped working, or until when to wait, where known. */
      readonly refusal: {
        readonly reason: RefusalReason;
        readonly at: Instant | null;
        /** After how many failures in a row it disabled what was set up; null where it did not. */
        readonly disabledAfter: number | null;
      } | null;
    };

/** The sign-in screen of this account at `now`. */
export function signInView(world: World, account: Account, now: Instant): SignInView {
  if (account.session !== null) return { stage: 'signed-in' };
  const { signIn } = account;
  if (signIn.stage === 'password') return { stage: 'password', isRefused: signIn.refusal !== null };
  const challenge = challengeFor(world, account, now);
  return {
    stage: 'second-step',
    step: challenge.kind === 'none' ? 'continue' : challenge.kind,
    push: signIn.push?.status ?? 'none',
    isEnrolling: account.enrolment !== null,
    refusal:
      signIn.refusal === null
        ? null
        : {
            reason: signIn.refusal.reason,
            disabledAfter: signIn.refusal.disabledAfter ?? null,
            at:
              signIn.refusal.reason === 'throttled' ? account.failures.waitUntil : endOf(account, signIn.refusal.code),
          },
  };
}

function endOf(account: Account, id: string | undefined): Instant | null {
  return account.codes.find((code) => code.id === id)?.end?.at ?? null;
}
