import { describe, expect, test, vi } from 'vitest';
import { tick } from 'svelte';
import { page, userEvent } from 'vitest/browser';
import { person } from '../../domain/actors';
import { accountOf } from '../../domain/world';
import { DAY, HOUR } from '../../domain/instant';
import { renderLab } from '../../../../tests/support/render-lab';
import { withMorePeople } from '../../../../tests/support/larger-firm';
import { product } from '../../../../tests/support/play';
import { ISSUE_TO_DANA, shippedWith } from '../../../../tests/support/shell';

const timeline = () => page.getByRole('region', { name: 'Timeline', exact: true });
const playhead = () => timeline().getByRole('slider', { name: 'Playhead' });
const list = () => page.getByRole('region', { name: 'What happens', exact: true });
const time = () => page.getByRole('region', { name: 'Simulated time', exact: true });
const clock = () => time().getByRole('timer');

/** Presses a key on the playhead. */
async function press(key: string): Promise<void> {
  const head = playhead();
  await expect.element(head).toBeVisible();
  (head.element() as HTMLElement).focus();
  await userEvent.keyboard(`{${key}}`);
}

describe('the playhead', () => {
  test('looks back event by event and writes nothing; at the end it is back at now', async () => {
    const { lab } = await renderLab();
    const count = lab.records.length;
    await press('ArrowLeft');
    expect(lab.past).not.toBeNull();
    await expect.element(clock()).toHaveTextContent('Mon 9 Mar 08:57:00');
    await press('Home');
    await expect.element(clock()).toHaveTextContent('Mon 9 Mar 07:00:00');
    await press('End');
    expect(lab.past).toBeNull();
    expect(lab.records).toHaveLength(count);
  });

  test('waits ahead of now: time goes on by Enter alone', async () => {
    const { lab } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    const { now } = lab;
    await press('ArrowRight');
    await expect.element(playhead()).toHaveAttribute('aria-valuetext', expect.stringContaining('to come'));
    expect(lab.now).toBe(now);
    await press('Enter');
    await expect.element(clock()).toHaveTextContent('Tue 10 Mar 09:00:00');
    expect(lab.now).toBe(now + DAY);
  });

  test('that waits is forgotten once time has gone on past it', async () => {
    const { lab } = await renderLab();
    await press('PageUp');
    await expect.element(timeline().getByRole('group', { name: 'Ahead of now' })).toBeVisible();
    await lab.advanceTo(lab.now + 9 * DAY);
    await expect.element(timeline().getByRole('group', { name: 'Ahead of now' })).not.toBeInTheDocument();
  });
});

describe('the lanes of a large firm', () => {
  const largeFirm = () => {
    const shipped = { ...shippedWith(product), start: withMorePeople(40) };
    return renderLab({ parts: { loadShipped: async () => shipped } });
  };
  const lane = (name: string) => timeline().getByRole('listitem').filter({ hasText: name });

  test('are drawn once they are scrolled to', async () => {
    await largeFirm();
    await timeline()
      .getByRole('button', { name: /^And \d+ more people$/ })
      .click();
    const far = lane('Robin 14');
    await expect.element(far).toBeInTheDocument();
    expect(far.element().querySelector('svg')).toBeNull();
    far.element().scrollIntoView();
    await vi.waitFor(() => expect(far.element().querySelector('svg')).not.toBeNull());
  });

  test('keep the focus where the button that showed more of them is gone', async () => {
    await renderLab();
    const more = timeline().getByRole('button', { name: /^And \d+ more people$/ });
    await expect.element(more).toBeVisible();
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(more).not.toBeInTheDocument();
    await expect.element(timeline().getByRole('list', { name: 'Lanes' })).toHaveFocus();
  });

  test('of a search are few, say how many more there are, and lead to them', async () => {
    await largeFirm();
    await timeline().getByRole('searchbox', { name: 'Find a person' }).fill('robin');
    await expect.element(lane('Robin 8')).toBeInTheDocument();
    await expect.element(lane('Robin 9')).not.toBeInTheDocument();
    await timeline().getByRole('button', { name: 'And 32 more by that name' }).click();
    await expect.element(lane('Robin 32')).toBeInTheDocument();
    await expect.element(timeline().getByRole('button', { name: 'And 8 more by that name' })).toBeInTheDocument();
  });
});

describe('the list', () => {
  test('keeps what came later than the moment, marked, and leads to any of it', async () => {
    const { lab } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    await press('Home');
    const issued = list().getByRole('listitem').filter({ hasText: 'issues a code' });
    await expect.element(issued).toHaveTextContent('later');
    await expect.element(list()).toHaveTextContent('You are here, 07:00');
    await issued.getByRole('button', { name: /^Go there/ }).click();
    await expect.element(issued).not.toHaveTextContent('later');
    expect(lab.position).toBe(lab.records.length - 1);
  });

  test('stands at now again a moment after the past was left, and at once in another run', async () => {
    const { lab } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    await press('Home');
    await expect.element(list()).toHaveTextContent('You are here');
    lab.backToNow();
    await expect.element(list()).not.toHaveTextContent('You are here');
    await press('Home');
    await expect.element(list()).toHaveTextContent('You are here');
    await lab.beginnings.reset();
    await tick();
    expect(list().element().textContent).not.toContain('You are here');
  });

  test('asks why of what is looked back at without writing it down', async () => {
    const { lab } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    const count = lab.records.length;
    await press('Home');
    await list()
      .getByRole('listitem')
      .filter({ hasText: 'issues a code' })
      .getByRole('button', { name: /^Why/ })
      .click();
    await expect.element(page.getByRole('region', { name: 'Why?', exact: true })).toHaveTextContent('issues a code');
    expect(lab.records).toHaveLength(count);
  });

  test('of reasons says nothing of what switched MFA off only later', async () => {
    const { lab } = await renderLab();
    const why = page.getByRole('region', { name: 'Why?', exact: true });
    await lab.change({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
    await lab.go('user', { persona: 'jonas' });
    const before = lab.now;
    await lab.advanceTo(before + HOUR);
    const device = accountOf(lab.world, 'jonas')?.devices[0]?.id ?? '';
    for (const command of [
      { type: 'submitPassword', account: 'jonas', card: 'right' },
      { type: 'startEnrolment', account: 'jonas' },
      { type: 'bindAuthenticator', account: 'jonas', device },
    ] as const) {
      await lab.act({ actor: person('jonas'), command });
    }
    const authenticator = accountOf(lab.world, 'jonas')?.authenticators[0]?.id;
    if (authenticator !== undefined) {
      await lab.act({
        actor: person('jonas'),
        command: { type: 'unbindAuthenticator', account: 'jonas', authenticator },
      });
    }
    await expect.element(why).toHaveTextContent('Why did it go off, at 10:00?');
    await lab.lookAt(before);
    await expect.element(why).toHaveTextContent('MFA is off for Jonas');
    await expect.element(why).toHaveTextContent('Why did it go off, at 09:00?');
    await expect.element(why).not.toHaveTextContent('10:00');
  });
});

describe('Play in the past', () => {
  test('moves the moment up to the present, and writes nothing', async () => {
    const { lab, clock: hand } = await renderLab();
    const [count, { now }] = [lab.records.length, lab.present];
    await press('Home');
    await time().getByLabelText('Speed').selectOptions('3600');
    await time().getByRole('button', { name: 'Play' }).click();
    hand.pass(1000);
    await expect.element(clock()).toHaveTextContent('Mon 9 Mar 08:00:00');
    expect(lab.past?.at).toBe(now - HOUR);
    hand.pass(60_000);
    expect(lab.past).toBeNull();
    expect(lab.speed).toBeNull();
    hand.pass(60_000);
    expect(lab.now).toBe(now);
    expect(lab.records).toHaveLength(count);
  });
});

describe('moving time by a span', () => {
  test('twice in a row moves twice, however fast it is pressed', async () => {
    const { lab } = await renderLab();
    const { now } = lab;
    const button = time().getByRole('button', { name: '+24 h' });
    await expect.element(button).toBeVisible();
    (button.element() as HTMLElement).click();
    (button.element() as HTMLElement).click();
    await expect.element(clock()).toHaveTextContent('Wed 11 Mar 09:00:00');
    expect(lab.now).toBe(now + 2 * DAY);
  });

  test('from the past leads at most to the present', async () => {
    const { lab } = await renderLab();
    const { now } = lab;
    await press('Home');
    await time().getByRole('button', { name: '+24 h' }).click();
    await expect.element(clock()).toHaveTextContent('Mon 9 Mar 09:00:00');
    expect(lab.now).toBe(now);
    expect(lab.past).toBeNull();
  });
});

describe('why MFA is off', () => {
  const why = () => page.getByRole('region', { name: 'Why?', exact: true });

  // Regression: MFA was said to be off since the beginning, or since a disconnection, where it was the firm that had just made
  // it optional.
  test('is told by what made it so last: the choice of the firm, or what came later', async () => {
    const { lab } = await renderLab();
    await expect.element(why()).toBeVisible();
    await lab.go('user', { persona: 'elif' });
    await lab.advanceTo(lab.now + HOUR);
    await lab.change({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
    await expect.element(why()).toHaveTextContent('optional at the firm, and off for Elif: the password is enough.');
    await expect.element(why()).toHaveTextContent('Why did it go off, at 10:00?');
    await expect.element(why()).toHaveTextContent('Changed by the lab: Optional.');
    await lab.change({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'required' });
    await expect.element(why()).not.toHaveTextContent('Why did it go off');
    await lab.advanceTo(lab.now + HOUR);
    await lab.change({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
    await expect.element(why()).toHaveTextContent('Why did it go off, at 11:00?');
  });
});
