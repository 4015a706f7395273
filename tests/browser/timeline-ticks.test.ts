import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeScale } from '../../src/browser/timeline/scale';
import { ticksOf } from '../../src/browser/timeline/ticks';
import { UTC, zoneOf, type Zone } from '../../src/browser/timeline/zone';
import { time } from './timeline-marks';

function labels(from: string, to: string, width: number, zone: Zone = UTC): { names: string[]; ticks: string } {
  const { spans, ticks } = ticksOf(new TimeScale(time(from), time(to), width), zone);
  return { names: spans.map(span => span.names[0] ?? ''), ticks: ticks.map(tick => tick.label).join(' ') };
}

test('months and days', () => {
  assert.deepEqual(labels('2023-11-28', '2024-01-03', 300), { names: ['November 2023', 'December 2023', 'January 2024'], ticks: '26 1 6 11 16 21 26 1' });
});

test('days get their weekday where there is room', () => {
  assert.deepEqual(labels('2024-01-30', '2024-02-02', 210).ticks, 'Tue 30 Wed 31 Thu 1 Fri 2');
});

test('days and hours', () => {
  assert.deepEqual(labels('2024-01-28', '2024-01-29', 240), { names: ['Sunday 28 January 2024'], ticks: '00:00 06:00 12:00 18:00 00:00' });
});

test('hours and minutes', () => {
  assert.deepEqual(labels('2024-01-28T02:00', '2024-01-28T03:00', 300).ticks, '02:00 02:10 02:20 02:30 02:40 02:50 03:00');
});

test('years and months', () => {
  assert.deepEqual(labels('2022-06-01', '2024-03-01', 400), { names: ['2022', '2023', '2024'], ticks: 'Apr Jul Oct Jan Apr Jul Oct Jan Apr' });
});

test('years alone, when decades are in sight', () => {
  assert.deepEqual(labels('1989-01-01', '2024-01-01', 300).ticks, '1980 1990 2000 2010 2020 2030');
});

test('the axis is told by the chosen clock', () => {
  assert.deepEqual(labels('2024-01-28', '2024-01-29', 240, zoneOf('us-eastern', 0)).names, ['Saturday 27 January 2024', 'Sunday 28 January 2024']);
});

test('at any zoom no two labels are nearer than the room that they need', () => {
  for (let span = 1_800_000; span < 4e12; span *= 1.37) {
    const scale = new TimeScale(time('2024-01-01') - span, time('2024-01-01') + span, 900);
    const xs = ticksOf(scale, UTC).ticks.map(tick => scale.x(tick.time));
    const nearest = Math.min(...xs.slice(1).map((x, i) => x - xs[i]!));
    assert.ok(nearest >= 18, `${nearest} px apart at a span of ${span * 2} ms`);
    assert.ok(xs.length <= 60, `${xs.length} ticks at a span of ${span * 2} ms`);
  }
});
