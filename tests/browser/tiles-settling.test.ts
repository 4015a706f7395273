import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Density } from '../../src/browser/tiles/density';
import { TileAddresses } from '../../src/browser/tiles/tile-address';
import { TileDecoder } from '../../src/browser/tiles/tile-decoder';
import { ALL_TIME } from '../../src/browser/view/window';
import { encoded } from './tiles-encoding';
import { DAY, evenEdges, histogram, MONDAY, samples } from './timeline-tiles';

const tile = histogram(samples(3000, 300), evenEdges(40, 7 * DAY));
const at = (days: number): number => MONDAY + days * DAY;
let asked: string[] = [];
let now = 0;

async function opened(): Promise<Density> {
  const density = new Density(new TileAddresses('/data/r', '', 'kind'), new TileDecoder(), { changed: () => {}, failed: () => {} });
  await density.open(ALL_TIME);
  asked = [];
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
  mock.method(globalThis, 'fetch', async (address: string) => {
    asked.push(address);
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

test('a window that leaves what is counted keeps its sides closed', async () => {
  const density = await opened();
  const last = at(40 * 7);
  assert.deepEqual([{ from: last + 3, to: last + DAY }, { from: at(-30), to: at(-20) }, { from: null, to: last + DAY }, ALL_TIME].map(window => density.snapped(window)), [
    { from: last - 7 * DAY, to: last }, { from: MONDAY, to: at(7) }, { from: null, to: last }, ALL_TIME]);
});
