// What one event about an account does to the deadlines. Part of `evolve`.
import type { Account } from './account';
import { withDeadline, withoutDeadline, type Deadlines } from './deadlines';
import type { AccountEvent } from './evolve-account';

/** The deadlines after an event about `account`, which is the account before it. */
export function deadlinesAfter(deadlines: Deadlines, account: Account, event: AccountEvent): Deadlines {
  const pushOf = account.signIn.push;
  const withoutPush = (): Deadlines =>
    pushOf === null ? deadlines : withoutDeadline(deadlines, { kind: 'push', account: account.id, of: pushOf.id });
  switch (event.type) {
    case 'CodeIssued':
      return event.endsAt === null
        ? deadlines
        : withDeadline(deadlines, { kind: 'code', account: account.id, of: event.code, at: event.endsAt });
    case 'CodeEnded':
      return withoutDeadline(deadlines, { kind: 'code', account: account.id, of: event.code });
    case 'PushSent':
      return withDeadline(withoutPush(), { kind: 'push', account: account.id, of: event.push, at: event.endsAt });
    case 'SignInRefused':
      return event.reason === 'wrong-password' ? withoutPush() : deadlines;
    case 'PasswordAccepted':
    case 'PushDenied':
    case 'PushExpired':
    case 'SignedIn':
    case 'SignInCancelled':
    case 'TabClosed':
      return withoutPush();
    default:
      return deadlines;
  }
}
