// The parts that events and commands are made of, as a log keeps them. Part of `log-format`.
import * as v from 'valibot';
import { CODE_FAMILIES, SETTING_NAMES } from '../domain/policy';

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const instant = v.pipe(v.number(), v.safeInteger());
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const area = v.picklist(['staff', 'clients']);
export const enforcement = v.picklist(['off', 'optional', 'required']);
export const family = v.picklist(CODE_FAMILIES);
export const lastUnbound = v.picklist(['off-now', 'off-at-code-end', 'needed-after-code-end']);
export const entryKind = v.picklist(['time', 'counter']);
export const how = v.picklist(['scanned', 'typed']);
export const authenticatorKind = v.picklist(['push', 'totp']);
export const loss = v.picklist(['left-at-home', 'left-on-the-train', 'stolen', 'broken']);
export const deviceKind = v.picklist(['phone', 'tablet']);
export const settingName = v.picklist(SETTING_NAMES);
export const settingValue = v.union([v.string(), v.number(), v.boolean()]);
export const from = v.picklist(['session', 'sign-in']);

export const actor = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), account: id }),
  v.strictObject({ kind: v.literal('rep'), id }),
  v.strictObject({ kind: v.literal('portalTech'), id }),
  v.strictObject({ kind: v.literal('stranger') }),
  v.strictObject({ kind: v.literal('lab') }),
  v.strictObject({ kind: v.literal('clock') }),
]);
