// What the check of a history has found, in words. Whoever tells of it says where.
import type { CheckFinding } from '../domain/check';

export const FINDINGS: Readonly<Record<CheckFinding, string>> = {
  empty: 'it has no records at all',
  'position-out-of-order': 'a record is missing or stands in the wrong place',
  'time-goes-back': 'time goes back there',
  'genesis-missing': 'its beginning is missing or damaged',
  'genesis-twice': 'it begins a second time',
  'unknown-variant': 'it was made with a variant that the product does not have',
  'deadline-missing': 'something was due before it and did not happen',
  'deadline-not-due': 'something happened that was not due',
  'outcome-differs': 'what came of it there is not what comes of it by the rules',
  'reasons-differ': 'the reasons written there are not those that the rules give',
};
