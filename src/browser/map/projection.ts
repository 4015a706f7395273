// Web Mercator in three units: degrees, the unit square (x and y from 0 to 1, north on top), and pixels of a frame.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a canvas shows: `left` and `top` are the world pixels, at this zoom, of its upper left corner. */
export interface Frame {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const TILE = 256;
export const MAX_LATITUDE = 85.0511;
const EQUATOR = 40_075_016.686; // metres

export function toSquare(lat: number, lon: number): Point {
  const sine = Math.sin(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

export function toDegrees({ x, y }: Point): { lat: number; lon: number } {
  return { lat: Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180 / Math.PI, lon: (x - 0.5) * 360 };
}

/** The side of the whole world in pixels. */
export function worldSize(zoom: number): number {
  return TILE * 2 ** zoom;
}

/** Metres on the ground as pixels, at a latitude. */
export function metresToPixels(metres: number, lat: number, zoom: number): number {
  return metres / (EQUATOR * Math.cos(lat * Math.PI / 180)) * worldSize(zoom);
}

/** Pixels in the frame, of the copy of the world nearest to the frame's middle. */
export function toFrame(point: Point, frame: Frame): Point {
  const size = worldSize(frame.zoom);
  const x = point.x * size - frame.left;
  return { x: x - Math.round((x - frame.width / 2) / size) * size, y: point.y * size - frame.top };
}

export function fromFrame(point: Point, frame: Frame): Point {
  const size = worldSize(frame.zoom);
  return { x: (point.x + frame.left) / size, y: (point.y + frame.top) / size };
}

export function isNear(point: Point, frame: Frame, margin: number): boolean {
  return point.x >= -margin && point.y >= -margin && point.x <= frame.width + margin && point.y <= frame.height + margin;
}

/** A longitude between −180 and 180. */
export function wrapLongitude(lon: number): number {
  return lon - 360 * Math.floor((lon + 180) / 360);
}
