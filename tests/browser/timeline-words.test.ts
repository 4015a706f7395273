import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countLabel } from '../../src/browser/timeline/picture';
import { endWords, lengthWords, windowWords, type Style } from '../../src/browser/timeline/time-words';
import { UTC, zoneOf } from '../../src/browser/timeline/zone';
import { time } from './timeline-marks';

const styles: Style[] = ['long', 'short', 'spoken'];
const say = (from: string | null, to: string | null, zone = UTC): string[] =>
  styles.map(style => windowWords({ from: from === null ? null : time(from), to: to === null ? null : time(to) }, zone, style));

test('whole days end with the last day that counts', () => {
  assert.deepEqual(say('2024-01-18', '2024-02-10'), ['18 Jan 2024 – 9 Feb 2024', '18 Jan – 9 Feb 2024', '18 January to 9 February 2024']);
  assert.deepEqual(say('2023-12-18', '2024-02-10'), ['18 Dec 2023 – 9 Feb 2024', '18 Dec 2023 – 9 Feb 2024', '18 December 2023 to 9 February 2024']);
});

test('a single day is one date', () => {
  assert.deepEqual(say('2024-01-28', '2024-01-29'), ['28 Jan 2024', '28 Jan 2024', '28 January 2024']);
});

test('anything finer says its times', () => {
  assert.deepEqual(say('2024-01-28T02:30', '2024-01-29'), ['28 Jan 2024 02:30 – 29 Jan 2024 00:00', '28 Jan 02:30 – 29 Jan 2024 00:00', '28 January 02:30 to 29 January 2024 00:00']);
});

test('days are those of the chosen clock', () => {
  assert.deepEqual(say('2024-01-17T21:00', '2024-02-09T21:00', zoneOf('local', 180))[0], '18 Jan 2024 – 9 Feb 2024');
});

test('open sides are said', () => {
  assert.deepEqual([say('2024-01-18', null)[0], say(null, '2024-02-10')[0], say(null, null)[0]], ['since 18 Jan 2024', 'until 9 Feb 2024', 'All time']);
});

test('an end by itself is the last day too', () => {
  assert.deepEqual([endWords(time('2024-02-10'), UTC, 'short'), endWords(time('2024-02-10T06:00'), UTC, 'short')], ['9 Feb', '10 Feb 06:00']);
});

test('lengths are said in days, hours and minutes', () => {
  assert.deepEqual([23 * 1440, 1440, 3 * 1440 + 360, 90, 60, 1].map(minutes => lengthWords(minutes * 60_000)), ['23 days', '1 day', '3 days 6 h', '1 h 30 min', '1 h', '1 min']);
});

test('labels of counts fit into four characters', () => {
  assert.deepEqual([7, 999, 1000, 9949, 9960, 12_345, 999_600, 1_200_000].map(countLabel), ['7', '999', '1.0k', '9.9k', '10k', '12k', '1.0m', '1.2m']);
});
