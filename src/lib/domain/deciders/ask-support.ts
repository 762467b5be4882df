// How a request reaches support: asked by a person, by somebody who says they are one, or by one of the two, drawn by
// chance. What comes of it is `support.ts`'s matter.
import type { Account } from '../account';
import type { Actor } from '../actors';
import type { CommandOf, Evidence } from '../commands';
import { decided, refusedAct, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import { because } from '../reasons';
import type { CallerKnows, DrawnCaller, WayIn } from '../support-request';
import { proofsAsked } from '../verification';
import { accountOf, type World } from '../world';

const KNOWS_ALL: CallerKnows = { licencePin: 'right', firmAddress: 'right' };
const KNOWS_NOTHING: CallerKnows = { licencePin: 'nothing', firmAddress: 'nothing' };

type AskSupport = CommandOf<'askSupport'>;

/** Who turns to support: who they claim to be, whether it is really them, and what was drawn, where chance decides. */
interface Asking {
  readonly from: string | undefined;
  readonly isStranger: boolean;
  readonly drawn?: DrawnCaller;
}

/**
 * Somebody asks support for something about an account of their firm, or of the firm of whoever they claim to be. Anybody
 * may ask; for somebody drawn by chance the lab does, and everything about them but their claim and their wish is drawn.
 */
export function askSupport(
  world: World,
  about: Account,
  command: AskSupport,
  actor: Actor,
  evidence: Evidence = {},
): Decision {
  const { isStranger, drawn, ...asking } = askingOf(command, actor, evidence);
  const from = asking.from === undefined ? undefined : accountOf(world, asking.from);
  if (from === undefined) return refusedAct('no-right', [], about.id);
  if (from.firm !== about.firm) {
    const detail = { account: from.id, other: about.id };
    return refusedAct('other-firm', [because('otherFirm', ['STD-12'], detail)], about.id);
  }
  const by = command.by ?? world.policy.requestsCome?.value ?? 'call';
  if (!waysIn(world).includes(by)) return refusedAct('method-not-offered', [because('notOffered', [])], about.id);
  const request = `request/${world.requests.length + 1}`;
  const asked: DomainEvent = {
    type: 'SupportAsked',
    request,
    from: from.id,
    about: about.id,
    wish: command.wish,
    by,
    knows: (drawn ?? command).knows ?? (isStranger ? KNOWS_NOTHING : KNOWS_ALL),
    ...(isStranger ? { isStranger } : {}),
    ...(drawn === undefined ? {} : { isDrawn: true }),
  };
  return decided(by === 'call' ? [asked] : [asked, written(request, by, drawn ?? command, isStranger)], []);
}

function askingOf({ claims }: AskSupport, actor: Actor, { drawnCaller: drawn }: Evidence): Asking {
  if (actor.kind === 'person') return { from: actor.account, isStranger: false };
  if (actor.kind === 'stranger') return { from: claims, isStranger: true };
  if (actor.kind !== 'lab' || drawn === undefined) return { from: undefined, isStranger: false };
  return { from: claims, isStranger: drawn.isStranger, drawn };
}

/** The ways in which a request can reach support in this product. */
export function waysIn({ policy }: World): readonly WayIn[] {
  const usual = policy.requestsCome?.value ?? 'call';
  return proofsAsked(policy).includes('letterhead') ? [usual, 'scan', 'fax'] : [usual];
}

function written(
  request: string,
  kind: Exclude<WayIn, 'call'>,
  { sender, isSigned = true }: Pick<AskSupport, 'sender' | 'isSigned'>,
  isStranger: boolean,
): DomainEvent {
  return {
    type: 'MessageReceived',
    request,
    message: `${request}/message/1`,
    kind,
    sender: sender ?? (isStranger ? 'look-alike' : 'on-file'),
    ...(kind === 'mail' ? { encloses: 'nothing' } : { encloses: 'letterhead', isSigned }),
  };
}
