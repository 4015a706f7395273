import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, spanOf } from '../../src/browser/story/flight';
import { readingTime, readStep } from '../../src/browser/story/story-step';

const BAGHDAD = { lat: 33.3, lon: 44.4, zoom: 7 };
const TOWER = { lat: 33.3, lon: 38.7, zoom: 9 };

test('a flight begins and ends exactly where its steps are', () => {
  const [start, end] = [{ viewport: BAGHDAD, span: { from: 0, to: 10 } }, { viewport: TOWER, span: { from: 100, to: 110 } }];
  for (const [share, place] of [[0, start], [1, end]] as const) {
    const { viewport, span } = between(start, end, share);
    assert.deepEqual(span, place.span);
    assert.ok(Math.abs(viewport!.lat - place.viewport.lat) < 1e-9 && Math.abs(viewport!.lon - place.viewport.lon) < 1e-9 && Math.abs(viewport!.zoom - place.viewport.zoom) < 1e-9);
  }
});

test('it goes on and on, and never back', () => {
  let before = Infinity;
  for (let share = 0; share <= 1; share += 0.05) {
    const { lon } = between({ viewport: BAGHDAD, span: null }, { viewport: TOWER, span: null }, share).viewport!;
    assert.ok(lon <= before + 1e-9);
    before = lon;
  }
});

test('far away it rises, and not out of the world', () => {
  const far = between({ viewport: { lat: 33, lon: 44, zoom: 10 }, span: null }, { viewport: { lat: -30, lon: -60, zoom: 10 }, span: null }, 0.5).viewport!;
  assert.ok(far.zoom < 5 && far.zoom >= 2.5);
  const near = between({ viewport: TOWER, span: null }, { viewport: { ...TOWER, lon: 38.8 }, span: null }, 0.5).viewport!;
  assert.equal(near.zoom, 9);
});

test('what one end does not know does not move', () => {
  assert.deepEqual(between({ viewport: null, span: null }, { viewport: TOWER, span: { from: 0, to: 1 } }, 0.5), { viewport: null, span: null });
  assert.deepEqual(spanOf({ from: null, to: 5 }, { from: 1, to: 9 }), { from: 1, to: 5 });
  assert.equal(spanOf({ from: null, to: 5 }, null), null);
});

test('a step stays as long as it takes to read it', () => {
  assert.equal(readingTime(''), 5_000);
  assert.equal(readingTime('word '.repeat(50)), 17_000);
  assert.equal(readingTime('word '.repeat(1000)), 45_000);
});

test('a step is read from what the server wrote', () => {
  assert.deepEqual(
    readStep({ marks: '/data/1-a/marks?kind=attack', from: '2024-01-20T00:00:00.000Z', viewport: '33.31,38.7,8', selected: 'tower-22', datasets: '[]', clock: 'local', mode: 'trailing', colour: 'dataset', relations: 'all', lens: 'CENTCOM' }),
    {
      marks: '/data/1-a/marks?kind=attack', tiles: null, window: { from: Date.UTC(2024, 0, 20), to: null }, viewport: { lat: 33.31, lon: 38.7, zoom: 8 },
      selected: 'tower-22', clock: 'local', mode: 'trailing', colour: 'dataset', relations: 'all', datasets: [], lens: 'CENTCOM',
    });
  assert.equal(readStep({}).viewport, null);
});
