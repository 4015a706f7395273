// The world around the region, for low zooms: from npm world-atlas at build time into one small file.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { merge, mesh } from 'topojson-client';
import { cutAtAntimeridian } from './antimeridian.mjs';
import { encodeLines } from './encode.mjs';
import { simplify } from './simplify.mjs';
import { decodeArcs } from './topology.mjs';

const UNIT = 0.01;
const TOLERANCE = 8e-3; // square degrees
const LEAST_ISLAND = 0.05; // square degrees

/** { unit, land: rings, borders: lines }, each line encoded; nothing of it inside the region, which has its own, finer map. */
export function world() {
  const { box } = JSON.parse(readFileSync(new URL('../../../../../wwwroot/basemap/land.json', import.meta.url), 'utf8'));
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const topology = decodeArcs(JSON.parse(readFileSync(path, 'utf8')), points => simplify(points, TOLERANCE));
  const { countries } = topology.objects;
  const rings = cutAtAntimeridian(merge(topology, countries.geometries)).flat();
  const borders = mesh(topology, countries, (a, b) => a !== b).coordinates;
  return {
    unit: UNIT,
    land: encodeLines(rings.filter(ring => areaOf(ring) > LEAST_ISLAND && !ring.every(point => isWithin(point, box))), UNIT),
    borders: encodeLines(borders.flatMap(line => outside(line, box)), UNIT),
  };
}

function outside(line, box) {
  const pieces = [[]];
  line.forEach((point, i) => {
    if (i > 0 && isWithin(point, box) && isWithin(line[i - 1], box)) {
      pieces.push([]);
    }
    pieces.at(-1).push(point);
  });
  return pieces.filter(piece => piece.length > 1);
}

function isWithin([lon, lat], [west, south, east, north]) {
  return lon > west && lon < east && lat > south && lat < north;
}

function areaOf(ring) {
  return Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}
