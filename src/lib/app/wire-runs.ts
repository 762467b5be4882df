// Wires the outside world to the page of runs: the storage is open only while it is asked.
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import { browserPreferences } from '../adapters/preferences/browser-preferences';
import { browserClock } from '../adapters/time/browser-clock';
import { broadcastNeighbours } from '../adapters/windows/broadcast-neighbours';
import { runsOf, type Runs } from './run-keeping';
import { withStore } from './wire-home';
import { Witness } from './witness';

export function wireRuns(): Runs {
  const cryptography = loadCryptography();
  return runsOf({
    ask: withStore,
    present: () => browserClock.present(),
    cryptography,
    neighbours: broadcastNeighbours(cryptography.randomHex(4)),
    witness: new Witness(browserPreferences()),
  });
}
