import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, type Pose } from '../../src/browser/briefing/motion';

const START: Pose = { viewport: { lat: 33, lon: 44, zoom: 6 }, window: { from: 0, to: 1000 }, pointer: { lat: 33, lon: 44 } };
const END: Pose = { viewport: { lat: 33, lon: 46, zoom: 6 }, window: { from: 100, to: 3000 }, pointer: { lat: 33, lon: 45 } };

test('half of the way is half of the map, the window and the pointer', () => {
  const { viewport, window, pointer } = between(START, END, 0.5);
  assert.deepEqual(window, { from: 50, to: 2000 });
  assert.deepEqual([viewport!.lat.toFixed(9), viewport!.lon.toFixed(9), viewport!.zoom, pointer!.lon.toFixed(9)], ['33.000000000', '45.000000000', 6, '44.500000000']);
});

test('the whole way is the other pose, to the last digit', () => {
  assert.equal(between(START, END, 1), END);
});

test('while it zooms, what stays in place on both maps stays in place between them', () => {
  // At zoom 7 the point 4 degrees east of the first middle is 2 of those degrees from the second.
  const zoomed: Pose = { ...START, viewport: { lat: 33, lon: 46, zoom: 7 } };
  for (const share of [0.25, 0.5, 0.75]) {
    const { viewport } = between(START, zoomed, share);
    assert.equal(((48 - viewport!.lon) * 2 ** viewport!.zoom).toFixed(6), (4 * 2 ** 6).toFixed(6));
  }
});

test('across the date line it goes the short way', () => {
  const { viewport } = between({ ...START, viewport: { lat: 0, lon: 179, zoom: 4 } }, { ...START, viewport: { lat: 0, lon: -179, zoom: 4 } }, 0.5);
  assert.equal(Math.abs(viewport!.lon).toFixed(6), '180.000000');
});

test('a way too far to be seen, an open window and a pointer that comes or goes are not moved but shown', () => {
  const far: Pose = { viewport: { lat: -33, lon: -70, zoom: 9 }, window: { from: null, to: 5 }, pointer: null };
  const near: Pose = { ...START, viewport: { ...START.viewport!, zoom: 9 } };
  assert.deepEqual(between(near, far, 0.5), { viewport: far.viewport, window: { from: null, to: 503 }, pointer: null });
  assert.deepEqual(between(far, near, 0.5).pointer, near.pointer);
});
