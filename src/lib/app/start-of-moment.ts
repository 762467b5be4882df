// A run as it stands, as a starting point: the people with their devices and what is bound on them. Sessions, codes and
// sign-ins under way belong to the run and stay there.
import { accountOf, type World } from '../domain/world';
import type { Account } from '../domain/account';
import type { Instant } from '../domain/instant';
import type { Person, StartingPoint } from '../scenarios/starting-point';

export interface MomentStart {
  readonly start: StartingPoint;
  /** How many devices out of hand are left out: a person begins with at most one that is lost. */
  readonly devicesLeftOut: number;
}

/** The starting point that the run began from, with its people as they stand now. */
export function startOfMoment(world: World, now: Instant, base: StartingPoint): MomentStart {
  const people = base.people.map((person) => {
    const account = accountOf(world, person.id);
    return account === undefined ? { person, leftOut: 0, lost: undefined } : asItStands(person, account);
  });
  const day = new Intl.DateTimeFormat(base.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: base.timeZone });
  const moment = {
    id: 'as-it-stood',
    label: day.format(now),
    startedAt: `${new Date(now).toISOString().slice(0, 19)}Z`,
  };
  return {
    start: {
      ...base,
      moments: [moment],
      opensAfter: '+00:00:00',
      people: people.map(({ person }) => person),
      opening: people.flatMap(({ person, lost }): StartingPoint['opening'] =>
        lost == null ? [] : [{ at: '+00:00:00', person: person.id, does: { type: 'loseDevice', how: lost.how } }],
      ),
    },
    devicesLeftOut: people.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

/** A device that is lost comes first: that is the one which an opening loses. */
function asItStands(person: Person, account: Account) {
  const lost = account.devices.find(({ loss }) => loss !== null);
  const devices = account.devices.filter((device) => device === lost || device.loss === null);
  const inOrder = lost === undefined ? devices : [lost, ...devices.filter((device) => device !== lost)];
  return {
    person: {
      ...person,
      isMfaOn: account.isMfaOn,
      devices: inOrder.map(({ id, label, kind }) => ({
        label,
        kind,
        isPaired: account.authenticators.some(({ device }) => device === id),
      })),
    },
    lost: lost?.loss,
    leftOut: account.devices.length - devices.length,
  };
}
