// What is foretold of a first sign-in is what comes of one: the story is begun, and everybody really tries to get in.
import { describe, expect, test } from 'vitest';
import { PRODUCTS, startingPoint } from '../../../tests/support/play';
import { LAB, person } from '../domain/actors';
import type { OwnCommand, Evidence } from '../domain/commands';
import type { DomainEvent } from '../domain/events';
import type { Instant } from '../domain/instant';
import { Lines } from '../domain/lines';
import { isFederated } from '../domain/mfa';
import { timeStepAt } from '../domain/one-time-password';
import type { Enforcement } from '../domain/policy';
import type { Prospect } from '../domain/views/enforcement';
import { accountOf, type World } from '../domain/world';
import type { Product } from '../products/schema';
import type { Person, StartingPoint } from '../scenarios/starting-point';
import { firstSignIns } from './first-sign-ins';
import { newRun } from './new-run';
import { rulesOf } from './rules-of-run';

const FIRM = 'birch-lowe';
const phone = (isPaired: boolean): Person['devices'] => [{ label: 'A phone', kind: 'phone', isPaired }];
/** One of each kind, beside the people of the story, of whom one has lost her phone. */
const KINDS: Readonly<Record<string, Partial<Person>>> = {
  paired: { isMfaOn: true, devices: phone(true) },
  'paired-and-off': { isMfaOn: false, devices: phone(true) },
  unpaired: { isMfaOn: false, devices: phone(false) },
  'unpaired-and-on': { isMfaOn: true, devices: phone(false) },
  none: { isMfaOn: false, devices: [] },
  'none-and-on': { isMfaOn: true, devices: [] },
  federated: { isMfaOn: false, devices: [], signsInWith: 'federated' },
};
const model = startingPoint.people.find(({ id }) => id === 'marcus')!;
const start: StartingPoint = {
  ...startingPoint,
  people: [
    ...startingPoint.people,
    ...Object.entries(KINDS).map(([id, part]): Person => ({ ...model, id, email: `${id}@birchlowe.example`, ...part })),
  ],
};
const everybody = start.people.filter(({ firm }) => firm === FIRM).map(({ id }) => id);

/** A run on this product in which the firm enforces this, or null where it cannot. */
function worldWith(product: Product, enforcement: Enforcement): World | null {
  const { world, now } = newRun({ product, productDigest: '', start: startingPoint, seed: '' });
  const lines = new Lines(world);
  lines.decide({ actor: LAB, command: { type: 'setEnforcement', firm: FIRM, enforcement } }, now);
  return lines.world.firms.find(({ id }) => id === FIRM)?.enforcement === enforcement ? lines.world : null;
}

/** What somebody meets who signs in with everything that they have in hand. */
function metBy(begun: World, id: string, now: Instant): Prospect {
  const lines = new Lines(begun);
  const account = () => accountOf(lines.world, id)!;
  const does = (command: OwnCommand, evidence?: Evidence): readonly DomainEvent[] =>
    lines.decide({ actor: person(id), command, ...(evidence === undefined ? {} : { evidence }) }, now);
  const isIn = () => account().session !== null;
  const timeStep = timeStepAt(now, begun.policy.totp?.value.periodSeconds ?? 30);
  does({ type: 'signOut', account: id });
  does({ type: 'cancelSignIn', account: id });
  does(
    isFederated(begun, account())
      ? { type: 'signInFederated', account: id }
      : { type: 'submitPassword', account: id, card: 'right' },
  );
  if (isIn()) return 'not-asked';
  const saved = account().codes.find(({ toldAt }) => toldAt !== null);
  const device = account().devices.find(({ loss }) => loss === null)?.id;
  if (device === undefined && saved !== undefined) {
    does({ type: 'submitCode', account: id, family: saved.family }, { matchedCode: saved.id });
    return isIn() ? 'challenged' : 'locked-out';
  }
  if (device === undefined) return 'locked-out';
  const { push } = account().signIn;
  if (push !== null) does({ type: 'answerPush', account: id, push: push.id, device, answer: 'approve' });
  const held = account().authenticators.find((each) => each.device === device)?.id ?? null;
  does({ type: 'submitTotp', account: id }, { matchedAuthenticator: held, matchedTimeStep: timeStep });
  if (isIn()) return 'challenged';
  does({ type: 'startEnrolment', account: id });
  does({ type: 'bindAuthenticator', account: id, device });
  const matchedAuthenticator = account().enrolment?.authenticator ?? null;
  does({ type: 'confirmEnrolment', account: id, device }, { matchedAuthenticator, matchedTimeStep: timeStep });
  return isIn() ? 'must-set-up' : 'locked-out';
}

describe('what is foretold of the first sign-ins', () => {
  for (const [name, product] of Object.entries(PRODUCTS)) {
    for (const enforcement of ['required', 'optional', 'off'] as const) {
      const world = worldWith(product, enforcement);
      if (world === null && enforcement !== product.policy.enforcement.value) continue;
      const rules = { product, world: world ?? newRun({ product, productDigest: '', start, seed: '' }).world };
      test(`on ${name}, where MFA is ${enforcement}, is what comes of them`, () => {
        const begun = newRun({ product, productDigest: '', start, ...rulesOf(rules.world, start), seed: '' });
        const foretold = firstSignIns(start, everybody, rules);
        const met = everybody.map((id) => [id, metBy(begun.world, id, begun.now)]);
        expect(everybody.map((id) => [id, foretold.of.get(id)?.prospect])).toEqual(met);
        expect(foretold.now).toBe(begun.now);
        for (const id of everybody) {
          expect(firstSignIns(start, [id], rules).of.get(id)).toEqual(foretold.of.get(id));
        }
      });
    }
  }

  const prospectsOn = (product: Product, enforcement: Enforcement): Readonly<Record<string, string | undefined>> => {
    const foretold = firstSignIns(start, Object.keys(KINDS), { product, world: worldWith(product, enforcement)! });
    return Object.fromEntries([...foretold.of].map(([id, { prospect }]) => [id, prospect]));
  };

  test('goes by the policy of the run, and not by what the person’s own switch says', () => {
    expect(prospectsOn(PRODUCTS.onix, 'off')).toMatchObject({ unpaired: 'not-asked', none: 'not-asked' });
    expect(prospectsOn(PRODUCTS.onvio, 'optional')).toMatchObject({ paired: 'challenged', none: 'not-asked' });
  });

  test('tells a person without a device that they will be locked out, whatever their own switch says', () => {
    const world = newRun({ product: PRODUCTS.onvio, productDigest: '', start, seed: '' }).world;
    const { of } = firstSignIns(start, ['none', 'unpaired'], { product: PRODUCTS.onvio, world });
    expect(of.get('none')).toMatchObject({ isMfaOn: true, prospect: 'locked-out', access: { obstacle: 'no-device' } });
    expect(of.get('unpaired')).toMatchObject({ isMfaOn: true, prospect: 'must-set-up' });
  });

  test('knows what happened before the lab opens, and leaves out whoever is not asked about', () => {
    const world = newRun({ product: PRODUCTS.onvio, productDigest: '', start, seed: '' }).world;
    const { of, world: begun } = firstSignIns(start, ['dana'], { product: PRODUCTS.onvio, world });
    expect(of.get('dana')).toMatchObject({ prospect: 'locked-out', access: { obstacle: 'phone-away' } });
    expect(accountOf(begun, 'elif')).toBeUndefined();
    expect(of.size).toBe(1);
  });

  test('keeps the rule that was switched in the run', () => {
    const lines = new Lines(newRun({ product: PRODUCTS.onvio, productDigest: '', start, seed: '' }).world);
    lines.decide({ actor: LAB, command: { type: 'setSetting', name: 'noFactorAtSignIn', value: 'code-only' } }, 0);
    const { of } = firstSignIns(start, ['unpaired'], { product: PRODUCTS.onvio, world: lines.world });
    expect(of.get('unpaired')).toMatchObject({ prospect: 'locked-out', access: { obstacle: 'code-needed' } });
  });
});
