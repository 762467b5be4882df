// Windows of one browser, over its own channel: who is told what, and what a page that was put aside does.
import { afterEach, expect, test, vi } from 'vitest';
import type { Hint, Neighbours } from '../../ports';
import { broadcastNeighbours } from './broadcast-neighbours';

const stops: (() => void)[] = [];

/** A window that notes what it is told. */
function listening(name: string): { readonly window: Neighbours; readonly heard: Hint[] } {
  const window = broadcastNeighbours(name);
  const heard: Hint[] = [];
  stops.push(window.listen((hint) => heard.push(hint)));
  return { window, heard };
}

/** Whatever was told before this has arrived: messages of one channel keep their order. */
async function told(from: Neighbours, heard: readonly Hint[]): Promise<void> {
  from.tell({ kind: 'run', run: 'last' });
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: 'run', run: 'last' }));
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

test('tells every other window, and not itself', async () => {
  const [one, two, three] = [listening('one'), listening('two'), listening('three')];
  const played = { speed: 60, turn: 1, window: 'one' };
  one.window.tell({ kind: 'playing', run: 'a', played });
  one.window.tell({ kind: 'pointers' });
  for (const { heard } of [two, three]) {
    await told(one.window, heard);
    expect(heard.slice(0, 2)).toEqual([{ kind: 'playing', run: 'a', played }, { kind: 'pointers' }]);
  }
  expect(one.heard).toEqual([]);
});

test('passes on no message that is not a hint', async () => {
  const { heard } = listening('one');
  const channel = new BroadcastChannel('lockout-lab');
  for (const message of [
    null,
    7,
    'run',
    {},
    { kind: 'awake' },
    { kind: 'run' },
    { kind: 'playing', run: 'a', played: 1 },
  ])
    channel.postMessage(message);
  await told(broadcastNeighbours('two'), heard);
  channel.close();
  expect(heard).toHaveLength(1);
});

test('a page that is put aside hears nothing, and looks for itself when it is there again', async () => {
  const [one, two] = [listening('one'), listening('two')];
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  // Both were put aside; what one tells even then is heard by whoever is awake.
  const three = listening('three');
  one.window.tell({ kind: 'run', run: 'a' });
  await told(one.window, three.heard);
  expect(two.heard).toEqual([]);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(two.heard).toEqual([{ kind: 'awake' }]);
  await told(one.window, two.heard);
});

test('a page that is shown or thawed looks for itself, and one that is hidden does not', () => {
  const { heard } = listening('one');
  document.dispatchEvent(new Event('resume'));
  expect(heard).toEqual([{ kind: 'awake' }]);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard).toEqual([{ kind: 'awake' }, { kind: 'awake' }]);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard).toHaveLength(2);
  vi.restoreAllMocks();
});

test('what another window changes outside any run is told by the browser itself', () => {
  const { heard } = listening('one');
  dispatchEvent(new StorageEvent('storage', { key: 'lockout-lab-tied-run' }));
  expect(heard).toEqual([{ kind: 'preferences' }]);
});

test('where a browser lets windows tell each other nothing, nothing fails and the rest is heard', () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  const { window, heard } = listening('one');
  window.tell({ kind: 'pointers' });
  document.dispatchEvent(new Event('resume'));
  expect(heard).toEqual([{ kind: 'awake' }]);
  vi.unstubAllGlobals();
});

test('nothing is heard any more once it was stopped', () => {
  const { heard } = listening('one');
  for (const stop of stops.splice(0)) stop();
  document.dispatchEvent(new Event('resume'));
  expect(heard).toEqual([]);
});
