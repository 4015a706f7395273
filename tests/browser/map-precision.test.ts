import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discRadius, isExact, LEAST_DISC, MARK_RADIUS } from '../../src/browser/map/precision';
import { metresToPixels } from '../../src/browser/map/projection';

const ZOOMS = [3, 4, 5, 6, 7, 8, 9, 10, 11];
const TOWER_22 = 33.314;

test('metres become pixels of the latitude they are at', () => {
  assert.deepEqual([
    Math.round(metresToPixels(40_075_016.686, 0, 0)),
    Math.round(metresToPixels(40_075_016.686, 60, 0)),
    Math.round(metresToPixels(10_000, 33.34, 11)),
  ], [256, 512, 157]);
});

test('a place known to 10 km is a disc at every zoom', () => {
  assert.deepEqual(ZOOMS.map(zoom => isExact(10_000, 33.34, zoom)), ZOOMS.map(() => false));
});

test('a place known to 1.5 km is a mark until it could be seen that it is not exact', () => {
  assert.deepEqual(ZOOMS.filter(zoom => isExact(1_500, TOWER_22, zoom)), [3, 4, 5, 6, 7, 8, 9]);
});

test('an exact place is a mark at every zoom', () => {
  assert.deepEqual(ZOOMS.filter(zoom => !isExact(10, TOWER_22, zoom)), []);
});

test('five kilometres are not exact however far away one looks from', () => {
  assert.deepEqual([isExact(4_999, 0, 3), isExact(5_000, 0, 3)], [true, false]);
});

test('a disc has its true radius, unless that could not be seen', () => {
  assert.deepEqual([3, 9, 11].map(zoom => Math.round(discRadius(10_000, 33.34, zoom))), [LEAST_DISC, 39, 157]);
});

test('what is drawn as a mark covers all of where it may be', () => {
  for (const radius of [100, 800, 1_500, 2_500, 4_999]) {
    for (const zoom of ZOOMS.filter(at => isExact(radius, TOWER_22, at))) {
      assert.ok(metresToPixels(radius, TOWER_22, zoom) <= MARK_RADIUS, `${radius} m at zoom ${zoom}`);
    }
  }
});
