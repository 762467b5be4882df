// Reading what a tab remembers of the moment that it looked back at.
import * as v from 'valibot';
import type { Instant } from '../domain/instant';
import type { LogRecord } from '../domain/record';
import { PicturedSchema, PlaceSchema } from './link-format';
import { hasMoment, type LookedAt } from './moment';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const LookSchema = v.strictObject({
  run: v.string(),
  moment: v.nullable(v.strictObject({ position: whole, at: whole })),
  place: v.nullable(PlaceSchema),
  passed: v.array(whole),
  picture: PicturedSchema,
});

/**
 * What was looked at of a run, or null where the text says nothing that the run has: it is of another run, was changed by
 * somebody else, or the run is not what it was.
 */
export function readLook(
  text: string,
  run: string,
  { records, now }: { readonly records: readonly LogRecord[]; readonly now: Instant },
): LookedAt | null {
  const parsed = v.safeParse(LookSchema, json(text));
  if (!parsed.success || parsed.output.run !== run) return null;
  const { moment, place, passed, picture } = parsed.output;
  if (moment !== null && !hasMoment(records, now, moment)) return null;
  if (passed.some((position) => records[position] === undefined)) return null;
  return { moment, place: moment === null ? null : place, passed, picture };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
