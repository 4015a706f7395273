import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAfterMonths, KnownDays, wordsOf } from '../../src/browser/known-on/days';

const days = new KnownDays('2024-01-27', [0, 1, 4, 100]); // 27, 28 and 31 January, 6 May

test('days near each other stand a day apart, and a long time without news is drawn as ten days', () => {
  assert.deepEqual(['2024-01-27', '2024-01-28', '2024-01-30', '2024-01-31', '2024-05-06'].map(day => days.placeOf(day)), [0, 1, 3, 4, 14]);
  assert.equal(days.end, 14);
});

test('a place and its day lead to each other, whatever the time between two news', () => {
  for (let place = 0; place <= days.end; place++) {
    assert.equal(days.placeOf(days.dayAt(place)), place);
  }
});

test('a day in a long time without news stands just before the next news, and days outside at the ends', () => {
  assert.deepEqual(['2024-04-01', '2023-01-01', '2025-01-01'].map(day => days.placeOf(day)), [13, 0, 14]);
});

test('the next news is found from anywhere, and beyond the last and the first there is none', () => {
  assert.deepEqual([0, 1, 2, 4, 9, 14].map(place => days.next(place, 1)), [1, 4, 4, 14, 14, 14]);
  assert.deepEqual([14, 9, 4, 2, 1, 0].map(place => days.next(place, -1)), [4, 4, 1, 1, 0, 0]);
});

test('a single day is a scrubber that cannot be moved', () => {
  const one = new KnownDays('2024-02-03', [0]);
  assert.deepEqual([one.end, one.placeOf('2024-03-01'), one.next(0, 1), one.dayAt(0)], [0, 0, 0, '2024-02-03']);
});

test('a month on or back is the same day of it, or its last one', () => {
  assert.deepEqual(
    [dayAfterMonths('2024-01-31', 1), dayAfterMonths('2024-03-31', -1), dayAfterMonths('2023-12-15', 1), dayAfterMonths('2024-01-15', -1)],
    ['2024-02-29', '2024-02-29', '2024-01-15', '2023-12-15']);
});

test('a day in words', () => {
  assert.deepEqual([wordsOf('2024-02-03'), wordsOf('2023-09-30')], ['3 Feb 2024', '30 Sep 2023']);
});
