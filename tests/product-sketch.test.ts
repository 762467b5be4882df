// The product format was sketched on a second product before it was settled, so that it is not shaped by one alone.
// What this file adds to the schema is all that the second product needs beyond it: values, settings and kinds of
// nodes, and no change to what is there.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readProduct } from '../src/lib/products/read-product';
import { NodeSchema, ProductSchema } from '../src/lib/products/schema';
import { parentsIn, pathTo, type NodeMap } from '../src/lib/products/screen-map';
import onvio from '../src/lib/products/onvio/product.json';
import sketch from './fixtures/client-portal.sketch.json';

const { entries } = ProductSchema;
const policy = entries.policy.entries;
const temporaryCode = policy.codes.entries.temporaryCode.wrapped.entries;
const settingOf = <Value extends v.GenericSchema>(value: Value) =>
  v.strictObject({ ...policy.selfIssue.entries, value, choices: v.exactOptional(v.array(v.any())) });
const cited = { label: v.string(), cites: v.array(v.string()) };
const step = v.exactOptional(v.string());

const WIDER = v.strictObject({
  ...entries,
  policy: v.strictObject({
    ...policy,
    authenticator: v.exactOptional(settingOf(v.picklist(['push', 'totp']))),
    acceptedTimeStepsAround: v.exactOptional(settingOf(v.picklist([0, 1, 2]))),
    noFactorAtSignIn: settingOf(v.picklist(['enrol', 'code-only', 'support-reset'])),
    codes: v.strictObject({
      ...policy.codes.entries,
      recoveryCode: v.exactOptional(
        v.strictObject({ ...temporaryCode, uses: settingOf(v.picklist(['keep', 'consume', 'consume-and-reissue'])) }),
      ),
    }),
    rights: v.array(
      v.strictObject({
        ...policy.rights.item.entries,
        action: v.picklist([...policy.rights.item.entries.action.options, 'resetMfa']),
      }),
    ),
  }),
  desks: v.strictObject({
    ...entries.desks.entries,
    user: v.strictObject({
      ...entries.desks.entries.user.entries,
      steps: v.strictObject({
        ...entries.desks.entries.user.entries.steps.entries,
        totp: step,
        recoveryCode: step,
        saveRecoveryCode: step,
      }),
    }),
  }),
  nodes: v.record(
    v.string(),
    v.variant('kind', [
      ...NodeSchema.options.filter((option) => option.entries.kind.literal !== 'codeField'),
      v.strictObject({
        ...cited,
        kind: v.literal('codeField'),
        family: v.picklist(['temporaryCode', 'recoveryCode']),
        hint: v.string(),
      }),
      v.strictObject({ ...cited, kind: v.literal('qrCode') }),
      v.strictObject({ ...cited, kind: v.literal('setupKey') }),
      v.strictObject({ ...cited, kind: v.literal('totpField') }),
      v.strictObject({ ...cited, kind: v.literal('newRecoveryCode'), confirm: v.string() }),
    ]),
  ),
});

describe('a sketch of the Client Portal in the product format', () => {
  test('fits once values, settings and kinds are added and nothing else is changed', () => {
    const parsed = v.safeParse(WIDER, sketch);
    expect(parsed.issues ?? []).toEqual([]);
    expect(v.safeParse(WIDER, onvio).success).toBe(true);
  });

  test('has a way to every node, as the screen map of any product has', () => {
    const nodes = sketch.nodes as unknown as NodeMap;
    const roots: string[] = [...Object.values(sketch.desks.user.steps), 'portal', 'support'];
    const parents = parentsIn(nodes);
    expect(Object.keys(nodes).filter((id) => !roots.includes(id) && !parents.has(id))).toEqual([]);
    expect(pathTo(nodes, 'use-recovery')).toEqual(['sign-in-app', 'another-method', 'use-recovery']);
  });

  test('is not played yet: it is refused with what is missing, and never half-read', () => {
    const read = readProduct(sketch);
    expect(read.isRead).toBe(false);
    const paths = read.isRead ? [] : read.problems.map(({ path }) => path);
    expect(paths).toContain('nodes.qr.kind');
    expect(paths).toContain('policy.noFactorAtSignIn.value');
  });
});
