import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEADS, Signs, UNMENTIONED } from '../../src/browser/view/signs';
import { TileCounts } from '../../src/browser/timeline/tile-counts';
import { counted, DAY, evenEdges, histogram, MONDAY, samples } from './timeline-tiles';

const all = samples(400, 20);
const dated = all.filter(({ start }) => start !== null);
const edges = evenEdges(20, DAY);
const counts = counted(all, edges);

test('kinds are counted apart, all leads as one, and each once where it starts', () => {
  const inFirst = dated.filter(({ start }) => start! >= edges[0]! && start! < edges[1]!);
  const of = (group: number): number => inFirst.filter(sample => sample.group === group).length;
  assert.deepEqual([counts.keys, [...counts.starts.subarray(3, 6)], counts.startsIn(1)], [['attack', 'strike', LEADS], [of(0), of(1), of(2)], inFirst.length]);
});

test('at every edge it is known how many have ended and how many have not begun', () => {
  for (const edge of edges) {
    assert.equal(counts.endedBy(edge), dated.filter(({ start, end }) => start! < edge && end !== null && Math.max(end, start! + 1e-4) <= edge).length, `ended by ${edge}`);
    assert.equal(counts.begunFrom(edge), dated.filter(({ start }) => start! >= edge).length, `begun from ${edge}`);
  }
  assert.equal(counts.total, dated.length);
});

test('between edges only those are told that are certain', () => {
  const noon = edges[3]! + DAY / 2;
  assert.deepEqual([counts.endedBy(noon), counts.begunFrom(noon)], [counts.endedBy(edges[3]!), counts.begunFrom(edges[4]!)]);
  assert.deepEqual([counts.endedBy(edges[0]! - 1), counts.begunFrom(edges.at(-1)! + 1)], [0, 0]);
});

test('what begins before an edge and goes on beyond it is told with its stretch', () => {
  let told = 0;
  counts.goingOn(3, 9, (stretch, _, count) => {
    assert.ok(stretch >= 3 && stretch <= 9);
    told += count;
  });
  assert.equal(told, dated.filter(({ start, end }) => start! >= edges[2]! && start! < edges[9]! && (end === null || end > edges[9]!)).length);
});

test('the sides of a window that lie beside the even edges are no part of them', () => {
  const far = counted(all, [MONDAY - 500 * DAY, ...edges, edges.at(-1)! + 90 * DAY].sort((a, b) => a - b));
  const between = counted(all, [...edges, MONDAY + 3.3 * DAY].sort((a, b) => a - b));
  assert.deepEqual([far.step, far.range, between.step, between.range], [DAY, { from: MONDAY, to: edges.at(-1) }, DAY, { from: MONDAY, to: edges.at(-1) }]);
});

test('no edges, no even part', () => {
  const none = counted(all, []);
  assert.deepEqual([none.range, none.total, none.endedBy(MONDAY), none.begunFrom(MONDAY)], [null, dated.length, 0, 0]);
});

test('where most stand at midnight they are only known by their day', () => {
  const hours = evenEdges(20 * 24, DAY / 24);
  const byDay = all.map(sample => ({ ...sample, start: sample.start === null ? null : Math.floor(sample.start / DAY) * DAY }));
  assert.deepEqual([counted(all, hours).isByDay, counted(byDay, hours).isByDay, counted(byDay, edges).isByDay], [false, true, false]);
});

test('what a lens does not mention is stacked on top of all that it tells', () => {
  const groups = ['unmentioned', 'strike', 'attack'].map(key => ({ key, lead: false }));
  const told = new TileCounts({ ...histogram(all, edges), groups }, new Signs('kind', [], 'CENTCOM'));
  const inFirst = dated.filter(({ start }) => start! >= edges[0]! && start! < edges[1]!);
  assert.deepEqual([told.keys, [...told.starts.subarray(3, 6)]], [['attack', 'strike', UNMENTIONED], [2, 1, 0].map(group => inFirst.filter(sample => sample.group === group).length)]);
});
