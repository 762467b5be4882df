// Who issues a command: a person of some firm, one of the two lines of support, a stranger, the lab itself, or the clock.

export type Actor =
  | { readonly kind: 'person'; readonly account: string }
  | { readonly kind: 'rep'; readonly id: string }
  | { readonly kind: 'portalTech'; readonly id: string }
  /** Somebody who stands in no directory, and says that they are somebody who does. */
  | { readonly kind: 'stranger' }
  /** Whoever runs the lab: changes the policy, the revision or an edge from outside the story. */
  | { readonly kind: 'lab' }
  /** Deadlines happen by themselves. */
  | { readonly kind: 'clock' };

export const STRANGER: Actor = { kind: 'stranger' };
export const LAB: Actor = { kind: 'lab' };
export const CLOCK: Actor = { kind: 'clock' };

/** The actor who is the person behind this account. */
export function person(account: string): Actor {
  return { kind: 'person', account };
}
