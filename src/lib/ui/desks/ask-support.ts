// Whether there is anything to ask Support for: its desk has to be open, and a right of its own behind it.
import type { Lab } from '../../app/lab.svelte';
import { wishesOf } from '../../domain/rights';

/** Whether the product knows a Support that can do something. */
export function canAskSupport(lab: Lab): boolean {
  return 'root' in lab.edition.desks.support && wishesOf(lab.world.policy).length > 0;
}
