// A long run, or one of a large firm, as the lab's database holds it, for measuring a browser that opens one.
import { nobleCrypto } from '../src/lib/adapters/crypto/noble-crypto';
import { canonicalJson } from '../src/lib/app/canonical-json';
import { chained, NO_LINK } from '../src/lib/app/chain';
import { packedAtOnce, type PackRow } from '../src/lib/adapters/storage/packed-records';
import { eventsOf, type LogRecord } from '../src/lib/domain/record';
import type { Product } from '../src/lib/products/schema';
import onix from '../src/lib/products/onix/product.json';
import onvio from '../src/lib/products/onvio/product.json';
import type { RunRow, StoredRecord } from '../src/lib/ports';
import type { RandomLogWish } from './first-lines';
import { largeFirm } from './large-firm';
import { randomLog } from './random-log';

export interface KeptRun {
  readonly row: RunRow;
  /** As the lab keeps what is long ago, and what is not. */
  readonly packs: readonly PackRow[];
  readonly records: readonly StoredRecord[];
  readonly events: number;
}

/** A run in which much has happened. The same for the same wish. */
export function keptRun(wish: RandomLogWish): Promise<KeptRun> {
  return kept(onvio as unknown as Product, wish, randomLog);
}

/** A run of a firm of many, with a product whose admin decides what all of them are asked for. The same for the same wish. */
export function keptLargeFirm(wish: RandomLogWish): Promise<KeptRun> {
  const product = onix as unknown as Product;
  return kept(product, wish, (whole) => largeFirm(product, whole));
}

async function kept(
  product: Product,
  wish: RandomLogWish,
  logOf: (wish: RandomLogWish) => readonly LogRecord[],
): Promise<KeptRun> {
  const productDigest = await nobleCrypto.sha256Hex(canonicalJson(product));
  const log = logOf({ ...wish, digest: productDigest });
  const records = await chained(nobleCrypto, NO_LINK, log);
  const last = records.at(-1)!;
  const id = `bench-${product.id}-${wish.people}-${wish.events}`;
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
