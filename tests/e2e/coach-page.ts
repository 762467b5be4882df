// A walkthrough as somebody meets it who follows the coach: its steps, its questions and its debrief, by role and name.
import { expect, type Locator, type Page } from '@playwright/test';
import { LabPage, type Surface } from './lab-page';

/** Seeds by what they draw. */
export const SEEDS = { 1: 'a', 2: 'b' } as const;
export const NOW = {
  1: 'It stays: until the code ends, each sign-in takes the code',
  2: 'It goes off at once: from then on her password is enough',
} as const;
export const PATH = (revision: 1 | 2): string => `/train/two-articles/?seed=${SEEDS[revision]}`;

/** The coach's way to a control: it is shown, or whoever asks is taken there first. */
export const SHOW = /^(Show me|Take me there)$/;

export class CoachPage {
  readonly lab: LabPage;
  readonly coach: Locator;

  constructor(surface: Surface) {
    this.lab = new LabPage(surface);
    this.coach = surface.getByRole('region', { name: 'Coach', exact: true });
  }

  static async open(page: Page, path: string): Promise<CoachPage> {
    await page.goto(path);
    const coach = new CoachPage(page);
    await coach.lab.ready();
    return coach;
  }

  async step(title: string): Promise<void> {
    await expect(this.coach.getByRole('heading', { level: 2 })).toHaveText(title);
  }

  async next(): Promise<void> {
    await this.coach.getByRole('button', { name: 'Next', exact: true }).click();
  }

  async answer(choice: string): Promise<void> {
    await this.coach.getByRole('radio', { name: choice }).check();
    await this.coach.getByRole('button', { name: 'Answer' }).click();
  }

  /** From the first step to the last one's end, by the coach's own words. */
  async walk(answers: { revision: 1 | 2; now: string; tomorrow?: string }): Promise<void> {
    const { lab } = this;
    await this.step('Dana wants to know beforehand');
    await this.next();
    await this.step('Find out which article holds here');
    for (const name of ['Setup', 'Clients', 'Edit Ines Okafor']) {
      await expect(this.coach).toContainText(`Press ${name}, on the firm admin's desk.`);
      await lab.admin.getByRole('button', { name, exact: true }).click();
    }
    await this.step('Which one is it?');
    await this.answer(`Revision ${answers.revision}:`);
    await this.step('Say what will happen when she disconnects');
    await this.answer(answers.now);
    await this.step('Say what tomorrow brings');
    await this.answer(answers.tomorrow ?? 'Her password alone');
    await this.step('Dana disconnects her phone');
    await lab.user.getByRole('button', { name: 'Security' }).click();
    await lab.user.getByRole('button', { name: /^Disconnect/ }).click();
    await this.step('See what it did, and why');
    await this.next();
    await this.step('Dana goes home');
    await lab.user.getByRole('button', { name: 'Sign out' }).click();
    await this.step('A day goes by');
    await lab.move('+24 h');
    await this.step('Check what you said');
    await lab.user.getByRole('button', { name: 'Sign in' }).click();
    await this.step('How it went');
  }

  /** What the debrief says of a question: one's own answer, and the right one. */
  answered(asks: string): Locator {
    return this.coach.getByRole('list', { name: 'Your answers' }).getByRole('listitem').filter({ hasText: asks });
  }

  goal(title: string): Locator {
    return this.coach.getByRole('list', { name: 'Goals' }).getByRole('listitem').filter({ hasText: title });
  }
}
