import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignLanes, COUNTED, ELSEWHERE, type LaneMetrics } from '../../src/browser/timeline/lanes';
import type { DatedMarks } from '../../src/browser/timeline/dated-marks';
import { dated, mark } from './timeline-marks';

const MINUTE = 60_000;
const metrics: LaneMetrics = { lanes: 3, glyph: 10, counter: 20 };

/** One pixel a minute; a number is a start in minutes of the day, a pair adds a plus-minus. */
function marksAt(...starts: (number | [start: number, uncertainty: number])[]): DatedMarks {
  return dated(...starts.map((start, i) => {
    const [at, uncertainty] = typeof start === 'number' ? [start, null] : start;
    return mark(`m${i}`, `2024-01-01T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
      { uncertainty: uncertainty === null ? null : uncertainty * MINUTE });
  }));
}

function lanes(marks: DatedMarks, isElsewhere: (i: number) => boolean = () => false): number[] {
  return [...assignLanes(marks, MINUTE, isElsewhere, metrics).lane];
}

test('marks that do not touch share the first lane', () => {
  assert.deepEqual(lanes(marksAt(0, 12, 24)), [0, 0, 0]);
});

test('marks that would touch go down a lane', () => {
  assert.deepEqual(lanes(marksAt(0, 5, 8, 30)), [0, 1, 2, 0]);
});

test('a lane where not even whiskers overlap is taken before one where they do', () => {
  assert.deepEqual(lanes(marksAt([20, 15], 30, 45)), [0, 1, 0]);
});

test('whiskers may overlap when every lane has one, glyphs never', () => {
  assert.deepEqual(lanes(marksAt([100, 90], [101, 90], [102, 90], 130)), [0, 1, 2, 0]);
});

test('where the lanes are full, marks merge to a counted one in the last', () => {
  const marks = marksAt(0, 1, 2, 3, 4, 40);
  const { lane, counter, counters } = assignLanes(marks, MINUTE, () => false, metrics);
  assert.deepEqual([[...lane], [...counter]], [[0, 1, COUNTED, COUNTED, COUNTED, 0], [-1, -1, 0, 0, 0, -1]]);
  assert.deepEqual(counters, [{
    lane: 2, time: marks.glyph[2]!, first: 2, last: 4, count: 3, keys: [3], firstStart: marks.start[2]!, lastStart: marks.start[4]!, lastEnd: marks.spanEnd[4]!,
  }]);
});

test('a crowd takes in the singles beside it, and stands in the middle', () => {
  const marks = marksAt(...Array.from({ length: 14 }, (_, i) => i), 60);
  const { lane, counters } = assignLanes(marks, MINUTE, () => false, metrics);
  assert.deepEqual([...lane], [...Array<number>(14).fill(COUNTED), 0]);
  assert.deepEqual(counters, [{
    lane: 1, time: marks.glyph[2]!, first: 0, last: 13, count: 14, keys: [14], firstStart: marks.start[0]!, lastStart: marks.start[13]!, lastEnd: marks.spanEnd[13]!,
  }]);
});

test('what has a row of its own takes no lane', () => {
  assert.deepEqual(lanes(marksAt(0, 1, 2), i => i === 1), [0, ELSEWHERE, 1]);
});

test('every mark is in one lane or one counter, and glyphs in a lane never touch, at any zoom', () => {
  let seed = 7;
  const random = (): number => (seed = seed * 16_807 % 2_147_483_647) / 2_147_483_647;
  const starts = Array.from({ length: 400 }, () => Math.floor(random() ** 2 * 1430)).sort((a, b) => a - b);
  const marks = marksAt(...starts.map((start): [number, number] => [start, Math.floor(random() * 60)]));
  for (let grain = MINUTE / 16; grain < MINUTE * 64; grain *= 2) {
    const { lane, counter, counters } = assignLanes(marks, grain, () => false, metrics);
    const ends = [-Infinity, -Infinity, -Infinity];
    for (const i of marks.order) {
      assert.equal(lane[i] === COUNTED, counter[i]! >= 0);
      if (lane[i]! >= 0) {
        assert.ok(marks.glyph[i]! / grain - ends[lane[i]!]! >= metrics.glyph - 1e-6);
        ends[lane[i]!] = marks.glyph[i]! / grain;
      }
    }
    assert.deepEqual(counters.map(({ count }) => count), counters.map((_, c) => counter.filter(of => of === c).length));
  }
});
