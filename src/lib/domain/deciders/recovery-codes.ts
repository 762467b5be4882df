// Codes that their owner saves: shown once, saved or lost with the tab, and renewed in an open session (CLP-5, CLP-7).
import type { Account } from '../account';
import { CLOCK } from '../actors';
import { decided, refusedAct, type Decision } from '../decision';
import type { Instant } from '../instant';
import { newRecoveryCodes } from '../new-codes';
import { because } from '../reasons';
import type { World } from '../world';

/** The owner says that the codes on show are saved; from then on they are known to them. */
export function saveCodes(account: Account): Decision {
  if (account.codesToSave.length === 0) return refusedAct('nothing-to-save', [], account.id);
  return decided([{ type: 'CodesSaved', account: account.id, codes: account.codesToSave }], []);
}

/** The tab is closed: what was on show is gone, saved or not. A session goes on; a sign-in under way does not. */
export function closeTab(account: Account): Decision {
  return decided([{ type: 'TabClosed', account: account.id, unsaved: account.codesToSave }], []);
}

/** A fresh recovery code in place of the earlier, from an open session. Refuses: no session, none offered. */
export function renewRecoveryCode(world: World, account: Account, now: Instant): Decision {
  if (account.session === null) {
    return refusedAct('no-session', [because('noSession', [], { account: account.id })], account.id);
  }
  const made = newRecoveryCodes(world, account, CLOCK, now);
  if (made.events.length === 0) return refusedAct('family-not-offered', [because('notOffered', [])], account.id);
  return decided(made.events, made.reasons);
}
