import { expect } from 'vitest';
import { fact } from '../../../tests/support/fact';
import { REP, type Play } from '../../../tests/support/play';
import { person } from './actors';
import { reasonsOf } from './record';
import type { Finding } from './support-request';

/** Somebody calls and mails the PIN; the rep looks it up and compares. Whether that was right, by the chain of reasons. */
function mailing(play: Play, from: string, finding: Finding): string | undefined {
  play.does(person(from), { type: 'askSupport', account: from, wish: 'issueCode', by: 'call' });
  const request = play.world.requests.at(-1)?.id ?? '';
  play.does(REP, { type: 'answerCall', request });
  play.does(REP, { type: 'tellCaller', request, saying: 'mail-the-pin' });
  play.does(REP, { type: 'lookUp', firm: 'birch-lowe', tool: 'licence-pin' });
  play.does(REP, { type: 'compareProof', request, proof: 'pin-mail', finding });
  play.does(REP, { type: 'endCall', request });
  const compared = play.records.findLast(
    (record) => record.kind === 'command' && record.command.type === 'compareProof',
  );
  return compared === undefined ? undefined : reasonsOf(compared).at(0)?.because;
}

fact(
  "[ONV-16] the sender's address has to be on file as an admin's: staff and clients prove nothing by mailing the PIN",
  {
    when: (play) => ({
      primaryAdmin: mailing(play, 'priya', 'matches'),
      admin: mailing(play, 'tom', 'matches'),
      staff: mailing(play, 'dana', 'matches'),
      client: mailing(play, 'ines', 'matches'),
      seenThrough: mailing(play, 'ines', 'differs'),
    }),
    then: (seen) =>
      expect(seen).toEqual({
        primaryAdmin: 'comparedRightly',
        admin: 'comparedRightly',
        staff: 'comparedWrongly',
        client: 'comparedWrongly',
        seenThrough: 'comparedRightly',
      }),
    flips: [({ pinMail: _, ...policy }) => policy],
  },
);
