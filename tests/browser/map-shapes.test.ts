import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corridorMiddle, corridorOutline } from '../../src/browser/map/corridor';
import { boxOf, densestBox } from '../../src/browser/map/home';
import type { Point } from '../../src/browser/map/projection';
import { gatherStops, numbersInWords } from '../../src/browser/map/route';
import { roundLength } from '../../src/browser/map/scale-bar';
import { isInside, isNearLine } from '../../src/browser/map/shapes';

const BENT = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 180, y: 60 }, { x: 260, y: 180 }];

test('a corridor reaches as far as its half width and no further', () => {
  const ring = corridorOutline(BENT, 20);
  for (let x = -40; x <= 300; x += 2) {
    for (let y = -40; y <= 220; y += 2) {
      const at = { x, y };
      if (isNearLine(BENT, at, 19.7)) {
        assert.ok(isInside(ring, at), `${x}, ${y} should be inside`);
      } else if (!isNearLine(BENT, at, 24)) {
        assert.ok(!isInside(ring, at), `${x}, ${y} should be outside`);
      }
    }
  }
});

test('a corridor seen from afar is round', () => {
  const ring = corridorOutline([{ x: 5, y: 5 }, { x: 6, y: 5 }], 4);
  const { left, top, right, bottom } = boxOf(ring);
  assert.deepEqual([left, top, right, bottom].map(Math.round), [1, 1, 10, 9]);
  assert.equal(corridorOutline([{ x: 5, y: 5 }, { x: 5, y: 5 }], 4).every(({ x, y }) => Math.abs(Math.hypot(x - 5, y - 5) - 4) < 1e-9), true);
});

test('its sign stands half way along, on the upper rim', () => {
  assert.deepEqual(corridorMiddle([{ x: 0, y: 0 }, { x: 40, y: 0 }, { x: 100, y: 0 }], 8), { x: 50, y: -8 });
  assert.deepEqual(corridorMiddle([{ x: 100, y: 0 }, { x: 0, y: 0 }], 8).y.toFixed(6), '-8.000000');
});

test('the map opens where most incidents are, without the far ones', () => {
  const near = Array.from({ length: 30 }, (_, i) => ({ x: 0.61 + (i % 6) * 0.002, y: 0.4 + Math.floor(i / 6) * 0.002 }));
  const far = Array.from({ length: 9 }, () => ({ x: 0.286, y: 0.383 }));
  assert.deepEqual(densestBox([...far, ...near], 0.7), boxOf(near));
});

test('one incident is a place to open at, none is not', () => {
  assert.deepEqual([densestBox([{ x: 0.5, y: 0.4 }], 0.7), densestBox([], 0.7)], [{ left: 0.5, top: 0.4, right: 0.5, bottom: 0.4 }, null]);
});

test('stops at one place share a disc and keep their numbers', () => {
  const stop = (name: string) => ({ lat: 0, lon: 0, name, date: '', what: '' });
  const way = [10, 300, 305, 300, 10].flatMap((x, i) => Array.from({ length: i === 0 ? 1 : 48 }, () => ({ x, y: 50 })));
  const discs = gatherStops(['Washington', 'Jerusalem', 'Ramallah', 'Tel Aviv', 'Washington'].map(stop), way);
  assert.deepEqual(discs.map(({ x, text }) => `${x}: ${text}`), ['10: 1, 5', '300: 2–4']);
});

test('numbers in a row are told as from and to', () => {
  assert.deepEqual([[1], [1, 2], [1, 2, 3, 7], [2, 4, 5, 6]].map(numbersInWords), ['1', '1, 2', '1–3, 7', '2, 4–6']);
});

test('the scale is a round length', () => {
  assert.deepEqual([1_999_999, 730_000, 5_000, 340, 99].map(roundLength), [1_000_000, 500_000, 5_000, 200, 50]);
});

test('a point is near a line when it is near one of its pieces, as found by looking at them all', () => {
  let seed = 9;
  const random = (below: number): number => (seed = seed * 48271 % 2147483647) % below;
  const point = (): Point => ({ x: random(200) / 2, y: random(200) / 2 });
  const near: boolean[] = [];
  for (let step = 0; step < 3000; step++) {
    const line = Array.from({ length: 1 + random(6) }, point);
    const [at, reach, isClosed] = [point(), random(40) / 2, random(2) === 0];
    const pieces = line.map((to, i) => [line[i - 1] ?? (isClosed ? line.at(-1)! : to), to] as const);
    const least = Math.min(...pieces.map(([a, b]) => {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const along = Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(a.x + along * dx - at.x, a.y + along * dy - at.y);
    }));
    near.push(least <= reach);
    assert.equal(isNearLine(line, at, reach, isClosed), least <= reach, JSON.stringify({ line, at, reach, isClosed }));
  }
  assert.ok(near.filter(Boolean).length > 500 && near.filter(isNear => !isNear).length > 500);
});
