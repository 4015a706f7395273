// The source has rivers without names: the named ones are found by the shortest way along them between known points.

/** [longitude, latitude] from the source down to the mouth, near enough to the river to be told from its neighbours. */
const NAMED_RIVERS = {
  'Euphrates': [[38.62, 38.78], [37.97, 37.03], [38.02, 36.83], [39.0, 35.93], [40.14, 35.35], [40.92, 34.45], [42.38, 34.14], [42.83, 33.64],
    [43.31, 33.44], [44.23, 32.54], [45.31, 31.32], [46.25, 31.04], [47.43, 31.01]],
  'Tigris': [[40.24, 37.93], [42.19, 37.34], [43.14, 36.34], [43.69, 34.61], [44.4, 33.33], [45.81, 32.49], [47.14, 31.83], [47.43, 31.01]],
  'Shatt al-Arab': [[47.43, 31.01], [47.74, 30.6], [48.1, 30.42], [48.38, 29.98]],
  'Khabur': [[41.85, 37.15], [40.75, 36.55], [40.78, 35.8], [40.42, 35.15]],
  'Great Zab': [[44.35, 38.3], [44.25, 36.7], [43.4, 36.0]],
  'Little Zab': [[44.93, 35.87], [44.1, 35.78], [43.43, 35.22]],
  'Diyala': [[45.62, 35.08], [44.98, 34.15], [44.5, 33.23]],
  'Orontes': [[36.82, 34.75], [36.62, 35.24], [36.3, 35.6], [35.95, 36.03]],
  'Jordan': [[35.53, 32.7], [35.52, 31.8]],
  'Karun': [[48.83, 31.65], [48.35, 31.1], [48.3, 30.47]],
  'Nile': [[32.9, 24.1], [32.65, 25.7], [31.18, 27.18], [31.23, 30.0]],
};

const REACH = 0.05; // degrees: how far a gap in the source may be bridged

/** Splits lines into the named rivers and what remains of the others, each remaining piece with the properties of its line. */
export function nameRivers(lines) {
  const graph = new Graph(lines.map(line => line.points));
  const taken = new Set();
  const named = Object.entries(NAMED_RIVERS).map(([name, waypoints]) => {
    const points = graph.trace(waypoints);
    points.forEach((point, i) => i > 0 && taken.add(edge(points[i - 1], point)).add(edge(point, points[i - 1])));
    return { name, points };
  });
  const others = lines.flatMap(({ points, ...properties }) => untaken(points, taken).map(points => ({ points, ...properties })));
  return { named, others };
}

function untaken(points, taken) {
  const pieces = [];
  let piece = [];
  points.forEach((point, i) => {
    if (i > 0 && taken.has(edge(points[i - 1], point))) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(point);
  });
  return [...pieces, piece].filter(piece => piece.length > 1);
}

class Graph {
  #points = [];
  #index = new Map();
  #neighbours = [];

  constructor(lines) {
    for (const line of lines) {
      line.forEach((point, i) => i > 0 && this.#join(this.#node(line[i - 1]), this.#node(point), 1));
    }
    for (const line of lines) {
      for (const end of [line[0], line.at(-1)]) {
        const from = this.#node(end);
        this.#points.forEach((point, to) => {
          if (to !== from && distance(end, point) < REACH) {
            this.#join(from, to, 5);
          }
        });
      }
    }
  }

  trace(waypoints) {
    const nodes = waypoints.map(waypoint => this.#nearest(waypoint));
    const path = [nodes[0]];
    for (let i = 1; i < nodes.length; i++) {
      path.push(...this.#shortest(nodes[i - 1], nodes[i]).slice(1));
    }
    return path.map(node => this.#points[node]);
  }

  #node(point) {
    const key = point.join();
    let node = this.#index.get(key);
    if (node === undefined) {
      node = this.#points.push(point) - 1;
      this.#index.set(key, node);
      this.#neighbours.push(new Map());
    }
    return node;
  }

  #join(a, b, penalty) {
    const length = distance(this.#points[a], this.#points[b]) * penalty;
    if (length < (this.#neighbours[a].get(b) ?? Infinity)) {
      this.#neighbours[a].set(b, length);
      this.#neighbours[b].set(a, length);
    }
  }

  #nearest(waypoint) {
    return this.#points.reduce((best, point, node) => distance(point, waypoint) < distance(this.#points[best], waypoint) ? node : best, 0);
  }

  #shortest(from, to) {
    const reached = new Map([[from, { length: 0, before: null }]]);
    const open = new Set([from]);
    while (open.size > 0) {
      const node = [...open].reduce((best, candidate) => reached.get(candidate).length < reached.get(best).length ? candidate : best);
      open.delete(node);
      if (node === to) {
        const path = [];
        for (let step = to; step !== null; step = reached.get(step).before) {
          path.unshift(step);
        }
        return path;
      }
      for (const [next, step] of this.#neighbours[node]) {
        const length = reached.get(node).length + step;
        if (length < (reached.get(next)?.length ?? Infinity)) {
          reached.set(next, { length, before: node });
          open.add(next);
        }
      }
    }
    throw new Error(`No way along the rivers from ${this.#points[from]} to ${this.#points[to]}`);
  }
}

function distance([ax, ay], [bx, by]) {
  return Math.hypot((ax - bx) * 0.83, ay - by);
}

function edge(a, b) {
  return `${a}>${b}`;
}
