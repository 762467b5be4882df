import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { person } from '../domain/actors';
import { accountOf } from '../domain/world';
import { editionOf } from '../products/edition';
import { mergePatch } from '../products/merge-patch';
import type { Product } from '../products/schema';
import type { RunStore } from '../ports';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { product, PRODUCTS } from '../../../tests/support/play';
import { renderLab } from '../../../tests/support/render-lab';
import { ISSUE_TO_DANA, newRunOn } from '../../../tests/support/shell';

const user = () => page.getByRole('region', { name: 'User', exact: true });
const admin = () => page.getByRole('region', { name: 'Firm admin', exact: true });
const support = () => page.getByRole('region', { name: 'Support desk', exact: true });
const time = () => page.getByRole('region', { name: 'Simulated time', exact: true });

/** The shipped product with every label of its screen map in other words, and a name of its own. */
function renamed(): Product {
  const nodes = Object.fromEntries(
    Object.entries(product.nodes).map(([id, node]) => [
      id,
      'label' in node ? { ...node, label: `${node.label} zz` } : node,
    ]),
  );
  return { ...product, id: 'another-product', name: 'Another', nodes };
}

describe('the desks are drawn from the product file alone', () => {
  test('a product in other words is walked by those words', async () => {
    await renderLab({ product: renamed() });
    for (const label of ['Setup zz', 'Staff zz', 'Edit zz Dana Whitlock', 'Onvio Access zz', 'View Setting zz']) {
      await admin().getByRole('button', { name: label, exact: true }).click();
    }
    await admin().getByRole('button', { name: 'generate a temporary, 24-hour code zz' }).click();
    await expect.element(admin().getByRole('button', { name: 'Read it to Dana' })).toBeVisible();
  });

  test('a desk that the product does not describe is closed, with the reason on it and who is asked instead', async () => {
    const closed = {
      closed: 'The article describes no admin console.',
      askInstead: 'Support resets multi-factor authentication.',
      cites: ['EDGE-10'],
    };
    await renderLab({ product: { ...product, desks: { ...product.desks, admin: closed, support: closed } } });
    for (const desk of [admin(), support()]) {
      await expect.element(desk).toHaveTextContent('This desk is closed');
      await expect.element(desk).toHaveTextContent('The article describes no admin console. EDGE-10');
      await expect.element(desk).toHaveTextContent('Support resets multi-factor authentication.');
    }
  });

  test('where Support serves each person, they ask at their own desk, and nobody at a closed one', async () => {
    const { lab } = await renderLab({ product: PRODUCTS.portal });
    await expect.element(admin()).toHaveTextContent('This desk is closed');
    await expect.element(admin()).toHaveTextContent('The article describes no admin console. EDGE-10');
    await expect.element(admin().getByRole('combobox')).not.toBeInTheDocument();
    await expect.element(admin().getByRole('button', { name: 'Ask Support…' })).not.toBeInTheDocument();
    await admin().getByRole('button', { name: "Go to the user's desk" }).click();
    expect(lab.placeOf('lab').node).toBe('user');
    expect(document.activeElement?.contains(user().element())).toBe(true);
    await user().getByRole('button', { name: 'Ask Support…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send the mail' }).click();
    await support().getByRole('button', { name: 'Requests', exact: true }).click();
    await expect.element(support()).toHaveTextContent('User name on file: dana@birchlowe.example');
    expect(lab.world.requests.map(({ from, about, wish }) => ({ from, about, wish }))).toEqual([
      { from: 'dana', about: 'dana', wish: 'resetMfa' },
    ]);
  });

  test('nobody is sent to a Support whose desk is closed', async () => {
    const closed = { closed: 'Not described.', askInstead: 'An admin of the firm helps.', cites: ['EDGE-10'] };
    await renderLab({ product: { ...product, desks: { ...product.desks, support: closed } } });
    await expect.element(support()).toHaveTextContent('An admin of the firm helps.');
    await expect.element(page.getByRole('button', { name: 'Ask Support…' })).not.toBeInTheDocument();
  });

  test('rules that can make no difference in a product are not offered, and what is fixed is told in words', async () => {
    await renderLab({ product: PRODUCTS.portal });
    await expect.element(page.getByText('MFA for Birch & Lowe: Required')).toBeVisible();
    await page.getByRole('button', { name: 'Rules…' }).click();
    const rules = page.getByRole('dialog', { name: 'Rules in force' });
    await expect.element(rules).toHaveTextContent('An app that shows six-digit codes');
    await expect.element(rules).not.toHaveTextContent('Not described');
  });

  test('what a product leaves unsaid, the lab says in its own words', async () => {
    const silent = mergePatch(product, { words: { signIn: { wrong: null } } }) as Product;
    await renderLab({ product: silent });
    await user().getByRole('button', { name: 'enter a code' }).click();
    await user().getByRole('textbox', { name: 'Temporary code' }).fill('1234');
    await user().getByRole('button', { name: 'Sign in' }).click();
    await expect.element(user().getByRole('alert')).toHaveTextContent('That is not the code.');
  });

  test('switching the revision on the spot changes words and looks at once', async () => {
    await renderLab();
    await admin().getByRole('button', { name: 'Setup' }).click();
    await admin().getByRole('button', { name: 'Clients', exact: true }).click();
    await admin().getByRole('button', { name: 'Edit Ines Okafor' }).click();
    await expect.element(admin().getByRole('button', { name: 'Client Centre Access' })).toBeVisible();
    await page.getByLabelText('Product').selectOptions('Onvio, revision 1');
    await expect.element(admin().getByRole('button', { name: 'Client Center Access' })).toBeVisible();
  });
});

describe('the code field', () => {
  test('offers as notes the codes of its own kind only: what was read out is no recovery code', async () => {
    const { recoveryCode } = PRODUCTS.portal.policy.codes;
    const temporaryCode = {
      ...product.policy.codes.temporaryCode,
      stands: { value: 'beside', label: 'Beside', cites: [] },
    };
    const both = mergePatch(PRODUCTS.portal, {
      policy: { codes: { temporaryCode, recoveryCode }, rights: product.policy.rights },
      desks: { user: { steps: { code: 'cp-sign-in-recovery', codeEntry: 'cp-sign-in-recovery' } } },
    }) as Product;
    const { lab } = await renderLab({ product: both });
    await lab.act(ISSUE_TO_DANA);
    const code = accountOf(lab.world, 'dana')?.codes.at(-1)?.id ?? '';
    await lab.act({ actor: person('priya'), command: { type: 'tellCode', account: 'dana', code } });
    await user().getByRole('button', { name: 'Try another method' }).click();
    await user().getByRole('button', { name: 'Recovery code' }).click();
    const notes = user().getByRole('list', { name: 'Notes of Dana Whitlock' });
    await expect.element(notes).toHaveTextContent('saved 07:00');
    await expect.element(notes).not.toHaveTextContent('Priya');
  });

  test('takes leading zeros and pasted separators, sends nothing by itself, and cuts nothing off', async () => {
    const { lab } = await renderLab();
    await user().getByRole('button', { name: 'enter a code' }).click();
    const field = user().getByRole('textbox', { name: 'Temporary code' });
    await field.fill('0012-3456 78');
    await expect.element(field).toHaveValue('0012-3456 78');
    await expect.element(field).toHaveAttribute('inputmode', 'numeric');
    await expect.element(field).toHaveAttribute('autocomplete', 'one-time-code');
    expect(lab.records.filter((record) => record.kind === 'command' && record.command.type === 'submitCode')).toEqual(
      [],
    );
  });

  test('keeps what was typed after a refusal, and says what to do where nothing was typed', async () => {
    await renderLab();
    await user().getByRole('button', { name: 'enter a code' }).click();
    const field = user().getByRole('textbox', { name: 'Temporary code' });
    await user().getByRole('button', { name: 'Sign in' }).click();
    await expect.element(user().getByRole('alert')).toHaveTextContent('Type the code first.');
    await field.fill('9999');
    await user().getByRole('button', { name: 'Sign in' }).click();
    await expect.element(user().getByRole('alert')).toHaveTextContent('That is not the code.');
    await expect.element(field).toHaveValue('9999');
    await expect.element(field).toHaveFocus();
  });
});

describe('the clock', () => {
  test('plays at its speed by the clock it is given, lets deadlines happen at their instant, and stops when paused', async () => {
    const { lab, clock } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    await time().getByLabelText('Speed').selectOptions('3600');
    await time().getByRole('button', { name: 'Play' }).click();
    clock.pass(10_000);
    await expect.element(time().getByRole('timer')).toHaveTextContent('Mon 9 Mar 19:00:00');
    clock.pass(15_000);
    await expect.element(time().getByRole('status')).toHaveTextContent("09:00 Dana Whitlock's code ends.");
    await expect.element(time().getByRole('timer')).toHaveTextContent('Tue 10 Mar 10:00:00');
    await time().getByRole('button', { name: 'Pause' }).click();
    clock.pass(60_000);
    await expect.element(time().getByRole('timer')).toHaveTextContent('Tue 10 Mar 10:00:00');
  });

  test('at 1x a second is a second', async () => {
    const { clock } = await renderLab();
    await time().getByLabelText('Speed').selectOptions('1');
    await time().getByRole('button', { name: 'Play' }).click();
    clock.pass(7_400);
    await expect.element(time().getByRole('timer')).toHaveTextContent('Mon 9 Mar 09:00:07');
  });
});

describe('trouble outside the rules is said in words', () => {
  test('storage that is full: nothing was lost, and what to do', async () => {
    const store = createMemoryStore();
    let isFull = false;
    const filling: RunStore = {
      ...store,
      isKept: true,
      append: (append) => (isFull ? Promise.resolve({ isOk: false, failure: { kind: 'full' } }) : store.append(append)),
    };
    const { lab } = await renderLab({ store: filling });
    await expect.element(time()).toBeVisible();
    isFull = true;
    const before = lab.records.length;
    await lab.act(ISSUE_TO_DANA);
    await expect.element(page.getByRole('alert').filter({ hasText: 'Nothing more can be kept' })).toBeVisible();
    expect(lab.records).toHaveLength(before);
    isFull = false;
    await lab.act(ISSUE_TO_DANA);
    expect(lab.records).toHaveLength(before + 1);
  });

  test('a history that no rule could have produced: named with its position', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit(ISSUE_TO_DANA);
    const others = { ...product, policy: { ...product.policy, rights: [] } } as Product;
    await renderLab({
      store: { ...store, readProduct: async () => ({ isOk: true, value: others }) },
      product: { ...product, version: '2.0.0' },
    });
    await expect.element(page.getByRole('heading', { name: 'This run cannot be opened' })).toBeVisible();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('what came of it is not what the rules make of it. No rule could have produced this history.');
  });

  test('a product file of a wrong type: path, finding and expectation', async () => {
    const store = createMemoryStore();
    await newRunOn(store);
    const broken = mergePatch(product, { policy: { pushLifeSeconds: { value: 'soon' } } });
    await renderLab({
      store: { ...store, readProduct: async () => ({ isOk: true, value: broken }) },
      product: { ...product, version: '2.0.0' },
    });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'Its product file is damaged: at “policy.pushLifeSeconds.value” it has "soon", where a number was expected.',
      );
  });

  test('a lab taken over by a newer version lets go of its run and asks for a reload', async () => {
    const { lab } = await renderLab();
    await expect.element(time()).toBeVisible();
    lab.stop({ kind: 'storage', failure: { kind: 'newer' } });
    await expect.element(page.getByRole('heading', { name: 'A newer version is open' })).toBeVisible();
    expect(await lab.act(ISSUE_TO_DANA)).toBeNull();
  });
});

describe('the timeline', () => {
  test('draws what will happen hollow, and the list says the same', async () => {
    const { lab } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    const list = page.getByRole('region', { name: 'What happens', exact: true });
    await expect.element(list).toHaveTextContent("Dana Whitlock's code ends");
    await expect.element(list).toHaveTextContent('by itself, in 24:00:00');
    await userEvent.click(time().getByRole('button', { name: /^Next:/ }));
    await expect.element(list).toHaveTextContent('By itself');
    expect(lab.upcoming).toEqual([]);
  });

  test('answers “Why?” of an outcome with the facts behind it, each with its id', async () => {
    const { lab } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    const list = page.getByRole('region', { name: 'What happens', exact: true });
    await list.getByRole('button', { name: /^Why/ }).first().click();
    const why = page.getByRole('region', { name: 'Why?', exact: true });
    for (const words of ['Priya Lowe issues a code for Dana Whitlock', 'ONV-2', 'ONV-9', 'ONV-1', 'ONV-6']) {
      await expect.element(why).toHaveTextContent(words);
    }
    expect(editionOf(product, lab.world.variant).policy.codes.temporaryCode?.lifeSeconds.cites).toContain('ONV-6');
  });
});
