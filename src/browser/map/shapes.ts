// Areas, corridors and lines: traced, painted and hit in the pixels of a frame.

import type { Colours } from '../view/colours';
import { corridorMiddle, corridorOutline } from './corridor';
import type { ShapeMark } from './scene';
import type { Sign } from '../view/signs';
import { BADGE_RADIUS, paintSign } from './paint';
import { type Frame, metresToPixels, type Point, worldSize } from './projection';

const LEAST_BAND = 8; // pixels

/** What of a shape is in the frame: a ring for what has an inside, else a line. */
export interface Outline {
  readonly points: readonly Point[];
  readonly isRing: boolean;
  /** Half way along a corridor, on its rim. */
  readonly middle?: Point;
}

/** Null when the shape does not reach into the frame. */
export function outlineOf(shape: ShapeMark, frame: Frame): Outline | null {
  const half = shape.type === 'corridor' ? Math.max(LEAST_BAND, metresToPixels(shape.halfWidth * 2, shape.lat, frame.zoom)) / 2 : 0;
  const line = inFrame(shape, frame);
  if (!line.some(({ x }) => x > -half - 20) || !line.some(({ x }) => x < frame.width + half + 20)
    || !line.some(({ y }) => y > -half - 20) || !line.some(({ y }) => y < frame.height + half + 20)) {
    return null;
  }
  return shape.type === 'corridor'
    ? { points: corridorOutline(line, half), isRing: true, middle: corridorMiddle(line, half) }
    : { points: line, isRing: shape.type === 'area' };
}

/** The shape's points in the copy of the world nearest to the frame's middle. */
export function inFrame(shape: ShapeMark, frame: Frame): Point[] {
  const size = worldSize(frame.zoom);
  const middle = (shape.box.left + shape.box.right) / 2 * size - frame.left;
  const shift = Math.round((middle - frame.width / 2) / size) * size;
  return shape.points.map(({ x, y }) => ({ x: x * size - frame.left - shift, y: y * size - frame.top }));
}

export function paintShape(context: CanvasRenderingContext2D, outline: Outline, sign: Sign, alpha: number, colours: Colours): void {
  const colour = colours.of(sign);
  trace(context, outline);
  context.lineJoin = 'round';
  context.setLineDash(sign.isHollow ? [5, 4] : []);
  if (outline.isRing) {
    context.fillStyle = colour;
    context.globalAlpha = alpha * 0.16;
    context.fill();
    context.globalAlpha = alpha * 0.8;
  } else {
    context.globalAlpha = alpha;
    stroke(context, colours.get('--surface'), 5.5);
  }
  stroke(context, colour, outline.isRing ? 1.25 : 2.5);
  context.setLineDash([]);
  context.globalAlpha = alpha;
  const { x, y } = badgeOf(outline);
  paintSign(context, sign, x, y, BADGE_RADIUS, colours);
  context.globalAlpha = 1;
}

export function paintOutline(context: CanvasRenderingContext2D, outline: Outline, colour: string, width: number): void {
  trace(context, outline);
  context.lineJoin = 'round';
  stroke(context, colour, width);
}

/** Where the sign stands: furthest north on the rim of an area, half way along on the rim of a corridor or line. */
export function badgeOf({ points, isRing, middle }: Outline): Point {
  return middle ?? (isRing ? points.reduce((best, point) => point.y < best.y ? point : best) : points[points.length >> 1]!);
}

export function hitsOutline({ points, isRing }: Outline, at: Point, slop: number): boolean {
  return isRing && isInside(points, at) || isNearLine(points, at, slop, isRing);
}

// Plain steps, here and in what else a pointer asks: it asks too seldom for the browser to make them fast.

export function isInside(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  let b = ring[ring.length - 1]!;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!;
    if (a.y > y !== b.y > y && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
    b = a;
  }
  return inside;
}

/** `isClosed`: its last point is joined with its first. */
export function isNearLine(line: readonly Point[], { x, y }: Point, reach: number, isClosed = false): boolean {
  const left = x - reach;
  const right = x + reach;
  const top = y - reach;
  const bottom = y + reach;
  let a = line[isClosed ? line.length - 1 : 0]!;
  for (let i = 0; i < line.length; i++) {
    const b = line[i]!;
    // Next to all pieces lie wholly to one side.
    if ((a.x >= left || b.x >= left) && (a.x <= right || b.x <= right) && (a.y >= top || b.y >= top) && (a.y <= bottom || b.y <= bottom)
      && distanceToPiece(a, b, x, y) <= reach) {
      return true;
    }
    a = b;
  }
  return false;
}

function distanceToPiece(a: Point, b: Point, x: number, y: number): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(a.x + share * (b.x - a.x) - x, a.y + share * (b.y - a.y) - y);
}

function trace(context: CanvasRenderingContext2D, { points, isRing }: Outline): void {
  context.beginPath();
  points.forEach(({ x, y }, i) => i === 0 ? context.moveTo(x, y) : context.lineTo(x, y));
  if (isRing) {
    context.closePath();
  }
}

function stroke(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
