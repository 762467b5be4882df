// Random play through the shell's own doors: people, support and the lab do whatever comes to their minds, time moves
// as it likes, and after every record the oracle, the replay and the check have to agree with the live state.
import { isDeepStrictEqual } from 'node:util';
import { activeCode, type Account } from '../../src/lib/domain/account';
import { LAB, person, type Actor } from '../../src/lib/domain/actors';
import { check } from '../../src/lib/domain/check';
import type { Command } from '../../src/lib/domain/commands';
import { refusalOf } from '../../src/lib/domain/decide';
import { withRecord } from '../../src/lib/domain/evolve';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/domain/instant';
import { SETTING_NAMES, settingsOfCode } from '../../src/lib/domain/policy';
import { replay } from '../../src/lib/domain/replay';
import { rowsOf } from '../../src/lib/domain/table';
import { upcoming } from '../../src/lib/domain/views/future';
import { accountOf, emptyWorld, type World } from '../../src/lib/domain/world';
import { createMemoryStore } from '../../src/lib/adapters/storage/memory-store';
import { webCrypto } from '../../src/lib/adapters/crypto/web-crypto';
import { codeText } from '../../src/lib/app/code-text';
import type { OpenRun } from '../../src/lib/app/open-run';
import { startRun } from '../../src/lib/app/opening';
import { partsOn } from '../support/shell';
import { startingPoint } from '../support/play';
import { Oracle } from './oracle';
import { Random } from './random';

const REP: Actor = { kind: 'rep', id: 'sam' };
const TECH: Actor = { kind: 'portalTech', id: 'noor' };
const SPANS = [SECOND, 30 * SECOND, 5 * MINUTE, HOUR, 7 * HOUR, DAY - SECOND, DAY, 3 * DAY];

export interface Tally {
  records: number;
  signIns: number;
  refusals: number;
  codes: number;
  deadlines: number;
}

/** One run of `acts` random acts. Throws with what was broken; the caller knows the seed. */
export async function playRandomly(seed: number, acts: number): Promise<Tally> {
  const random = new Random(seed);
  const store = createMemoryStore();
  const parts = { ...partsOn(store), cryptography: { ...webCrypto, randomHex: () => `seed-${seed}` } };
  const { run } = await startRun(parts, () => undefined, { moment: random.pick(startingPoint.moments).id });
  if (run === null) throw new Error('The run did not start.');
  const watch = new Watch(run);
  for (let act = 0; act < acts; act += 1) {
    await (random.once(5) ? moveTime(run, random) : doSomething(run, random));
    watch.look();
  }
  await watch.end();
  return watch.tally;
}

class Watch {
  readonly tally: Tally = { records: 0, signIns: 0, refusals: 0, codes: 0, deadlines: 0 };
  readonly #run: OpenRun;
  readonly #oracle = new Oracle();
  #world: World;
  #seen = 0;

  constructor(run: OpenRun) {
    this.#run = run;
    this.#world = emptyWorld(run.world.catalogue);
    this.look();
  }

  /** After every record: the oracle is content, and folding the log so far gives the live state. */
  look(): void {
    for (const record of this.#run.records.slice(this.#seen)) {
      this.#oracle.take(record);
      this.#world = withRecord(this.#world, record);
      this.#count(record);
    }
    this.#seen = this.#run.records.length;
    if (!isDeepStrictEqual(this.#world, this.#run.world)) throw new Error('Broken: the log gives another state.');
  }

  /** At the end: replaying from nothing and deciding everything again both give the live state. */
  async end(): Promise<void> {
    const { records, world } = this.#run;
    const kept = structuredClone(records);
    if (!isDeepStrictEqual(replay(kept, world.catalogue), world))
      throw new Error('Broken: replay gives another state.');
    const checked = check(kept, world.catalogue);
    if (!checked.isSound) throw new Error(`Broken: the check finds ${checked.finding} at ${checked.position}.`);
    if (!isDeepStrictEqual(checked.world, world)) throw new Error('Broken: the check gives another state.');
    for (const account of rowsOf(world.accounts)) await this.#noCodeIn(account, JSON.stringify(kept));
  }

  /** No code stands in the log, plain or grouped. */
  async #noCodeIn(account: Account, text: string): Promise<void> {
    const { world } = this.#run;
    for (const code of account.codes) {
      const { form } = settingsOfCode(world.policy, code.family);
      const symbols = await codeText(webCrypto, world.pins?.seed ?? '', code.id, form.value);
      if (text.includes(symbols)) throw new Error('Broken: a code stands in the log.');
    }
  }

  #count(record: OpenRun['records'][number]): void {
    this.tally.records += 1;
    if (record.kind === 'deadline') this.tally.deadlines += 1;
    if (record.kind === 'place') return;
    for (const { type } of record.events) {
      if (type === 'SignedIn') this.tally.signIns += 1;
      if (type === 'CodeIssued') this.tally.codes += 1;
      if (type.endsWith('Refused')) this.tally.refusals += 1;
    }
  }
}

async function moveTime(run: OpenRun, random: Random): Promise<void> {
  const next = upcoming(run.world, 1)[0]?.at;
  const targets = [run.now + random.pick(SPANS), ...(next === undefined ? [] : [next, next - 1, next - SECOND])];
  await run.advanceTo(random.pick(targets));
}

async function doSomething(run: OpenRun, random: Random): Promise<void> {
  const firm = rowsOf(run.world.accounts).filter((each) => each.firm === 'birch-lowe' || random.once(12));
  const account = random.pick(firm);
  const draw = random.below(12);
  if (draw < 8) return own(run, random, account);
  if (draw < 10) return issue(run, random, account);
  return draw === 10 ? support(run, random, account) : lab(run, random);
}

/** Something a person does about their own account, mostly; now and then about somebody else's. */
async function own(run: OpenRun, random: Random, account: Account): Promise<void> {
  const id = account.id;
  const actor = person(random.once(30) ? random.pick(rowsOf(run.world.accounts)).id : id);
  const device = random.pick([...account.devices.map((each) => each.id), `${id}/device/9`]);
  const commands: readonly Command[] = [
    { type: 'submitPassword', account: id, card: random.pick(['right', 'right', 'right', 'old', 'somebody-elses']) },
    { type: 'submitPassword', account: id, card: 'right' },
    { type: 'submitCode', account: id, family: 'temporaryCode' },
    { type: 'submitCode', account: id, family: 'temporaryCode' },
    { type: 'requestPush', account: id },
    {
      type: 'answerPush',
      account: id,
      push: pushOf(account, random),
      device,
      answer: random.once(4) ? 'deny' : 'approve',
    },
    { type: 'continueSignIn', account: id },
    { type: 'cancelSignIn', account: id },
    { type: 'signOut', account: id },
    { type: 'startEnrolment', account: id },
    { type: 'cancelEnrolment', account: id },
    { type: 'bindAuthenticator', account: id, device },
    { type: 'unbindAuthenticator', account: id, authenticator: `${device}/push` },
    {
      type: 'loseDevice',
      account: id,
      device,
      how: random.pick(['left-at-home', 'stolen', 'broken', 'left-on-the-train']),
    },
    { type: 'findDevice', account: id, device },
    { type: 'acquireDevice', account: id, kind: random.pick(['phone', 'tablet']) },
  ];
  const command = sensible(run, random, actor, commands);
  const typed = command.type === 'submitCode' ? await somethingTyped(run, random, account) : undefined;
  await run.submit({ actor, command, ...(typed === undefined ? {} : { typed }) });
}

/** Mostly something that would not be refused now; sometimes anything. */
function sensible(run: OpenRun, random: Random, actor: Actor, commands: readonly Command[]): Command {
  const allowed = commands.filter((command) => {
    // Who gives up, signs out or loses things all the time never gets anywhere.
    const isSetback = ['cancelSignIn', 'signOut', 'loseDevice', 'unbindAuthenticator'].includes(command.type);
    if (isSetback && !random.once(5)) return false;
    const account = 'account' in command ? accountOf(run.world, command.account) : undefined;
    const matchedCode = account === undefined ? null : (activeCode(account, run.now)?.id ?? null);
    return refusalOf(run.world, { actor, command, evidence: { matchedCode } }, run.now) === null;
  });
  return random.pick(allowed.length === 0 || random.once(5) ? commands : allowed);
}

function pushOf(account: Account, random: Random): string {
  const present = account.signIn.push?.id ?? '';
  return random.once(6) ? `${account.id}/push/1` : present;
}

/** A good code, an old one, somebody else's, a wrong one, or nothing. */
async function somethingTyped(run: OpenRun, random: Random, account: Account): Promise<string> {
  const everybody = rowsOf(run.world.accounts).flatMap((each) => each.codes);
  const own = activeCode(account, run.now) ?? account.codes.at(-1);
  const pool = [own, own, own, account.codes[0], everybody.length > 0 ? random.pick(everybody) : undefined];
  const code = random.pick(pool);
  if (code === undefined) return random.once(3) ? '' : String(random.below(100_000_000)).padStart(8, '0');
  const { form } = settingsOfCode(run.world.policy, code.family);
  return codeText(webCrypto, run.world.pins?.seed ?? '', code.id, form.value);
}

async function issue(run: OpenRun, random: Random, account: Account): Promise<void> {
  const by = random.pick(['priya', 'priya', 'priya', 'tom', account.id, 'hannah', 'elif']);
  await run.submit({ actor: person(by), command: { type: 'issueCode', account: account.id, family: 'temporaryCode' } });
  const code = account.codes.at(-1)?.id ?? `${account.id}/code/1`;
  if (random.once(2)) await run.submit({ actor: person(by), command: { type: 'tellCode', account: account.id, code } });
}

async function support(run: OpenRun, random: Random, account: Account): Promise<void> {
  const wish = random.pick(['issueCode', 'removeCode'] as const);
  const from = person(random.pick(['priya', 'priya', 'tom', 'dana', 'hannah']));
  if (random.once(2)) await run.submit({ actor: from, command: { type: 'askSupport', account: account.id, wish } });
  const request = random.pick([...run.world.requests.map((each) => each.id), 'request/999']);
  const asked = run.world.requests.find((each) => each.id === request);
  const about = asked?.about ?? account.id;
  const verifiedBy = random.pick(run.world.policy.callerVerification).id;
  const passOn: Command = { type: 'passOnRequest', request, verifiedBy };
  const answers: readonly Command[] = [
    { type: 'issueCode', account: about, family: 'temporaryCode', request },
    { type: 'removeCode', account: about, request },
    { type: 'sendBackRequest', request },
  ];
  if (random.once(2)) await run.submit({ actor: REP, command: passOn });
  await run.submit({ actor: random.pick([TECH, TECH, TECH, REP]), command: random.pick(answers) });
}

async function lab(run: OpenRun, random: Random): Promise<void> {
  const name = random.pick(SETTING_NAMES);
  const choices = run.world.policy[name]?.choices ?? [];
  const commands: readonly Command[] = [
    { type: 'setEnforcement', firm: 'birch-lowe', enforcement: random.pick(['optional', 'required']) },
    { type: 'setVariant', variant: random.pick(Object.keys(run.world.catalogue)) },
    ...(choices.length === 0 || name === 'enforcement'
      ? []
      : [
          {
            type: 'setSetting',
            name,
            value: random.pick<{ value: string | number | boolean }>(choices).value,
          } as const,
        ]),
  ];
  await run.submit({ actor: random.once(15) ? person('priya') : LAB, command: random.pick(commands) });
}
