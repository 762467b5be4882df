// Time goes on: by some span, or to the very instant at which something happens by itself or a wait ends.
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/lib/domain/instant';
import { upcoming } from '../../../src/lib/domain/views/future';
import type { Stage } from '../stage';

const SPANS = [SECOND, 30 * SECOND, 45 * SECOND, 5 * MINUTE, HOUR, 7 * HOUR, DAY - SECOND, DAY, 3 * DAY];

export async function moveTime({ run, random }: Stage): Promise<void> {
  const next = upcoming(run.world, 1)[0]?.at;
  const waits = [...new Set(run.world.accounts.chunks.flat().flatMap(({ failures }) => failures.waitUntil ?? []))];
  const ahead = [next, ...waits].filter((at) => at !== undefined && at > run.now) as number[];
  const exact = ahead.flatMap((at) => [at, at - 1, at - SECOND]);
  await run.advanceTo(random.pick([...SPANS.map((span) => run.now + span), ...exact, ...exact]));
}
