import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import detail from '../../wwwroot/basemap/detail.json';
import land from '../../wwwroot/basemap/land.json';
import places from '../../wwwroot/basemap/places.json';
import { encodeLine } from '../../src/browser/map/basemap/data/encode.mjs';
import { simplify } from '../../src/browser/map/basemap/data/simplify.mjs';

/** [longitude, latitude] of each point. */
function decode(line: number[], unit: number): [number, number][] {
  let [x, y] = [0, 0];
  return Array.from({ length: line.length / 2 }, (_, i) => [(x += line[2 * i]!) * unit, (y += line[2 * i + 1]!) * unit]);
}

function distance([ax, ay]: readonly number[], [bx, by]: readonly number[]): number {
  return Math.hypot(ax! - bx!, ay! - by!);
}

test('the base map of the region weighs little', () => {
  const bytes = [land, detail, places].reduce((sum, part) => sum + brotliCompressSync(JSON.stringify(part)).length, 0);
  assert.ok(bytes < 110_000, `${bytes} bytes`);
});

test('everything lies in the region', () => {
  const [west, south, east, north] = land.box as [number, number, number, number];
  const lines = [...land.land, ...land.borders, ...land.disputed, ...detail.provinces, ...detail.lakes, ...detail.rivers.map(river => river.line)];
  const outside = lines.flatMap(line => decode(line, land.unit)).filter(([lon, lat]) => lon < west - 0.11 || lon > east + 0.11 || lat < south - 0.11 || lat > north + 0.11);
  assert.deepEqual(outside, []);
});

test('the Euphrates passes the towns that stand on it, the Tigris its own', () => {
  const passes = (name: string, places: [number, number][]) => {
    const river = decode(detail.rivers.find(river => river.name === name)!.line, detail.unit);
    return places.filter(place => river.every(point => distance(point, place) > 0.08));
  };
  assert.deepEqual(passes('Euphrates', [[38.02, 36.83], [39.01, 35.95], [40.141, 35.336], [40.919, 34.452], [42.38, 34.14], [44.22, 32.54], [47.43, 31.0]]), []);
  assert.deepEqual(passes('Tigris', [[43.13, 36.34], [43.69, 34.6], [44.4, 33.34], [47.43, 31.0]]), []);
});

test('the towns of this story are named before their neighbours', () => {
  const zoom = (name: string) => places.towns.find(([town]) => town === name)?.[3] as number | undefined;
  assert.deepEqual(['Baghdad', 'Deir ez-Zor', 'Albu Kamal'].map(name => (zoom(name) ?? 99) < 6), [true, true, true]);
  assert.ok(zoom('Albu Kamal')! < zoom("Al Qa'im")!);
});

test('simplifying keeps the ends and every corner that matters', () => {
  const line = [[0, 0], [1, 0.0001], [2, 0], [3, 1], [4, 0]];
  assert.deepEqual(simplify(line, 0.01), [[0, 0], [2, 0], [3, 1], [4, 0]]);
});

test('a line is written as steps, without the steps that lead nowhere', () => {
  assert.deepEqual(encodeLine([[1, 2], [1.0001, 2], [1.5, 2.25]], 0.25), [4, 8, 2, 1]);
  assert.equal(encodeLine([[1, 2], [1.0001, 2]], 0.25), null);
});
