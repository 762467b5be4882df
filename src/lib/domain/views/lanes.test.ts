import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Play, product, PRODUCTS } from '../../../../tests/support/play';
import { catalogueOf } from '../../products/edition';
import { activeCodes, isAtHand } from '../account';
import { withRecord } from '../evolve';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../instant';
import { mfaInForce } from '../mfa';
import type { LogRecord } from '../record';
import { accountOf, emptyWorld, type World } from '../world';
import { shutOut } from './access';
import { Chronicle } from './chronicle';
import { BAR_KINDS, type Bar, type BarKind, type Lane } from './lanes';

const CATALOGUE = catalogueOf(product);

function laneOf(play: Play, id: string, catalogue = CATALOGUE): Lane {
  return Chronicle.of(null, play.records, catalogue).lanes.lane(id, play.now);
}

/** A bar in hours after the lab opened, `…` where it still holds. */
function told(play: Play, bars: readonly Bar[]): readonly string[] {
  const hours = (at: Instant): string => String((at - play.opened) / HOUR);
  return bars.map((bar) => `${bar.what} ${hours(bar.from)} to ${bar.to === null ? '…' : hours(bar.to)}`.trim());
}

describe('a lane of somebody', () => {
  test('shows a code from its issue to its end, and a lock-out on both sides of it', () => {
    const play = new Play();
    play.after('01:00:00').issue('dana');
    play.after('02:00:00').signInByCode('dana');
    play.after('03:00:00').by('dana', { type: 'signOut' });
    play.after('30:00:00');
    const { bars } = laneOf(play, 'dana');
    const lost = -19 / 60;
    expect(told(play, bars.out)).toEqual([`no-way ${lost} to 1`, 'no-way 25 to …']);
    expect(told(play, bars.code)).toEqual([`${bars.code[0]?.what} 1 to 25`]);
    expect(told(play, bars.session)).toEqual(['2 to 3']);
    expect(told(play, bars.mfa)).toEqual(['on -2 to …']);
    expect(told(play, bars.device)).toEqual([`at-hand -2 to ${lost}`, `away ${lost} to …`]);
    const end = play.records.findLast(({ kind }) => kind === 'deadline')?.position;
    expect(bars.code[0]?.ended).toBe(end);
    expect(bars.out[1]?.begun).toBe(end);
  });

  test('foresees the end of the code and the lock-out behind it, if nobody does anything', () => {
    const play = new Play();
    play.issue('dana');
    play.after('01:00:00');
    const { bars, foreseen } = laneOf(play, 'dana');
    const of = (kind: BarKind): readonly string[] =>
      told(
        play,
        foreseen.filter((bar) => bar.kind === kind),
      );
    expect(told(play, bars.code)).toEqual([`${bars.code[0]?.what} 0 to …`]);
    expect(of('code')).toEqual([`${bars.code[0]?.what} 0 to 24`]);
    expect(of('out')).toEqual(['no-way 24 to …']);
    expect(of('device')).toEqual([`away ${-19 / 60} to …`]);
  });

  test('has a wait after failures end by time alone', () => {
    const play = new Play({ product: 'onix' });
    const catalogue = catalogueOf(PRODUCTS.onix);
    const throttle = play.world.policy.throttle?.value;
    play.by('marcus', { type: 'submitPassword', card: 'right' });
    const wrong = { matchedAuthenticator: null, matchedTimeStep: null };
    for (let tries = 0; tries < (throttle?.waitAfter ?? 0); tries += 1)
      play.by('marcus', { type: 'submitTotp' }, wrong);
    const wait = (throttle?.firstWaitSeconds ?? 0) * SECOND;
    expect(wait).toBeGreaterThan(0);
    const during = laneOf(play, 'marcus', catalogue);
    expect(during.bars.out).toMatchObject([{ what: 'waits', from: play.now, to: null }]);
    expect(during.foreseen.filter(({ kind }) => kind === 'out')).toMatchObject([{ to: play.now + wait }]);
    const chronicle = Chronicle.of(null, play.records, catalogue);
    expect(chronicle.lanes.lane('marcus', play.now + wait - 1).bars.out).toMatchObject([{ to: null }]);
    expect(chronicle.lanes.lane('marcus', play.now + wait).bars.out).toMatchObject([
      { from: play.now, to: play.now + wait, ended: null },
    ]);
  });

  test('follows a change of the rules that is about nobody', () => {
    const play = new Play({ enforcement: 'optional' });
    const before = laneOf(play, 'jonas').bars;
    expect(before.mfa).toMatchObject([{ what: 'on' }, { what: 'off', to: null }]);
    play.after('01:00:00').lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'required' });
    const { mfa } = laneOf(play, 'jonas').bars;
    expect(mfa.at(-1)).toMatchObject({ what: 'on', from: play.now, to: null, begun: play.records.length - 1 });
  });
});

describe('a setting that is changed', () => {
  test('locks somebody out from there, though nothing happens to them', () => {
    const play = new Play({ enforcement: 'optional', revision: 1 });
    play.after('01:00:00').lab({ type: 'setSetting', name: 'factorLeft', value: 'bound-and-at-hand' });
    const before = laneOf(play, 'dana').bars.out;
    play.after('02:00:00').lab({ type: 'setSetting', name: 'noFactorAtSignIn', value: 'enrol' });
    play.after('03:00:00').lab({ type: 'setSetting', name: 'noFactorAtSignIn', value: 'code-only' });
    play.by('dana', { type: 'acquireDevice', kind: 'phone' });
    play.after('04:00:00').lab({ type: 'setSetting', name: 'noFactorAtSignIn', value: 'enrol' });
    expect(before.at(-1)?.to).toBeNull();
    expect(laneOf(play, 'dana').bars.out.at(-1)).toMatchObject({ to: play.now, ended: play.records.length - 1 });
  });
});

type Doing = (play: Play) => unknown;
const WHO = ['dana', 'tom', 'marcus', 'elif', 'jonas'] as const;
const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.constantFrom(...WHO).map(
    (who): Doing =>
      (play) =>
        play.issue(who),
  ),
  fc.constantFrom(...WHO).map(
    (who): Doing =>
      (play) =>
        play.sit(who),
  ),
  fc.constantFrom(...WHO).map(
    (who): Doing =>
      (play) =>
        play.by(who, { type: 'signOut' }),
  ),
  fc.constantFrom(...WHO).map(
    (who): Doing =>
      (play) =>
        play.disconnectAll(who),
  ),
  fc.constantFrom(...WHO).map(
    (who): Doing =>
      (play) =>
        play.signInByCode(who, null),
  ),
  fc.constantFrom(...WHO).map((who): Doing => (play) => {
    const device = play.account(who).devices[0]?.id ?? '';
    return play.by(who, { type: 'loseDevice', device, how: 'left-at-home' });
  }),
  fc.constantFrom(...WHO).map((who): Doing => (play) => {
    const device = play.account(who).devices[0]?.id ?? '';
    return play.by(who, { type: 'findDevice', device });
  }),
  fc.constantFrom('optional', 'required').map(
    (enforcement): Doing =>
      (play) =>
        play.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement } as never),
  ),
  fc.constantFrom('bound', 'bound-and-at-hand').map(
    (value): Doing =>
      (play) =>
        play.lab({ type: 'setSetting', name: 'factorLeft', value }),
  ),
  fc.constantFrom(...Object.keys(product.variants)).map(
    (variant): Doing =>
      (play) =>
        play.lab({ type: 'setVariant', variant }),
  ),
  fc.integer({ min: 1, max: 3 * DAY }).map((span): Doing => (play) => {
    play.now += span;
    play.does({ kind: 'lab' }, { type: 'sitAt', workstation: 'support' });
  }),
);

/** What held at an instant, worked out from the whole world and not from any lane. */
function heldIn(world: World, id: string, at: Instant): Readonly<Record<BarKind, string | undefined>> {
  const account = accountOf(world, id)!;
  const { authenticators } = account;
  return {
    mfa: mfaInForce(world, account).isOn ? 'on' : 'off',
    device:
      authenticators.length === 0
        ? undefined
        : authenticators.some((each) => isAtHand(account, each))
          ? 'at-hand'
          : 'away',
    code: activeCodes(account, at).findLast((code) => code.endsAt !== null)?.id,
    session: account.session === null ? undefined : '',
    out: shutOut(world, account, at)?.why,
  };
}

function heldInLane({ bars }: Lane, at: Instant): Readonly<Record<BarKind, string | undefined>> {
  const held = BAR_KINDS.map((kind) => {
    const bar = bars[kind].findLast((each) => each.from <= at && (each.to === null || at < each.to));
    return [kind, bar?.what] as const;
  });
  return Object.fromEntries(held) as Record<BarKind, string | undefined>;
}

/** Worlds at the last record of each instant. */
function instantsOf(records: readonly LogRecord[]): readonly World[] {
  const worlds: World[] = [];
  let world = emptyWorld(CATALOGUE);
  for (const [index, record] of records.entries()) {
    world = withRecord(world, record);
    if (records[index + 1]?.at !== record.at) worlds.push(world);
  }
  return worlds;
}

describe('lanes of any story', () => {
  test('say at every instant what the whole world says, however the log was read', () => {
    fc.assert(
      fc.property(fc.array(doing, { minLength: 1, maxLength: 25 }), fc.nat(), (doings, cut) => {
        const play = new Play();
        for (const each of doings) each(play);
        const { records } = play;
        const whole = Chronicle.of(null, records, CATALOGUE);
        const first = records.slice(0, 1 + (cut % records.length));
        const grown = Chronicle.of(null, first, CATALOGUE);
        for (const who of WHO) grown.lanes.lane(who, first.at(-1)?.at ?? 0);
        expect(Chronicle.of(grown, records, CATALOGUE)).toBe(grown);
        const worlds = instantsOf(records);
        for (const who of WHO) {
          const lane = whole.lanes.lane(who, play.now);
          expect(grown.lanes.lane(who, play.now)).toEqual(lane);
          for (const world of worlds) expect(heldInLane(lane, world.at)).toEqual(heldIn(world, who, world.at));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of one kind never overlap and stand in the order of time', () => {
    const play = new Play();
    for (let day = 1; day < 20; day += 1) {
      play.after(`${day * 13}:00:00`).issue('dana');
      play.signInByCode('dana');
    }
    const { bars } = laneOf(play, 'dana');
    expect(bars.code.length).toBeGreaterThan(10);
    for (const kind of BAR_KINDS) {
      bars[kind].slice(1).forEach((bar, index) => expect(bar.from).toBeGreaterThanOrEqual(bars[kind][index]?.to ?? 0));
    }
  });
});

describe('the lanes of the desks', () => {
  test('hold who acted for others, and how long Support had something to answer and a caller on the line', () => {
    const play = new Play();
    const asked = play.now;
    play.does({ kind: 'person', account: 'priya' }, { type: 'askSupport', account: 'dana', wish: 'issueCode' });
    const request = play.world.requests.at(-1)?.id ?? '';
    play.now += MINUTE;
    play.does({ kind: 'rep', id: 'sam' }, { type: 'answerCall', request });
    play.now += MINUTE;
    play.does({ kind: 'rep', id: 'sam' }, { type: 'endCall', request });
    play.now += MINUTE;
    play.does({ kind: 'rep', id: 'sam' }, { type: 'sendBackRequest', request });
    const { desks } = Chronicle.of(null, play.records, CATALOGUE);
    expect(desks.lane('support').bars.call).toMatchObject([{ from: asked + MINUTE, to: asked + 2 * MINUTE }]);
    expect(desks.lane('support').bars.request).toMatchObject([{ from: asked, to: asked + 3 * MINUTE }]);
    play.issue('dana');
    const again = Chronicle.of(null, play.records, CATALOGUE).desks;
    expect(again.lane('admin').ticks.length).toBeGreaterThanOrEqual(2);
    expect(again.lane('tech').ticks).toEqual([]);
    expect(again.lane('lab').ticks.map(({ position }) => position)).toContain(0);
  });
});
