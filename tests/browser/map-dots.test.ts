import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DotGrid, NOTHING, QUIET, TOLD } from '../../src/browser/map/density/dot-grid';
import { DotRaster } from '../../src/browser/map/density/dot-raster';
import { Ramp } from '../../src/browser/map/density/ramp';
import { loadedTile } from '../../src/browser/tiles/loaded-tiles';
import { Signs } from '../../src/browser/view/signs';
import { ALL_TIME } from '../../src/browser/view/window';
import { type Sample, tileOf } from './tiles-samples';

const RAMP = new Ramp(['#ffe0c0', '#400000'], 100);
/** As it is drawn: in one of 32 shades. */
const colourOf = (count: number): number => RAMP.dot(Math.round(Math.round(RAMP.stepOf(count) * 31 / 255) * 255 / 31));
const EDGES = [0, 10, 20, 30, 40, 50];
/** The tile 0/0/0 in pixels, none beside. */
const FRAME = { zoom: 1, left: 0, top: 0, width: 512, height: 512 };

function gridOf(size = 2, width = 512, height = 512): DotGrid {
  return new DotGrid(new Uint32Array(width * height), width, { size, reach: 2 * size, ramp: RAMP });
}

function fineTile(samples: readonly Sample[]): ReturnType<typeof loadedTile> {
  return loadedTile({ z: 0, x: 0, y: 0 }, tileOf(samples, EDGES, 512), ALL_TIME, true);
}

function rasterOf(tile: ReturnType<typeof loadedTile>, grid: DotGrid): DotRaster {
  return new DotRaster([tile], FRAME, 1, new Signs(), grid);
}

const sample = (column: number, row: number, start = 15): Sample => ({ cell: row * 512 + column, group: 0, start, end: start });

/** Pixels that have a colour, as "column row". */
function coloured({ pixels, width }: DotGrid): string[] {
  return [...pixels.entries()].filter(([, colour]) => colour !== 0).map(([pixel]) => `${pixel % width} ${Math.floor(pixel / width)}`);
}

test('one incident is a dot of two by two pixels where it is', () => {
  const grid = gridOf();
  rasterOf(fineTile([sample(100, 200)]), grid);
  assert.deepEqual(coloured(grid), ['100 200', '101 200', '100 201', '101 201']);
});

test('a dot is as strong as it is crowded in the four pixels around, as a coarse cell is', () => {
  const grid = gridOf();
  rasterOf(fineTile([sample(100, 200), sample(101, 201), sample(101, 201), sample(110, 200)]), grid);
  assert.deepEqual([[100, 200], [102, 202], [110, 200]].map(([x, y]) => grid.pixels[y! * 512 + x!]), [colourOf(3), colourOf(3), colourOf(1)]);
});

test('where dots overlap the stronger one is seen, and what it covered comes back when it goes', () => {
  const grid = new DotGrid(new Uint32Array(64), 8, { size: 2, reach: 1, ramp: RAMP });
  const put = (corner: number, change: number, what: 0 | 1 | 2): number[] => {
    grid.count(corner, change, what);
    grid.paint();
    return [...grid.pixels.subarray(9, 12)];
  };
  put(9, 5, TOLD);
  assert.deepEqual(put(10, 50, TOLD), [colourOf(5), colourOf(50), colourOf(50)]);
  assert.deepEqual(put(10, -50, QUIET), [colourOf(5), colourOf(5), RAMP.quiet]);
  assert.deepEqual(put(9, -5, NOTHING), [0, RAMP.quiet, RAMP.quiet]);
});

test('what changed is told once, as far as it reaches in each band of rows', () => {
  const grid = gridOf(2, 128, 256);
  [3 * 128 + 5, 60 * 128 + 90, 63 * 128 + 20].forEach(corner => grid.count(corner, 1, TOLD));
  grid.paint();
  assert.deepEqual(grid.takeDirty(), [{ left: 5, top: 0, width: 87, height: 64 }, { left: 20, top: 64, width: 2, height: 64 }]);
  assert.deepEqual(grid.takeDirty(), []);
});

test('after any way of the window the picture is the one that is drawn anew', () => {
  let state = 7;
  const random = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const samples = Array.from({ length: 3000 }, () => {
    const start = random(60);
    return { cell: (40 + random(60)) * 512 + 40 + random(60), group: 0, start, end: start + (random(4) === 0 ? random(30) : 0) };
  });
  for (const size of [2, 3]) {
    const [tile, grid] = [fineTile(samples), gridOf(size)];
    const raster = rasterOf(tile, grid);
    for (let step = 0; step < 40; step++) {
      const from = random(5);
      tile.counts.move(random(6) === 0 ? ALL_TIME : { from: EDGES[from]!, to: EDGES[from + 1 + random(5 - from)]! });
      raster.update();
      const [anew, other] = [gridOf(size), fineTile(samples)];
      const { from: first, to: last } = tile.counts.edges;
      other.counts.move({ from: EDGES[first] ?? null, to: EDGES[last] ?? null });
      rasterOf(other, anew);
      assert.ok(grid.pixels.every((colour, pixel) => colour === anew.pixels[pixel]), `step ${step}`);
    }
  }
});
