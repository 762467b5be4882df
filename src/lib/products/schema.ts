// The shape of a product file. All there is to a product is in its JSON: policy, words and screen map; this file says
// what may stand there. Strict everywhere: a key that is not known is a mistake in the file, not something to ignore.
import * as v from 'valibot';
import { NodeSchema } from './schema-nodes';
import { cites, id, ids, words } from './schema-parts';
import { policy } from './schema-policy';

export { NodeSchema };

/** A desk that the product's article does not describe is closed, with the reason on it (EDGE-10). */
const closed = v.strictObject({
  closed: words,
  askInstead: words,
  /** A button that leads to the desk where help is found. */
  goTo: v.exactOptional(v.strictObject({ label: words, desk: v.picklist(['admin', 'user', 'support']) })),
  cites,
});
const openAt = v.strictObject({ root: id });

/** One sentence before the password is right, and what is said after it; the lab has words for what is left out. */
const signInWords = v.strictObject({
  notRecognised: words,
  wrong: v.exactOptional(words),
  missing: v.exactOptional(words),
  expired: v.exactOptional(words),
  replaced: v.exactOptional(words),
  removed: v.exactOptional(words),
  used: v.exactOptional(words),
  endedWithMfa: v.exactOptional(words),
  endedByDevice: v.exactOptional(words),
  endedByReset: v.exactOptional(words),
  totpWrong: v.exactOptional(words),
  totpUsed: v.exactOptional(words),
  throttled: v.exactOptional(words),
  mustEnrol: v.exactOptional(words),
  notYourMethod: v.exactOptional(words),
  codeFirst: v.exactOptional(words),
  noAuthenticator: v.exactOptional(words),
  pushStale: v.exactOptional(words),
  notOffered: v.exactOptional(words),
});

const body = {
  policy,
  words: v.strictObject({
    signIn: signInWords,
    /** The other system that vouches for people, where the product lets them in by one. */
    federated: v.exactOptional(words),
    phone: v.strictObject({
      app: words,
      prompt: v.exactOptional(v.strictObject({ title: words, text: words, approve: words, deny: words })),
      idle: words,
      unpaired: words,
      pair: words,
      /** The ways to take a key into an app that shows codes. */
      /** What the plus sign says that opens them to whoever does not see it; without it they stand open. */
      add: v.exactOptional(words),
      scan: v.exactOptional(words),
      typeKey: v.exactOptional(words),
    }),
  }),
  desks: v.strictObject({
    admin: v.union([openAt, closed]),
    user: v.strictObject({
      root: id,
      /**
       * The screens of a sign-in, by what is asked for: those that the product's factors need. `code` is shown when a
       * code is due, `codeEntry` has the field for it; they may be the same screen.
       */
      steps: v.strictObject({
        password: id,
        push: v.exactOptional(id),
        totp: v.exactOptional(id),
        /** Where new recovery codes are shown, once. */
        saveCodes: v.exactOptional(id),
        code: v.exactOptional(id),
        codeEntry: v.exactOptional(id),
        enrol: v.exactOptional(id),
        continue: id,
      }),
      /** Screens that can be chosen instead of the one that is asked for: other ways to sign in. */
      otherWays: v.exactOptional(ids),
    }),
    /** `call` is the node that is drawn beside the tools while somebody is on the line. */
    support: v.union([v.strictObject({ root: id, call: v.exactOptional(id) }), closed]),
  }),
  nodes: v.record(id, NodeSchema),
};

/** A product with nothing left to be chosen: what one variant of a product file comes to. */
export const EditionSchema = v.strictObject(body);

/** A product file: its base, and its variants as named sets of differences (JSON merge patches, RFC 7396). */
export const ProductSchema = v.strictObject({
  /** Where an editor finds the schema by which it completes the file. */
  $schema: v.exactOptional(v.string()),
  format: v.literal(1),
  id,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'expected a version such as 1.0.0')),
  name: words,
  notice: words,
  defaultVariant: id,
  variants: v.record(id, v.strictObject({ label: words, differences: v.record(v.string(), v.unknown()) })),
  ...body,
});

export type Product = v.InferOutput<typeof ProductSchema>;
export type Edition = v.InferOutput<typeof EditionSchema>;
export type ScreenNode = v.InferOutput<typeof NodeSchema>;
export type NodeKind = ScreenNode['kind'];
export type NodeOf<Kind extends NodeKind> = Extract<ScreenNode, { kind: Kind }>;
