import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toWall, zoneOf } from '../../src/browser/timeline/zone';
import { iso, time } from './timeline-marks';

const eastern = zoneOf('us-eastern', 0);

test('US Eastern clocks agree with the time zone database at every hour around every change', () => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/New_York', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const shown = (at: number): string => {
    const parts = Object.fromEntries(format.formatToParts(at).map(part => [part.type, part.value]));
    return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
  };
  const wrong: string[] = [];
  for (let year = 1990; year <= 2030; year++) {
    for (const month of ['03', '04', '10', '11']) {
      for (let hour = 0; hour < 31 * 24; hour++) {
        const at = time(`${year}-${month}-01`) + hour * 3_600_000;
        if (iso(toWall(at, eastern)) !== shown(at)) {
          wrong.push(iso(at));
        }
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('a time that the clock shows twice is the first of the two, one that it skips is an hour later', () => {
  assert.deepEqual([iso(eastern.fromWall(time('2023-11-05T01:30'))), iso(eastern.fromWall(time('2024-03-10T02:30')))], ['2023-11-05T05:30', '2024-03-10T07:30']);
});

test('the local clock says its offset', () => {
  assert.deepEqual([180, 330, -210, 0].map(offset => zoneOf('local', offset).name), ['Local (+03)', 'Local (+05:30)', 'Local (−03:30)', 'Local (+00)']);
});
