// What a person does in front of a page, and what it costs. The same for the product and for the pages of others: real pointer
// events, one at a time, each measured until the next frame could begin.

import { within } from './browser.mjs';
import { pictureTimes } from './first-picture.mjs';

export const STEPS = 120;
const PATIENCE = { arrive: 120_000, step: 20_000, refine: 30_000 }; // milliseconds
const BUDGET = 20_000; // milliseconds for one measure; what was measured by then counts
const PANS = [[-1, 0], [0, -1], [1, 0], [1, 0], [0, 1], [0, 1], [-1, 0], [-1, 0]];
const REACH = 200; // pixels of one pan
const LOOKS = 80;
/** What finds what lies under the pointer: in the product and the peers' pages, and inside Leaflet, which finds by itself. */
const FINDS = /^(hit|_handleMouseHover)$/;
const HOVER_PAUSE = 40; // milliseconds; Leaflet looks at most every 32

/** Opens an address and waits until the page is quiet: when the first picture stood and when it was refined, and the bytes that it took. */
export async function arrive(visit, address, place) {
  const { page } = visit;
  await page.goto(address, { waitUntil: 'commit' });
  await within(PATIENCE.arrive, page.waitForFunction(place.isThere, null, { polling: 100 }));
  await visit.quiet(PATIENCE.arrive);
  const refusal = await page.evaluate(place.refusal);
  if (refusal !== null) {
    throw new Error(refusal);
  }
  const { first, refined, origin } = await pictureTimes(visit);
  const sum = (list, isCounted) => list.filter(isCounted).reduce((bytes, one) => bytes + one.bytes, 0);
  const until = time => visit.requests.filter(({ endedAt }) => endedAt <= origin + time);
  const isData = ({ address }) => place.isData(address);
  return {
    firstPicture: first,
    refinedPicture: refined,
    bytes: {
      page: sum(until(first), request => !isData(request)),
      data: sum(until(first), isData),
      dataRefined: sum(until(refined), isData),
      socket: sum(visit.received, ({ at }) => at <= origin + first),
    },
  };
}

/**
 * Drags the window from the first quarter of the time to the last, in 120 steps, a step in each frame: what a frame costs while the hand
 * does not stop. The same again, back and there, when the browser knows the way. Then back, each step by itself: how long it takes until
 * nothing more of it is to be drawn.
 */
export async function scrub(visit, place, steps = STEPS) {
  const { mouse } = visit.page;
  const [pane, stage] = [await visit.box(place.pane), await visit.box(place.timeline)];
  const [x, y] = [pane.x + pane.width / 2, stage.y + 6];
  const end = x + stage.right - 24 - pane.right;
  const [there, back] = [{ from: { x, y }, to: { x: end, y }, steps }, { from: { x: end, y }, to: { x, y }, steps }];
  const sentBefore = visit.sent.length;
  const fetched = () => visit.requests.filter(({ address }) => place.isData(address)).length;
  const fetchedBefore = fetched();
  await mouse.move(x, y);
  await mouse.down();
  const first = await dragInFrames(visit, place, there);
  const again = [await dragInFrames(visit, place, back), await dragInFrames(visit, place, there)];
  const whileMoving = { sent: visit.sent.length - sentBefore, fetched: fetched() - fetchedBefore };
  await mouse.move(end, y);
  await within(PATIENCE.step, mouse.up());
  await visit.quiet(PATIENCE.refine);
  const sentInAll = visit.sent.length - sentBefore;
  await mouse.down();
  const lone = await each(visit, steps, step => mouse.move(end + (x - end) * (step + 1) / steps, y));
  await within(PATIENCE.step, mouse.up());
  await visit.quiet(PATIENCE.refine);
  return {
    first: first.frames, frames: again.flatMap(({ frames }) => frames), tasks: again.flatMap(({ tasks }) => tasks), changes: first.changes, lone: lone.frames,
    whileMoving, sentInAll,
  };
}

/**
 * Moves the pressed pointer in every frame, and frames follow each other as fast as they can be made. frames: milliseconds from each to the next;
 * tasks: what the main thread worked for one, in the mean; changes: after how many of them the page counted something else.
 */
async function dragInFrames(visit, place, drag) {
  const before = await visit.work();
  const { frames, counts } = await within(BUDGET + PATIENCE.step, visit.page.evaluate(`benchmark.drag(${JSON.stringify({ ...drag, budget: BUDGET })}, ${place.count})`));
  const after = await visit.work();
  return {
    frames,
    tasks: [(after.tasks - before.tasks) / frames.length],
    changes: counts.filter((count, i) => count !== counts[i - 1]).length,
  };
}

/** Drags the map about, two hundred pixels at a time: the frames while it moves, and the time from each release to the whole picture. */
export async function pan(visit, place) {
  const { mouse } = visit.page;
  const map = await visit.box(place.map);
  const costs = empty();
  const refined = [];
  const start = performance.now();
  for (const [dx, dy] of PANS) {
    const [x, y] = [map.x + map.width / 2 - dx * REACH / 2, map.y + map.height / 2 - dy * REACH / 2];
    await mouse.move(x, y);
    await mouse.down();
    append(costs, await each(visit, 8, step => mouse.move(x + dx * REACH * (step + 1) / 8, y + dy * REACH * (step + 1) / 8)));
    await within(PATIENCE.step, mouse.up());
    refined.push(await refinement(visit));
    if (performance.now() - start > BUDGET) {
      break;
    }
  }
  return { ...costs, refined };
}

/** Presses the buttons that zoom, four levels in and out again: the time from each click to the whole picture. */
export async function zoom(visit, place) {
  const refined = [];
  const start = performance.now();
  for (const button of [...Array(4).fill(place.zoomIn), ...Array(4).fill(place.zoomOut)]) {
    const box = await visit.box(button);
    await within(PATIENCE.refine, visit.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2));
    refined.push(await refinement(visit));
    if (performance.now() - start > BUDGET) {
      break;
    }
  }
  return { refined };
}

/**
 * Moves the pointer to places all over the middle of the map: what finding and naming what lies there costs. The same again under the
 * profiler: what finding alone takes.
 */
export async function point(visit, place) {
  const map = await visit.box(place.map);
  const lookAround = async () => {
    const random = mulberry(20240128);
    let hits = 0;
    const costs = await each(visit, LOOKS,
      () => visit.page.mouse.move(map.x + map.width * (0.2 + 0.6 * random()), map.y + map.height * (0.2 + 0.5 * random())),
      async () => {
        hits += await visit.page.evaluate(place.isPointing) ? 1 : 0;
        await new Promise(resolve => setTimeout(resolve, HOVER_PAUSE));
      });
    return { ...costs, hits };
  };
  const costs = await lookAround();
  let looks = 0;
  const finding = await visit.timeIn(FINDS, async () => { looks = (await lookAround()).frames.length; });
  return { ...costs, finding: finding / looks };
}

/** Short drags of the window, many times: megabytes before and after. */
export async function many(visit, place, scrubs, memoryOfServer) {
  await scrubShortly(visit, place, 20);
  const before = { page: await visit.heap(), server: memoryOfServer() };
  await scrubShortly(visit, place, scrubs);
  return { scrubs, before, after: { page: await visit.heap(), server: memoryOfServer() } };
}

async function scrubShortly(visit, place, times) {
  const { mouse } = visit.page;
  for (let time = 0; time < times; time++) {
    const [pane, stage] = [await visit.box(place.pane), await visit.box(place.timeline)];
    const [x, y] = [pane.x + pane.width / 2, stage.y + 6];
    const way = x < stage.x + stage.width / 2 ? 120 : -120;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + way, y, { steps: 6 });
    await mouse.up();
    if (time % 10 === 9) {
      await visit.quiet(PATIENCE.refine);
    }
  }
  await visit.quiet(PATIENCE.refine);
}

/** From the last input to the end of the last frame that it led to. */
async function refinement(visit) {
  const drawn = await visit.quiet(PATIENCE.refine);
  return drawn - await visit.page.evaluate(() => benchmark.inputAt);
}

/**
 * Makes steps and measures each. frames: milliseconds from the pointer's event to the beginning of the next frame, so that nothing
 * hides in another thread; tasks and scripts: what of it the main thread worked. `look` runs between steps, unmeasured.
 */
async function each(visit, steps, move, look = async () => undefined) {
  const costs = empty();
  const start = performance.now();
  for (let step = 0; step < steps && performance.now() - start < BUDGET; step++) {
    await visit.page.evaluate(() => benchmark.arm());
    const before = await visit.work();
    costs.frames.push(await within(PATIENCE.step, (async () => {
      await move(step);
      return visit.page.evaluate(() => benchmark.step);
    })()));
    const after = await visit.work();
    costs.tasks.push(after.tasks - before.tasks);
    costs.scripts.push(after.scripts - before.scripts);
    await look();
  }
  return costs;
}

function empty() {
  return { frames: [], tasks: [], scripts: [] };
}

function append(all, more) {
  for (const key of ['frames', 'tasks', 'scripts']) {
    all[key].push(...more[key]);
  }
}

/** Small random numbers that are the same in every run. */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
