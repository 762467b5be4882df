// Looking back in a long run, and beside it rrweb's replayer in a recording of as many events.
import { inFrames, leastChange, makeCurrent, median, percentile, SLOWDOWN, slowedDown, workOf } from './bench-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const RRWEB = 'bench/peers/node_modules/rrweb/dist/rrweb.umd.min.cjs';
const SEEKS = 300;
/** By then the list has followed. */
const REST = 400;

/**
 * @param {Page} page
 * @param {{ id: string, events: number }} long
 */
export async function measureSeeks(page, long) {
  await makeCurrent(page, long.id);
  await page.goto('/lab/');
  await page.getByRole('region', { name: 'Timeline', exact: true }).getByRole('button', { name: 'Fit all' }).click();
  const slow = await slowedDown(page);
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const following = [];
  for (let each = 0; each < SEEKS; each += 1) {
    let seek = NaN;
    const work = await workOf(slow, async () => void (seek = await page.evaluate(seekAndRest, REST)));
    ours.push(seek);
    following.push(work - seek);
  }
  // By then the log has been verified, which goes on beside the first seeks.
  const least = await leastChange(page);
  await slow.detach();
  const floor = await leastChangeOfNothing(page);
  const theirs = await seeksOfPeer(page, long.events);
  console.log(
    `\nSeeking to a random point and painting, ${long.events} events, ${SLOWDOWN}x slowdown, ${SEEKS} seeks, in frames of 1/60 s: ` +
      `median ${inFrames(median(ours))}, 99th percentile ${inFrames(percentile(ours, 0.99))}. Aims: 0.5 and 1.\n` +
      `  The least visible change of the same page, another time on its clock: median ${inFrames(least)}; ` +
      `of a page with nothing else in it: ${inFrames(floor)}.\n` +
      `  The list beside it, which follows once the playhead rests: median ${inFrames(median(following))} frames.\n` +
      `  rrweb's replayer, a recording with as many events, ${theirs.length} seeks: ` +
      `median ${inFrames(median(theirs))}, 99th percentile ${inFrames(percentile(theirs, 0.99))}.`,
  );
}

/**
 * What the same change costs a page with nothing else in it: below that no page comes on this machine.
 * @param {Page} page
 * @returns {Promise<number>}
 */
async function leastChangeOfNothing(page) {
  await page.goto('about:blank');
  await page.setContent('<p role="timer">Mon 9 Mar 09:00:00</p>');
  const slow = await slowedDown(page);
  const least = await leastChange(page);
  await slow.detach();
  return least;
}

/**
 * In the page: presses the axis at a random place, and waits for what follows once the playhead rests.
 * @param {number} rest
 * @returns {Promise<number>} the work until the press was painted
 */
async function seekAndRest(rest) {
  const axis = document.querySelector('[role="slider"]')?.parentElement;
  if (!axis) throw new Error('There is no axis.');
  const { left, top, width, height } = axis.getBoundingClientRect();
  const at = { clientX: left + width * Math.random() * 0.98, clientY: top + height / 2 };
  const options = { ...at, bubbles: true, button: 0, isPrimary: true, pointerId: 1, pointerType: 'mouse' };
  const work = await Reflect.get(
    window,
    'frameOf',
  )(() => {
    axis.dispatchEvent(new PointerEvent('pointerdown', options));
    axis.dispatchEvent(new PointerEvent('pointerup', options));
  });
  await new Promise((resolve) => setTimeout(resolve, rest));
  return work;
}

/**
 * Records a page in which as many small things change, and seeks in the recording.
 * @param {Page} page
 * @param {number} events
 * @returns {Promise<readonly number[]>}
 */
async function seeksOfPeer(page, events) {
  // The site's own pages take no script of anybody else's.
  await page.goto('about:blank');
  await page.addScriptTag({ path: RRWEB });
  await page.evaluate(async (most) => {
    const { record } = Reflect.get(window, 'rrweb');
    document.body.innerHTML = Array.from({ length: 100 }, (_, index) => `<p>Person ${index}: <b>as ever</b></p>`).join(
      '',
    );
    const told = [...document.querySelectorAll('b')];
    /** @type {{ timestamp: number }[]} */
    const recorded = [];
    const stop = record({
      emit: (/** @type {{ timestamp: number }} */ event) => recorded.push(event),
      mousemoveWait: 1e9,
    });
    while (recorded.length < most) {
      const [one] = told.slice(recorded.length % told.length);
      if (one) one.textContent = `changed ${recorded.length} times`;
      await Promise.resolve();
    }
    stop();
    // As the lab's run does, it spreads over days.
    for (const [index, event] of recorded.entries()) event.timestamp = 1e12 + index * 1000;
    Object.assign(window, { recorded });
  }, events);
  await page.evaluate(async () => {
    const { Replayer } = Reflect.get(window, 'rrweb');
    document.body.innerHTML = '';
    const replayer = new Replayer(Reflect.get(window, 'recorded'), { root: document.body, showWarning: false });
    Object.assign(window, { replayer });
    replayer.pause(0);
  });
  const slow = await slowedDown(page);
  const times = await page.evaluate(async () => {
    const { replayer, recorded } = /** @type {any} */ (window);
    const length = recorded.at(-1).timestamp - recorded[0].timestamp;
    const measured = [];
    for (let each = 0; each < 9; each += 1) {
      const at = length * Math.random();
      measured.push(await Reflect.get(window, 'frameOf')(() => replayer.pause(at)));
    }
    return measured;
  });
  await slow.detach();
  return times;
}
