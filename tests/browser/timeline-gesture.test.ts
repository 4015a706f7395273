import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapTo, TO_THE_MINUTE } from '../../src/browser/timeline/snap';
import { UTC, zoneOf } from '../../src/browser/timeline/zone';
import { WindowGesture, type Grip } from '../../src/browser/timeline/window-gesture';
import type { TimeWindow } from '../../src/browser/view/window';
import { iso, time } from './timeline-marks';

const days = snapTo({ unit: 'day', count: 1 }, UTC);
const limits = { from: time('2023-10-01'), to: time('2024-03-01') };
const january: TimeWindow = { from: time('2024-01-10'), to: time('2024-01-20') };

function drag(grip: Grip, from: string, to: string, window = january, snap = days): string[] {
  const result = new WindowGesture(grip, window, time(from), limits).at(time(to), snap);
  return [result.from, result.to].map(edge => edge === null ? 'open' : iso(edge).replace('T00:00', ''));
}

test('an edge follows the pointer and catches on days', () => {
  assert.deepEqual(drag('to', '2024-01-20', '2024-01-25T13:00'), ['2024-01-10', '2024-01-26']);
  assert.deepEqual(drag('from', '2024-01-10', '2024-01-05T11:00'), ['2024-01-05', '2024-01-20']);
});

test('an edge keeps the distance to the pointer that took it', () => {
  assert.deepEqual(drag('to', '2024-01-20T05:00', '2024-01-22T05:00'), ['2024-01-10', '2024-01-22']);
});

test('an edge drawn across the other one becomes the other one', () => {
  assert.deepEqual(drag('to', '2024-01-20', '2024-01-04'), ['2024-01-04', '2024-01-10']);
});

test('at least a unit remains, a minute when nothing is to be caught on', () => {
  assert.deepEqual(drag('to', '2024-01-20', '2024-01-10'), ['2024-01-10', '2024-01-11']);
  assert.deepEqual(drag('from', '2024-01-10', '2024-01-20', january, TO_THE_MINUTE), ['2024-01-20', '2024-01-20T00:01']);
});

test('the pane moves with its length', () => {
  assert.deepEqual(drag('pane', '2024-01-15T07:00', '2024-01-18T09:00'), ['2024-01-13', '2024-01-23']);
});

test('the pane stops at the limits', () => {
  assert.deepEqual(drag('pane', '2024-01-15', '2025-01-15'), ['2024-02-20', '2024-03-01']);
  assert.deepEqual(drag('pane', '2024-01-15', '2020-01-15'), ['2023-10-01', '2023-10-11']);
});

test('on bare ground a new window opens, in either direction', () => {
  assert.deepEqual(drag('ground', '2023-11-02T03:00', '2023-11-09T20:00'), ['2023-11-02', '2023-11-10']);
  assert.deepEqual(drag('ground', '2023-11-09T20:00', '2023-11-02T03:00'), ['2023-11-02', '2023-11-10']);
  assert.deepEqual(drag('ground', '2023-11-09T08:00', '2023-11-09T09:00'), ['2023-11-09', '2023-11-10']);
});

test('a side that is open stays open until its edge is taken', () => {
  const until: TimeWindow = { from: null, to: january.to };
  assert.deepEqual(drag('to', '2024-01-20', '2024-01-22', until), ['open', '2024-01-22']);
  assert.deepEqual(drag('pane', '2024-01-15', '2024-01-16', until), ['open', '2024-01-21']);
  assert.deepEqual(drag('from', '2023-10-01', '2023-10-05', until), ['2023-10-05', '2024-01-20']);
});

test('days are those of the chosen clock', () => {
  assert.deepEqual(drag('to', '2024-01-20', '2024-01-25T13:00', january, snapTo({ unit: 'day', count: 1 }, zoneOf('local', 180))), ['2024-01-10', '2024-01-25T21:00']);
});
