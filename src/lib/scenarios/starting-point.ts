// The shape of a starting point: the firms, their people and phones, and what has already happened when the lab opens.
import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens'));
/** Words that are drawn as they stand: no markup, and nothing that cannot be seen or turns the text around. */
const words = v.pipe(
  v.string(),
  v.maxLength(400, 'at most 400 characters'),
  v.regex(/^[^<>]*$/, 'plain words without < or >'),
  v.regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'words in one line, without invisible characters'),
  v.regex(/\S/, 'some words'),
);
const offset = v.pipe(
  v.string(),
  v.regex(/^\+\d{2}:[0-5]\d:[0-5]\d$/, 'hours, minutes and seconds after the beginning, such as +02:41:00'),
);
const utc = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'a day and time in UTC, such as 2026-03-09T11:00:00Z'),
);
/** Only reserved names, so that nothing here can be anybody's real address (RFC 2606). */
const email = v.pipe(
  v.string(),
  v.maxLength(200, 'at most 200 characters'),
  v.regex(
    /^[a-z0-9]+([._+'-][a-z0-9]+)*@([a-z0-9]+(-[a-z0-9]+)*\.)+example$/,
    'an address in lower case that ends in .example',
  ),
);
/** Only numbers set aside for fiction. */
const phone = v.pipe(v.string(), v.regex(/^555-01\d{2}$/, 'a number such as 555-0114'));
const area = v.picklist(['staff', 'clients']);
const supporter = v.strictObject({ id, name: words });

export const PersonSchema = v.strictObject({
  id,
  firm: id,
  name: words,
  email,
  department: words,
  area,
  admin: v.exactOptional(v.strictObject({ isPrimary: v.boolean(), areas: v.array(area) })),
  /** Where a product lets people come in from another system, these do; elsewhere it says nothing. */
  signsInWith: v.exactOptional(v.literal('federated')),
  isMfaOn: v.boolean(),
  devices: v.array(v.strictObject({ label: words, kind: v.picklist(['phone', 'tablet']), isPaired: v.boolean() })),
});

/** Something a person did before the lab opens, as an ordinary command of theirs. */
const opening = v.strictObject({
  at: offset,
  person: id,
  does: v.variant('type', [
    v.strictObject({ type: v.literal('submitPassword') }),
    v.strictObject({ type: v.literal('secondStep') }),
    v.strictObject({
      type: v.literal('loseDevice'),
      how: v.picklist(['left-at-home', 'left-on-the-train', 'stolen', 'broken']),
    }),
    v.strictObject({ type: v.literal('issueCode'), to: id }),
    /** Reads out the code that was issued last. */
    v.strictObject({ type: v.literal('tellCode'), to: id }),
    v.strictObject({ type: v.literal('enterCode') }),
  ]),
});

export const StartingPointSchema = v.strictObject({
  format: v.literal(1),
  id,
  title: words,
  product: id,
  timeZone: words,
  locale: words,
  /** When the run may begin. The lab opens `opensAfter` later. */
  moments: v.pipe(v.array(v.strictObject({ id, label: words, startedAt: utc })), v.minLength(1, 'at least one moment')),
  opensAfter: offset,
  firms: v.array(v.strictObject({ id, name: words, domain: words, address: words, phone: v.exactOptional(phone) })),
  people: v.array(PersonSchema),
  support: v.strictObject({ rep: supporter, portalTech: supporter }),
  desks: v.strictObject({ admin: id, user: id }),
  opening: v.array(opening),
});

export type StartingPoint = v.InferOutput<typeof StartingPointSchema>;
export type Person = v.InferOutput<typeof PersonSchema>;
