// npm run simulate -- [--seed 7] [--runs 1000] [--acts 90] [--product onvio] [--only N] [--long]
import process from 'node:process';
import { parseArgs } from 'node:util';
import { loadSource } from './load-source.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    runs: { type: 'string' },
    acts: { type: 'string', default: '90' },
    product: { type: 'string' },
    only: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
});

const isKept = await loadSource(
  './tests/simulation/simulate.ts',
  (/** @type {typeof import('../tests/simulation/simulate')} */ { simulate }) =>
    simulate({
      seed: Number(values.seed),
      runs: Number(values.runs ?? (values.long ? 20000 : 1000)),
      acts: Number(values.acts),
      ...(values.product === undefined ? {} : { product: values.product }),
      ...(values.only === undefined ? {} : { only: Number(values.only) }),
    }),
);
process.exit(isKept ? 0 : 1);
