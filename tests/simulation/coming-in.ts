// Whether somebody gets in: by trying everything they have, one way after another, each on a copy of the world. The other
// account of who can sign in, beside the one that the lab tells, which reads it off the rules.
import { person } from '../../src/lib/domain/actors';
import type { Account, Device } from '../../src/lib/domain/account';
import type { Evidence, OwnCommand, Submission } from '../../src/lib/domain/commands';
import type { DomainEvent } from '../../src/lib/domain/events';
import type { Instant } from '../../src/lib/domain/instant';
import { Lines } from '../../src/lib/domain/lines';
import { timeStepAt } from '../../src/lib/domain/one-time-password';
import type { CodeFamily } from '../../src/lib/domain/policy';
import { withRow } from '../../src/lib/domain/table';
import { accountOf, type World } from '../../src/lib/domain/world';

/** By what somebody got in. */
export type CameBy = 'password' | 'federated' | 'push' | 'totp' | 'code' | 'mail' | 'enrol';

/** Every way in that opens to whoever tries it now, with all that is in their hands and heads; waits after failures apart. */
export function waysThatOpen(world: World, id: string, now: Instant): readonly CameBy[] {
  return attemptsThatLeadIn(world, id, now).map(({ by }) => by);
}

interface CameIn {
  readonly by: CameBy;
  /** The world with that person in a session. */
  readonly world: World;
}

function attemptsThatLeadIn(world: World, id: string, now: Instant): readonly CameIn[] {
  const first = new Attempt(world, id, now);
  const begun = first.begin();
  if (begun !== null) return [{ by: begun, world: first.world }];
  return (Object.keys(SECOND_STEPS) as (keyof typeof SECOND_STEPS)[]).flatMap((by) => {
    const attempt = new Attempt(world, id, now);
    attempt.begin();
    SECOND_STEPS[by](attempt);
    return attempt.isIn ? [{ by, world: attempt.world }] : [];
  });
}

/** The same, once somebody has done something about it. */
export function opensAfter(world: World, id: string, now: Instant, drafts: readonly Submission[]): readonly CameBy[] {
  const [actor] = drafts.flatMap((draft) => (draft.actor.kind === 'person' ? [draft.actor.account] : []));
  // An admin who is not signed in signs in first.
  const isReady = actor === undefined || actor === id || (accountOf(world, actor)?.session ?? null) !== null;
  const begun = isReady ? world : attemptsThatLeadIn(world, actor, now)[0]?.world;
  if (begun === undefined) return [];
  const lines = new Lines(begun);
  for (const draft of drafts) lines.decide(draft, now);
  // What was issued is read out to whom it is for.
  const code = accountOf(lines.world, id)?.codes.findLast(
    ({ family, end }) => family === 'temporaryCode' && end === null,
  );
  const by = drafts.at(-1)?.actor;
  if (code !== undefined && by !== undefined) {
    lines.decide({ actor: by, command: { type: 'tellCode', account: id, code: code.id } }, now);
  }
  return waysThatOpen(lines.world, id, now);
}

type OwnWish = OwnCommand extends infer Each ? (Each extends OwnCommand ? Omit<Each, 'account'> : never) : never;

class Attempt {
  readonly #lines: Lines;
  readonly #id: string;
  readonly #now: Instant;

  constructor(world: World, id: string, now: Instant) {
    this.#lines = new Lines(world);
    this.#id = id;
    this.#now = now;
    this.forget();
  }

  /** Whoever has just failed waits, and whoever was just in waits for the next code of the app: both pass by themselves. */
  forget(): void {
    const { account } = this;
    const authenticators = account.authenticators.map((each) => ({ ...each, lastAcceptedTimeStep: null }));
    const fresh = { ...account, failures: { count: 0, waitUntil: null }, authenticators };
    this.#lines.world = { ...this.world, accounts: withRow(this.world.accounts, fresh) };
  }

  get account(): Account {
    const account = accountOf(this.#lines.world, this.#id);
    if (account === undefined) throw new Error(`Nobody is called ${this.#id}.`);
    return account;
  }

  get world(): World {
    return this.#lines.world;
  }

  get isIn(): boolean {
    return this.account.session !== null;
  }

  /** The time step of the code that a device shows, at the instant of a step at which its clock does least harm. */
  timeStepOn(device: Device | null): number {
    const period = this.#lines.world.policy.totp?.value.periodSeconds ?? 30;
    return timeStepAt(this.#now, period) + Math.trunc((device?.clockOffsetSeconds ?? 0) / period);
  }

  does(command: OwnWish, evidence?: Evidence): readonly DomainEvent[] {
    const whole = { ...command, account: this.#id } as OwnCommand;
    return this.#lines.decide(
      { actor: person(this.#id), command: whole, ...(evidence === undefined ? {} : { evidence }) },
      this.#now,
    );
  }

  /** The first step, from a page where nobody is signed in; by what it was enough, or null. */
  begin(): 'password' | 'federated' | null {
    if (this.isIn) this.does({ type: 'signOut' });
    this.does({ type: 'cancelSignIn' });
    this.does({ type: 'signInFederated' });
    if (this.isIn) return 'federated';
    this.does({ type: 'submitPassword', card: 'right' });
    return this.isIn ? 'password' : null;
  }
}

function typeCode(attempt: Attempt, family: CodeFamily): void {
  for (const { id, toldAt } of attempt.account.codes.filter((code) => code.family === family && code.end === null)) {
    if (toldAt !== null && !attempt.isIn) attempt.does({ type: 'submitCode', family }, { matchedCode: id });
  }
}

const SECOND_STEPS = {
  push: (attempt: Attempt): void => {
    attempt.does({ type: 'requestPush' });
    const { push } = attempt.account.signIn;
    for (const { id } of attempt.account.devices.filter(({ loss }) => loss === null)) {
      if (push !== null) attempt.does({ type: 'answerPush', push: push.id, device: id, answer: 'approve' });
    }
    attempt.does({ type: 'continueSignIn' });
  },
  totp: (attempt: Attempt): void => {
    const { authenticators, devices } = attempt.account;
    for (const { id, device } of authenticators) {
      const holding = devices.filter(
        ({ loss, entries }) =>
          loss === null && entries.some(({ authenticator, kind }) => authenticator === id && kind === 'time'),
      );
      for (const each of device === null ? [null] : holding) {
        if (attempt.isIn) return;
        // Whoever has tried in vain on one device waits before the next.
        attempt.forget();
        const matchedTimeStep = attempt.timeStepOn(each);
        attempt.does({ type: 'submitTotp' }, { matchedAuthenticator: id, matchedTimeStep });
      }
    }
  },
  code: (attempt: Attempt): void => {
    typeCode(attempt, 'temporaryCode');
    typeCode(attempt, 'recoveryCode');
    // The one that came before.
    typeCode(attempt, 'emailedCode');
  },
  mail: (attempt: Attempt): void => {
    attempt.does({ type: 'requestEmailedCode' });
    typeCode(attempt, 'emailedCode');
  },
  enrol: (attempt: Attempt): void => {
    attempt.does({ type: 'startEnrolment' });
    for (const device of attempt.account.devices.filter(({ loss }) => loss === null)) {
      if (attempt.isIn) return;
      const { id } = device;
      attempt.forget();
      attempt.does({ type: 'bindAuthenticator', device: id });
      attempt.does({ type: 'addAppEntry', device: id, entry: 'time', how: 'scanned' });
      const { enrolment } = attempt.account;
      if (enrolment === null) continue;
      const matched = { matchedAuthenticator: enrolment.authenticator, matchedTimeStep: attempt.timeStepOn(device) };
      attempt.does({ type: 'confirmEnrolment', device: id }, matched);
      attempt.does({ type: 'saveCodes' });
      attempt.does({ type: 'continueSignIn' });
    }
  },
} satisfies Record<string, (attempt: Attempt) => void>;
