// The incidents as the map needs them: spots that cluster, and shapes that do not, in the unit square.

import type { LatLon, Location, Mark, Stop } from '../view/marks';
import { discRadius, isExact, OPEN_DISC } from './precision';
import { type Point, toSquare, worldSize } from './projection';

/** One place of one incident; an incident may have several. */
export interface Spot extends Point {
  readonly mark: number;
  readonly location: Location;
}

/** An incident that is not at points but along or across something. */
export interface ShapeMark {
  readonly mark: number;
  readonly type: 'area' | 'corridor' | 'line' | 'route';
  /** In the unit square, going on beyond it where the shape crosses the antimeridian. */
  readonly points: readonly Point[];
  readonly lat: number;
  /** Metres; 0 unless a corridor. */
  readonly halfWidth: number;
  readonly stops: readonly Stop[];
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export interface Scene {
  readonly marks: readonly Mark[];
  readonly spots: readonly Spot[];
  readonly shapes: readonly ShapeMark[];
}

export function buildScene(marks: readonly Mark[]): Scene {
  const spots: Spot[] = [];
  const shapes: ShapeMark[] = [];
  marks.forEach((mark, index) => {
    const shape = mark.placed ? shapeOf(mark, index) : null;
    if (shape !== null) {
      shapes.push(shape);
    } else if (mark.placed) {
      spots.push(...mark.locations.map(location => ({ mark: index, location, ...toSquare(location.lat, location.lon) })));
    }
  });
  return { marks, spots, shapes };
}

/** Where the sign of a spot stands at a zoom: in its middle, or on the rim of a disc large enough to look into. */
export function anchorOf(spot: Spot, zoom: number): Point {
  const { lat, radius } = spot.location;
  return isOpenDisc(spot, zoom) ? { x: spot.x, y: spot.y - discRadius(radius, lat, zoom) / worldSize(zoom) } : spot;
}

/** Whether the spot is a disc large enough to look into. */
export function isOpenDisc({ location: { lat, radius } }: Spot, zoom: number): boolean {
  return !isExact(radius, lat, zoom) && discRadius(radius, lat, zoom) >= OPEN_DISC;
}

/** Corners in the unit square; each goes the short way from the one before, also across the antimeridian. */
export function unwrap(points: readonly LatLon[]): Point[] {
  let before: number | null = null;
  return points.map(([lat, lon]) => {
    const { x, y } = toSquare(lat, lon);
    before = before === null ? x : x - Math.round(x - before);
    return { x: before, y };
  });
}

function shapeOf(mark: Mark, index: number): ShapeMark | null {
  const outline = mark.stops?.map(stop => [stop.lat, stop.lon] as LatLon) ?? mark.area ?? mark.line;
  if (outline === null || outline.length === 0) {
    return null;
  }
  const points = unwrap(mark.stops === null ? outline : greatCircle(outline));
  return {
    mark: index,
    type: mark.stops !== null ? 'route' : mark.area !== null ? 'area' : mark.halfWidth !== null ? 'corridor' : 'line',
    points,
    lat: outline.reduce((sum, [lat]) => sum + lat, 0) / outline.length,
    halfWidth: mark.halfWidth ?? 0,
    stops: mark.stops ?? [],
    box: {
      left: Math.min(...points.map(point => point.x)),
      right: Math.max(...points.map(point => point.x)),
      top: Math.min(...points.map(point => point.y)),
      bottom: Math.max(...points.map(point => point.y)),
    },
  };
}

export const LEG_STEPS = 48;

/** The shortest way over the globe between stops, LEG_STEPS pieces to each leg. */
export function greatCircle(stops: readonly LatLon[]): LatLon[] {
  const way = stops.slice(0, 1);
  for (let i = 1; i < stops.length; i++) {
    const [from, to] = [onSphere(stops[i - 1]!), onSphere(stops[i]!)];
    const angle = Math.acos(Math.max(-1, Math.min(1, from[0] * to[0] + from[1] * to[1] + from[2] * to[2])));
    for (let step = 1; step <= LEG_STEPS; step++) {
      const share = step / LEG_STEPS;
      const [a, b] = angle < 1e-9 ? [1 - share, share] : [Math.sin((1 - share) * angle) / Math.sin(angle), Math.sin(share * angle) / Math.sin(angle)];
      const [x, y, z] = [a * from[0] + b * to[0], a * from[1] + b * to[1], a * from[2] + b * to[2]];
      way.push([Math.atan2(z, Math.hypot(x, y)) * 180 / Math.PI, Math.atan2(y, x) * 180 / Math.PI]);
    }
  }
  return way;
}

function onSphere([lat, lon]: LatLon): [number, number, number] {
  const [phi, lambda] = [lat * Math.PI / 180, lon * Math.PI / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
