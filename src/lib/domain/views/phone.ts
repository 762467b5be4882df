// What the person's phones and tablets show: which are in hand, what is bound to them, and the prompt that waits.
// In-world: only what its owner can see.
import type { Account, Device, PushPrompt } from '../account';
import { SECOND, type Instant } from '../instant';
import type { World } from '../world';

export interface PhoneView {
  readonly device: Device;
  readonly isBound: boolean;
  readonly authenticator: string | null;
  /** The prompt that waits on this device, where it can be answered. */
  readonly prompt: PushPrompt | null;
  /** Whether an enrolment is under way that this device could complete by pairing. */
  readonly canPair: boolean;
  /** Whether a key is on show that this device's app does not hold yet. */
  readonly canScan: boolean;
  /** What the clock of this device says. */
  readonly clock: Instant;
}

/** The account's devices at `now`, oldest first. */
export function phoneViews(world: World, account: Account, now: Instant): readonly PhoneView[] {
  const { push } = account.signIn;
  const isPush = world.policy.authenticator.value === 'push';
  const key = account.enrolment?.authenticator ?? null;
  return account.devices.map((device) => {
    const authenticator = account.authenticators.find((each) => each.device === device.id && each.kind === 'push');
    const isInHand = device.loss === null;
    const isWaiting = push !== null && push.status === 'waiting' && now < push.endsAt;
    return {
      device,
      isBound: account.authenticators.some(
        (each) => each.id === authenticator?.id || device.entries.some((entry) => entry.authenticator === each.id),
      ),
      authenticator: authenticator?.id ?? null,
      prompt: isInHand && authenticator !== undefined && isWaiting ? push : null,
      canPair: isPush && isInHand && authenticator === undefined && account.enrolment !== null,
      canScan:
        isInHand && key !== null && !device.entries.some((each) => each.authenticator === key && each.kind === 'time'),
      clock: now + device.clockOffsetSeconds * SECOND,
    };
  });
}
