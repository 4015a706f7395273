import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Grid } from '../../src/browser/map/grid';

test('a grid finds what lies in the cells that a box touches, as found by looking at all of it', () => {
  let seed = 3;
  const random = (below: number): number => (seed = seed * 48271 % 2147483647) % below;
  const place = (): number => random(800) / 4 - 100;
  const points = Array.from({ length: 300 }, () => ({ x: place(), y: place() }));
  const grid = new Grid<number>(16);
  points.forEach((point, i) => grid.add(point, i));
  const cellOf = (at: number): number => Math.floor(at / 16);
  for (let step = 0; step < 300; step++) {
    const [left, top] = [place(), place()];
    const [right, bottom] = [left + random(60), top + random(60)];
    const there = points.flatMap(({ x, y }, i) =>
      cellOf(x) >= cellOf(left) && cellOf(x) <= cellOf(right) && cellOf(y) >= cellOf(top) && cellOf(y) <= cellOf(bottom) ? [i] : []);
    assert.deepEqual(grid.within(left, top, right, bottom).sort((a, b) => a - b), there);
  }
});
