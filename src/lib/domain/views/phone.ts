// What the person's phones and tablets show: which are in hand, what is bound to them, and the prompt that waits.
// In-world: only what its owner can see.
import type { Account, Device, PushPrompt } from '../account';
import type { Instant } from '../instant';
import type { World } from '../world';

export interface PhoneView {
  readonly device: Device;
  readonly isBound: boolean;
  readonly authenticator: string | null;
  /** The prompt that waits on this device, where it can be answered. */
  readonly prompt: PushPrompt | null;
  /** Whether an enrolment is under way that this device could complete. */
  readonly canPair: boolean;
}

/** The account's devices at `now`, oldest first. */
export function phoneViews(_world: World, account: Account, now: Instant): readonly PhoneView[] {
  const { push } = account.signIn;
  return account.devices.map((device) => {
    const authenticator = account.authenticators.find((each) => each.device === device.id);
    const isInHand = device.loss === null;
    const isWaiting = push !== null && push.status === 'waiting' && now < push.endsAt;
    return {
      device,
      isBound: authenticator !== undefined,
      authenticator: authenticator?.id ?? null,
      prompt: isInHand && authenticator !== undefined && isWaiting ? push : null,
      canPair: isInHand && authenticator === undefined && account.enrolment !== null,
    };
  });
}
