// node scripts/icons.mjs: draws the icons of the installed lab from its own mark, with the browser that the tests use. What
// it draws is checked in; run it again when the mark or its colours change.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from './find-browser.mjs';

const MARK = 'src/lib/ui/frame/Mark.svelte';
const FOLDER = 'static/icons';
/** The light look: what an icon stands on is not known. */
const [GROUND, INK, RING] = ['#fffdf8', '#23201b', '#9a5b00'];

/**
 * `share` is how much of the icon the mark takes up. A maskable icon is cut to any shape, of which the circle of four fifths
 * in its middle always stays; the others have a round ground of their own.
 */
const ICONS = [
  { name: 'icon-180', size: 180, share: 0.7, isWhole: true },
  { name: 'icon-192', size: 192, share: 0.76, isWhole: false },
  { name: 'icon-512', size: 512, share: 0.76, isWhole: false },
  { name: 'icon-512-maskable', size: 512, share: 0.58, isWhole: true },
];

const mark = /<svg[^>]*>([\s\S]*?)<\/svg>/.exec(readFileSync(MARK, 'utf8'))?.[1];
if (mark === undefined) throw new Error(`${MARK} holds no drawing.`);

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
for (const { name, size, share, isWhole } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(drawing({ share, isWhole }));
  await page.screenshot({ path: `${FOLDER}/${name}.png`, omitBackground: true });
}
await browser.close();

/** @param {{ share: number, isWhole: boolean }} icon */
function drawing({ share, isWhole }) {
  // The mark's own box is 22 wide, its ring 18.4.
  const scale = (share * 22) / 18.4;
  const from = 11 - 11 * scale;
  const ground = isWhole ? '<rect width="22" height="22"/>' : '<circle cx="11" cy="11" r="10.6"/>';
  return `<style>
      html, body { margin: 0; background: transparent }
      svg { display: block; width: 100vw; height: 100vh }
      .ring { stroke: ${RING} }
    </style>
    <svg viewBox="0 0 22 22"><g fill="${GROUND}">${ground}</g>
      <g transform="translate(${from} ${from}) scale(${scale})" fill="none" stroke="${INK}" stroke-width="1.8">${mark}</g>
    </svg>`;
}
