import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addSteps, edges, floorTo, nextAfter, roundTo, type Step } from '../../src/browser/timeline/calendar';
import { UTC, zoneOf } from '../../src/browser/timeline/zone';
import { iso, time } from './timeline-marks';

const eastern = zoneOf('us-eastern', 0);
const baghdad = zoneOf('local', 180);
const day: Step = { unit: 'day', count: 1 };

test('a step begins where the clock says so', () => {
  const at = time('2024-01-31T22:40');
  const steps: Step[] = [{ unit: 'minute', count: 15 }, { unit: 'hour', count: 6 }, day, { unit: 'week', count: 1 }, { unit: 'month', count: 3 }, { unit: 'year', count: 10 }];
  assert.deepEqual(steps.map(step => iso(floorTo(at, step, UTC))),
    ['2024-01-31T22:30', '2024-01-31T18:00', '2024-01-31T00:00', '2024-01-29T00:00', '2024-01-01T00:00', '2020-01-01T00:00']);
  assert.deepEqual(steps.map(step => iso(nextAfter(at, step, UTC))),
    ['2024-01-31T22:45', '2024-02-01T00:00', '2024-02-01T00:00', '2024-02-05T00:00', '2024-04-01T00:00', '2030-01-01T00:00']);
  assert.equal(iso(floorTo(at, day, baghdad)), '2024-01-31T21:00');
});

test('days are 23 and 25 hours long where clocks change', () => {
  assert.deepEqual(edges(time('2024-03-09T12:00'), time('2024-03-12T00:00'), day, eastern).map(iso),
    ['2024-03-09T05:00', '2024-03-10T05:00', '2024-03-11T04:00', '2024-03-12T04:00']);
  assert.deepEqual(edges(time('2023-11-05T04:00'), time('2023-11-06T05:00'), day, eastern).map(iso), ['2023-11-05T04:00', '2023-11-06T05:00']);
});

test('an hour that a clock skips leaves no empty step', () => {
  assert.deepEqual(edges(time('2024-03-10T06:00'), time('2024-03-10T09:00'), { unit: 'hour', count: 1 }, eastern).map(iso),
    ['2024-03-10T06:00', '2024-03-10T07:00', '2024-03-10T08:00', '2024-03-10T09:00']);
});

test('rounding takes the nearer end of the step', () => {
  assert.deepEqual(['2024-01-10T11:59', '2024-01-10T12:00'].map(at => iso(roundTo(time(at), day, UTC))), ['2024-01-10T00:00', '2024-01-11T00:00']);
});

test('moving by days keeps the time of day on the clock', () => {
  assert.equal(iso(addSteps(time('2024-03-09T17:00'), day, 1, eastern)), '2024-03-10T16:00');
  assert.equal(iso(addSteps(time('2024-01-15T06:00'), { unit: 'month', count: 1 }, -2, UTC)), '2023-11-15T06:00');
});
