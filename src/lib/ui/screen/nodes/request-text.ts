// A firm's request to support, in words.
import type { SupportRequest, World } from '../../../domain/world';
import { nameOf } from '../../words/names';

export const REQUEST_STATES: Readonly<Record<SupportRequest['status'], string>> = {
  received: 'Received',
  'passed-on': 'Passed on to the portal tech',
  'sent-back': 'Sent back',
  answered: 'Done',
};

/** What the request wants. */
export function wishText(world: World, { wish, about }: SupportRequest): string {
  return wish === 'issueCode' ? `A code for ${nameOf(world, about)}` : `Remove the code of ${nameOf(world, about)}`;
}
