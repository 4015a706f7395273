// The world on a sheet of paper has an edge, at the 180th meridian, that it does not have on the sphere.

import { geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';

/** Rings on a sphere may cross the 180th meridian or hold a pole; flat ones may not, or they smear across the map. */
export function cutAtAntimeridian(land) {
  const flat = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0);
  return geoProject(land, flat).coordinates.map(polygon => polygon.map(ring => ring.map(([x, y]) => [x, -y])));
}
