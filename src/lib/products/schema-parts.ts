// What every part of a product file is made of: ids, plain words, lists of facts.
import * as v from 'valibot';

export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'expected lower-case letters, digits and hyphens'),
);
export const factId = v.pipe(v.string(), v.regex(/^[A-Z]{3,4}-\d{1,3}[a-z]?$/, 'expected a fact id such as ONV-8a'));
export const words = v.pipe(
  v.string(),
  v.minLength(1, 'expected some words'),
  v.maxLength(400, 'expected at most 400 characters'),
  v.regex(/^[^<>]*$/, 'expected plain words without < or >'),
);
export const cites = v.array(factId);
export const ids = v.pipe(v.array(id), v.minLength(1, 'expected at least one node id'));
export const seconds = v.pipe(v.number(), v.integer(), v.minValue(1, 'expected at least 1 second'));
