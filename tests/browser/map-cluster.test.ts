import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cluster, REACH, ringRadius } from '../../src/browser/map/cluster';

const SIZE = 1000; // pixels to one unit

/** Always the same points, spread over the unit square. */
function scattered(count: number): { x: number; y: number }[] {
  let seed = 7;
  const next = (): number => (seed = seed * 16807 % 2147483647) / 2147483647;
  return Array.from({ length: count }, () => ({ x: next(), y: next() }));
}

function members(points: { x: number; y: number }[], size = SIZE): number[][] {
  return cluster(points, size).map(group => [...group.members]);
}

test('every point is in exactly one group', () => {
  assert.deepEqual(members(scattered(800)).flat().sort((a, b) => a - b), Array.from({ length: 800 }, (_, i) => i));
});

test('the same points give the same groups', () => {
  assert.deepEqual(cluster(scattered(500), SIZE), cluster(scattered(500), SIZE));
});

test('points that would overlap are one group, others are not', () => {
  const apart = (REACH + 1) / SIZE;
  assert.deepEqual(members([{ x: 0.1, y: 0.1 }, { x: 0.1 + apart, y: 0.1 }, { x: 0.095, y: 0.1 }]), [[0, 2], [1]]);
});

test('a group stands in the middle of its members, each as heavy as the next', () => {
  const [group] = cluster([{ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }, { x: 0.53, y: 0.5 }], SIZE);
  assert.deepEqual([group!.x.toFixed(6), group!.y.toFixed(6)], ['0.510000', '0.500000']);
});

test('zooming in takes groups apart, never together', () => {
  const points = scattered(300);
  const counts = [500, 1000, 2000, 4000, 8000, 16000, 64000].map(size => members(points, size).length);
  assert.deepEqual(counts, [...counts].sort((a, b) => a - b));
  assert.equal(counts.at(-1), 300);
});

test('what is at one place stays one group at every zoom', () => {
  const same = [{ x: 0.3, y: 0.3 }, { x: 0.3, y: 0.3 }, { x: 0.3, y: 0.3 }];
  assert.deepEqual([1e3, 1e6, 1e9].map(size => members(same, size)), [[[0, 1, 2]], [[0, 1, 2]], [[0, 1, 2]]]);
});

test('no two groups stand closer than their least distance', () => {
  const groups = cluster(scattered(2000), SIZE);
  const close = groups.flatMap((a, i) => groups.slice(i + 1).filter(b => Math.hypot(a.x - b.x, a.y - b.y) * SIZE < REACH * 0.8 - 1e-6));
  assert.deepEqual(close, []);
});

test('no points, no groups', () => {
  assert.deepEqual(cluster([], SIZE), []);
});

test('rings grow with their count, slowly and not for ever', () => {
  assert.deepEqual([2, 7, 43, 5000].map(count => Math.round(ringRadius(count))), [14, 18, 24, 34]);
});
