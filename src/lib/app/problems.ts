// What can go wrong outside the rules, as data. Each is shown in words that say what was found and what to do.
import type { CheckFinding } from '../domain/check';
import type { LogRecord } from '../domain/record';
import type { StorageFailure } from '../ports';
import type { LinkFault } from './read-link';
import type { Loss } from './witness';

/** Why a stored run was not opened. It stays as it is: nothing is overwritten. */
export type RunDamage =
  | {
      readonly kind: 'record-malformed';
      readonly position: number;
      readonly path: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly kind: 'link-broken'; readonly position: number }
  | { readonly kind: 'log-cut-short'; readonly found: number; readonly expected: number }
  | { readonly kind: 'history-impossible'; readonly position: number; readonly finding: CheckFinding }
  | { readonly kind: 'product-missing'; readonly product: string }
  | { readonly kind: 'product-malformed'; readonly path: string; readonly found: string; readonly expected: string };

/** How many records stand before the damage, as far as it says: at most that many can be sound. */
export function recordsBefore(damage: RunDamage): number {
  if (damage.kind === 'log-cut-short') return damage.found;
  return 'position' in damage ? damage.position : 0;
}

export type LabProblem =
  /** Somebody else was first: what they did, oldest first. Nothing was sent. */
  | { readonly kind: 'overtaken'; readonly since: readonly LogRecord[] }
  | { readonly kind: 'storage'; readonly failure: StorageFailure }
  /** Something that was acknowledged is not there any more, or cannot be reached. */
  | { readonly kind: 'lost'; readonly loss: Loss }
  /** Another run, which was to be opened or compared, is not kept any more. The one on screen is as it was. */
  | { readonly kind: 'other-gone' }
  /** A link named a product that does not ship. The lab opened as it would have without the link. */
  | { readonly kind: 'no-such-product'; readonly found: string; readonly expected: readonly string[] }
  /** A link was for one desk, and names none. The lab opened with all of them. */
  | { readonly kind: 'no-such-desk'; readonly found: string; readonly expected: readonly string[] }
  /** A link carried a run that cannot be opened. The lab is as it was without the link. */
  | { readonly kind: 'link'; readonly fault: LinkFault }
  | { readonly kind: 'damaged'; readonly run: string; readonly damage: RunDamage };
