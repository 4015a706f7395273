// Lines as whole numbers of a small unit, each point as the step from the one before: small, and exact to the unit.

/** [x, y, dx, dy, …]; steps of nothing are left out. Null when nothing is left of the line. */
export function encodeLine(points, unit) {
  const encoded = [];
  let [x, y] = [0, 0];
  for (const [lon, lat] of points) {
    const [nextX, nextY] = [Math.round(lon / unit), Math.round(lat / unit)];
    if (encoded.length === 0 || nextX !== x || nextY !== y) {
      encoded.push(nextX - x, nextY - y);
      [x, y] = [nextX, nextY];
    }
  }
  return encoded.length >= 4 ? encoded : null;
}

export function encodeLines(lines, unit) {
  return lines.map(line => encodeLine(line, unit)).filter(line => line !== null);
}
