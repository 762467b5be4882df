// The player is one file that works where a site cannot: opened from disk, and in a frame that may only run scripts.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

const FILE = resolve('build/player.html');

async function issueAndSignIn(lab: LabPage): Promise<void> {
  await lab.ready();
  const code = await lab.issueToDana();
  await lab.signInByCode(code);
  await lab.expectSignedIn();
}

test('is one file: it asks for nothing else', () => {
  const html = readFileSync(FILE, 'utf8');
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join('');
  expect(
    [...html.matchAll(/<(?:link|script|img)[^>]*(?:src|href)="(?!data:)([^"]*)"/g)].map((match) => match[1]),
  ).toEqual([]);
  expect(/@import|url\((?!data:)/.test(styles)).toBe(false);
});

test('opens from file:// and a code is issued there', { tag: '@core' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(FILE).href);
  await issueAndSignIn(new LabPage(page));
  await expect(page.getByText('Not kept: gone when the page is closed', { exact: true })).toBeVisible();
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
});

test.describe('in a frame', () => {
  let server: Server;
  let address: string;
  test.beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.url === '/player.html') response.end(readFileSync(FILE));
      else
        response.end(
          '<!doctype html><title>Host</title><iframe title="Lab" sandbox="allow-scripts" width="1300" height="880" src="/player.html"></iframe>',
        );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => server.close());

  test('with sandbox="allow-scripts" a code is issued, and the ribbon is there', { tag: '@long' }, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    const frame = page.frameLocator('iframe[title="Lab"]');
    await issueAndSignIn(new LabPage(frame));
    await expect(frame.getByText(/^Simulation\. No real accounts/)).toBeVisible();
    expect(complaints).toEqual([]);
  });
});
