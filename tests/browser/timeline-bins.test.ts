import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binAt, binsOf, binStep, niceCeiling } from '../../src/browser/timeline/bins';
import { DAY } from '../../src/browser/timeline/calendar';
import { TimeScale } from '../../src/browser/timeline/scale';
import { UTC, zoneOf } from '../../src/browser/timeline/zone';
import { dated, iso, mark, time } from './timeline-marks';

const marks = dated(
  mark('a', '2024-01-01T10:00', { kind: 'strike' }),
  mark('b', '2024-01-01T23:30', { kind: 'attack', end: time('2024-01-03T12:00') }),
  mark('c', '2024-01-02T00:00', { kind: 'massacre' }),
  mark('d', '2024-01-04T09:00', { kind: 'strike' }),
  mark('undated', null));
const days = new TimeScale(time('2024-01-01T06:00'), time('2024-01-04T18:00'), 60);

test('each incident counts once, where it starts, kinds in their order and the unknown last', () => {
  const { step, edges, counts, totals, first, highest } = binsOf(marks, days, UTC);
  assert.deepEqual(marks.keys, ['attack', 'strike', 'massacre']);
  assert.deepEqual({ step, edges: edges.map(iso), counts: [...counts], totals: [...totals], first: [...first], highest }, {
    step: { unit: 'day', count: 1 },
    edges: ['2024-01-01T00:00', '2024-01-02T00:00', '2024-01-03T00:00', '2024-01-04T00:00', '2024-01-05T00:00'],
    counts: [1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
    totals: [2, 1, 0, 1],
    first: [0, 2, 3, 3, 4],
    highest: 2,
  });
});

test('days are those of the chosen clock', () => {
  assert.deepEqual([...binsOf(marks, days, zoneOf('local', 180)).totals], [1, 2, 0, 1]);
});

test('bins get wider as one zooms out', () => {
  const step = (length: number): string => {
    const { count, unit } = binStep(new TimeScale(0, length, 1000));
    return `${count} ${unit}`;
  };
  assert.deepEqual([DAY / 4, 2 * DAY, 30 * DAY, 100 * DAY, 700 * DAY, 3000 * DAY, 30_000 * DAY].map(step),
    ['5 minute', '1 hour', '12 hour', '1 day', '1 week', '1 month', '1 year']);
});

test('a bin is found by a time in it', () => {
  const bins = binsOf(marks, days, UTC);
  assert.deepEqual(['2023-12-31T23:59', '2024-01-01T00:00', '2024-01-02T23:59', '2024-01-05T00:00'].map(at => binAt(bins, time(at))), [-1, 0, 1, -1]);
});

test('the ceiling is round and never below the count', () => {
  assert.deepEqual([0, 1, 2, 3, 7, 9, 10, 11, 13, 99, 101, 1234].map(niceCeiling), [2, 2, 2, 3, 7, 9, 10, 12, 15, 100, 120, 1500]);
});
