// `npm start`: from a fresh clone to an address. Installs when needed, builds, serves.
import process from 'node:process';
import { ensureInstalled } from './ensure-installed.mjs';
import { run } from './run.mjs';

await ensureInstalled();
console.log('Building…');
const built = await run(process.execPath, ['scripts/build.mjs']);
if (built !== 0) process.exit(built);
process.exit(await run(process.execPath, ['scripts/serve.mjs', ...process.argv.slice(2)]));
