// One breakage a line: a place in the source, made wrong in one plausible way. `npm run mutation` applies each to a copy
// and runs the suite's fast tiers, which have to go red. `was` must stand in the file exactly once.

/**
 * @typedef {{ what: string, file: string, was: string, is: string, tier?: 'unit' | 'browser' }} Breakage
 * @type {readonly Breakage[]}
 */
export const BREAKAGES = [
  {
    what: 'a code is still good at its very end (ONV-6)',
    file: 'src/lib/domain/account.ts',
    was: 'now < code.endsAt',
    is: 'now <= code.endsAt',
  },
  {
    what: 'a deadline at an instant comes after a command at it',
    file: 'src/lib/domain/due.ts',
    was: 'deadline.at > until',
    is: 'deadline.at >= until',
  },
  {
    what: 'deadlines at one instant fall in the wrong order',
    file: 'src/lib/domain/deadlines.ts',
    was: '(deadlines[middle]?.at ?? 0) <= deadline.at',
    is: '(deadlines[middle]?.at ?? 0) < deadline.at',
  },
  {
    what: 'MFA goes off although it is required (ONV-9)',
    file: 'src/lib/domain/code-end.ts',
    was: "if (rules.enforcement === 'required')",
    is: "if (rules.enforcement === 'off')",
  },
  {
    what: 'MFA goes off though a lost phone is still bound (EDGE-2)',
    file: 'src/lib/domain/code-end.ts',
    was: 'if (left.length > 0) {',
    is: 'if (left.length > 1) {',
  },
  {
    what: 'a replacement counts as an end that MFA follows (EDGE-3)',
    file: 'src/lib/domain/code-end.ts',
    was: "['expired', 'removed', 'used']",
    is: "['expired', 'removed', 'used', 'replaced']",
  },
  {
    what: 'the end goes by the policy at issue (EDGE-4)',
    file: 'src/lib/domain/code-end.ts',
    was: "policy.policyAtCodeEnd.value === 'in-force-then' ? now : then",
    is: "policy.policyAtCodeEnd.value === 'in-force-then' ? then : now",
  },
  {
    what: 'a session ends with a code that did not open it (EDGE-5)',
    file: 'src/lib/domain/code-end.ts',
    was: 'account.session?.code === code.id',
    is: 'account.session !== null',
  },
  {
    what: 'an active code does not stand in front (ONV-10)',
    file: 'src/lib/domain/mfa.ts',
    was: "stands.value === 'in-front'",
    is: "stands.value === 'beside'",
  },
  {
    what: 'an admin issues beyond their area (ONV-2)',
    file: 'src/lib/domain/rights.ts',
    was: ' || !holdsArea(actor, target.area)) return undefined',
    is: ') return undefined',
  },
  {
    what: 'an admin issues for themselves (EDGE-9)',
    file: 'src/lib/domain/rights.ts',
    was: 'if (actor.id === target.id) return',
    is: 'if (actor.id === target.firm) return',
  },
  {
    what: 'an admin reaches another firm (STD-12)',
    file: 'src/lib/domain/rights.ts',
    was: 'if (actor.firm !== target.firm) return missing',
    is: 'if (actor.firm === target.id) return missing',
  },
  {
    what: 'an admin without a session acts (STD-12)',
    file: 'src/lib/domain/rights.ts',
    was: 'if (actor.session === null) return missing',
    is: 'if (actor.id === actor.firm) return missing',
  },
  {
    what: 'the portal tech acts without a verified request (ONV-18)',
    file: 'src/lib/domain/deciders/codes.ts',
    was: "request?.status !== 'passed-on' || ",
    is: 'request === undefined || ',
  },
  {
    what: 'anybody who asks is passed on, not only the primary admin (ONV-7)',
    file: 'src/lib/domain/deciders/support.ts',
    was: 'from?.admin?.isPrimary !== true',
    is: 'from === undefined',
  },
  {
    what: 'an earlier code stays when a new one is issued (ONV-11)',
    file: 'src/lib/domain/deciders/codes.ts',
    was: "endCode(world, target, earlier, 'replaced').events",
    is: '[]',
  },
  {
    what: 'a prompt is good at its very end (STD-14)',
    file: 'src/lib/domain/deciders/sign-in.ts',
    was: 'now >= push.endsAt',
    is: 'now > push.endsAt',
  },
  {
    what: 'a phone that is out of hand approves a prompt',
    file: 'src/lib/domain/deciders/sign-in.ts',
    was: 'if (device.loss !== null) return',
    is: "if (device.loss?.how === 'broken') return",
  },
  {
    what: 'the wrong password is let in',
    file: 'src/lib/domain/deciders/sign-in.ts',
    was: "command.card !== 'right'",
    is: "command.card === 'old'",
  },
  {
    what: 'enrolment at sign-in is offered whatever is due (EDGE-8)',
    file: 'src/lib/domain/deciders/devices.ts',
    was: "if (isAtSignIn && challenge.kind !== 'enrol') {",
    is: 'if (isAtSignIn && account.session !== null) {',
  },
  {
    what: 'MFA goes off at a disconnection although it is required (ONV-9)',
    file: 'src/lib/domain/deciders/devices.ts',
    was: " || enforcementFor(world, account) === 'required'",
    is: '',
  },
  {
    what: 'a reason is shown before the password is right (STD-9)',
    file: 'src/lib/domain/views/sign-in.ts',
    was: "return { stage: 'password', isRefused: signIn.refusal !== null };",
    is: "return { stage: 'password', isRefused: signIn.refusal !== null, refusal: signIn.refusal } as SignInView;",
  },
  {
    what: 'the symbols of a code are not uniform (STD-11)',
    file: 'src/lib/app/code-text.ts',
    was: 'byte < fair',
    is: 'byte < 256',
  },
  {
    what: 'a command that lost a race is sent all the same',
    file: 'src/lib/app/open-run.ts',
    was: 'if (overtaken.length > 0) return',
    is: 'if (overtaken.length > 99) return',
  },
  {
    what: 'a command goes to a damaged log',
    file: 'src/lib/app/open-run.ts',
    was: 'if (damage !== null) return',
    is: "if (damage?.kind === 'log-cut-short') return",
  },
  {
    what: 'an append that saw an old position is taken',
    file: 'src/lib/adapters/storage/dexie-store.ts',
    was: 'if (head.position !== seen.position || head.link !== seen.link)',
    is: 'if (head.link === seen.link + 1)',
  },
  {
    what: 'an append to a database that was made again is taken',
    file: 'src/lib/adapters/storage/dexie-store.ts',
    was: 'if (row?.genesisLink !== genesisLink || !(await this.#isSameDatabase())) return',
    is: 'if (row === undefined) return',
  },
  {
    what: 'a forged outcome passes the check',
    file: 'src/lib/domain/check.ts',
    was: 'if (!isSameData(record.events, again.events)) {',
    is: 'if (record.events.length !== again.events.length) {',
  },
  {
    what: 'a missing deadline passes the check',
    file: 'src/lib/domain/check.ts',
    was: 'if (missed !== null) return',
    is: 'if (missed?.at === 0) return',
  },
  {
    what: 'time may go back in a history',
    file: 'src/lib/domain/check.ts',
    was: 'if (record.at < world.at) return',
    is: 'if (record.at < 0) return',
  },
  {
    what: 'a key that is not known is let pass in a product file',
    file: 'src/lib/products/schema.ts',
    was: 'export const EditionSchema = v.strictObject(body);',
    is: 'export const EditionSchema = v.object(body);',
  },
  {
    what: 'a link shows to an admin without the area (ONV-2)',
    file: 'src/lib/products/screen-map.ts',
    was: "holdsArea(viewer, 'staff')",
    is: 'viewer.admin !== null',
  },
  {
    what: 'the issued code is not grouped',
    file: 'src/lib/app/code-text.ts',
    was: ".join(' ') ?? text",
    is: ".join('') ?? text",
  },
];
