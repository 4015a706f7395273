// Text as glyphs at places: spread out, turned, or bent along a river.

import type { Box } from './labels';
import type { Point } from './projection';

/** A piece of text, centred on a point that is an offset from the label's anchor. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radians. */
  readonly angle: number;
}

export type Measure = (text: string) => number;

/** One line, its left end or right end or middle at the offset. */
export function straight(text: string, x: number, y: number, align: 'left' | 'right' | 'middle', measure: Measure): Glyph[] {
  const width = measure(text);
  return [{ text, x: align === 'left' ? x + width / 2 : align === 'right' ? x - width / 2 : x, y, angle: 0 }];
}

/** Letters `spacing` apart, centred on the offset, turned by `angle`. */
export function spaced(text: string, x: number, y: number, spacing: number, angle: number, measure: Measure): Glyph[] {
  const letters = [...text];
  const widths = letters.map(measure);
  const width = widths.reduce((sum, letter) => sum + letter, 0) + spacing * (letters.length - 1);
  let along = -width / 2;
  return letters.map((letter, i) => {
    const at = along + widths[i]! / 2;
    along += widths[i]! + spacing;
    return { text: letter, x: x + at * Math.cos(angle), y: y + at * Math.sin(angle), angle };
  });
}

const STEP = 5; // pixels between the points that text follows
const LIFT = 10; // pixels beside the line
const SPARE = 10; // points more than the text is long: in a bend the lifted line is shorter
const LARGEST_STRAY = 8; // pixels that the smoothed line may be away from the true one
const LARGEST_BEND = 0.42; // radians from letter to letter

/** The straightest stretches of a line on which the text fits, at least `apart` from each other, best first. */
export function along(line: readonly Point[], text: string, spacing: number, apart: number, measure: Measure): { anchor: Point; glyphs: Glyph[] }[] {
  const widths = [...text].map(measure);
  const length = widths.reduce((sum, width) => sum + width + spacing, 0);
  const exact = resample(line, STEP);
  const path = smooth(exact, 7);
  const strays = path.map(({ x, y }, i) => Math.hypot(x - exact[i]!.x, y - exact[i]!.y) > LARGEST_STRAY);
  const steps = Math.ceil(length / STEP) + 1;
  const stretches: { from: number; bend: number }[] = [];
  for (let from = 0; from + steps + SPARE < path.length; from += 4) {
    if (!strays.slice(from, from + steps).includes(true)) {
      stretches.push({ from, bend: bendOf(path, from, from + steps) });
    }
  }
  const found: { anchor: Point; glyphs: Glyph[] }[] = [];
  for (const { from } of stretches.sort((a, b) => a.bend - b.bend)) {
    const anchor = path[from + (steps >> 1)]!;
    if (found.every(other => Math.hypot(other.anchor.x - anchor.x, other.anchor.y - anchor.y) >= apart)) {
      const glyphs = bentText(path.slice(from, from + steps + SPARE), [...text], widths, spacing, anchor);
      if (glyphs !== null && glyphs.every((glyph, i) => i === 0 || Math.abs(turn(glyphs[i - 1]!.angle, glyph.angle)) < LARGEST_BEND)) {
        found.push({ anchor, glyphs });
      }
    }
  }
  return found;
}

/** Boxes that together cover the glyphs. */
export function glyphBoxes(glyphs: readonly Glyph[], anchor: Point, height: number, measure: Measure, margin = 1): Box[] {
  return glyphs.map(({ text, x, y, angle }) => {
    const [width, cos, sin] = [measure(text), Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    const [halfWidth, halfHeight] = [(width * cos + height * sin) / 2 + margin, (width * sin + height * cos) / 2 + margin];
    return { left: anchor.x + x - halfWidth, right: anchor.x + x + halfWidth, top: anchor.y + y - halfHeight, bottom: anchor.y + y + halfHeight };
  });
}

function bentText(path: readonly Point[], letters: readonly string[], widths: readonly number[], spacing: number, anchor: Point): Glyph[] | null {
  const readable = path.at(-1)!.x >= path[0]!.x ? path : [...path].reverse();
  // Letters stand on the lifted line at their own distances: on the river's they would crowd inside each bend.
  const lifted = resample(readable.map((_, i) => lift(readable, i)), STEP);
  const length = widths.reduce((sum, width) => sum + width + spacing, 0);
  if (length > (lifted.length - 1) * STEP) {
    return null;
  }
  let distance = 0;
  return letters.map((text, i) => {
    const at = (distance + widths[i]! / 2) / STEP;
    distance += widths[i]! + spacing;
    const [before, after] = [pointAt(lifted, at - 1.5), pointAt(lifted, at + 1.5)];
    const { x, y } = pointAt(lifted, at);
    return { text, x: x - anchor.x, y: y - anchor.y, angle: Math.atan2(after.y - before.y, after.x - before.x) };
  });
}

function lift(path: readonly Point[], i: number): Point {
  const [before, after] = [path[Math.max(0, i - 3)]!, path[Math.min(path.length - 1, i + 3)]!];
  const angle = Math.atan2(after.y - before.y, after.x - before.x);
  return { x: path[i]!.x + LIFT * Math.sin(angle), y: path[i]!.y - LIFT * Math.cos(angle) };
}

function pointAt(path: readonly Point[], step: number): Point {
  const bounded = Math.max(0, Math.min(path.length - 1.001, step));
  const [a, b, share] = [path[Math.floor(bounded)]!, path[Math.floor(bounded) + 1]!, bounded % 1];
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function bendOf(path: readonly Point[], from: number, to: number): number {
  let bend = 0;
  for (let i = from + 6; i + 6 <= to; i += 3) {
    bend += turn(Math.atan2(path[i]!.y - path[i - 6]!.y, path[i]!.x - path[i - 6]!.x), Math.atan2(path[i + 6]!.y - path[i]!.y, path[i + 6]!.x - path[i]!.x)) ** 2;
  }
  return bend;
}

function turn(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}

function resample(line: readonly Point[], step: number): Point[] {
  const points: Point[] = [];
  let left = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    for (; left < length; left += step) {
      points.push({ x: a.x + (b.x - a.x) * left / length, y: a.y + (b.y - a.y) * left / length });
    }
    left -= length;
  }
  return points;
}

function smooth(points: readonly Point[], reach: number): Point[] {
  return points.map((_, i) => {
    const from = Math.max(0, i - reach);
    const near = points.slice(from, i + reach + 1);
    return { x: near.reduce((sum, point) => sum + point.x, 0) / near.length, y: near.reduce((sum, point) => sum + point.y, 0) / near.length };
  });
}
