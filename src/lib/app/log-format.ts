// The shape of a log as it is kept. What was stored may be damaged, foreign or from a newer version, so nothing is
// folded before its shape was checked; whether the rules could have produced it is `check`'s question.
import * as v from 'valibot';
import { REASON_KEYS } from '../domain/reasons';
import type { LogRecord } from '../domain/record';
import { command } from './log-format-commands';
import { event } from './log-format-events';
import { actor, count, id, instant, settingValue } from './log-format-parts';
import { drawnCaller } from './log-format-support';

const reason = v.strictObject({
  because: v.picklist(REASON_KEYS),
  cites: v.array(id),
  isAssumed: v.exactOptional(v.literal(true)),
  detail: v.exactOptional(
    v.strictObject({
      account: v.exactOptional(id),
      other: v.exactOptional(id),
      device: v.exactOptional(id),
      by: v.exactOptional(actor),
      at: v.exactOptional(instant),
      until: v.exactOptional(instant),
      setting: v.exactOptional(v.string()),
      value: v.exactOptional(settingValue),
    }),
  ),
});

const line = { position: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), at: instant, actor };
const outcome = { events: v.array(event), reasons: v.array(reason) };

const record = v.variant('kind', [
  v.strictObject({ kind: v.literal('genesis'), ...line, events: v.array(event) }),
  v.strictObject({
    kind: v.literal('command'),
    ...line,
    command,
    evidence: v.exactOptional(
      v.strictObject({
        matchedCode: v.exactOptional(v.nullable(id)),
        matchedAuthenticator: v.exactOptional(v.nullable(id)),
        matchedTimeStep: v.exactOptional(v.nullable(count)),
        matchedCounter: v.exactOptional(count),
        isMissing: v.exactOptional(v.literal(true)),
        drawnCaller: v.exactOptional(drawnCaller),
      }),
    ),
    ...outcome,
  }),
  v.strictObject({
    kind: v.literal('deadline'),
    ...line,
    deadline: v.strictObject({ kind: v.picklist(['code', 'push']), account: id, of: id }),
    ...outcome,
  }),
  v.strictObject({
    kind: v.literal('place'),
    ...line,
    desk: v.picklist(['admin', 'user', 'support', 'lab']),
    place: v.strictObject({
      persona: v.nullable(id),
      node: v.string(),
      subject: v.nullable(id),
      code: v.nullable(id),
    }),
  }),
]);

type Shape = v.InferOutput<typeof record>;
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
/** Fails to compile as soon as this file and the domain's types say different things. */
type SameAs<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never;
const isSameAsDomain: SameAs<Frozen<Shape>, Frozen<LogRecord>> = true;
void isSameAsDomain;

export type ShapeResult =
  | { readonly isWellFormed: true; readonly record: LogRecord }
  | { readonly isWellFormed: false; readonly path: string; readonly found: string; readonly expected: string };

/** The record, or the first thing that is wrong with its shape. */
export function readRecord(input: unknown): ShapeResult {
  const parsed = v.safeParse(record, input, { abortEarly: true });
  if (parsed.success) return { isWellFormed: true, record: parsed.output };
  const [issue] = parsed.issues;
  return {
    isWellFormed: false,
    path: v.getDotPath(issue) ?? '(the record)',
    found: issue.received,
    expected: issue.expected ?? issue.message,
  };
}
