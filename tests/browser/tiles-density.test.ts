import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Density } from '../../src/browser/tiles/density';
import { TileAddresses } from '../../src/browser/tiles/tile-address';
import { TileLoader } from '../../src/browser/tiles/tile-loader';
import { ALL_TIME } from '../../src/browser/view/window';
import { encoded } from './tiles-encoding';
import { type Sample, tileOf } from './tiles-samples';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);
const at = (days: number): number => MONDAY + days * DAY;

/** 3,000 incidents, a tenth of a day apart, all in one cell in the east. */
const SAMPLES: readonly Sample[] = Array.from({ length: 3000 }, (_, i) => ({ cell: 2, group: 0, start: at(i / 10), end: at(i / 10) }));

/** The server of these tests: what it was asked, and what it says instead of the usual once. */
let asked: string[] = [];
let instead = new Map<string, () => Response>();
let aborted: string[] = [];
/** Tiles come in steps of a week, whatever is asked for. */
let hasLonger = false;
const loader = new TileLoader();

function answer(address: string): Response {
  const { pathname, searchParams } = new URL(address, 'http://here');
  const path = pathname.replace('/data/r/', '');
  const span = searchParams.get('span')?.split(',');
  const extra = searchParams.getAll('edge').map(edge => Date.parse(edge));
  const step = span?.[2] === undefined ? 28 : hasLonger && path !== 'times' ? 7 : Number(span[2].replace(/\D/g, '')) / (span[2].endsWith('h') ? 24 : 1);
  const [from, to] = span === undefined ? [at(0), at(308)] : [Date.parse(span[0]!), Date.parse(span[1]!)];
  const even = Array.from({ length: Math.round((to - from) / step / DAY) + 1 }, (_, i) => from + i * step * DAY);
  const edges = [...new Set([...even, ...extra])].sort((a, b) => a - b);
  if (path === 'marks') {
    const [start, end] = searchParams.get('during')?.split(',').map(side => Date.parse(side)) ?? [-Infinity, Infinity];
    const found = SAMPLES.filter(sample => sample.start! >= start! && sample.start! < end!).map((sample, i) => ({ slug: `i${i}`, start: sample.start }));
    return Response.json({ count: found.length, incidents: found.length > 2000 ? [] : found });
  }
  return new Response(encoded(tileOf(SAMPLES, edges, path === 'times' ? 1 : 4)));
}

function build(): { density: Density; changes: () => number; problems: unknown[] } {
  let changes = 0;
  const problems: unknown[] = [];
  const density = new Density(new TileAddresses('/data/r', '?kind=attack', 'dataset'), loader, { changed: () => changes++, failed: problem => problems.push(problem) });
  return { density, changes: () => changes, problems };
}

/** Lets what was put off happen, and all that follows from it. */
async function settle(milliseconds = 200): Promise<void> {
  mock.timers.tick(milliseconds);
  for (let i = 0; i < 60; i++) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

beforeEach(() => {
  [asked, aborted, instead, hasLonger] = [[], [], new Map(), false];
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(globalThis, 'fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push(address);
    signal.addEventListener('abort', () => aborted.push(address));
    await new Promise(resolve => setImmediate(resolve));
    signal.throwIfAborted();
    const other = [...instead].find(([part]) => address.includes(part));
    if (other !== undefined) {
      instead.delete(other[0]);
      return other[1]();
    }
    return answer(address);
  });
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const EAST = { zoom: 3, left: 0.5, top: 0, right: 0.75, bottom: 0.25 };

test('the first picture is asked for at the addresses that the page fetches ahead', async () => {
  const { density } = build();
  await density.open({ from: at(3), to: at(10) + 15_000 });
  assert.deepEqual(asked, [
    '/data/r/tiles/0/0/0?kind=attack&colour=dataset',
    '/data/r/times?kind=attack&colour=dataset&edge=2024-01-04T00:00Z&edge=2024-01-11T00:00:15Z',
  ]);
  assert.equal(density.times!.counts.totals[0], 71);
  density.dispose();
});

test('tiles come for what is shown, at the edges of the range; until then a part of the overview stands in', async () => {
  const { density, changes } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  const before = density.tilesFor(EAST);
  assert.deepEqual(before.map(({ z, x, y, clip }) => ({ z, x, y, clip })), [{ z: 0, x: 0, y: 0, clip: { left: 0.5, top: 0, right: 0.75, bottom: 0.25 } }]);

  asked = [];
  await settle();
  assert.deepEqual(asked.map(address => decodeURIComponent(address)), [
    '/data/r/times?kind=attack&colour=dataset&span=2023-12-25T00:00Z,2024-11-09T00:00Z,12h',
    '/data/r/tiles/2/2/0?kind=attack&colour=dataset&span=2023-12-25T00:00Z,2024-11-09T00:00Z,12h',
  ]);
  assert.deepEqual(density.tilesFor(EAST).map(({ z, x, y, clip }) => ({ z, x, y, clip })), [{ z: 2, x: 2, y: 0, clip: null }]);
  assert.equal(changes(), 1);
  density.dispose();
});

test('moving the window asks for nothing while its sides are edges, and every count follows', async () => {
  const { density } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  density.tilesFor(EAST);
  await settle();
  asked = [];
  for (let day = 0; day < 50; day++) {
    density.moveWindow(density.snapped({ from: at(day) + 60_000, to: at(day + 20) + 60_000 }));
  }
  await settle();
  assert.deepEqual(asked, []);
  assert.deepEqual([density.times!.counts.totals[0], density.tilesFor(EAST)[0]!.counts.totals[0], density.snap(at(7) + 999)], [200, 200, at(7)]);
  density.dispose();
});

test('the tiles come in finer cells also where the map arrives long after its last move', async () => {
  const { density } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  density.head(EAST);
  density.tilesFor(EAST);
  await settle();
  await settle(1300);
  assert.deepEqual(asked.filter(address => address.includes('side=512')), []);

  density.head(null);
  await settle();
  await settle(1300);
  assert.equal(asked.filter(address => address.includes('side=512')).length, 1);
  density.dispose();
});

test('what was asked for in the midst of a gesture is not the last: at rest finer cells come', async () => {
  let now = 0;
  mock.method(performance, 'now', () => now);
  const { density } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  density.tilesFor(EAST);
  now = 390;
  density.moveWindow({ from: at(3), to: at(5) });
  await settle(20);
  await settle();
  await settle(1300);
  assert.equal(asked.filter(address => address.includes('side=512')).length, 1);
  density.dispose();
});

test('a window that is not on edges is counted exactly once its sides have come as edges', async () => {
  const { density } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  density.tilesFor(EAST);
  await settle();
  density.moveWindow({ from: at(3) + 8_640_000 * 0.5, to: at(5) });
  await settle();
  assert.deepEqual([density.times!.counts.totals[0], density.tilesFor(EAST)[0]!.counts.totals[0]], [19, 19]);
  asked = [];
  await settle();
  assert.deepEqual(asked, []);
  density.dispose();
});

test('what is no longer shown is not fetched any further', async () => {
  const { density } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  density.tilesFor(EAST);
  mock.timers.tick(200);
  density.tilesFor({ zoom: 6, left: 0.1, top: 0.6, right: 0.101, bottom: 0.601 });
  mock.timers.tick(200);
  await settle(0);
  assert.deepEqual(aborted.map(address => new URL(address, 'http://here').pathname), ['/data/r/tiles/2/2/0']);
  density.dispose();
});

test('a tile that comes in longer steps is not asked for again until the window has sides that it lacks', async () => {
  const { density, problems } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  density.tilesFor(EAST);
  hasLonger = true;
  await settle();
  const weeks = density.tilesFor(EAST)[0]!.tile;
  assert.deepEqual([weeks.side, weeks.edges[1]! - weeks.edges[0]!, problems], [4, 7 * DAY, []]);
  asked = [];
  await settle();
  assert.deepEqual(asked, []);

  density.moveWindow({ from: at(2), to: at(5.5) }); // on the edges of the span, not on the longer ones
  await settle();
  assert.deepEqual(asked, ['/data/r/tiles/2/2/0?kind=attack&colour=dataset&span=2023-12-25T00:00Z,2024-11-09T00:00Z,12h&edge=2024-01-03T00:00Z&edge=2024-01-06T12:00Z']);
  assert.equal(density.tilesFor(EAST)[0]!.counts.totals[0], 35);

  asked = [];
  density.moveWindow({ from: at(2), to: at(7) }); // one side is an edge only because it was asked for
  await settle();
  assert.deepEqual(asked, []);
  density.moveWindow({ from: at(2), to: at(8) });
  await settle();
  assert.deepEqual([asked.length, density.tilesFor(EAST)[0]!.counts.totals[0]], [1, 60]);
  density.dispose();
});

test('where a tile that is there has nothing, none is asked for and none is drawn', async () => {
  const { density } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  density.tilesFor(EAST);
  await settle();
  asked = [];
  assert.deepEqual(density.tilesFor({ ...EAST, left: 0.25, bottom: 0.5 }).map(({ z, x, y, clip }) => ({ z, x, y, clip })), [{ z: 2, x: 2, y: 0, clip: null }]);
  assert.deepEqual(density.tilesFor({ zoom: 4, left: 0.5, top: 0, right: 0.625, bottom: 0.25 }), []);
  await settle();
  assert.deepEqual([asked.filter(address => address.includes('/tiles/')), density.isRefining], [[], false]);
  density.dispose();
});

test('a busy server is asked again after the time that it says, and what cannot be had is told', async () => {
  const { density, problems } = build();
  const busy = (): Response => new Response(JSON.stringify({ detail: 'busy' }), { status: 503, headers: { 'content-type': 'application/problem+json', 'retry-after': '2' } });
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  density.tilesFor(EAST);
  instead.set('tiles/2/2/0', busy);
  await settle();
  await settle(2000);
  assert.deepEqual([density.tilesFor(EAST)[0]!.z, problems], [2, []]);

  const nearer = { zoom: 4, left: 0.625, top: 0, right: 0.75, bottom: 0.125 };
  density.tilesFor(nearer);
  instead.set('tiles/3/5/0', () => new Response('', { status: 500 }));
  await settle();
  assert.equal(problems.length, 1);
  density.retry();
  await settle();
  assert.equal(density.tilesFor(nearer)[0]!.z, 3);
  density.dispose();
});

test('marks that may be shown next are there as soon as they are, and not asked for twice', async () => {
  const { density } = build();
  await density.open(ALL_TIME);
  density.tilesFor({ zoom: 2, left: 0, top: 0, right: 1, bottom: 1 });
  await settle();
  asked = [];
  instead.set('/marks', () => Response.json({ count: 1, incidents: [{ slug: 'lonely', start: at(1) }] }));
  const corner = { zoom: 3, left: 0.9, top: 0.9, right: 0.95, bottom: 0.95 };
  const drawn = (): string[] | undefined => density.mapMarks?.incidents.map(({ slug }) => slug);
  density.foresee(corner);
  await settle();
  assert.deepEqual(asked.map(address => address.split('?')[0]), ['/data/r/marks']);
  assert.equal(drawn(), undefined);

  density.head(corner);
  await settle(0);
  density.tilesFor(corner);
  assert.deepEqual(drawn(), ['lonely']);
  assert.equal(asked.length, 1);
  density.dispose();
});

test('the marks of a part that holds few come with it, with room around, and those of many do not', async () => {
  const { density } = build();
  await density.open(ALL_TIME);
  density.setRange(at(0), at(300), 1000);
  await settle();
  assert.equal(density.timeMarks, null);
  assert.deepEqual(asked.filter(address => address.includes('/marks')), []);

  density.setRange(at(10), at(20), 1000);
  await settle();
  await settle();
  assert.deepEqual([density.timeMarks!.incidents.length > 100, density.find('i0')?.start], [true, density.timeMarks!.incidents[0]!.start]);
  asked = [];
  density.setRange(at(10.1), at(20.1), 1000);
  assert.notEqual(density.timeMarks, null);
  await settle();
  assert.deepEqual(asked.filter(address => address.includes('/marks')), []);
  assert.equal(await density.marksIn(null, ALL_TIME), null);
  density.dispose();
});
