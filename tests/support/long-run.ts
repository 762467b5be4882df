// A long run as a store holds it once it was opened before: with a state of it kept beside its log.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { createMemoryStore } from '../../src/lib/adapters/storage/memory-store';
import { chained } from '../../src/lib/app/chain';
import { openLab, type LabParts } from '../../src/lib/app/opening';
import { LAB } from '../../src/lib/domain/actors';
import { Lines } from '../../src/lib/domain/lines';
import { ok, type Cryptography, type RunStore, type StoredRun } from '../../src/lib/ports';
import type { KeptState } from '../../src/lib/ports-states';
import { ISSUE_TO_DANA, newRunOn, partsOn, seededCryptography } from './shell';

/** Hashes at once, where WebCrypto waits for a thread each time: thousands are asked for, also in a browser. */
const CRYPTOGRAPHY: Cryptography = {
  ...seededCryptography('test'),
  sha256Hex: async (text) => bytesToHex(sha256(utf8ToBytes(text))),
};
/** How many records it has. */
export const LENGTH = 2100;

/** A run with so many records: to chain them takes long, and it is the same for every test. */
async function longRun(length: number) {
  const begun = await newRunOn(createMemoryStore());
  const lines = new Lines(begun.world);
  lines.place(LAB, { desk: 'lab', place: { persona: null, node: '', subject: '3', code: null } }, begun.now);
  lines.decide(ISSUE_TO_DANA, begun.now);
  const walk = { desk: 'user', place: { persona: 'dana', node: 'home', subject: null, code: null } } as const;
  while (lines.world.position < length - 1) lines.place(LAB, walk, begun.now);
  const records = await chained(CRYPTOGRAPHY, '', [...begun.records, ...lines.records]);
  const head = { position: length - 1, link: records.at(-1)?.link ?? '' };
  return { row: { ...begun.row, head, genesisLink: records[0]?.link ?? '' }, records };
}
const made = new Map<number, ReturnType<typeof longRun>>();

/** A store in memory that keeps states as the database does, with a run of so many records in it; what is asked of it counts. */
async function storeWithRun({ length = LENGTH } = {}) {
  const memory = createMemoryStore();
  const run = made.get(length) ?? longRun(length);
  made.set(length, run);
  const { row, records } = await run;
  const product = (await memory.readProduct(row.productDigest)) as unknown;
  await memory.create(row, records, product);
  const asked = { reads: 0, appends: 0 };
  const kept: { state: KeptState | null; change: (stored: StoredRun) => StoredRun; isBlocked: boolean } = {
    state: null,
    change: (stored) => stored,
    isBlocked: false,
  };
  const store: RunStore = {
    ...memory,
    read: async (run) => {
      asked.reads += 1;
      if (kept.isBlocked) return { isOk: false, failure: { kind: 'blocked', detail: '' } };
      const read = await memory.read(run);
      return read.isOk && read.value !== null ? ok(kept.change(read.value)) : read;
    },
    append: (append) => {
      asked.appends += 1;
      return memory.append(append);
    },
    keepState: async (_run, state) => {
      kept.state = state;
      return ok(null);
    },
    recent: async (run, rulesDigest) => {
      const read = await memory.read(run);
      const { state } = kept;
      if (!read.isOk || read.value === null || state?.rulesDigest !== rulesDigest) return ok(null);
      return ok({ row: read.value.row, state, records: read.value.records.slice(state.position + 1) });
    },
  };
  const partsOf = (rulesDigest: string): LabParts => ({ ...partsOn(store), cryptography: CRYPTOGRAPHY, rulesDigest });
  const open = (rulesDigest = 'these') => openLab(partsOf(rulesDigest), () => undefined);
  return { store, asked, kept, open, parts: partsOf('these'), id: row.id };
}

/** The same, opened once before, so that a state is kept. */
export async function openedBefore(wish?: { length?: number }) {
  const all = await storeWithRun(wish);
  const first = await all.open();
  if ((await first.verify?.()) !== null) throw new Error('The run is damaged.');
  all.asked.reads = 0;
  return { ...all, first };
}
