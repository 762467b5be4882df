import { describe, expect, test } from 'vitest';
import { PRODUCTS } from '../../../../tests/support/play';
import { catalogueOf } from '../../products/edition';
import { rulesOf } from './rules-of';

const rules = (variant: string) => {
  const policy = catalogueOf(PRODUCTS.onvio)[variant];
  return policy === undefined ? [] : rulesOf(policy);
};
const ruleOf = (variant: string, key: string) => rules(variant).find((rule) => rule.key === key);

describe('the rules of a product in words', () => {
  test('every rule says something, and what is not assumed names a fact or is a firm’s choice', () => {
    for (const product of Object.values(PRODUCTS)) {
      for (const policy of Object.values(catalogueOf(product))) {
        for (const rule of rulesOf(policy)) {
          expect(rule.says.length, rule.key).toBeGreaterThan(1);
          expect(rule.isAssumed || rule.cites.length > 0 || rule.others.length > 0, rule.key).toBe(true);
        }
      }
    }
  });

  test('tells where two revisions differ, by the same key', () => {
    expect(ruleOf('revision-1', 'lastUnboundWithCode')).toMatchObject({
      says: 'The code keeps MFA in place; MFA goes off when the code ends',
      // The article contradicts itself, and the row says so.
      cites: ['ONV-8a', 'ONV-8c'],
      others: ["MFA stays on; after the code's end another code or a device is needed"],
    });
    expect(ruleOf('revision-2', 'lastUnboundWithCode')).toMatchObject({ cites: ['ONV-8b'], others: [] });
    const differing = rules('revision-1').filter((rule) => ruleOf('revision-2', rule.key)?.says !== rule.says);
    expect(differing.map(({ key }) => key)).toEqual(['lastUnboundWithCode', 'verification/letterhead']);
  });

  // Regression: a product without prompts, whose support desk is closed, was given rules about both.
  test('tells no rule that cannot make a difference in the product', () => {
    const keys = ['lastUnboundWithCode', 'pushLifeSeconds', 'repsMayIssue', 'supportIssuesForAdmins'];
    const told = (name: 'onvio' | 'onix') => rulesOf(PRODUCTS[name].policy).map(({ key }) => key);
    expect(keys.filter((key) => told('onvio').includes(key))).toEqual(keys);
    expect(keys.filter((key) => told('onix').includes(key))).toEqual([]);
  });

  test('tells what a disconnection does where nothing is required and whoever has the app is asked, if it does anything', () => {
    const { policy } = PRODUCTS.onix;
    const turnsOff = {
      ...policy,
      lastUnboundWithoutCode: { ...policy.lastUnboundWithoutCode, value: 'off-now' },
    } as const;
    const isTold = (each: typeof policy) => rulesOf(each).some(({ key }) => key === 'lastUnboundWithoutCode');
    expect([isTold(policy), isTold(turnsOff)]).toEqual([false, true]);
  });

  // Regression: two products were told to differ where they only say the same in other words.
  test('knows the same rule in other words for the same', () => {
    const lost = (name: 'netclient' | 'onix') => rulesOf(PRODUCTS[name].policy).find(({ key }) => key === 'factorLeft');
    expect(lost('netclient')?.says).not.toBe(lost('onix')?.says);
    expect(lost('netclient')?.is).toBe(lost('onix')?.is);
  });

  test('tells spans and forms in words', () => {
    expect(ruleOf('revision-2', 'temporaryCode/life')?.says).toBe('24 hours of elapsed time');
    expect(ruleOf('revision-2', 'temporaryCode/form')?.says).toBe('8 digits, shown in groups of 4');
    expect(ruleOf('revision-2', 'pushLifeSeconds')?.says).toBe('5 minutes');
  });
});
