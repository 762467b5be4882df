// Who turns to support where chance decides: computed from the run's seed and its position, so that the same run draws the
// same. What was drawn goes into the log as evidence; the rules roll no dice.
import type { DrawnCaller, Knowledge, Sender } from '../domain/support-request';
import type { World } from '../domain/world';
import type { Cryptography } from '../ports';

/** As many of each as there are for one of the other: two callers in three are who they say. */
const WHO = ['themself', 'themself', 'stranger'] as const;

interface Kind {
  readonly licencePin: readonly Knowledge[];
  readonly firmAddress: readonly Knowledge[];
  readonly sender: readonly Sender[];
  readonly isSigned: readonly boolean[];
}

/** People forget and move; strangers know what stands on a website, and now and then more than they should. */
const KINDS: Readonly<Record<(typeof WHO)[number], Kind>> = {
  themself: {
    licencePin: ['right', 'right', 'right', 'nothing'],
    firmAddress: ['right', 'right', 'right', 'right', 'wrong'],
    sender: ['on-file', 'on-file', 'on-file', 'private'],
    isSigned: [true, true, true, true, false],
  },
  stranger: {
    licencePin: ['nothing', 'nothing', 'wrong', 'right'],
    firmAddress: ['right', 'wrong', 'nothing'],
    sender: ['look-alike', 'look-alike', 'private'],
    isSigned: [true, false],
  },
};

/** Whom the run draws if somebody turns to support now. */
export async function drawCaller(
  cryptography: Cryptography,
  { pins, position }: Pick<World, 'pins' | 'position'>,
): Promise<DrawnCaller> {
  const bytes = await cryptography.hmacSha256(pins?.seed ?? '', `caller/${position}`);
  const kind = KINDS[one(WHO, bytes, 0)];
  return {
    isStranger: kind === KINDS.stranger,
    knows: { licencePin: one(kind.licencePin, bytes, 1), firmAddress: one(kind.firmAddress, bytes, 2) },
    sender: one(kind.sender, bytes, 3),
    isSigned: one(kind.isSigned, bytes, 4),
  };
}

/** One of a few, by the `nth` four bytes: of so many numbers none is favoured by more than a billionth. */
function one<Item>(items: readonly Item[], bytes: Uint8Array, nth: number): Item {
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(nth * 4);
  const item = items[number % items.length];
  if (item === undefined) throw new TypeError('There is nothing to draw from.');
  return item;
}
