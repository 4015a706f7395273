// A live briefing as its followers feel it: how long after the presenter's gesture a follower's frame shows it, while many follow.
// node tests/benchmarks/browser/briefing.mjs [--followers 100] [--gestures 60] [--ways 5] [--no-build]

import { rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium, SCREEN } from './browser.mjs';
import { build, commit, emptyDirectory, serve } from './product.mjs';
import { median, percentile } from './statistics.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const REST = 700; // milliseconds between gestures: each begins from rest

const { values } = parseArgs({ options: {
  'followers': { type: 'string', default: '100' }, 'gestures': { type: 'string', default: '60' }, 'ways': { type: 'string', default: '5' }, 'no-build': { type: 'boolean', default: false },
} });
const [followers, gestures, ways] = [values.followers, values.gestures, values.ways].map(Number);

if (!values['no-build']) {
  build();
}
const directory = emptyDirectory();
const server = await serve(directory);
const origin = `http://localhost:${server.port}`;
const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
try {
  const presenter = await open('/#present');
  await presenter.getByLabel('Your name').fill('Ada');
  const [answer] = await Promise.all([presenter.waitForResponse(response => response.url() === `${origin}/briefings`), presenter.getByText('Start and copy the link').click()]);
  const { token } = await answer.json();
  const follower = await open(`/briefings/${token}`);
  await follower.getByText('Following').waitFor();

  const before = server.memory();
  const others = await Promise.all(Array.from({ length: followers - 1 }, () => listen(token)));
  await presenter.getByText(`${followers} follow`).waitFor();
  const after = server.memory();

  const first = await measureGestures(presenter, follower);
  const { lag, rate } = await measurePointing(presenter, follower);
  const heard = others.map(({ states }) => states);
  console.log(`Live briefing, ${followers} followers (one of them a browser), commit ${commit()}`);
  console.log(`gesture to the first frame of a follower: median ${shown(median(first))}, 95 % within ${shown(percentile(first, 0.95))}, ${first.length} turns of the wheel`);
  console.log(`while the presenter moves on, a follower is behind by: median ${shown(median(lag))}, 95 % within ${shown(percentile(lag, 0.95))}, ${lag.length} places that were pointed at; it moves in ${rate.toFixed(0)} frames a second`);
  console.log(`states that the other followers heard: ${Math.min(...heard)} to ${Math.max(...heard)}; ${((after - before) * 1024 / (followers - 1)).toFixed(1)} KB of the server's memory for each of them`);
  others.forEach(({ close }) => close());
} finally {
  await browser.close();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function open(path) {
  const profile = await browser.newContext({ viewport: SCREEN });
  const page = await profile.newPage();
  await page.addInitScript(watch);
  await page.goto(origin + path);
  await page.locator('[data-circuit=alive] incident-map[data-live]').waitFor({ state: 'attached' });
  return page;
}

/** Runs in both pages: notes turns of the wheel and moves of the pointer, frames in which the map is elsewhere, and where the ring is. */
function watch() {
  const now = () => performance.timeOrigin + performance.now();
  const noted = window.noted = { wheels: [], moves: [], pointed: [], ring: [] };
  addEventListener('wheel', () => noted.wheels.push(now()), { capture: true, passive: true });
  addEventListener('pointermove', event => noted.pointed.push([now(), event.clientX]), { capture: true, passive: true });
  const channel = new MessageChannel();
  const drawn = [];
  channel.port1.onmessage = () => { // after the frame was painted
    const time = now();
    const { hasMoved, ring } = drawn.shift();
    hasMoved && noted.moves.push(time);
    ring !== null && noted.ring.push([time, ring]);
  };
  let [map, x] = ['', null];
  const look = () => {
    requestAnimationFrame(look);
    const seen = [...document.querySelectorAll('.map-canvas')].map(canvas => canvas.style.transform).join();
    const ring = document.querySelector('.briefing-pointer[data-shown]')?.getBoundingClientRect().left ?? null;
    if (seen !== map || ring !== x) {
      drawn.push({ hasMoved: seen !== map, ring: ring !== x ? ring : null });
      channel.port2.postMessage(null);
    }
    [map, x] = [seen, ring];
  };
  requestAnimationFrame(look);
}

function listen(token) {
  return new Promise((resolve, reject) => {
    const heard = { states: 0, close: () => request.destroy() };
    const request = get(`${origin}/briefings/${token}/events`, { agent: new Agent({ keepAlive: false }) }, response => {
      response.setEncoding('utf8').on('data', text => { heard.states += text.split('data: ').length - 1; }).on('error', () => {});
      resolve(heard);
    }).on('error', reject);
  });
}

async function measureGestures(presenter, follower) {
  const stage = await presenter.locator('.map-stage').boundingBox();
  await presenter.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2);
  const times = [];
  for (let gesture = 0; gesture < gestures; gesture++) {
    await presenter.waitForTimeout(REST);
    await Promise.all([forget(presenter), forget(follower)]);
    await presenter.mouse.wheel(0, gesture % 2 === 0 ? -120 : 120);
    await follower.waitForFunction(() => noted.moves.length > 0);
    const [began, seen] = await Promise.all([presenter.evaluate(() => noted.wheels[0]), follower.evaluate(() => noted.moves[0])]);
    times.push(seen - began);
  }
  return times;
}

/** Of every place that the presenter pointed at, on a way of two seconds, how much later the follower's ring had come as far. */
async function measurePointing(presenter, follower) {
  const stage = await presenter.locator('.map-stage').boundingBox();
  const [left, y] = [stage.x + 60, stage.y + stage.height / 2];
  const lag = [];
  let [frames, seconds] = [0, 0];
  for (let way = 0; way < ways; way++) {
    await presenter.mouse.move(left, y);
    await presenter.waitForTimeout(REST);
    await Promise.all([forget(presenter), forget(follower)]);
    for (let step = 1; step <= 120; step++) {
      await presenter.mouse.move(left + step * 5, y);
      await presenter.waitForTimeout(12);
    }
    await presenter.waitForTimeout(REST);
    const [pointed, ring] = [await presenter.evaluate(() => noted.pointed), await follower.evaluate(() => noted.ring)];
    for (const [time, x] of pointed) {
      const reached = ring.find(([later, as]) => later >= time && as >= x - 0.5);
      reached !== undefined && lag.push(reached[0] - time);
    }
    frames += ring.length;
    seconds += (ring.at(-1)[0] - ring[0][0]) / 1000;
  }
  return { lag, rate: frames / seconds };
}

function forget(page) {
  return page.evaluate(() => { Object.values(noted).forEach(list => { list.length = 0; }); });
}

function shown(milliseconds) {
  return milliseconds === null ? 'none' : `${milliseconds.toFixed(0)} ms`;
}
