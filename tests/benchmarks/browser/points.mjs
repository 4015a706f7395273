// The points of a generated file as plain columns: what other libraries draw, in the form that is nearest to them.

import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Precisions that the product draws: it lists a province and a country beside the map, where a point would say too much. */
const PLACED = new Set(['1', '2', '3', '5']);

/**
 * Writes what stands on the map, by day: u32 count, then f32 longitudes, f32 latitudes, u32 days since 1970. The product has
 * the same points on its map, and those that it only counts besides.
 */
export async function writePoints(file, target) {
  const points = [];
  let column = null;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (column === null) {
      const names = line.split(',');
      column = name => names.indexOf(name);
      continue;
    }
    const cells = line.slice(1, -1).split('","');
    if (PLACED.has(cells[column('where_prec')])) {
      points.push({
        longitude: Number(cells[column('longitude')]),
        latitude: Number(cells[column('latitude')]),
        day: Date.parse(`${cells[column('date_start')].slice(0, 10)}T00:00Z`) / 864e5,
      });
    }
  }
  points.sort((a, b) => a.day - b.day);
  writeFileSync(target, Buffer.concat([
    Uint32Array.of(points.length),
    Float32Array.from(points, point => point.longitude),
    Float32Array.from(points, point => point.latitude),
    Uint32Array.from(points, point => point.day),
  ].map(({ buffer }) => Buffer.from(buffer))));
}
