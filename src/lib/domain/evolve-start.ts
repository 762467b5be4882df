// The accounts as a run begins with them: what the directory says, with nothing under way. Part of `evolve`.
import {
  NOT_SIGNING_IN,
  type Account,
  type AppEntry,
  type Authenticator,
  type Device,
  type IssuedCode,
} from './account';
import { CLOCK } from './actors';
import type { DirectoryEntry } from './events';
import type { Instant } from './instant';
import type { AuthenticatorKind } from './policy';

/** The account of a directory entry; what is paired is of the kind the product has. */
export function accountAtStart(entry: DirectoryEntry, kind: AuthenticatorKind, at: Instant): Account {
  const { devices, codes, ...person } = entry;
  return {
    ...person,
    devices: devices.map((device) => deviceAtStart(device, kind, at)),
    authenticators: devices.flatMap(({ id, authenticator }): readonly Authenticator[] =>
      authenticator === undefined
        ? []
        : [{ id: authenticator, device: id, kind, boundAt: at, lastAcceptedTimeStep: null }],
    ),
    codes: (codes ?? []).map((code): IssuedCode => ({
      ...code,
      by: CLOCK,
      issuedAt: at,
      endsAt: null,
      atIssue: { enforcement: 'required', lastUnboundWithCode: 'needed-after-code-end' },
      toldAt: at,
      readAt: null,
      end: null,
    })),
    mfaChangedAt: at,
    signIn: NOT_SIGNING_IN,
    pushesSent: 0,
    failures: { count: 0, waitUntil: null },
    enrolment: null,
    keysShown: 0,
    codesToSave: [],
    session: null,
  };
}

function deviceAtStart(
  { id, label, kind, authenticator }: DirectoryEntry['devices'][number],
  authenticatorKind: AuthenticatorKind,
  at: Instant,
): Device {
  const entries: readonly AppEntry[] =
    authenticator === undefined || authenticatorKind === 'push'
      ? []
      : [{ id: `${id}/entry/1`, authenticator, kind: 'time', counter: 0, addedAt: at }];
  return { id, label, kind, loss: null, clockOffsetSeconds: 0, entries };
}
