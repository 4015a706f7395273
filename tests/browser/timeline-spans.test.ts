import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignRows } from '../../src/browser/timeline/periods';
import { spanOf } from '../../src/browser/timeline/mark-span';
import type { Mark } from '../../src/browser/view/marks';
import { dated, iso, mark, time } from './timeline-marks';

const HOUR = 3_600_000;

function span(some: Partial<Mark>): Record<string, string> {
  const span = spanOf(mark('a', '2024-01-10T02:00', some) as Mark & { start: number });
  return Object.fromEntries(Object.entries(span).map(([name, at]) => [name, Number.isFinite(at) ? iso(at).slice(8) : 'open']));
}

test('an exact minute is a point', () => {
  assert.deepEqual(span({}), { from: '10T02:00', to: '10T02:00', earliest: '10T02:00', latest: '10T02:00', glyph: '10T02:00' });
});

test('a minute or an hour with a plus-minus has its whisker on both sides', () => {
  assert.deepEqual(span({ precision: 'hour', spanEnd: time('2024-01-10T03:00'), uncertainty: HOUR }),
    { from: '10T02:00', to: '10T02:00', earliest: '10T01:00', latest: '10T03:00', glyph: '10T02:00' });
});

test('a day is a whole day, its glyph in the middle, and its plus-minus around that', () => {
  assert.deepEqual(span({ start: time('2024-01-10'), spanEnd: time('2024-01-11'), precision: 'day', uncertainty: 12 * HOUR }),
    { from: '10T00:00', to: '10T00:00', earliest: '09T12:00', latest: '11T12:00', glyph: '10T12:00' });
});

test('a period is as long as stated, its plus-minus around its ends', () => {
  assert.deepEqual(span({ end: time('2024-01-12T02:00'), spanEnd: time('2024-01-12T02:00'), precision: 'day', uncertainty: 3 * HOUR }),
    { from: '10T02:00', to: '12T02:00', earliest: '09T23:00', latest: '12T05:00', glyph: '11T02:00' });
});

test('what is ongoing is open at its end', () => {
  assert.deepEqual(span({ ongoing: true, spanEnd: null }), { from: '10T02:00', to: 'open', earliest: '10T02:00', latest: 'open', glyph: '10T02:00' });
});

test('what lies wholly outside a range is counted beside it, what reaches into it is not', () => {
  const marks = dated(mark('a', '2024-01-01'), mark('b', '2024-01-02', { end: time('2024-01-05') }), mark('c', '2024-01-08'), mark('d', '2024-01-09', { uncertainty: 72 * HOUR }));
  assert.deepEqual([marks.countBefore(time('2024-01-03')), marks.countAfter(time('2024-01-07'))], [1, 1]);
});

test('long periods lie in rows without overlap, a campaign first, and what finds no row is left', () => {
  const period = (slug: string, from: string, to: string, kind = 'deployment'): Mark => mark(slug, from, { end: time(to), spanEnd: time(to), kind });
  const marks = dated(
    mark('ongoing', '2014-10-17', { ongoing: true, spanEnd: null, kind: 'deployment' }),
    period('first', '2024-01-01', '2024-01-20'),
    period('campaign', '2024-01-05', '2024-01-09', 'campaign'),
    period('short', '2024-01-06', '2024-01-08'),
    period('after', '2024-01-20', '2024-02-20'));
  const rows = (limit: number): [string, number][] => [...assignRows(marks, limit).row].map(([i, row]) => [marks.marks[i]!.slug, row]);
  assert.deepEqual(rows(3), [['campaign', 0], ['ongoing', 1], ['first', 2], ['after', 0]]);
  assert.deepEqual(rows(1), [['campaign', 0], ['after', 0]]);
});
