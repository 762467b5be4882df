// What is found wrong with a page as it stands: by axe, and by the room it takes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import type axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

/** Handed to each page once, and asked for what is wrong alone: what usually drives it here takes three times as long. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const isLong = process.env['LAB_LONG'] === 'yes';
/** The widths at which screens are held against axe: the narrowest, where room runs out, always; all in the long campaign. */
export const WIDTHS: readonly number[] = isLong ? [1440, 768, 320] : [320];
/** For whole walks that the long campaign alone has time for: their parts are met in the others. */
export const LONG_WIDTHS: readonly number[] = isLong ? WIDTHS : [];

/** The timeline, what happens, and why. */
const BELOW = '.lab > footer';
const COLOURS = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Brings a desk into view where there is room for one only. */
export async function show(page: Page, desk: 'Firm admin' | 'User' | 'Support'): Promise<void> {
  const choice = page.getByRole('navigation', { name: 'Desk in view' });
  if (await choice.isVisible()) await choice.getByRole('button', { name: desk }).click();
  await expect(
    page.getByRole('region', { name: desk === 'Support' ? 'Support desk' : desk, exact: true }),
  ).toBeVisible();
}

/** Pages on which the timeline and the list below the desks have been looked at. */
const looked = new WeakSet<Page>();

/**
 * What axe finds in this state, in light and in dark, and what stands out of the window, each in a line. What stands below
 * the desks is the same in most states, and takes half of the time: it is looked at first, and where a state is about it.
 */
export async function findingsIn(
  page: Page,
  state: string,
  { isWhole = !looked.has(page) }: { readonly isWhole?: boolean } = {},
): Promise<readonly string[]> {
  if ((await page.locator(BELOW).count()) > 0) looked.add(page);
  const within = isWhole ? { include: ['html'] } : { include: ['html'], exclude: [BELOW] };
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const seen = await violationsIn(page, within, { type: 'tag', values: TAGS });
  const sure: Violation[] = [];
  for (const each of seen) sure.push(await withoutHalfHidden(page, await withoutFocusable(page, each)));
  const violations = sure.filter(({ nodes }) => nodes.length > 0);
  // A theme changes colours and nothing else: in the second only what is about colours is asked again.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const inDark = await violationsIn(page, within, { type: 'rule', values: COLOURS });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth <= window.innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
          .map((element) => `${element.tagName}.${element.className.toString()}`),
  );
  return [
    ...violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`),
    ...inDark.map(({ id, nodes }) => `${state}, dark: ${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`),
    ...(wide.length > 0 ? [`${state}: wider than the window: ${wide.slice(-4).join(', ')}`] : []),
  ];
}

type Violation = axe.AxeResults['violations'][number];

async function violationsIn(
  page: Page,
  within: { readonly include: string[]; readonly exclude?: string[] },
  runOnly: NonNullable<axe.RunOptions['runOnly']>,
): Promise<readonly Violation[]> {
  for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  return page.evaluate(async ([context, options]) => (await window.axe.run(context, options)).violations, [
    within,
    { runOnly, resultTypes: ['violations'] } satisfies axe.RunOptions,
  ] as const);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/**
 * What is past is switched off by a fieldset. axe takes everything in one to be so, and only form controls are: what it says
 * cannot be scrolled by keyboard is asked whether it takes the focus.
 */
async function withoutFocusable(page: Page, violation: Violation): Promise<Violation> {
  if (violation.id !== 'scrollable-region-focusable') return violation;
  const nodes: Violation['nodes'] = [];
  for (const node of violation.nodes) {
    const isFocusable = await page.locator(String(node.target[0])).evaluate((element) => {
      const before = document.activeElement;
      if (!(element instanceof HTMLElement) || element.tabIndex < 0) return false;
      element.focus({ preventScroll: true });
      const isFocused = document.activeElement === element;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      return isFocused;
    });
    if (!isFocusable) nodes.push(node);
  }
  return { ...violation, nodes };
}

/** Whatever stays in view may cover half of a target, which is then not too small: it is scrolled to, and looked at again. */
async function withoutHalfHidden(page: Page, violation: Violation): Promise<Violation> {
  if (violation.id !== 'target-size') return violation;
  const nodes: Violation['nodes'] = [];
  for (const node of violation.nodes) {
    const target = String(node.target[0]);
    const before = await page.evaluate(() => window.scrollY);
    await page.locator(target).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const again = await violationsIn(page, { include: [target] }, { type: 'rule', values: ['target-size'] });
    if (again.length > 0) nodes.push(node);
    await page.evaluate((y) => window.scrollTo(0, y), before);
  }
  return { ...violation, nodes };
}
