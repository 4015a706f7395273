import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapToEdges, waitingIn } from '../../src/browser/timeline/edge-snap';

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

test('a window that moves on waits at the end of what is counted, its length kept', () => {
  const known = { from: 100, to: 400 };
  assert.deepEqual([{ from: 380, to: 430 }, { from: 60, to: 90 }, { from: 120, to: 300 }, { from: null, to: 450 }, { from: 450, to: null }].map(window => waitingIn(known, window)), [
    { from: 350, to: 400 }, { from: 100, to: 130 }, { from: 120, to: 300 }, { from: null, to: 400 }, { from: 450, to: null }]);
});
