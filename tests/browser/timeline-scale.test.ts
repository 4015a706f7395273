import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeScale, padded, union } from '../../src/browser/timeline/scale';

const scale = new TimeScale(1000, 2000, 500);
const limits = { from: 0, to: 10_000, shortest: 100 };
const range = ({ from, to }: { from: number; to: number }): number[] => [from, to];

test('time and pixels are each other\'s inverse', () => {
  assert.deepEqual([scale.x(1500), scale.time(250), scale.grain], [250, 1500, 2]);
});

test('zooming keeps the time under the pointer', () => {
  const zoomed = scale.zoomed(0.5, 100, limits);
  assert.deepEqual([zoomed.span, zoomed.time(100)], [500, scale.time(100)]);
});

test('zooming stops at the shortest span and at the limits', () => {
  assert.equal(scale.zoomed(0.001, 100, limits).span, 100);
  assert.deepEqual(range(scale.zoomed(1000, 100, limits)), [0, 10_000]);
  assert.deepEqual(range(scale.zoomed(4, 500, limits)), [0, 4000]);
});

test('panning stops at the limits', () => {
  assert.deepEqual(range(scale.panned(-100, limits)), [1200, 2200]);
  assert.deepEqual(range(scale.panned(100_000, limits)), [0, 1000]);
  assert.deepEqual(range(scale.panned(-100_000, limits)), [9000, 10_000]);
});

test('two fingers keep the times that they hold', () => {
  const pinched = scale.pinched({ x: 100, time: 1400 }, { x: 400, time: 1700 }, limits);
  assert.deepEqual([pinched.time(100), pinched.time(400)], [1400, 1700]);
});

test('a range without a length is padded to a day', () => {
  assert.deepEqual([padded({ from: 0, to: 100 }, 0.1), padded({ from: 0, to: 0 }, 0.1)], [{ from: -10, to: 110 }, { from: -43_200_000, to: 43_200_000 }]);
});

test('the union holds what is known', () => {
  assert.deepEqual([union({ from: 1, to: 2 }, null, { from: 0, to: 1 }), union(null)], [{ from: 0, to: 2 }, null]);
});
