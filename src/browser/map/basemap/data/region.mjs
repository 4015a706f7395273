// Makes the base map of the region, wwwroot/basemap, from layers that are not part of this repository:
//   node region.mjs FOLDER
// FOLDER holds basemap/me_countries10m.topo.json and me_adm1_lines.topo.json (Natural Earth), me_gshhg_rivers_h.topo.json
// (GSHHG), gshhg_lakes.txt (GSHHG: `gmt coast -M -Dh -R24/66/10/44 -W2`), pk_places_geonames.json (GeoNames) and
// gazetteer/airfields_middle_east.csv (OurAirports). What comes out is committed; run it again only for better layers.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature, merge, mesh } from 'topojson-client';
import { encodeLine, encodeLines } from './encode.mjs';
import { joinRings } from './lakes.mjs';
import { nameRivers } from './rivers.mjs';
import { simplify } from './simplify.mjs';
import { decodeArcs } from './topology.mjs';
import { rankTowns } from './towns.mjs';

const UNIT = 0.0005;
const BOX = { west: 24, south: 10, east: 66, north: 44 };
/** Where incidents are: drawn finer than the rest. */
const CORE = { west: 35, south: 28.5, east: 49, north: 38 };
const FINE = 1e-5;
const COARSE = 3e-4;
const DISPUTED = new Set(['N. Cyprus', 'Cyprus U.N. Buffer Zone', 'Somaliland', 'Palestine']);

const folder = process.argv[2];
const target = new URL('../../../../../wwwroot/basemap/', import.meta.url);
mkdirSync(target, { recursive: true });
write('land.json', land());
write('detail.json', { unit: UNIT, provinces: provinces(), rivers: rivers(), lakes: lakes() });
write('places.json', { towns: rankTowns(JSON.parse(read('basemap/pk_places_geonames.json'))).filter(([, lat, lon, zoom]) => zoom < (isCore([lon, lat]) ? 10.8 : 9.4)), airfields: airfields() });

/** Land is one shape without the countries' edges; those are lines of their own, each once. */
function land() {
  const topology = decodeArcs(JSON.parse(read('basemap/me_countries10m.topo.json')), thin);
  const countries = topology.objects.countries;
  const isDisputed = (a, b) => DISPUTED.has(a.properties.name) || DISPUTED.has(b.properties.name);
  return {
    unit: UNIT,
    box: [BOX.west, BOX.south, BOX.east, BOX.north],
    land: encodeLines(merge(topology, countries.geometries).coordinates.flat().filter(ring => areaOf(ring) > 2e-5).map(overlap), UNIT),
    borders: encodeLines(mesh(topology, countries, (a, b) => a !== b && !isDisputed(a, b)).coordinates, UNIT),
    disputed: encodeLines(mesh(topology, countries, (a, b) => a !== b && isDisputed(a, b)).coordinates, UNIT),
  };
}

function provinces() {
  const topology = decodeArcs(JSON.parse(read('basemap/me_adm1_lines.topo.json')), points => thin(points, 6));
  return encodeCoarsely(mesh(topology).coordinates, 3);
}

/** Rank 1 are the named ones, 2 and 3 larger and smaller others. */
function rivers() {
  const topology = decodeArcs(JSON.parse(read('basemap/me_gshhg_rivers_h.topo.json')), points => points);
  const lines = feature(topology, Object.values(topology.objects)[0]).features
    .flatMap(({ properties, geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates)
      .map(points => ({ points, rank: properties.level <= 2 ? 2 : 3, level: properties.level })));
  const { named, others } = nameRivers(lines);
  return [
    ...named.map(({ name, points }) => ({ name, rank: 1, line: encodeLine(thin(points), UNIT) })),
    ...others.filter(({ points, level }) => level > 0 && (level < 4 || points.some(isCore)))
      .map(({ points, rank }) => ({ rank, line: encodeCoarsely([thin(points, 2)], 2)[0] })),
  ].filter(({ line }) => line);
}

function lakes() {
  return encodeLines(joinRings(read('basemap/gshhg_lakes.txt')).filter(ring => areaOf(ring) > (ring.some(isCore) ? 0.0012 : 0.01) && isCompact(ring)).map(ring => thin(ring)), UNIT);
}

function airfields() {
  const [, ...rows] = read('gazetteer/airfields_middle_east.csv').trim().split('\n').map(row => row.split(','));
  return rows.filter(([, iata, , type]) => type === 'large_airport' || type === 'medium_airport' || (type === 'small_airport' && iata !== ''))
    .map(([, , name, type, lat, lon]) => [shortName(name), Number((+lat).toFixed(3)), Number((+lon).toFixed(3)), type === 'large_airport' ? 1 : 0]);
}

/** Without what the aeroplane beside the name says already. */
function shortName(name) {
  return name.replace(/ *[/(].*$/, '').replace(/ (International )?Airport$/, '');
}

/** To `times` the unit only: fewer digits where nobody looks closely. */
function encodeCoarsely(lines, times) {
  return encodeLines(lines, UNIT * times).map(line => line.map(step => step * times));
}

function thin(points, factor = 1) {
  return simplify(points, factor * (points.some(isCore) ? FINE : COARSE));
}

function isCore([lon, lat]) {
  return lon > CORE.west && lon < CORE.east && lat > CORE.south && lat < CORE.north;
}

/** Edges along the box reach a little beyond it, so that no seam shows against the world's land. */
function overlap(ring) {
  const outwards = (value, low, high) => value <= low + 1e-3 ? low - 0.1 : value >= high - 1e-3 ? high + 0.1 : value;
  return ring.map(([lon, lat]) => [outwards(lon, BOX.west, BOX.east), outwards(lat, BOX.south, BOX.north)]);
}

/** Wide rivers come as areas too; they are drawn as rivers. */
function isCompact(ring) {
  const around = ring.reduce((sum, [x, y], i) => sum + Math.hypot(ring[(i + 1) % ring.length][0] - x, ring[(i + 1) % ring.length][1] - y), 0);
  return 4 * Math.PI * areaOf(ring) / around ** 2 > 0.03;
}

function areaOf(ring) {
  return Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}

function read(path) {
  return readFileSync(join(folder, path), 'utf8');
}

function write(name, content) {
  writeFileSync(new URL(name, target), `${JSON.stringify(content)}\n`);
}
