import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapToEdges } from '../../src/browser/timeline/edge-snap';

const snap = snapToEdges(Float64Array.of(100, 200, 250, 400));

test('a time is caught by the nearest edge', () => {
  assert.deepEqual([0, 149, 151, 230, 390, 900].map(time => snap.round(time)), [100, 100, 200, 250, 400, 400]);
});

test('the edges before and after a time are others than its own, as far as there are any', () => {
  assert.deepEqual([99, 100, 220, 250, 400, 500].map(time => [snap.floor(time), snap.previous(time), snap.next(time)]), [
    [100, 100, 100], [100, 100, 200], [200, 200, 250], [250, 200, 400], [400, 250, 400], [400, 400, 400]]);
});

test('without edges to catch on every time is right as it is', () => {
  assert.equal(snapToEdges(Float64Array.of(100)).round(123), 123);
});
