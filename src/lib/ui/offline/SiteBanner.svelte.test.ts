import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { MissingPart, NewerVersion, SiteKeeping } from '../../ports-site';
import SiteBanner from './SiteBanner.svelte';

/** What keeps the site, in the test's hand. */
function keepingOf(answers: readonly MissingPart[] = []) {
  const asked = [...answers];
  let tell: (newer: NewerVersion) => void = () => undefined;
  const keeping = {
    watch: async (listener: (newer: NewerVersion) => void) => void (tell = listener),
    useNewer: vi.fn(),
    whyMissing: async () => asked.shift() ?? 'unknown',
  } satisfies SiteKeeping;
  return { keeping, tell: (newer: NewerVersion) => tell(newer) };
}

async function banner(answers: readonly MissingPart[] = []) {
  const { keeping, tell } = keepingOf(answers);
  const reload = vi.fn();
  const screen = await render(SiteBanner, { keeping, reload });
  const button = (name: string) => screen.getByRole('button', { name });
  return { screen, keeping, reload, tell, button };
}

const miss = (): boolean => window.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));

describe('what is said about the site', () => {
  test('is nothing, as long as there is nothing', async () => {
    const { screen } = await banner();
    expect(screen.container.textContent).toBe('');
  });

  test('a newer version that waits is used when asked, and not before', async () => {
    const { screen, keeping, reload, tell, button } = await banner();
    tell('waiting');
    await expect.element(screen.getByText('A newer version is ready.')).toBeVisible();
    expect(keeping.useNewer).not.toHaveBeenCalled();
    await button('Use it now').click();
    expect(keeping.useNewer).toHaveBeenCalledOnce();
    tell('in-use');
    await expect.element(screen.getByText('Loading the newer version…')).toBeVisible();
    expect(reload).not.toHaveBeenCalled();
  });

  test('“Later” is heard, and something new is said all the same', async () => {
    const { screen, tell, button } = await banner();
    tell('waiting');
    await button('Later').click();
    expect(screen.container.textContent).toBe('');
    tell('in-use');
    await expect.element(screen.getByText('A newer version is in use in another window.')).toBeVisible();
  });

  test('a part that is missing for want of a network: the page is not loaded again, the server is asked again', async () => {
    const { screen, reload, button } = await banner(['no-network', 'no-network', 'unknown']);
    expect(miss()).toBe(true);
    await expect.element(screen.getByText(/there is no network to fetch it/)).toBeVisible();
    await button('Look again').click();
    await expect.element(screen.getByText(/there is no network to fetch it/)).toBeVisible();
    await button('Look again').click();
    await expect.element(screen.getByText('A part of this page could not be fetched.')).toBeVisible();
    expect(reload).not.toHaveBeenCalled();
    await button('Load the page again').click();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('a part that is gone comes before a version that waits, which is said again afterwards', async () => {
    const { screen, reload, keeping, tell, button } = await banner(['replaced']);
    tell('waiting');
    miss();
    await expect.element(screen.getByText(/gone from the server/)).toBeVisible();
    await button('Later').click();
    await expect.element(screen.getByText('A newer version is ready.')).toBeVisible();
    expect([reload.mock.calls, keeping.useNewer.mock.calls]).toEqual([[], []]);
  });
});
