import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapTo } from '../../src/browser/timeline/snap';
import { neighbour, slidToHold } from '../../src/browser/timeline/stepping';
import { UTC } from '../../src/browser/timeline/zone';
import { isInWindow } from '../../src/browser/view/marks';
import { ALL_TIME, type TimeWindow } from '../../src/browser/view/window';
import { iso, mark, time } from './timeline-marks';

const incidents = [mark('a', '2024-01-01T06:00'), mark('b', '2024-01-10T06:00'), mark('c', '2024-01-20T06:00'), mark('undated', null)];
const window: TimeWindow = { from: time('2024-01-08'), to: time('2024-01-12') };
const days = snapTo({ unit: 'day', count: 1 }, UTC);

test('the neighbour is the next one by start, in the window or not', () => {
  assert.deepEqual([neighbour(incidents, 'b', window, 1)?.slug, neighbour(incidents, 'b', window, -1)?.slug], ['c', 'a']);
});

test('beyond the first and the last there is none', () => {
  assert.deepEqual([neighbour(incidents, 'a', window, -1), neighbour(incidents, 'undated', window, 1), neighbour([], null, window, 1)], [null, null, null]);
});

test('without a selection it is the first or the last that begins in the window, else of all', () => {
  const campaign = mark('campaign', '2023-10-01', { ongoing: true, spanEnd: null });
  assert.equal(neighbour([campaign, ...incidents], null, window, 1)?.slug, 'b');
  assert.deepEqual([neighbour(incidents, null, window, 1)?.slug, neighbour(incidents, null, window, -1)?.slug], ['b', 'b']);
  assert.equal(neighbour(incidents, null, { from: time('2024-02-01'), to: null }, 1)?.slug, 'a');
});

test('the window slides just far enough to hold the incident', () => {
  const slid = (slug: string): string[] => {
    const moved = slidToHold(window, incidents.find(one => one.slug === slug)!, days);
    return [iso(moved.from!), iso(moved.to!)];
  };
  assert.deepEqual([slid('a'), slid('b'), slid('c')], [
    ['2024-01-01T00:00', '2024-01-05T00:00'], ['2024-01-08T00:00', '2024-01-12T00:00'], ['2024-01-17T00:00', '2024-01-21T00:00']]);
});

test('whatever the window was, it then holds the incident', () => {
  const windows: TimeWindow[] = [ALL_TIME, window, { from: window.from, to: null }, { from: null, to: window.to }, { from: time('2024-01-10T06:00'), to: time('2024-01-20T06:00') }];
  for (const one of windows) {
    for (const incident of incidents.slice(0, 3)) {
      assert.equal(isInWindow(incident, slidToHold(one, incident, days)), true, `${incident.slug} in ${JSON.stringify(one)}`);
    }
  }
});
