// `npm run simulate`: many random runs, and the seed of the first that breaks a promise.
import { playRandomly, type Tally } from './random-play';

export interface SimulationWish {
  readonly seed: number;
  readonly runs: number;
  readonly acts: number;
  /** One run of the series alone. */
  readonly only?: number;
}

/** Plays the runs; true where every promise was kept. */
export async function simulate({ seed, runs, acts, only }: SimulationWish): Promise<boolean> {
  const total: Tally = { records: 0, signIns: 0, refusals: 0, codes: 0, deadlines: 0 };
  const first = only ?? 0;
  const end = only === undefined ? runs : only + 1;
  for (let run = first; run < end; run += 1) {
    try {
      const tally = await playRandomly(seed * 1_000_003 + run, acts);
      for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
    } catch (error) {
      console.error(`Run ${run} of seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      console.error(`Play it again with: npm run simulate -- --seed ${seed} --only ${run} --acts ${acts}`);
      return false;
    }
  }
  console.log(
    `Seed ${seed}: ${end - first} runs of ${acts} acts, ${total.records} records, ${total.codes} codes, ` +
      `${total.signIns} sign-ins, ${total.refusals} refusals, ${total.deadlines} deadlines. Every promise kept.`,
  );
  return true;
}
