// `npm run simulate`: many random runs on every product, and the seed of the first that breaks a promise.
import { PLAYED_PRODUCTS } from './played-products';
import { emptyTally, playRandomly, type Tally } from './random-play';

export interface SimulationWish {
  readonly seed: number;
  readonly runs: number;
  readonly acts: number;
  /** One run of the series alone. */
  readonly only?: number;
  /** One product alone, by its id. */
  readonly product?: string;
}

/** The seed of one run of a series. */
export function seedOf(seed: number, run: number): number {
  return seed * 1_000_003 + run;
}

/** How to play one run again. */
export function rerun(seed: number, run: number, acts: number, product: string): string {
  return `npm run simulate -- --seed ${seed} --only ${run} --acts ${acts} --product ${product}`;
}

/** Plays the runs, as many on each product; true where every promise was kept. */
export async function simulate({ seed, runs, acts, only, product: wished }: SimulationWish): Promise<boolean> {
  const products = PLAYED_PRODUCTS.filter(({ id }) => wished === undefined || id === wished);
  if (products.length === 0) {
    console.error(`No product ${wished}; there are ${PLAYED_PRODUCTS.map(({ id }) => id).join(', ')}.`);
    return false;
  }
  const first = only ?? 0;
  const end = only === undefined ? runs : only + 1;
  for (const product of products) {
    const tally = emptyTally();
    for (let run = first; run < end; run += 1) {
      try {
        await playRandomly(product, seedOf(seed, run), acts, tally);
      } catch (error) {
        console.error(
          `${product.id}, run ${run} of seed ${seed}: ${error instanceof Error ? error.message : String(error)}`,
        );
        console.error(`Play it again with: ${rerun(seed, run, acts, product.id)}`);
        return false;
      }
    }
    console.log(`${product.id.padEnd(10)} ${figures(tally)}`);
  }
  console.log(`Seed ${seed}: ${end - first} runs of ${acts} acts on each. Every promise kept.`);
  return true;
}

function figures({ records, codes, signIns, bindings, refusals, deadlines }: Tally): string {
  const named = { records, codes, 'sign-ins': signIns, bindings, refusals, deadlines };
  return Object.entries(named)
    .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
    .join(', ');
}
