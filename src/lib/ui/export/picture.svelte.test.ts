import { describe, expect, test } from 'vitest';
import { person } from '../../domain/actors';
import { DAY, HOUR } from '../../domain/instant';
import { rowsOf } from '../../domain/table';
import type { StartingPoint } from '../../scenarios/starting-point';
import { startingPoint } from '../../../../tests/support/play';
import { Played, playedStory, secretsOf, toldOf } from '../../../../tests/support/told-run';
import { timelinePicture, type Picture, type PictureWish } from './picture';
import { pngOf, PNG_SCALE } from './png';
import type { RunTold } from './run-told';

const played = playedStory();
const whole = toldOf(played.records, played.now);

function pictureOf(run: RunTold, wish: Partial<PictureWish> = {}): Picture {
  return timelinePicture(run, {
    width: 1200,
    theme: 'light',
    range: null,
    folding: { isFolding: true, unfolded: [] },
    people: rowsOf(run.world.accounts).filter(({ id }) => ['dana', 'priya'].includes(id)),
    more: 9,
    hasDesks: true,
    told: (position) => `event ${position}`,
    ...wish,
  });
}

/** The picture as a browser reads it; fails where it is not well formed. */
function read({ svg }: Picture): Document {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')?.textContent ?? '').toBe('');
  return document;
}

const wordsIn = (picture: Picture): string =>
  [...read(picture).querySelectorAll('text')].map((each) => each.textContent ?? '').join('\n');

describe('a picture of the timeline', () => {
  test('is well formed, says what it is to those who cannot see it, and takes nothing from elsewhere', () => {
    const picture = pictureOf(whole);
    const root = read(picture).documentElement;
    expect(root.querySelector(':scope > title')?.textContent).toBe('Timeline: The phone on the train');
    expect(root.querySelector(':scope > desc')?.textContent).toContain(
      'Dana Whitlock: locked out · MFA on · phone away.',
    );
    expect(root.getAttribute('role')).toBe('img');
    expect(root.querySelectorAll('script, style, foreignObject, image, use, a, link')).toHaveLength(0);
    expect(
      [...root.querySelectorAll('*')]
        .flatMap((each) => [...each.attributes])
        .filter(
          ({ name, value }) =>
            /^on|href|style|class/.test(name) ||
            /url\(|var\(|https?:/.test(value.replace('http://www.w3.org/2000/svg', '')),
        ),
    ).toEqual([]);
  });

  test('has the words of the lanes, what its marks mean, and what it is of', () => {
    const said = wordsIn(pictureOf(whole));
    for (const words of [
      'The phone on the train',
      'Onvio, revision 2',
      'America/New York (EDT)',
      'Not affiliated with any vendor',
      'synthetic',
      'Dana Whitlock',
      'locked out · MFA on · phone away',
      'Priya Lowe',
      "Firm admin's desk",
      'Support desk',
      'away: left on the train',
      'Now, Thu 10:05',
      'Multi-factor authentication is on',
      'Lanes of 9 more people are left out.',
    ])
      expect(said).toContain(words);
    expect(said).toMatch(
      /Torn paper is a stretch without events: .*2 days 1 hour from Tue 10 Mar, 09:00 to Thu 12 Mar, 10:05/,
    );
    const titles = [...read(pictureOf(whole)).querySelectorAll('rect > title')].map((each) => each.textContent ?? '');
    expect(titles.join('\n')).toMatch(/Locked out from Mon 9 Mar, 08:41 until Mon 9 Mar, 09:00, 19 minutes/);
  });

  test('draws what will happen hollow, and nothing of it where it is to be foreseen', () => {
    const fresh = new Played().does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
    const run = toldOf(fresh.records, fresh.now);
    expect(wordsIn(pictureOf(run))).toContain('code alive, ends Tue 10 Mar, 09:00');
    expect(wordsIn(pictureOf(run))).toContain('locked out, unless…');
    const asked = wordsIn(pictureOf({ ...run, upcoming: [], isAnswerHidden: true }));
    expect(asked).not.toContain('locked out, unless…');
    expect(asked).not.toContain('code alive, ends');
    expect(asked).toContain('What is to come is left out');
  });

  test('up to a moment that is looked at says so', () => {
    const said = wordsIn(pictureOf({ ...whole, leftOut: 2 * DAY + HOUR }));
    expect(said).toContain('Up to here');
    expect(said).toContain('what happened in the 2 days 1 hour after it is left out');
  });

  test('holds no code and no PIN in any attribute, title or word', async () => {
    const secrets = await secretsOf(whole);
    expect(secrets.length).toBeGreaterThan(1);
    const numbers =
      pictureOf(whole)
        .svg.replaceAll(/(?<=\d) (?=\d)/g, '')
        .match(/\d+/g) ?? [];
    for (const secret of secrets) expect(numbers).not.toContain(secret);
  });

  test('shows names that look like markup, or are written from right to left, as names; none is cut', () => {
    const name = '</text><script>alert(1)</script> דנה Whitlock-Featherstonehaugh-Wolfeschlegelstein';
    // A sign that turns the text around.
    const turned = name.replace('Whit', `${String.fromCodePoint(0x202e)}Whit`);
    const start: StartingPoint = {
      ...startingPoint,
      people: startingPoint.people.map((each) => (each.id === 'dana' ? { ...each, name: turned } : each)),
    };
    const hostile = playedStory(start);
    for (const width of [1200, 800, 480]) {
      const picture = pictureOf(toldOf(hostile.records, hostile.now, { title: `<b>&"'${turned}` }), { width });
      const document = read(picture);
      expect(document.querySelector('script, b')).toBeNull();
      const letters = (text: string): string => text.replaceAll(/[\s\p{Cf}]/gu, '');
      expect(letters(document.documentElement.textContent ?? '')).toContain(letters(name));
      expect(picture.svg).not.toContain(String.fromCodePoint(0x202e));
    }
  });

  test('keeps within its edges however narrow it is, and is no higher than its lanes ask for', () => {
    for (const width of [1200, 800, 480]) {
      const picture = pictureOf(whole, { width });
      const host = document.createElement('div');
      host.style.cssText = `position: absolute; width: ${width}px`;
      host.append(document.importNode(read(picture).documentElement, true));
      document.body.append(host);
      const outside = [...host.querySelectorAll<SVGTextElement>('text')].filter((text) => {
        const box = text.getBoundingClientRect();
        const frame = host.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.top + picture.height;
      });
      expect(outside.map((each) => each.textContent)).toEqual([]);
      host.remove();
    }
  });

  test('of very many people has a hundred lanes and says how many it leaves out', () => {
    const [someone] = rowsOf(whole.world.accounts);
    const many = Array.from({ length: 1000 }, () => someone).flatMap((each) => each ?? []);
    const picture = pictureOf(whole, { people: many, more: 9000 });
    expect(picture.height).toBeLessThan(8000);
    expect(wordsIn(picture)).toContain('Lanes of 9,900 more people are left out.');
  });
});

describe('the same as PNG', () => {
  test('is drawn at twice the size, in the colours that were asked for', async () => {
    for (const [theme, isLight] of [
      ['light', true],
      ['dark', false],
    ] as const) {
      const picture = pictureOf(whole, { theme, width: 800 });
      const made = await pngOf(picture);
      if (made.kind !== 'made') throw new Error(made.kind);
      const bitmap = await createImageBitmap(made.blob);
      expect([bitmap.width, bitmap.height]).toEqual([800 * PNG_SCALE, picture.height * PNG_SCALE]);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const [red = 0] = context?.getImageData(4, bitmap.height - 4, 1, 1).data ?? [];
      expect(red > 200).toBe(isLight);
    }
  });

  test('too large for the browser is told, with its size', async () => {
    const picture = pictureOf(whole);
    expect(await pngOf({ ...picture, height: 200_000 })).toEqual({ kind: 'too-large', width: 2400, height: 400_000 });
    expect(await pngOf({ ...picture, svg: '<svg' })).toEqual({ kind: 'not-drawn' });
  });
});
