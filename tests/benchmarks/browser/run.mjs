// The browser benchmarks: the real page of the real server and, side by side in the same run, what other people's libraries make
// of the same points. `--help` tells what can be chosen. The tables are printed as Markdown; every single number is kept as JSON.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TookTooLong, visit } from './browser.mjs';
import { arrive, many, pan, point, scrub, zoom } from './measures.mjs';
import { readOptions } from './options.mjs';
import { EMPTY, NO_ROWS, PEERS, servePeers } from './peers.mjs';
import { PEER, PRODUCT } from './places.mjs';
import { build, commit, dataOf, emptyDirectory, serve } from './product.mjs';
import { report } from './report.mjs';
import { slowLine } from './slow-line.mjs';

const STARTER = 43;
/** Queries whose window is the first quarter of the time: where a scrub begins. */
const FIRST_QUARTER = { starter: '?from=2023-10-17&to=2023-11-20', generated: '?from=1989-01-01&to=1997-09-09' };
const SLOW_PROCESSOR = 4;
const SLOW_LINE = { latency: 40, rate: 20e6 };

const options = readOptions(process.argv.slice(2));
const out = options.out ?? fileURLToPath(new URL(`results/${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.json`, import.meta.url));
const result = {
  command: `node tests/benchmarks/browser/run.mjs ${process.argv.slice(2).join(' ')}`.trim(),
  at: new Date().toISOString(), commit: commit(), processors: cpus().length, processor: cpus()[0].model, runs: [],
};

if (options.builds) {
  build();
}
const data = new Map();
for (const rows of [...options.rows, ...options.hasOurs && options.slowed > 0 ? [options.slowed] : []]) {
  data.set(rows, await dataOf(rows));
}
const peers = await servePeers(rows => data.get(rows).points);
const chosen = PEERS.filter(({ name }) => options.only?.includes(name) ?? true);
try {
  await measureStarter();
  for (const rows of options.rows) {
    await measureSize(rows);
  }
  if (options.hasOurs && options.slowed > 0) {
    await measureSlowed(options.slowed);
  }
} finally {
  peers.close();
}
console.log(report(result));
console.error(`Every number is in ${out}`);

async function measureStarter() {
  if (options.hasOurs) {
    const directory = emptyDirectory();
    await withServer(directory, async server => {
      for (let round = 0; round < options.rounds; round++) {
        await ours(server, STARTER, round);
        await emptyPage(round, 'plain', {});
      }
    });
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The product and all others in turn, so that a busy moment of the machine meets all of them. */
async function measureSize(rows) {
  const rounds = Math.max(options.hasOurs ? options.rounds : 0, options.hasPeers ? options.peerRounds : 0);
  const eachRound = async server => {
    for (let round = 0; round < rounds; round++) {
      if (server !== null && round < options.rounds) {
        await ours(server, rows, round);
      }
      if (options.hasPeers && round < options.peerRounds) {
        for (const peer of chosen.filter(({ most = Infinity }) => rows <= most)) {
          await others(peer, rows, round);
        }
      }
    }
    if (server !== null && options.scrubs > 0 && rows === options.rows[0]) {
      await measured('ours', rows, 0, 'many', {}, async (visit, told) => {
        await arrive(visit, address(server.port, FIRST_QUARTER.generated), PRODUCT);
        told.many = await many(visit, PRODUCT, options.scrubs, server.memory);
      });
    }
  };
  await (options.hasOurs ? withServer(data.get(rows).directory, eachRound) : eachRound(null));
}

/** A slow processor under the finger, a slow line before the first picture; the starter dataset and an empty page are what it is compared with. */
async function measureSlowed(rows) {
  const directory = emptyDirectory();
  for (let round = 0; round < options.rounds; round++) {
    await emptyPage(round, 'slow processor', { processor: SLOW_PROCESSOR });
  }
  for (const [size, folder, quarter] of [[STARTER, directory, FIRST_QUARTER.starter], [rows, data.get(rows).directory, FIRST_QUARTER.generated]]) {
    await withServer(folder, async server => {
      for (let round = 0; round < options.rounds; round++) {
        await measured('ours', size, round, 'slow processor', { processor: SLOW_PROCESSOR }, async (visit, told) => {
          await arrive(visit, address(server.port, quarter), PRODUCT);
          told.scrub = await scrub(visit, PRODUCT);
        });
        const line = await slowLine(server.port, SLOW_LINE);
        await measured('ours', size, round, 'slow line', {}, async (visit, told) => {
          told.arrival = await arrive(visit, address(line.port, ''), PRODUCT);
        });
        line.close();
      }
    });
  }
  rmSync(directory, { recursive: true, force: true });
}

async function ours(server, rows, round) {
  await measured('ours', rows, round, 'plain', {}, async (visit, told) => {
    told.arrival = await arrive(visit, address(server.port, ''), PRODUCT);
    told.heap = await visit.heap();
    await onTheMap(visit, PRODUCT, told);
  });
  await measured('ours', rows, round, 'plain', {}, async (visit, told) => {
    await arrive(visit, address(server.port, rows === STARTER ? FIRST_QUARTER.starter : FIRST_QUARTER.generated), PRODUCT);
    told.scrub = await scrub(visit, PRODUCT);
  });
}

/** What measuring a scrub costs where nothing is drawn. */
async function emptyPage(round, condition, browser) {
  const [rows] = data.keys();
  await peers.warm(EMPTY, rows);
  await measured(EMPTY, NO_ROWS, round, condition, browser, async (visit, told) => {
    await arrive(visit, `http://localhost:${peers.port}/${EMPTY}?rows=${rows}`, PEER);
    told.scrub = await scrub(visit, PEER);
  });
}

async function others(peer, rows, round) {
  await peers.warm(peer.name, rows);
  await measured(peer.name, rows, round, 'plain', {}, async (visit, told) => {
    told.arrival = await arrive(visit, `http://localhost:${peers.port}/${peer.name}?rows=${rows}`, PEER);
    told.heap = await visit.heap();
    told.scrub = await attempt(() => scrub(visit, PEER));
  });
  if (peer.hasMap) {
    await measured(peer.name, rows, round, 'plain', {}, async (visit, told) => {
      await arrive(visit, `http://localhost:${peers.port}/${peer.name}?rows=${rows}`, PEER);
      await onTheMap(visit, PEER, told);
    });
  }
}

async function onTheMap(visit, place, told) {
  told.point = await attempt(() => point(visit, place));
  told.pan = await attempt(() => pan(visit, place));
  told.zoom = await attempt(() => zoom(visit, place));
}

/** One visit; what came out of it is kept, also when it broke off. */
async function measured(subject, rows, round, condition, browser, measure) {
  const told = { subject, rows, round, condition, load: loadavg()[0] };
  const opened = await visit(browser);
  result.chromium = opened.chromiumVersion;
  try {
    await measure(opened, told);
  } catch (error) {
    told.error = error.message;
  } finally {
    await opened.close();
  }
  if (opened.errors.length > 0) {
    told.errors = opened.errors;
  }
  result.runs.push(told);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, JSON.stringify(result));
  console.error(`${subject}, ${rows.toLocaleString('en')}, ${condition}, round ${round + 1}${told.error === undefined ? '' : `: ${told.error}`}`);
}

/** What takes too long is said as such, and ends the visit: the page may hang. */
async function attempt(measure) {
  try {
    return await measure();
  } catch (error) {
    if (error instanceof TookTooLong) {
      return { tooLong: error.milliseconds };
    }
    throw error;
  }
}

/** The first visit of a server is slow for reasons of its own and is not counted. */
async function withServer(directory, work) {
  const server = await serve(directory);
  try {
    const first = await visit();
    await arrive(first, address(server.port, ''), PRODUCT).catch(() => undefined);
    await first.close();
    await work(server);
  } finally {
    await server.stop();
  }
}

function address(port, query) {
  return `http://localhost:${port}/${query}`;
}
