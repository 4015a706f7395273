import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Density } from '../../src/browser/tiles/density';
import { TileAddresses } from '../../src/browser/tiles/tile-address';
import { TileLoader } from '../../src/browser/tiles/tile-loader';
import type { ShownSquare } from '../../src/browser/tiles/wanted-tiles';
import { ALL_TIME } from '../../src/browser/view/window';
import { encoded } from './tiles-encoding';
import { DAY, evenEdges, histogram, MONDAY, samples } from './timeline-tiles';

const tile = histogram(samples(3000, 300), evenEdges(40, 7 * DAY));
const at = (days: number): number => MONDAY + days * DAY;
let asked: string[] = [];
let aborted: string[] = [];
let changes = 0;
let now = 0;

async function opened(): Promise<Density> {
  const density = new Density(new TileAddresses('/data/r', '', 'kind'), new TileLoader(), { changed: () => changes++, failed: () => {} });
  await density.open(ALL_TIME);
  [asked, aborted, changes] = [[], [], 0];
  return density;
}

function timesAsked(): number {
  return asked.filter(address => address.startsWith('/data/r/times')).length;
}

/** Frames of 50 milliseconds without a rest. */
function frames(count: number, frame: (number: number) => void): void {
  for (let i = 0; i < count; i++) {
    frame(i);
    now += 50;
    mock.timers.tick(50);
  }
}

beforeEach(() => {
  now = 1000;
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(performance, 'now', () => now);
  mock.method(globalThis, 'fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push(address);
    signal.addEventListener('abort', () => aborted.push(address));
    return Promise.resolve(new Response(encoded(tile)));
  });
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

test('a range that moves without a rest is asked for all the same, a window that moves is not', async () => {
  const density = await opened();
  frames(30, i => density.moveWindow({ from: at(7 * i), to: at(7 * i + 70) }));
  assert.equal(asked.length, 0);
  frames(7, i => density.setRange(at(i), at(i + 60), 600));
  assert.equal(asked.length, 0);
  frames(2, i => density.setRange(at(i), at(i + 60), 600));
  assert.equal(timesAsked(), 1);
});

/** Too many incidents for marks. */
const world = (zoom: number): ShownSquare => ({ zoom, left: 0, top: 0, right: 1, bottom: 1 });

/** The zooms of the tiles that were asked for. */
function zoomsAsked(): number[] {
  return [...new Set(asked.flatMap(address => /tiles\/(\d+)/.exec(address)?.[1] ?? []).map(Number))];
}

test('what is missing at the end of a gesture is asked for at once', async () => {
  const density = await opened();
  density.tilesFor(world(4));
  density.gesture('moving');
  assert.deepEqual(zoomsAsked(), []);
  density.gesture('settled');
  assert.deepEqual(zoomsAsked(), [3]);
  now += 1000;
  density.setRange(at(0), at(100), 600);
  density.gesture('settled');
  assert.equal(timesAsked(), 1);
  density.dispose();
});

test('zooms that are passed without a rest are not asked for, however long it takes', async () => {
  const density = await opened();
  density.tilesFor(world(1));
  density.gesture('settled');
  asked = [];
  now += 1000;
  frames(30, i => {
    density.tilesFor(world(2 + Math.floor(i / 10)));
    density.gesture('moving');
  });
  assert.deepEqual(asked, []);
  density.gesture('settled');
  assert.deepEqual(zoomsAsked(), [3]);
  density.dispose();
});

test('gestures that follow each other closely are one: only its first step and its end are asked for', async () => {
  const density = await opened();
  frames(3, i => {
    density.tilesFor(world(2 + i));
    density.gesture('settled');
  });
  assert.deepEqual(zoomsAsked(), [1]);
  frames(3, () => {});
  await new Promise(resolve => setImmediate(resolve)); // the first four end
  assert.deepEqual(zoomsAsked(), [1, 3]);
  density.dispose();
});

test('where the map goes is asked for as it sets out, and what it passes never, however slowly', async () => {
  const density = await opened();
  density.tilesFor(world(1));
  density.gesture('settled');
  frames(3, () => {});
  asked = [];
  now += 1000;
  density.head(world(3));
  assert.deepEqual(zoomsAsked(), [2]);
  density.tilesFor(world(2));
  density.gesture('moving');
  frames(20, () => {});
  assert.deepEqual(zoomsAsked(), [2]);

  await new Promise(resolve => setImmediate(resolve));
  asked = [];
  density.tilesFor(world(3));
  density.head(null);
  density.gesture('settled');
  density.tilesFor(world(2));
  density.gesture('settled');
  frames(20, () => {});
  assert.deepEqual(zoomsAsked(), [1]); // the others have come
  density.dispose();
});

/** All answers come, and what follows from them. */
async function answered(): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

test('what may be shown next is asked for once all that is shown is there, and nobody hears of it until it is shown', async () => {
  const density = await opened();
  density.foresee(world(3));
  density.tilesFor(world(2));
  density.gesture('settled');
  assert.deepEqual(zoomsAsked(), [1]);
  assert.equal(density.isRefining, true);
  await answered();
  assert.deepEqual(zoomsAsked(), [1, 2]);
  assert.equal(density.isRefining, false);
  assert.equal(changes, 1);

  asked = [];
  density.head(world(3));
  density.tilesFor(world(3));
  density.head(null);
  assert.deepEqual(asked, []);
  assert.deepEqual([...new Set(density.tilesFor(world(3)).map(({ z, clip }) => `${z} ${String(clip)}`))], ['2 null']);
  density.dispose();
});

test('what may be shown next is not asked for before what is shown is drawn, nor while something moves', async () => {
  const frames: (() => void)[] = [];
  Object.assign(globalThis, { requestAnimationFrame: (frame: () => void) => frames.push(frame) });
  const drawn = (): void => [1, 2].forEach(() => frames.splice(0).forEach(frame => frame()));
  try {
    const density = await opened();
    density.tilesFor(world(2));
    density.gesture('settled');
    await answered();
    density.foresee(world(3));
    assert.deepEqual(zoomsAsked(), [1]);
    drawn();
    assert.deepEqual(zoomsAsked(), [1, 2]);
    await answered();
    asked = [];
    now += 1000;
    density.foresee(world(4));
    density.tilesFor({ ...world(2), bottom: 0.9 });
    drawn();
    assert.deepEqual(zoomsAsked(), []);
    density.gesture('settled');
    drawn();
    assert.deepEqual(zoomsAsked(), [3]);
    density.dispose();
  } finally {
    Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
  }
});

test('what was foreseen and is on its way is waited for from when it is to be shown, and not asked for twice', async () => {
  const density = await opened();
  density.tilesFor(world(2));
  density.gesture('settled');
  await answered();
  [asked, changes] = [[], 0];
  density.foresee(world(3));
  const ahead = [...asked];
  assert.equal(density.isRefining, false);
  density.head(world(3));
  density.tilesFor(world(3));
  density.head(null);
  assert.deepEqual(asked, ahead);
  assert.equal(density.isRefining, true);
  await answered();
  assert.equal(changes > 0, true);
  assert.deepEqual(zoomsAsked(), [2]);
  density.dispose();
});

test('what was foreseen is given up for anything else, and where the incidents themselves will come these are foreseen instead', async () => {
  const density = await opened();
  density.tilesFor(world(2));
  density.gesture('settled');
  await answered();
  asked = [];
  density.foresee({ zoom: 3, left: 0.9, top: 0.9, right: 0.95, bottom: 0.95 });
  assert.deepEqual(asked.map(address => address.split('?')[0]), ['/data/r/marks']);
  asked = [];
  density.foresee(world(3));
  assert.deepEqual(zoomsAsked(), [2]);
  now += 1000;
  density.tilesFor(world(5));
  density.gesture('settled');
  assert.equal(aborted.length > 0 && aborted.every(address => address.includes('/tiles/2/')), true);
  density.dispose();
});

test('a window that leaves what is counted keeps its sides closed', async () => {
  const density = await opened();
  const last = at(40 * 7);
  assert.deepEqual([{ from: last + 3, to: last + DAY }, { from: at(-30), to: at(-20) }, { from: null, to: last + DAY }, ALL_TIME].map(window => density.snapped(window)), [
    { from: last - 7 * DAY, to: last }, { from: MONDAY, to: at(7) }, { from: null, to: last }, ALL_TIME]);
});
