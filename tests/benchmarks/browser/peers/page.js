// The page around another library: a map of the product's size, a strip with a window over the time, and the number of points in
// the window. It does nothing else, where the product also counts kinds and draws a base map, a histogram and marks in time.

export const DAY = 864e5;
const byId = id => document.getElementById(id);

/** The points as columns, by day. */
async function load() {
  const bytes = await (await fetch(`/points/${new URLSearchParams(location.search).get('rows')}`)).arrayBuffer();
  const [count] = new Uint32Array(bytes, 0, 1);
  const column = (Type, number) => new Type(bytes, 4 + number * 4 * count, count);
  return { count, longitudes: column(Float32Array, 0), latitudes: column(Float32Array, 1), days: column(Uint32Array, 2) };
}

/** Index of the first point on or after a day. */
function firstFrom(days, day) {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = low + high >>> 1;
    if (days[middle] < day) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

export function boundsOf({ longitudes, latitudes }) {
  const range = values => values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
  const [[west, east], [south, north]] = [range(longitudes), range(latitudes)];
  return { west, east, south, north };
}

/**
 * Starts a library: `start(points, element)` draws all points and answers `{ show(window), zoom?(direction), hit?(x, y) }`, a promise
 * where it takes longer than the call. window: { low, high } indices of points, { from, to } days. hit: words, or null; a library
 * that finds what is under the pointer by itself says it with `say`.
 */
export async function run(start) {
  const points = await load();
  const library = await start(points, byId('map'));
  byId('count').textContent = points.count.toLocaleString('en');
  requestAnimationFrame(() => requestAnimationFrame(async () => {
    await window.benchmark.pending;
    performance.mark('first picture');
    window.benchmark.drew();
  }));
  letWindowBeDragged(points, library);
  byId('zoom-in').onclick = () => library.zoom?.(1);
  byId('zoom-out').onclick = () => library.zoom?.(-1);
  if (library.hit !== undefined) {
    letPointerPoint(library);
  }
}

function letWindowBeDragged({ days }, library) {
  const [pane, timeline] = [byId('window'), byId('timeline')];
  const [first, last] = [days[0], days[days.length - 1] + 1];
  const length = Math.round((last - first) / 4);
  const perDay = timeline.clientWidth / (last - first);
  let grabbed = null;
  let [from, scheduled] = [first, 0];
  const show = () => {
    scheduled = 0;
    const [low, high] = [firstFrom(days, from), firstFrom(days, from + length)];
    pane.style.transform = `translateX(${(from - first) * perDay}px)`;
    byId('count').textContent = (high - low).toLocaleString('en');
    window.benchmark.pending = library.show({ from, to: from + length, low, high });
  };
  pane.style.width = `${length * perDay}px`;
  timeline.onpointerdown = event => {
    grabbed = event.clientX - (from - first) * perDay;
    timeline.setPointerCapture(event.pointerId);
  };
  timeline.onpointermove = event => {
    if (grabbed !== null) {
      from = Math.min(Math.max(first + Math.round((event.clientX - grabbed) / perDay), first), last - length);
      scheduled ||= requestAnimationFrame(show);
    }
  };
  timeline.onpointerup = () => { grabbed = null; };
}

/** Shows what the pointer is on; null: nothing. */
export function say(words) {
  byId('tip').hidden = words === null;
  byId('tip').textContent = words ?? '';
}

/** What is under the pointer, looked up once a frame at most. */
function letPointerPoint(library) {
  const map = byId('map');
  let [at, scheduled] = [null, 0];
  map.addEventListener('pointermove', event => {
    if (event.buttons === 0) {
      at = event;
      scheduled ||= requestAnimationFrame(() => {
        scheduled = 0;
        const { left, top } = map.getBoundingClientRect();
        say(library.hit(at.clientX - left, at.clientY - top));
      });
    }
  });
}
