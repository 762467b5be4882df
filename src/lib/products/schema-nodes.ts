// The shape of a screen map's nodes, one for each kind.
import * as v from 'valibot';
import { LOOK_UPS, QUESTIONS, SAYINGS } from '../domain/support-request';
import { cites, id, ids, words } from './schema-parts';

const family = v.picklist(['temporaryCode', 'recoveryCode', 'emailedCode']);
const anyNode = {
  cites: v.exactOptional(cites),
  isAssumed: v.exactOptional(v.literal(true)),
  /** Who sees it at all (ONV-2); without it, everybody. */
  visibleTo: v.exactOptional(v.picklist(['admins', 'admins-of-staff', 'admins-of-clients'])),
  /** Shown only while codes of this kind are a way to sign in (ONX-11). */
  visibleWith: v.exactOptional(family),
};
const labelled = { ...anyNode, label: words };
const shows = v.picklist(['name', 'email', 'department', 'mfa', 'devices', 'code', 'rights', 'signIn', 'enforcement']);

export const NodeSchema = v.variant('kind', [
  v.strictObject({ ...labelled, kind: v.literal('app'), nav: ids, home: id }),
  /** Holds links, and sections that group links under a heading. */
  v.strictObject({ ...labelled, kind: v.literal('menu'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('link'), opens: id }),
  v.strictObject({ ...labelled, kind: v.literal('stepLink'), goes: id }),
  v.strictObject({
    ...labelled,
    kind: v.literal('page'),
    address: words,
    actor: v.exactOptional(v.picklist(['rep', 'portalTech'])),
    children: ids,
  }),
  v.strictObject({
    ...labelled,
    kind: v.literal('list'),
    of: v.picklist(['staff', 'clients', 'everybody']),
    columns: v.array(v.strictObject({ label: words, shows })),
    children: ids,
  }),
  v.strictObject({ ...labelled, kind: v.literal('tabs'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('tab'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('section'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('disclosure'), children: ids }),
  v.strictObject({
    ...labelled,
    kind: v.literal('button'),
    look: v.picklist(['button', 'pencil', 'link']),
    opens: id,
    /** What a rep has looked up by pressing it, where it shows something on file about the firm. */
    looksUp: v.exactOptional(v.picklist(LOOK_UPS)),
  }),
  v.strictObject({ ...labelled, kind: v.literal('panel'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('dialog'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('fact'), shows, children: v.exactOptional(ids) }),
  v.strictObject({ ...anyNode, kind: v.literal('text'), text: words }),
  v.strictObject({
    ...labelled,
    kind: v.literal('action'),
    look: v.picklist(['primary', 'button', 'link']),
    does: v.picklist([
      'issueCode',
      'submitPassword',
      'submitCode',
      'submitTotp',
      'signInFederated',
      'requestEmailedCode',
      'confirmEnrolment',
      'cancelEnrolment',
      'saveCodes',
      'renewRecoveryCode',
      'resetMfa',
      'requestPush',
      'continueSignIn',
      'cancelSignIn',
      'signOut',
      'startEnrolment',
    ]),
    opens: v.exactOptional(id),
    /** Which codes it is about, where an action is about codes; temporary codes without it. */
    family: v.exactOptional(family),
  }),
  v.strictObject({ ...labelled, kind: v.literal('issuedCode'), note: words }),
  v.strictObject({ ...labelled, kind: v.literal('totpField'), hint: words }),
  /** `start` is on the button that puts a key on show, where none is yet. */
  v.strictObject({ ...labelled, kind: v.literal('qrCode'), start: v.exactOptional(words) }),
  /** The key as text; `start` stands on the button that has one made, where none is being set up yet. */
  v.strictObject({ ...labelled, kind: v.literal('setupKey'), start: v.exactOptional(words) }),
  v.strictObject({ ...labelled, kind: v.literal('codesToSave'), note: words, confirm: words }),
  v.strictObject({
    ...labelled,
    kind: v.literal('enforcement'),
    save: words,
    cancel: words,
    on: v.picklist(['optional', 'required']),
    off: v.picklist(['off', 'optional']),
  }),
  v.strictObject({ ...labelled, kind: v.literal('accountField') }),
  v.strictObject({ ...labelled, kind: v.literal('passwordField') }),
  v.strictObject({ ...labelled, kind: v.literal('codeField'), family, hint: words }),
  v.strictObject({
    ...anyNode,
    kind: v.literal('pushStatus'),
    none: words,
    waiting: words,
    denied: words,
    expired: words,
  }),
  v.strictObject({ ...labelled, kind: v.literal('devices'), none: words, disconnect: words }),
  v.strictObject({ ...labelled, kind: v.literal('pairing'), start: words, waiting: words, cancel: words }),
  /** `passOnByMail` is on the second button, where a request can be passed on by mail too (ONV-18). */
  v.strictObject({
    ...labelled,
    kind: v.literal('requests'),
    none: words,
    passOn: words,
    passOnByMail: v.exactOptional(words),
    sendBack: words,
    /** On the button by which a rep issues the code, where the rules let one; with the node that shows it (ONV-18). */
    issue: v.exactOptional(words),
    children: v.exactOptional(ids),
  }),
  /** A call at the support desk; under it what the rep can ask and say. */
  v.strictObject({ ...labelled, kind: v.literal('call'), answer: words, end: words, children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('question'), asks: v.picklist(QUESTIONS) }),
  v.strictObject({ ...labelled, kind: v.literal('saying'), says: v.picklist(SAYINGS) }),
  v.strictObject({ ...labelled, kind: v.literal('inbox'), none: words }),
  /** Everybody in every firm's directory, searched by name. */
  v.strictObject({ ...labelled, kind: v.literal('directory'), hint: words, none: words }),
  /** Finds a firm by its id, and opens what the tool has of it. */
  v.strictObject({
    ...labelled,
    kind: v.literal('firmSearch'),
    hint: words,
    search: words,
    none: words,
    tool: v.picklist(LOOK_UPS),
    opens: id,
  }),
  v.strictObject({
    ...labelled,
    kind: v.literal('firmFact'),
    shows: v.picklist(['name', 'id', 'address', 'phone', 'primaryAdmin', 'admins', 'licencePin']),
  }),
  v.strictObject({
    ...labelled,
    kind: v.literal('codeTool'),
    none: words,
    /** What is on the button for each thing that support may do in this product. */
    issue: v.exactOptional(words),
    remove: v.exactOptional(words),
    reset: v.exactOptional(words),
    sendBack: words,
    children: v.exactOptional(ids),
  }),
]);
