// The state of a run: everything that the log says, folded. Plain, immutable data.
import type { Account, Person } from './account';
import type { Deadlines } from './deadlines';
import type { Firm, RunPins, SupportStaff } from './events';
import type { Instant } from './instant';
import type { Policy, PolicyCatalogue, SettingOverrides } from './policy';
import type { DeskName, Place } from './record';
import type { LookUp, SupportRequest, Workstation } from './support-request';
import { rowOf, rowsOf, tableOf, type Table } from './table';

export interface World {
  /** Position of the last record folded in; -1 before the first. */
  readonly position: number;
  /** Instant of the last record folded in. */
  readonly at: Instant;
  readonly pins: RunPins | null;
  readonly catalogue: PolicyCatalogue;
  readonly variant: string;
  readonly overrides: SettingOverrides;
  /** The variant's policy with the overrides in force. */
  readonly policy: Policy;
  readonly firms: readonly Firm[];
  readonly accounts: Table<Account>;
  /** The same people as they were entered, by which they are listed and found: the same in every state of a run. */
  readonly directory: readonly Person[];
  readonly support: SupportStaff;
  readonly requests: readonly SupportRequest[];
  /** When a rep last looked a firm up, by tool and firm: `licence/birch-lowe`. */
  readonly lookUps: Readonly<Partial<Record<`${LookUp}/${string}`, Instant>>>;
  readonly workstation: Workstation;
  readonly deadlines: Deadlines;
  readonly places: { readonly [Desk in DeskName]?: Place };
  /** What somebody in front of the lab expected, by question. No rule looks at it. */
  readonly answers: Readonly<Record<string, string>>;
  /** Where each persona was last at a desk, by desk and persona. */
  readonly lastPlaces: Readonly<Record<string, Place>>;
}

/**
 * The world before its first record.
 * @param catalogue the product's policies by variant; must hold at least one.
 */
export function emptyWorld(catalogue: PolicyCatalogue): World {
  const [first] = Object.entries(catalogue);
  if (first === undefined) throw new TypeError('A policy catalogue needs at least one variant.');
  const [variant, policy] = first;
  return {
    position: -1,
    at: 0,
    pins: null,
    catalogue,
    variant,
    overrides: {},
    policy,
    firms: [],
    accounts: tableOf<Account>([]),
    directory: [],
    support: { rep: { id: '', name: '' }, portalTech: { id: '', name: '' } },
    requests: [],
    lookUps: {},
    workstation: 'support',
    deadlines: [],
    places: {},
    answers: {},
    lastPlaces: {},
  };
}

/** The account with this id, or undefined. */
export function accountOf(world: World, id: string): Account | undefined {
  return rowOf(world.accounts, id);
}

/** Where this persona was last at this desk, or undefined. */
export function lastPlaceOf(world: World, desk: DeskName, persona: string): Place | undefined {
  return world.lastPlaces[`${desk}/${persona}`];
}

/** The firm with this id, or undefined. */
export function firmOf(world: World, id: string): Firm | undefined {
  return world.firms.find((firm) => firm.id === id);
}

/** The request whose caller is on the line, or undefined. */
export function callOpenIn({ requests }: World): SupportRequest | undefined {
  return requests.find(({ call }) => call === 'open');
}

/** The request with this id, or undefined. */
export function requestOf(world: World, id: string): SupportRequest | undefined {
  return world.requests.find((request) => request.id === id);
}

/** The people of a firm, in the directory's order; of one area where it is given. */
export function peopleOf(world: World, firm: string, area?: Account['area']): readonly Account[] {
  return rowsOf(world.accounts).filter(
    (account) => account.firm === firm && (area === undefined || account.area === area),
  );
}
