// From which zoom a town is named: big ones early, and small ones early too where nothing bigger is near.

/** Towns that orient a reader of this map although the gazetteer gives them no people, or has not got them at all. */
const ALSO = [
  ['Albu Kamal', 34.452, 40.919, 110_000], ["Al Qa'im", 34.393, 40.989, 75_000], ['Ar Rutbah', 33.038, 40.284, 55_000], ['Haditha', 34.136, 42.381, 60_000], ['Hit', 33.636, 42.826, 60_000],
  ['Akashat', 33.7, 39.95, 3_000], ['At Tanf', 33.49, 38.66, 2_000], ['Al Baghdadi', 33.87, 42.54, 10_000], ['Jurf as Sakhar', 32.867, 44.214, 20_000],
  ['Rukban', 33.314, 38.703, 5_000], ['Rumaylan', 36.98, 41.96, 10_000], ['Al Walid', 33.43, 38.93, 1_000], ['Turayf', 31.672, 38.664, 48_000],
];

const NEAR = 46; // pixels that a town keeps to itself

/** Rows [name, latitude, longitude, zoom from which it is named, and 1 for a capital], the most important first. */
export function rankTowns(rows) {
  const known = rows
    .filter(([, , , code]) => !['PPLX', 'PPLW', 'PPLL', 'STLMT'].includes(code))
    .filter(([name]) => !ALSO.some(([also]) => also === name))
    .map(([name, lat, lon, code, people]) => ({ name: name.replace(/ (City|Governorate)$/, ''), lat, lon, people, capital: code === 'PPLC', weight: weigh(code, people) }));
  const towns = [...known, ...ALSO.map(([name, lat, lon, people]) => ({ name, lat, lon, people, capital: false, weight: people * 1.5 }))]
    .sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name));
  const placed = [];
  for (const town of towns) {
    const [x, y] = world(town);
    const least = floor(town);
    let zoom = least;
    for (const other of placed) {
      const apart = Math.hypot(x - other.x, y - other.y);
      zoom = Math.max(zoom, Math.log2(NEAR / Math.max(apart, 1e-6)));
    }
    placed.push({ ...town, x, y, zoom: town.capital ? Math.min(zoom, least + 1.2) : zoom });
  }
  return placed.map(({ name, lat, lon, zoom, capital }) => [name, round(lat, 3), round(lon, 3), round(zoom, 1), ...(capital ? [1] : [])]);
}

function weigh(code, people) {
  return code === 'PPLC' ? 1e7 + people : people * (code === 'PPLA' ? 2 : code === 'PPLA2' ? 1.2 : 1);
}

/** However lonely: a village has no business on a map of the world. */
function floor({ people, capital }) {
  return capital ? 3.6 : people > 1_000_000 ? 4.6 : people > 300_000 ? 5.2 : people > 100_000 ? 5.7 : people > 40_000 ? 6.2 : people > 8_000 ? 7 : 7.8;
}

/** Pixels at zoom 0. */
function world({ lat, lon }) {
  const sine = Math.sin(lat * Math.PI / 180);
  return [256 * (lon / 360 + 0.5), 256 * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
