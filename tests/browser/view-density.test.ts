import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { type Change, View } from '../../src/browser/view/view';
import { encoded } from './tiles-encoding';
import { type Sample, tileOf } from './tiles-samples';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);
const at = (days: number): number => MONDAY + days * DAY;

/** 300 incidents and leads, one a day, and one that nobody dated. */
const SAMPLES: readonly Sample[] = [
  ...Array.from({ length: 300 }, (_, day) => ({ cell: 1, group: day % 3, start: at(day) + DAY / 2, end: at(day) + DAY / 2 })),
  { cell: 1, group: 0, start: null, end: null },
];
const EDGES = Array.from({ length: 44 }, (_, week) => at(week * 7));

let refusals = 0;

beforeEach(() => {
  refusals = 0;
  mock.method(globalThis, 'fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    await new Promise(resolve => setImmediate(resolve));
    signal.throwIfAborted();
    if (refusals > 0) {
      refusals--;
      return new Response(JSON.stringify({ detail: 'the server is too busy' }), { status: 413, headers: { 'content-type': 'application/problem+json' } });
    }
    const { pathname, searchParams } = new URL(address, 'http://here');
    const edges = [...EDGES, ...searchParams.getAll('edge').map(edge => Date.parse(edge))].sort((a, b) => a - b);
    return pathname.endsWith('/marks')
      ? Response.json({ count: 301, incidents: [], extent: { from: at(0), to: at(300) } })
      : new Response(encoded(tileOf(SAMPLES, edges, pathname.endsWith('/times') ? 1 : 4)));
  });
});

afterEach(() => mock.restoreAll());

function opened(): { view: View; changes: Change[] } {
  const view = new View();
  const changes: Change[] = [];
  view.listen(change => changes.push(change));
  return { view, changes };
}

test('a view of many is there once its counts are, and counts incidents and leads apart', async () => {
  const { view, changes } = opened();
  await view.load('/data/r/marks', '/data/r');
  assert.deepEqual([changes, view.loading, view.marks?.count, view.mapMarks, view.timeMarks], [['state', 'marks'], 'ready', 301, null, null]);
  assert.deepEqual(view.count(), { incidents: 201, leads: 100, mentioned: 201 });
});

test('what a person does with the window goes from edge to edge, what the page says is taken as it is', async () => {
  const { view } = opened();
  await view.load('/data/r/marks', '/data/r');
  view.setWindow({ from: at(6), to: at(15) }, 'settled');
  assert.deepEqual([view.window, view.count()], [{ from: at(7), to: at(14) }, { incidents: 5, leads: 2, mentioned: 5 }]);
  view.setWindow({ from: at(6.5), to: null }, 'moving');
  assert.deepEqual(view.window, { from: at(7), to: null });

  const { selected, clock, mode, viewport, colour, datasets, relationView: relations } = view;
  view.adopt({ window: { from: at(6), to: at(15) }, selected, clock, mode, viewport, colour, relations, datasets, lens: null });
  assert.deepEqual(view.window, { from: at(6), to: at(15) });
  view.density?.dispose();
});

test('a window of the address is counted exactly from the first picture on', async () => {
  const { view } = opened();
  const { selected, clock, mode, viewport, colour, datasets, relationView: relations } = view;
  view.adopt({ window: { from: at(6), to: at(15) }, selected, clock, mode, viewport, colour, relations, datasets, lens: null });
  await view.load('/data/r/marks', '/data/r');
  assert.deepEqual(view.count(), { incidents: 6, leads: 3, mentioned: 6 });
});

test('another question keeps the picture until it is there, and a newer one supersedes it', async () => {
  const { view } = opened();
  await view.load('/data/r/marks', '/data/r');
  const before = view.density;
  const superseded = view.load('/data/r/marks?kind=attack', '/data/r');
  assert.equal(view.density, before);
  await Promise.all([superseded, view.load('/data/r/marks?kind=strike', '/data/r')]);
  assert.deepEqual([view.density === before, view.loading], [false, 'ready']);

  await view.load('/data/r/marks?kind=attack', null);
  assert.deepEqual([view.density, view.mapMarks === view.marks, view.timeMarks === view.marks], [null, true, true]);
});

test('another colour tells other groups apart, so it is counted anew', async () => {
  const { view } = opened();
  await view.load('/data/r/marks', '/data/r');
  const colours = (): string[] => [view.colour, view.density!.colour];
  view.setColour('dataset');
  assert.deepEqual(colours(), ['dataset', 'kind']);
  for (let i = 0; i < 20 && view.loading === 'loading'; i++) {
    await new Promise(resolve => setImmediate(resolve));
  }
  assert.deepEqual(colours(), ['dataset', 'dataset']);
});

test('what cannot be had says why, keeps the picture, and is asked for again', async () => {
  const { view } = opened();
  await view.load('/data/r/marks', '/data/r');
  const before = view.density;
  refusals = 3;
  await view.load('/data/r/marks?kind=attack', '/data/r');
  assert.deepEqual([view.loading, view.reason, view.density === before], ['failed', 'the server is too busy', true]);
  refusals = 0;
  await view.retry();
  assert.deepEqual([view.loading, view.density === before], ['ready', false]);
});
