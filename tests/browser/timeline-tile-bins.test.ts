import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeScale } from '../../src/browser/timeline/scale';
import { TileBins } from '../../src/browser/timeline/tile-bins';
import { randomFrom } from './tiles-samples';
import { counted, DAY, evenEdges, meets, MONDAY, samples } from './timeline-tiles';

const all = samples(600, 28);
const edges = evenEdges(28 * 4, DAY / 4);
const month = new TimeScale(MONDAY, MONDAY + 28 * DAY, 300);
const words = ({ step: { unit, count } }: TileBins): string => `${count} ${unit}`;

test('stretches stand together in bars of a round length that are wide enough', () => {
  const at = (width: number): string => words(new TileBins(counted(all, edges), new TimeScale(month.from, month.to, width)));
  assert.deepEqual([1000, 300, 120, 60, 30, 10].map(at), ['6 hour', '12 hour', '1 day', '2 day', '4 day', '2 week']);
});

test('a bar counts what begins in it, by kind, and its borders are edges', () => {
  const bins = new TileBins(counted(all, edges), new TimeScale(month.from, month.to, 120));
  assert.deepEqual(bins.edges, evenEdges(28, DAY));
  bins.totals.forEach((total, bin) => {
    const inside = all.filter(({ start }) => start !== null && start >= bins.edges[bin]! && start < bins.edges[bin + 1]!);
    const byKey = [0, 1, 2].map(group => inside.filter(sample => sample.group === group).length);
    assert.deepEqual([total, [...bins.counts.subarray(bin * 3, bin * 3 + 3)]], [inside.length, byKey]);
  });
  assert.equal(bins.highest, Math.max(...bins.totals));
});

test('bars that are cut by what is shown are whole; those out of sight are none', () => {
  const bins = new TileBins(counted(all, edges), new TimeScale(MONDAY + 3.4 * DAY, MONDAY + 6.2 * DAY, 10));
  assert.deepEqual(bins.edges, [3, 4, 5, 6, 7].map(day => MONDAY + day * DAY));
});

test('an edge of a window cuts no bar in two', () => {
  const bins = new TileBins(counted(all, [...edges, MONDAY + 3.1 * DAY].sort((a, b) => a - b)), new TimeScale(month.from, month.to, 120));
  assert.deepEqual(bins.edges, evenEdges(28, DAY));
});

test('bars of weeks begin on the same Mondays however the range is panned, cut where nothing is known', () => {
  const panned = [0, 5].map(day => new TileBins(counted(all, edges), new TimeScale(MONDAY + day * DAY, MONDAY + (day + 22) * DAY, 8)));
  assert.deepEqual(panned.map(bins => [words(bins), ...bins.edges]), [[0, 7, 21, 28], [0, 7, 21, 28]].map(days => ['2 week', ...days.map(day => MONDAY + day * DAY)]));
});

test('of every bar it shows just what meets the window, whatever the window', () => {
  const random = randomFrom(7);
  const beside = MONDAY + 9.77 * DAY;
  const bins = new TileBins(counted(all, [...edges, beside].sort((a, b) => a - b)), new TimeScale(month.from, month.to, 120));
  const side = (): number | null => random() < 0.15 ? null : random() < 0.2 ? beside : edges[Math.floor(random() * edges.length)]!;
  for (let i = 0; i < 200; i++) {
    const [a, b] = [side(), side()];
    const [from, to] = a !== null && b !== null && a >= b ? [b === a ? null : b, a] : [a, b];
    const { counts, whole } = bins.shareOf({ from, to });
    bins.totals.forEach((total, bin) => {
      const inside = all.filter(sample => sample.start !== null && sample.start >= bins.edges[bin]! && sample.start < bins.edges[bin + 1]! && meets(sample, from, to));
      const share = counts.subarray(bin * 3, bin * 3 + 3);
      assert.deepEqual([...share], [0, 1, 2].map(group => inside.filter(sample => sample.group === group).length), `bin ${bin}, ${from} to ${to}`);
      assert.equal(bin >= whole.first && bin < whole.end && inside.length !== total, false);
    });
  }
});

test('incidents that are only known by their day stand in bars of days, however far one zooms in', () => {
  const byDay = all.map(sample => ({ ...sample, start: sample.start === null ? null : Math.floor(sample.start / DAY) * DAY }));
  assert.equal(words(new TileBins(counted(byDay, evenEdges(28 * 24, DAY / 24)), new TimeScale(MONDAY, MONDAY + 7 * DAY, 1400))), '1 day');
});

test('without edges there are no bars', () => {
  const bins = new TileBins(counted(all, []), month);
  assert.deepEqual([bins.edges, bins.highest, bins.shareOf({ from: MONDAY, to: null }).whole], [[], 0, { first: 0, end: 0 }]);
});
