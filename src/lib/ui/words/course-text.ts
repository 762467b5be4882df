// How far a run has come, in words. Takes what tells of every kind of event, so it is loaded when there is a run to tell of.
import type { RunCourse } from '../../app/run-course';
import { eventsOf } from '../../domain/record';
import { toldOf } from '../../domain/views/told';
import { eventText } from './event-text';
import { TimeText } from './time-text';

/** `3 things happened, the last: Priya Lowe issues a code for Dana Whitlock`, or that nothing was done yet. */
export function courseText({ world, happened, last }: RunCourse): string {
  const event = last === null ? undefined : eventsOf(last).at(-1);
  if (event === undefined) return 'Nobody has done anything in it yet.';
  const time = new TimeText(world.pins?.timeZone ?? 'UTC', world.pins?.locale ?? 'en-GB', world.pins?.startedAt);
  const count = happened === 1 ? 'One thing happened' : `${happened} things happened, the last`;
  return `${count}: ${eventText(world, time, toldOf(world, event))}.`;
}
