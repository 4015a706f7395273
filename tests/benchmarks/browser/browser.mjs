// A browser with an empty cache in front of one page, and what is asked of it from outside.

import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const SCREEN = { width: 1440, height: 900 };

const PROBE = readFileSync(new URL('probe.js', import.meta.url), 'utf8');
const QUIET = 400; // milliseconds without a change after which a picture is taken to be whole
const SAMPLING = 50; // microseconds
const PING = 3; // bytes of the message by which a circuit says that it lives

/** The frame rate is not limited, so that frames follow each other as fast as they can be made, on one clock for all. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-frame-rate-limit', '--disable-gpu-vsync', '--enable-unsafe-swiftshader', '--js-flags=--max-old-space-size=6000',
];

/** What a step took longer than it may. */
export class TookTooLong extends Error {
  constructor(milliseconds) {
    super(`more than ${milliseconds.toLocaleString('en')} ms`);
    this.milliseconds = milliseconds;
  }
}

/** Gives up on a promise after a time. */
export async function within(milliseconds, promise) {
  let timer;
  const end = new Promise((_, reject) => { timer = setTimeout(() => reject(new TookTooLong(milliseconds)), milliseconds); });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens a browser for one visit; `visit.close()` ends it, also when the page hangs. `processor`: how many times slower it is. */
export async function visit({ processor = 1 } = {}) {
  const server = await chromium.launchServer({ executablePath: findChromium(), headless: true, args: FLAGS });
  const browser = await chromium.connect(server.wsEndpoint());
  const profile = await browser.newContext({ viewport: SCREEN, reducedMotion: 'reduce' });
  const page = await profile.newPage();
  const tools = await profile.newCDPSession(page);
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: processor });
  await page.addInitScript(PROBE);
  return new Visit(page, tools, () => server.kill(), browser.version());
}

class Visit {
  /** Everything that was fetched: address, bytes on the wire, when it ended (milliseconds since 1970). */
  requests = [];
  /** Bytes of each message over a socket, without signs of life. */
  sent = [];
  received = [];
  errors = [];
  #underway = 0;
  #quietSince = performance.now();

  constructor(page, tools, kill, chromiumVersion) {
    this.page = page;
    this.tools = tools;
    this.close = kill;
    this.chromiumVersion = chromiumVersion;
    page.setDefaultTimeout(0); // each measure has a bound of its own
    page.on('pageerror', error => this.errors.push(error.message));
    page.on('request', () => this.#underway++);
    page.on('requestfailed', () => this.#underway--);
    page.on('requestfinished', request => this.#note(request));
    page.on('websocket', socket => {
      socket.on('framesent', ({ payload }) => payload.length > PING && this.sent.push(payload.length));
      socket.on('framereceived', ({ payload }) => payload.length > PING && this.received.push({ bytes: payload.length, at: Date.now() }));
    });
  }

  async #note(request) {
    this.#underway--;
    this.#quietSince = performance.now();
    const { startTime, responseEnd } = request.timing();
    const sizes = await request.sizes().catch(() => ({ responseBodySize: 0, responseHeadersSize: 0 }));
    this.requests.push({ address: new URL(request.url()).pathname, bytes: sizes.responseBodySize + sizes.responseHeadersSize, endedAt: startTime + responseEnd });
  }

  /** Waits until nothing was drawn and nothing was fetched for a while; answers when, on the page's clock, the last picture was done. */
  async quiet(patience) {
    const end = performance.now() + patience;
    for (;;) {
      const { drawnAt, inputAt, now } = await within(patience, this.page.evaluate(async () => {
        await benchmark.pending;
        return { drawnAt: benchmark.drawnAt, inputAt: benchmark.inputAt, now: performance.now() };
      }));
      const isQuiet = this.#underway === 0 && performance.now() - this.#quietSince > QUIET && now - drawnAt > QUIET && drawnAt > inputAt;
      if (isQuiet) {
        return drawnAt;
      }
      if (performance.now() > end) {
        throw new TookTooLong(patience);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** Milliseconds that the main thread had a processor so far: for all work, and for scripts alone. Others on the machine do not count. */
  async work() {
    const { metrics } = await this.tools.send('Performance.getMetrics');
    const seconds = name => metrics.find(metric => metric.name === name).value;
    return { tasks: seconds('TaskDuration') * 1000, scripts: seconds('ScriptDuration') * 1000 };
  }

  /** Milliseconds that functions with such a name, and what they call, take while `work` is done, by samples. */
  async timeIn(name, work) {
    await this.tools.send('Profiler.enable');
    await this.tools.send('Profiler.setSamplingInterval', { interval: SAMPLING });
    await this.tools.send('Profiler.start');
    await work();
    const { profile: { nodes, samples, timeDeltas } } = await this.tools.send('Profiler.stop');
    await this.tools.send('Profiler.disable');
    const found = new Set();
    const take = (node, isWithin) => {
      const isFound = isWithin || name.test(node.callFrame.functionName);
      isFound && found.add(node.id);
      node.children?.forEach(id => take(byId.get(id), isFound));
    };
    const byId = new Map(nodes.map(node => [node.id, node]));
    take(nodes[0], false);
    return samples.reduce((sum, id, i) => found.has(id) ? sum + timeDeltas[i] / 1000 : sum, 0);
  }

  /** Megabytes that live after everything dead was collected: objects, what the browser holds for them, and array buffers. */
  async heap() {
    await this.tools.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await this.tools.send('Runtime.getHeapUsage');
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  }

  async box(selector) {
    const box = await this.page.locator(selector).first().boundingBox();
    return { ...box, right: box.x + box.width, bottom: box.y + box.height };
  }
}

export function findChromium() {
  const path = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => path !== undefined && existsSync(path));
  if (path === undefined) {
    throw new Error("No Chromium was found: install Debian's chromium or set CHROMIUM to its path.");
  }
  return path;
}
