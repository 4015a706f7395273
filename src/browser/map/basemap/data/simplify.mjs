// Visvalingam's simplification: the point whose triangle with its neighbours is smallest goes first.

/** The points of a line that matter at `tolerance` square degrees; both ends stay. */
export function simplify(points, tolerance) {
  const count = points.length;
  if (count < 3) {
    return points;
  }
  const before = Int32Array.from({ length: count }, (_, i) => i - 1);
  const after = Int32Array.from({ length: count }, (_, i) => i + 1);
  const area = i => triangle(points[before[i]], points[i], points[after[i]]);
  const heap = new Heap();
  const current = new Float64Array(count).fill(Infinity);
  for (let i = 1; i < count - 1; i++) {
    heap.push(current[i] = area(i), i);
  }
  const gone = new Uint8Array(count);
  let least = 0;
  for (let top = heap.pop(); top !== null && top.area <= tolerance; top = heap.pop()) {
    const i = top.index;
    if (gone[i] || top.area !== current[i]) {
      continue;
    }
    gone[i] = 1;
    least = Math.max(least, top.area);
    after[before[i]] = after[i];
    before[after[i]] = before[i];
    for (const neighbour of [before[i], after[i]]) {
      if (neighbour > 0 && neighbour < count - 1) {
        heap.push(current[neighbour] = Math.max(least, area(neighbour)), neighbour);
      }
    }
  }
  return points.filter((_, i) => !gone[i]);
}

/** A degree of longitude counts for what it is on the ground. */
function triangle([ax, ay], [bx, by], [cx, cy]) {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * Math.cos(by * Math.PI / 180);
}

class Heap {
  #entries = [];

  push(area, index) {
    const entries = this.#entries;
    let at = entries.push({ area, index }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (entries[parent].area <= entries[at].area) {
        return;
      }
      [entries[parent], entries[at]] = [entries[at], entries[parent]];
      at = parent;
    }
  }

  pop() {
    const entries = this.#entries;
    if (entries.length === 0) {
      return null;
    }
    const top = entries[0];
    const last = entries.pop();
    if (entries.length > 0) {
      entries[0] = last;
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        const least = left + 1 < entries.length && entries[left + 1].area < entries[left].area ? left + 1 : left;
        if (left >= entries.length || entries[at].area <= entries[least].area) {
          break;
        }
        [entries[at], entries[least]] = [entries[least], entries[at]];
        at = least;
      }
    }
    return top;
  }
}
