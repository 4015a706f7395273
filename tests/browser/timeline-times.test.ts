import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Density } from '../../src/browser/tiles/density';
import { layoutOf } from '../../src/browser/timeline/layout';
import { Times } from '../../src/browser/timeline/times';
import type { Marks } from '../../src/browser/view/marks';
import { Signs } from '../../src/browser/view/signs';
import { DAY, evenEdges, histogram, MONDAY, samples } from './timeline-tiles';

const signs = new Signs();
const all = samples(5000, 80);
const whole = histogram(all, evenEdges(20, 7 * DAY));
const fine = histogram(all, evenEdges(14, DAY));
const marks = { incidents: [] } as unknown as Marks;

/** As much of a density as is read here. */
function density(tile: typeof whole, timeMarks: Marks | null = null): Density {
  return { times: { tile }, colour: 'kind', timeMarks } as unknown as Density;
}

function of(source: { times: unknown; timeMarks: unknown }, change: Partial<typeof source>): Density {
  return Object.assign(source, change) as unknown as Density;
}

const days = (from: number, to: number): { from: number; to: number } => ({ from: MONDAY + from * DAY, to: MONDAY + to * DAY });

test('the finest histogram is drawn where it reaches as far as all of time does, else all of time', () => {
  const times = new Times();
  const source = density(whole);
  times.take(source, signs);
  times.take(of(source, { times: { tile: fine } }), signs);
  assert.deepEqual([days(3, 9), days(-400, 9), days(3, 20), days(-5, 500)].map(range => times.at(range)?.step), [DAY, DAY, 7 * DAY, 7 * DAY]);
  assert.deepEqual([times.finest?.step, times.whole?.step], [DAY, 7 * DAY]);
});

test('another view has nothing of the one before', () => {
  const times = new Times();
  times.take(density(whole), signs);
  times.take(density(fine), signs);
  assert.deepEqual([times.whole?.step, times.at(days(0, 100))?.step], [DAY, DAY]);
  times.take(null, signs);
  assert.deepEqual([times.finest, times.whole, times.at(days(0, 1))], [null, null, null]);
});

test('the marks that came last stay until others have come, while the range holds few', () => {
  const times = new Times();
  const source = density(fine, marks);
  times.take(source, signs);
  times.take(of(source, { timeMarks: null }), signs);
  assert.deepEqual([times.marksAt(days(3, 9)), times.marksAt(days(-400, 400))], [marks, null]);
});

test('without lanes the bars take their room', () => {
  const [with_, without] = [layoutOf(1440, 158, 0), layoutOf(1440, 158, 0, 0, false)];
  assert.deepEqual([with_.lanes, without.lanes, without.baseline - with_.baseline], [3, 0, 3 * with_.lanePitch]);
});
