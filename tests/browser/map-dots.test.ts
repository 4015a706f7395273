import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDots } from '../../src/browser/map/density/dots';
import { Ramp } from '../../src/browser/map/density/ramp';
import { type LoadedTile, loadedTile } from '../../src/browser/tiles/loaded-tiles';
import { Signs, UNMENTIONED } from '../../src/browser/view/signs';
import { ALL_TIME, type TimeWindow } from '../../src/browser/view/window';
import { madeTile } from './made-tiles';
import { type Sample, tileOf } from './tiles-samples';

const RAMP = new Ramp(['#ffe0c0', '#400000'], 100);
const colourOf = (count: number): number => RAMP.dot(RAMP.stepOf(count));
const EDGES = [0, 10, 20, 30, 40, 50];
const SIDE = 512;
/** The tile 0/0/0 in pixels, none beside. */
const FRAME = { zoom: 1, left: 0, top: 0, width: SIDE, height: SIDE };

const sample = (column: number, row: number, start = 15): Sample => ({ cell: row * SIDE + column, group: 0, start, end: start });

/** The colour of each pixel that has one, by "column row". */
function drawn(samples: readonly Sample[], size = 2, window: TimeWindow = ALL_TIME): Map<string, number> {
  return dotsOf(loadedTile({ z: 0, x: 0, y: 0 }, tileOf(samples, EDGES, SIDE), window), size);
}

function dotsOf(tile: LoadedTile, size: number, signs = new Signs()): Map<string, number> {
  const pixels = new Uint32Array(SIDE * SIDE);
  drawDots(pixels, SIDE, [tile], { frame: FRAME, ratio: 1, size, reach: 2 * size, ramp: RAMP, signs });
  return new Map([...pixels.entries()].filter(([, colour]) => colour !== 0).map(([pixel, colour]) => [`${pixel % SIDE} ${Math.floor(pixel / SIDE)}`, colour]));
}

test('one incident is a dot of two by two pixels where it is', () => {
  assert.deepEqual([...drawn([sample(100, 200)])], ['100 200', '101 200', '100 201', '101 201'].map(place => [place, colourOf(1)]));
});

test('a dot is as strong as it is crowded in the four pixels around, as a coarse cell is', () => {
  const dots = drawn([sample(100, 200), sample(101, 201), sample(101, 201), sample(110, 200)]);
  assert.deepEqual(['100 200', '102 202', '110 200'].map(place => dots.get(place)), [colourOf(3), colourOf(3), colourOf(1)]);
});

test('only incidents of the window have dots, and crowd others', () => {
  const dots = drawn([sample(100, 200), sample(101, 201, 25), sample(110, 200, 25)], 2, { from: 10, to: 20 });
  assert.deepEqual([...dots.keys()], ['100 200', '101 200', '100 201', '101 201']);
  assert.equal(dots.get('101 201'), colourOf(1));
});

test('what the lens does not mention is a quiet dot below all others, and crowds none', () => {
  const at = (column: number, row: number, kind: string) => ({ x: (column + 0.5) / SIDE, y: (row + 0.5) / SIDE, kind, stretch: 1 });
  const tile = madeTile([...Array.from({ length: 50 }, () => at(100, 200, UNMENTIONED)), at(101, 200, 'attack'), at(101, 200, UNMENTIONED)], { z: 0, x: 0, y: 0, side: SIDE });
  const dots = dotsOf(tile, 2, new Signs('kind', [], 'CENTCOM'));
  assert.deepEqual(['100 200', '101 200', '102 200'].map(place => dots.get(place)), [RAMP.quiet, colourOf(1), colourOf(1)]);
});

test('where dots overlap the strongest one is seen, in whatever order they come', () => {
  let state = 7;
  const random = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const samples = Array.from({ length: 1500 }, () => sample(40 + random(60), 40 + random(60)));
  for (const size of [2, 3]) {
    const shift = Math.round(-size / 2 + 0.5); // of a dot whose middle is its cell's
    const corners = samples.map(({ cell }) => ({ x: cell % SIDE + shift, y: Math.floor(cell / SIDE) + shift }));
    const expected = new Map<string, number>();
    for (const { x, y } of corners) {
      const crowd = corners.filter(other => x - other.x >= -size && x - other.x < size && y - other.y >= -size && y - other.y < size).length;
      for (let pixel = 0; pixel < size * size; pixel++) {
        const place = `${x + pixel % size} ${y + Math.floor(pixel / size)}`;
        expected.set(place, Math.max(expected.get(place) ?? 0, crowd));
      }
    }
    const dots = drawn(samples, size);
    assert.deepEqual([...dots.keys()].sort(), [...expected.keys()].sort());
    for (const [place, crowd] of expected) {
      assert.equal(dots.get(place), colourOf(crowd), `${place}, ${crowd}`);
    }
  }
});
