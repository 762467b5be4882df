// Where random play happens: a run with its people, and what the players hold in their hands and heads, which is what they
// type. Whatever was typed and let somebody in is computed once more here, by another implementation than the lab's own.
import { createHmac } from 'node:crypto';
import { HOTP, Secret } from 'otpauth';
import { webCrypto } from '../../src/lib/adapters/crypto/web-crypto';
import { entryCode } from '../../src/lib/app/authenticator-keys';
import { codeText } from '../../src/lib/app/code-text';
import type { Draft, OpenRun } from '../../src/lib/app/open-run';
import { activeCodes, type Account, type AppEntry } from '../../src/lib/domain/account';
import type { Actor } from '../../src/lib/domain/actors';
import type { Command, Evidence } from '../../src/lib/domain/commands';
import { refusalOf } from '../../src/lib/domain/decide';
import type { DomainEvent, EventOf } from '../../src/lib/domain/events';
import { SECOND } from '../../src/lib/domain/instant';
import { timeStepAt } from '../../src/lib/domain/one-time-password';
import { settingsOfCode, type CodeFamily } from '../../src/lib/domain/policy';
import type { DrawnCaller } from '../../src/lib/domain/support-request';
import { rowsOf } from '../../src/lib/domain/table';
import { accountOf, type World } from '../../src/lib/domain/world';
import { promise } from './oracle/promise';
import type { Random } from './random';

/** Who gives up, signs out, loses or buys things all the time never gets anywhere. */
const RARE: ReadonlySet<Command['type']> = new Set([
  'cancelSignIn',
  'signOut',
  'loseDevice',
  'unbindAuthenticator',
  'cancelEnrolment',
  'closeTab',
  'acquireDevice',
  'setDeviceClock',
]);

/** Somebody drawn by chance: who that is makes no difference to whether they may ask. */
const SOMEBODY: DrawnCaller = {
  isStranger: false,
  knows: { licencePin: 'right', firmAddress: 'right' },
  sender: 'on-file',
  isSigned: true,
};

/** What an act is handed. */
export class Stage {
  readonly run: OpenRun;
  readonly random: Random;
  /** Everything that anybody typed, and that must stand nowhere. */
  readonly typed = new Set<string>();
  readonly #lastTyped = new Map<string, string>();
  /** The few whom a run is mostly about, so that much happens to each of them. */
  readonly #cast: ReadonlySet<string>;
  #lastTotp = '';

  constructor(run: OpenRun, random: Random) {
    this.run = run;
    this.random = random;
    const others = this.people.filter(({ firm }) => firm === 'birch-lowe');
    this.#cast = new Set(['priya', random.pick(others).id, random.pick(others).id, random.pick(others).id]);
  }

  get world(): World {
    return this.run.world;
  }

  get people(): readonly Account[] {
    return rowsOf(this.world.accounts);
  }

  /** Somebody whom the run is about; now and then somebody else of the firm, or of another. */
  somebody(): Account {
    const cast = this.people.filter(({ id }) => this.#cast.has(id));
    return this.random.once(3) ? this.random.pick(this.people) : this.random.pick(cast);
  }

  lastTypedBy(account: string): string {
    return this.#lastTyped.get(account) ?? '';
  }

  async submit(draft: Draft): Promise<readonly DomainEvent[]> {
    if (draft.typed !== undefined && 'account' in draft.command) {
      this.typed.add(draft.typed);
      this.#lastTyped.set(draft.command.account, draft.typed);
    }
    const done = await this.run.submit(draft);
    if (!done.isOk) throw new Error(`Broken: a command was not even decided: ${JSON.stringify(done.failure)}.`);
    this.#wasTyped(draft, done.value);
    return done.value;
  }

  /** Mostly something that would not be refused now; sometimes anything. */
  async sensible(actor: Actor, commands: readonly Command[]): Promise<void> {
    const { random } = this;
    const allowed = commands.filter((command) => {
      if (RARE.has(command.type) && !random.once(5)) return false;
      return refusalOf(this.world, { actor, command, evidence: this.#hoped(command) }, this.run.now) === null;
    });
    const isNonsense = random.once(8);
    if (allowed.length === 0 && !isNonsense) return;
    const command = random.pick(isNonsense ? commands : allowed);
    const typed = await this.#typedFor(command);
    await this.submit({ actor, command, ...(typed === undefined ? {} : { typed }) });
  }

  /** The evidence there would be, were the right thing typed. */
  #hoped(command: Command): Evidence {
    const account = 'account' in command ? accountOf(this.world, command.account) : undefined;
    if (account === undefined) return {};
    const family = command.type === 'submitCode' ? command.family : null;
    const code = activeCodes(account, this.run.now).find((each) => each.family === family);
    const key = command.type === 'confirmEnrolment' ? account.enrolment?.authenticator : account.authenticators[0]?.id;
    return {
      matchedCode: code?.id ?? null,
      matchedAuthenticator: key ?? null,
      matchedTimeStep: timeStepAt(this.run.now, this.world.policy.totp?.value.periodSeconds ?? 30),
      drawnCaller: SOMEBODY,
    };
  }

  async #typedFor(command: Command): Promise<string | undefined> {
    const account = 'account' in command ? accountOf(this.world, command.account) : undefined;
    if (account === undefined) return undefined;
    if (command.type === 'submitCode') return this.#code(account, command.family);
    if (command.type === 'submitTotp' || command.type === 'confirmEnrolment') return this.#totp(account, command.type);
    return undefined;
  }

  /** A good code, an old one, somebody else's, one of another kind, a wrong one, or nothing. */
  async #code(account: Account, family: CodeFamily): Promise<string> {
    const { random } = this;
    const own = account.codes.filter((code) => code.family === family);
    const good = activeCodes(account, this.run.now).find((code) => code.family === family) ?? own.at(-1);
    const everybody = this.people.flatMap((each) => each.codes);
    const stray = everybody.length === 0 ? undefined : random.pick(everybody);
    const code = random.pick([good, good, good, good, own[0], own.at(-1), stray]);
    if (code === undefined) return random.once(3) ? '' : String(random.below(100_000_000)).padStart(8, '0');
    const { form } = settingsOfCode(this.world.policy, code.family);
    const text = await codeText(webCrypto, this.#seed, code.id, form.value);
    return random.once(4) ? text.toLowerCase().replace(/(.{4})/g, '$1 ') : text;
  }

  /** What an app in hand shows for the key that is asked, what it showed before, or something made up. */
  async #totp(account: Account, type: 'submitTotp' | 'confirmEnrolment'): Promise<string> {
    const { random } = this;
    if (this.world.policy.totp === undefined || random.once(12)) return random.once(2) ? '' : '000000';
    if (random.once(6)) return this.#lastTotp;
    const wanted =
      type === 'submitTotp' ? account.authenticators.map(({ id }) => id) : [account.enrolment?.authenticator];
    const shown = account.devices
      .filter((device) => device.loss === null)
      .flatMap((device) => device.entries.map((entry) => ({ entry, offset: device.clockOffsetSeconds })));
    const apt = shown.filter(({ entry }) => wanted.includes(entry.authenticator));
    const own = random.once(8) ? shown : apt;
    if (own.length === 0) return this.#lastTotp;
    const { entry, offset } = random.pick(own);
    this.#lastTotp = await this.#entryCode(entry, offset + random.pick([0, 0, 0, 0, -30, 30, -90]));
    return this.#lastTotp;
  }

  #entryCode(entry: AppEntry, offsetSeconds: number): Promise<string> {
    return entryCode(webCrypto, this.world, entry, Math.max(0, this.run.now + offsetSeconds * SECOND));
  }

  get #seed(): string {
    return this.world.pins?.seed ?? '';
  }

  /** Whoever came in by something typed did type it: computed again, with another HMAC and another truncation. */
  #wasTyped({ command, typed = '' }: Draft, events: readonly DomainEvent[]): void {
    const text = typed.replace(/[\s-]/g, '').toUpperCase();
    for (const event of events) {
      if (event.type === 'SignedIn' && event.method === 'code') {
        promise(this.codeOf(event.account, event.code ?? '') === text, 'the code that lets in is the one typed');
      }
      if (event.type === 'SignedIn' && event.method === 'totp') {
        promise(
          this.totpOf(event.authenticator ?? '', event.timeStep ?? 0) === text,
          'the code of the app is the one typed',
        );
      }
      if (event.type === 'AuthenticatorBound' && event.kind === 'totp') {
        promise(this.totpOf(event.authenticator, event.timeStep ?? 0) === text, 'a key is confirmed by its own code');
      }
      if (event.type === 'SignInRefused') this.#isWrong(event, command, text);
    }
  }

  /** The right code of the present time step is not called wrong. */
  #isWrong({ account: id, reason }: EventOf<'SignInRefused'>, command: Command, text: string): void {
    const account = accountOf(this.world, id);
    if (reason !== 'totp-wrong' || command.type !== 'submitTotp' || account === undefined) return;
    const step = timeStepAt(this.run.now, this.world.policy.totp?.value.periodSeconds ?? 30);
    const isRight = account.authenticators.some((each) => each.kind === 'totp' && this.totpOf(each.id, step) === text);
    promise(!isRight, 'the right code of the app is not called wrong');
  }

  /** The symbols of a code, from the seed. */
  codeOf(account: string, id: string): string {
    const code = accountOf(this.world, account)?.codes.find((each) => each.id === id);
    const { alphabet, length } = settingsOfCode(this.world.policy, code?.family ?? 'temporaryCode').form.value;
    let text = '';
    for (let block = 0; text.length < length; block += 1) {
      const bytes = createHmac('sha256', this.#seed).update(`code/${id}/${block}`).digest();
      const whole = Math.floor(256 / alphabet.length) * alphabet.length;
      for (const byte of bytes) if (byte < whole) text += alphabet.charAt(byte % alphabet.length);
    }
    return text.slice(0, length);
  }

  /** The code of a key for a time step, as `otpauth` has it. */
  totpOf(authenticator: string, counter: number): string {
    const { algorithm = 'SHA-1', digits = 6 } = this.world.policy.totp?.value ?? {};
    const secret = new Secret({ buffer: new Uint8Array(this.#key(authenticator)).buffer });
    return HOTP.generate({ secret, algorithm: algorithm.replace('-', ''), digits, counter });
  }

  /** The key in Base32, which must stand nowhere. */
  keyOf(authenticator: string): string {
    return new Secret({ buffer: new Uint8Array(this.#key(authenticator)).buffer }).base32;
  }

  #key(authenticator: string): Buffer {
    return createHmac('sha256', this.#seed).update(`totp/${authenticator}`).digest().subarray(0, 20);
  }
}
