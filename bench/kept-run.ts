// A long run as the lab's database holds it, for measuring a browser that opens one.
import { nobleCrypto } from '../src/lib/adapters/crypto/noble-crypto';
import { canonicalJson } from '../src/lib/app/canonical-json';
import { chained, NO_LINK } from '../src/lib/app/chain';
import { packedAtOnce, type PackRow } from '../src/lib/adapters/storage/packed-records';
import { eventsOf } from '../src/lib/domain/record';
import type { Product } from '../src/lib/products/schema';
import onvio from '../src/lib/products/onvio/product.json';
import type { RunRow, StoredRecord } from '../src/lib/ports';
import { randomLog } from './random-log';

export interface KeptRun {
  readonly row: RunRow;
  /** As the lab keeps what is long ago, and what is not. */
  readonly packs: readonly PackRow[];
  readonly records: readonly StoredRecord[];
  readonly events: number;
}

/** The same for the same wish. */
export async function keptRun(wish: { people: number; events: number; seed: number }): Promise<KeptRun> {
  const product = onvio as unknown as Product;
  const productDigest = await nobleCrypto.sha256Hex(canonicalJson(product));
  const log = randomLog({ ...wish, digest: productDigest });
  const records = await chained(nobleCrypto, NO_LINK, log);
  const last = records.at(-1)!;
  const id = `bench-${wish.people}-${wish.events}`;
  const { packs, loose } = packedAtOnce(id, records);
  return {
    row: {
      id,
      title: `${wish.events} events of ${wish.people} people`,
      productDigest,
      head: { position: records.length - 1, link: last.link },
      genesisLink: records[0]!.link,
      now: last.record.at,
      playedAt: 0,
    },
    packs,
    records: loose,
    events: log.reduce((sum, record) => sum + eventsOf(record).length, 0),
  };
}
