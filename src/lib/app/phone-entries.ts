// What a person's own phone may still hold of the lab: which entries to delete there. Remembered in this browser outside
// any run, since it outlives each. Knows only what the lab itself knows: the phone tells nothing.
import { createSubscriber } from 'svelte/reactivity';
import type { DomainEvent } from '../domain/events';
import { accountOf, type World } from '../domain/world';
import type { Preferences } from '../ports';

const NAME = 'phone-entries';
const ENTRIES_MAX = 50;

/** A key of the lab that was taken into an app on a phone outside the simulation. */
export interface PhoneEntry {
  readonly run: string;
  readonly authenticator: string;
  readonly account: string;
  /** What the app shows beneath the lab's name. */
  readonly email: string;
}

export class PhoneEntries {
  readonly #preferences: Preferences;
  #list: readonly PhoneEntry[];
  #update = (): void => undefined;
  readonly #subscribe = createSubscriber((update) => {
    this.#update = update;
    return () => (this.#update = () => undefined);
  });

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
    this.#list = entriesIn(preferences.read(NAME));
  }

  /** Every entry that nobody has said to be deleted, oldest first. */
  get list(): readonly PhoneEntry[] {
    this.#subscribe();
    return this.#list;
  }

  /** Notes the entries that these events tell of: keys confirmed by a phone outside the simulation. */
  note(run: string, world: World, events: readonly DomainEvent[]): void {
    const added = events.flatMap((event): PhoneEntry[] => {
      if (event.type !== 'AuthenticatorBound' || event.kind !== 'totp' || event.device !== null) return [];
      const { authenticator, account } = event;
      return [{ run, authenticator, account, email: accountOf(world, account)?.email ?? account }];
    });
    if (added.length > 0) this.#keep((kept) => [...kept, ...added].slice(-ENTRIES_MAX));
  }

  /** Somebody says that they have deleted it on their phone. */
  remove(entry: PhoneEntry): void {
    this.#keep((kept) => kept.filter((each) => !isSame(each, entry)));
  }

  /** Another window may have changed the list. */
  reread(): void {
    this.#list = entriesIn(this.#preferences.read(NAME));
    this.#update();
  }

  /** Another window may have changed the list meanwhile: what is kept is read again first. */
  #keep(change: (kept: readonly PhoneEntry[]) => readonly PhoneEntry[]): void {
    this.#list = change(entriesIn(this.#preferences.read(NAME)));
    this.#preferences.keep(NAME, this.#list.length === 0 ? null : JSON.stringify(this.#list));
    this.#update();
  }
}

function isSame(one: PhoneEntry, other: PhoneEntry): boolean {
  return one.run === other.run && one.authenticator === other.authenticator;
}

/** Whether an entry still signs somebody in, in this run. */
export function isInUse({ run, account, authenticator }: PhoneEntry, on: { run: string; world: World }): boolean {
  return run === on.run && accountOf(on.world, account)?.authenticators.some(({ id }) => id === authenticator) === true;
}

/** The entries that were kept; none where what was kept is damaged or foreign. */
function entriesIn(text: string | null): readonly PhoneEntry[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter(isEntry).slice(-ENTRIES_MAX) : [];
  } catch {
    return [];
  }
}

function isEntry(each: unknown): each is PhoneEntry {
  if (typeof each !== 'object' || each === null) return false;
  const { run, authenticator, account, email }: Partial<Record<keyof PhoneEntry, unknown>> = each;
  return [run, authenticator, account, email].every((part) => typeof part === 'string');
}
