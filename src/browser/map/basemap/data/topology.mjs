// TopoJSON's arcs as plain degrees, changed once each, so that what shares an arc still does.

export function decodeArcs(topology, change) {
  const { scale: [scaleX, scaleY], translate: [left, bottom] } = topology.transform;
  const arcs = topology.arcs.map(arc => {
    let [x, y] = [0, 0];
    return change(arc.map(([dx, dy]) => [(x += dx) * scaleX + left, (y += dy) * scaleY + bottom]));
  });
  const { transform, ...rest } = topology;
  return { ...rest, arcs };
}
