// The source cuts shores into pieces along a grid; lakes are whole again where the pieces' ends meet.

/** Rings from the multi-segment text of `gmt coast -M`; what does not close (a sea cut by the map's edge) is left out. */
export function joinRings(text) {
  const pieces = text.split(/^>.*$/m).map(piece => piece.split('\n').filter(line => /^-?\d/.test(line)).map(line => line.split('\t').map(Number)))
    .filter(points => points.length > 1);
  const rings = [];
  while (pieces.length > 0) {
    let points = pieces.pop();
    for (let next = points; next !== undefined && !meet(points[0], points.at(-1));) {
      const end = points.at(-1);
      const at = pieces.findIndex(piece => meet(piece[0], end) || meet(piece.at(-1), end));
      next = at < 0 ? undefined : pieces.splice(at, 1)[0];
      points = next === undefined ? points : points.concat((meet(next[0], end) ? next : next.reverse()).slice(1));
    }
    if (meet(points[0], points.at(-1))) {
      rings.push(points);
    }
  }
  return rings;
}

function meet([ax, ay], [bx, by]) {
  return Math.abs(ax - bx) < 1e-4 && Math.abs(ay - by) < 1e-4;
}
