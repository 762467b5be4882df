// A request to support, in words.
import type { SupportWish } from '../../../domain/commands';
import { isDoneByRep } from '../../../domain/rights';
import type { SupportRequest } from '../../../domain/support-request';
import type { World } from '../../../domain/world';
import { nameOf } from '../../words/names';

/** What support can be asked for, before a person's name. */
export const WISHES: Readonly<Record<SupportWish, string>> = {
  issueCode: 'Issue a code for',
  removeCode: 'Remove the code of',
  resetMfa: 'Reset the second factor of',
};

/** What the request wants. */
export function wishText(world: World, { wish, about }: SupportRequest): string {
  const who = nameOf(world, about);
  return wish === 'issueCode' ? `A code for ${who}` : `${WISHES[wish]} ${who}`;
}

/** How far it has come, once the rep is done with it. */
export function stateText(world: World, { status, wish }: SupportRequest): string {
  switch (status) {
    case 'received':
      return 'Received';
    case 'passed-on':
      return isDoneByRep(world.policy, wish) ? 'Verified' : 'Passed on to the portal tech';
    case 'sent-back':
      return 'Sent back';
    case 'answered':
      return 'Done';
  }
}
