// The story behind the end of a code: somebody who is left with a code alone, and how they stand at an instant.
import { accessOf } from '../../src/lib/domain/views/access';
import type { Play } from './play';

/** Dana signs in with a code at 09:00, disconnects her lost phone, and time goes on. */
export function disconnectWithCode(play: Play): void {
  play.issue('dana');
  play.signInByCode('dana');
  play.after('01:00:00').disconnectAll('dana');
}

/** Whether Dana's MFA is on at an instant after the lab opened, and by which way she could come in then, or why by none. */
export function stateOf(play: Play, at: string) {
  play.after(at);
  const { isMfaOn } = play.account('dana');
  const { way, obstacle } = accessOf(play.world, { ...play.account('dana'), session: null }, play.now);
  return { isMfaOn, way, obstacle };
}
