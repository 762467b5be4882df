// Wires the outside world to the page of runs: the storage is open only while it is asked.
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import { browserClock } from '../adapters/time/browser-clock';
import { runsOf, type Runs } from './run-keeping';
import { withStore } from './wire-home';

export function wireRuns(): Runs {
  return runsOf({
    ask: withStore,
    present: () => browserClock.present(),
    drawId: () => loadCryptography().randomHex(8),
  });
}
