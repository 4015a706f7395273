// Encoded lines become paths that a canvas draws at any zoom, cut into cells so that only what is seen is drawn.

import { type Frame, toSquare, worldSize } from '../projection';

/** [x, y, dx, dy, …] in whole numbers of a unit of degrees. */
export type EncodedLine = readonly number[];

/** Paths are in pixels of this zoom around ANCHOR: small numbers, because canvases count in single precision. */
const PATH_ZOOM = 8;
const ANCHOR = toSquare(33, 42);
const CELL = 512; // path pixels
/** For lines so coarse that as many points take a larger cell: a path costs more than what is in it. */
export const LARGE_CELL = 4096;
const PIECE = 40; // points

export interface Cell {
  readonly path: Path2D;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** x, y, x, y, … in path pixels. */
export function decodeLine(line: EncodedLine, unit: number): Float64Array {
  const points = new Float64Array(line.length);
  const scale = worldSize(PATH_ZOOM);
  for (let i = 0, lon = 0, lat = 0; i < line.length; i += 2) {
    lon += line[i]!;
    lat += line[i + 1]!;
    const { x, y } = toSquare(lat * unit, lon * unit);
    points[i] = (x - ANCHOR.x) * scale;
    points[i + 1] = (y - ANCHOR.y) * scale;
  }
  return points;
}

/** The same points as pairs in the unit square. */
export function toSquarePoints(points: Float64Array): Float64Array {
  const scale = worldSize(PATH_ZOOM);
  return points.map((value, i) => value / scale + (i % 2 === 0 ? ANCHOR.x : ANCHOR.y));
}

/** One path of closed rings, for filling. */
export function ringsPath(rings: readonly Float64Array[]): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    trace(path, ring, 0, ring.length);
    path.closePath();
  }
  return path;
}

interface Cutting {
  /** Without corners. */
  readonly isSmooth?: boolean;
  /** Path pixels along a side of a cell. */
  readonly cell?: number;
  /** Leaves out single edges. */
  readonly isDrawn?: (points: Float64Array, from: number) => boolean;
}

/** Paths for stroking, each with its box. */
export function lineCells(lines: readonly Float64Array[], { isSmooth = false, cell = CELL, isDrawn }: Cutting = {}): Cell[] {
  const cells = new Map<string, Cell>();
  for (const points of lines) {
    for (let from = 0; from < points.length - 2;) {
      let to = from;
      while (to < points.length - 2 && to - from < PIECE * 2 && (isDrawn === undefined || isDrawn(points, to))) {
        to += 2;
      }
      if (to > from) {
        addPiece(cells, cell, points, from, to + 2, isSmooth);
      }
      from = Math.max(to, from + 2);
    }
  }
  return [...cells.values()];
}

/** Strokes the cells that touch the frame; lengths such as line widths are given in screen pixels. */
export function strokeCells(context: CanvasRenderingContext2D, cells: readonly Cell[], frame: Frame, width: number, dash: readonly number[] = []): void {
  const scale = 2 ** (frame.zoom - PATH_ZOOM);
  const [left, top] = pathOrigin(frame);
  context.lineWidth = width / scale;
  context.setLineDash(dash.map(length => length / scale));
  const margin = width / scale;
  for (const cell of cells) {
    if (cell.right >= left - margin && cell.left <= left + frame.width / scale + margin
      && cell.bottom >= top - margin && cell.top <= top + frame.height / scale + margin) {
      context.stroke(cell.path);
    }
  }
}

/** Runs `draw` once for each visible copy of the world, with the context counting in path pixels. */
export function inPathPixels(context: CanvasRenderingContext2D, frame: Frame, draw: (frame: Frame) => void): void {
  const size = worldSize(frame.zoom);
  const scale = 2 ** (frame.zoom - PATH_ZOOM);
  for (let copy = Math.floor(frame.left / size); copy * size < frame.left + frame.width; copy++) {
    const shifted = { ...frame, left: frame.left - copy * size };
    context.save();
    context.translate(ANCHOR.x * size - shifted.left, ANCHOR.y * size - shifted.top);
    context.scale(scale, scale);
    draw(shifted);
    context.restore();
  }
}

/** Path pixels of a place. */
export function pathPoint(lat: number, lon: number): [number, number] {
  const { x, y } = toSquare(lat, lon);
  const scale = worldSize(PATH_ZOOM);
  return [(x - ANCHOR.x) * scale, (y - ANCHOR.y) * scale];
}

function pathOrigin(frame: Frame): [number, number] {
  const size = worldSize(frame.zoom);
  const scale = 2 ** (frame.zoom - PATH_ZOOM);
  return [(frame.left - ANCHOR.x * size) / scale, (frame.top - ANCHOR.y * size) / scale];
}

function addPiece(cells: Map<string, Cell>, side: number, points: Float64Array, from: number, to: number, isSmooth: boolean): void {
  const key = `${Math.floor(points[from]! / side)} ${Math.floor(points[from + 1]! / side)}`;
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = { path: new Path2D(), left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    cells.set(key, cell);
  }
  isSmooth ? traceSmoothly(cell.path, points, from, to) : trace(cell.path, points, from, to);
  for (let i = from; i < to; i += 2) {
    cell.left = Math.min(cell.left, points[i]!);
    cell.right = Math.max(cell.right, points[i]!);
    cell.top = Math.min(cell.top, points[i + 1]!);
    cell.bottom = Math.max(cell.bottom, points[i + 1]!);
  }
}

function trace(path: Path2D, points: Float64Array, from: number, to: number): void {
  path.moveTo(points[from]!, points[from + 1]!);
  for (let i = from + 2; i < to; i += 2) {
    path.lineTo(points[i]!, points[i + 1]!);
  }
}

/** Through the middles of the edges, bent towards the points: rivers have no corners. */
function traceSmoothly(path: Path2D, points: Float64Array, from: number, to: number): void {
  path.moveTo(points[from]!, points[from + 1]!);
  for (let i = from + 2; i < to - 2; i += 2) {
    path.quadraticCurveTo(points[i]!, points[i + 1]!, (points[i]! + points[i + 2]!) / 2, (points[i + 1]! + points[i + 3]!) / 2);
  }
  path.lineTo(points[to - 2]!, points[to - 1]!);
}
