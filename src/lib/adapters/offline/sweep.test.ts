import { beforeEach, describe, expect, test } from 'vitest';
import { hosting, siteVersion, Stage } from '../../../../tests/support/site-host';
import { keepFiles } from './kept-files';
import { sweep, type Onlookers } from './sweep';

const OLD = 'lockout-lab /lab-site/ one';
const OWN = 'lockout-lab /lab-site/ two';
const OTHER_SITE = 'lockout-lab / one';
let stage: Stage;

beforeEach(async () => {
  stage = new Stage(hosting(siteVersion('one')));
  await keepFiles(stage, siteVersion('one'));
  stage.host = hosting(siteVersion('two'));
  await keepFiles(stage, siteVersion('two'));
  await stage.caches.open(OTHER_SITE);
});

async function left(says: { version: string }, onlookers: Partial<Onlookers> = {}): Promise<readonly string[]> {
  const alone: Onlookers = { windows: async () => ['here'], isNewerComing: () => false };
  await sweep(stage, siteVersion('two'), { ...alone, ...onlookers }, { page: 'here', ...says });
  return stage.caches.keys();
}

describe('an older version', () => {
  test('is let go of when the one page that is open is of this version', async () => {
    expect(await left({ version: 'two' })).toEqual([OWN, OTHER_SITE]);
  });

  test('is kept for the page that came of it', async () => {
    expect(await left({ version: 'one' })).toContain(OLD);
  });

  test('is kept while another window is open that may be of it', async () => {
    expect(await left({ version: 'two' }, { windows: async () => ['here', 'there'] })).toContain(OLD);
  });

  test('is kept while it may be a newer one, on its way in', async () => {
    expect(await left({ version: 'two' }, { isNewerComing: () => true })).toContain(OLD);
  });
});
