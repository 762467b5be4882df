// What one event does to a person's devices and the apps on them. Part of `evolve`.
import type { Account, AppEntry, Device } from './account';
import type { EventOf } from './events';
import type { Instant } from './instant';

export type DeviceEvent = EventOf<
  'DeviceLost' | 'DeviceFound' | 'DeviceAcquired' | 'AppEntryAdded' | 'AppEntryAdvanced' | 'DeviceClockSet'
>;

/** The devices after one event about them. Throws a TypeError on an event it does not know. */
export function devicesAfter(account: Account, event: DeviceEvent, at: Instant): readonly Device[] {
  switch (event.type) {
    case 'DeviceLost':
      return changed(account, event.device, { loss: { how: event.how, at } });
    case 'DeviceFound':
      return changed(account, event.device, { loss: null });
    case 'DeviceAcquired':
      return [...account.devices, acquired(account, event)];
    case 'AppEntryAdded':
      return withEntries(account, event.device, (entries) => [
        ...entries,
        { id: event.entry, authenticator: event.authenticator, kind: event.kind, counter: 0, addedAt: at },
      ]);
    case 'AppEntryAdvanced':
      return withEntries(account, event.device, (entries) =>
        entries.map((entry) => (entry.id === event.entry ? { ...entry, counter: entry.counter + 1 } : entry)),
      );
    case 'DeviceClockSet':
      return changed(account, event.device, { clockOffsetSeconds: event.seconds });
    default:
      return unknown(event);
  }
}

function changed({ devices }: Account, id: string, change: Partial<Device>): readonly Device[] {
  return devices.map((device) => (device.id === id ? { ...device, ...change } : device));
}

function withEntries(
  { devices }: Account,
  id: string,
  change: (entries: readonly AppEntry[]) => readonly AppEntry[],
): readonly Device[] {
  return devices.map((device) => (device.id === id ? { ...device, entries: change(device.entries) } : device));
}

function acquired(account: Account, event: EventOf<'DeviceAcquired'>): Device {
  const alike = account.devices.filter((device) => device.kind === event.kind).length;
  const label = `${alike === 0 ? '' : 'New '}${event.kind}${alike > 1 ? ` ${alike}` : ''}`;
  return {
    id: event.device,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    kind: event.kind,
    loss: null,
    clockOffsetSeconds: 0,
    entries: [],
  };
}

function unknown(event: never): never {
  throw new TypeError(`Unknown event ${JSON.stringify(event)}.`);
}
