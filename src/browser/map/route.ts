// A route: its stops as numbered discs in order, the way between them along the globe with arrows.

import type { Colours } from '../view/colours';
import type { Stop } from '../view/marks';
import { type Box, boxAround, overlap } from './labels';
import { LEG_STEPS, type ShapeMark } from './scene';
import { type Frame, isNear, type Point } from './projection';
import { inFrame } from './shapes';

const STOP_RADIUS = 9; // pixels
const ARROW = 5; // pixels
const LEAST_LEG = 46; // pixels: shorter legs carry no arrow

/** Stops that stand at one place, or would on screen. */
export interface StopDisc extends Point {
  readonly stops: readonly { readonly number: number; readonly stop: Stop }[];
  readonly text: string;
  /** Half the width of the disc; wider for more than one number. */
  readonly reach: number;
}

export interface RoutePicture {
  readonly shape: ShapeMark;
  readonly way: readonly Point[];
  readonly discs: readonly StopDisc[];
}

/** Null when nothing of it is in the frame. Stops step aside where a `sign` stands. */
export function routePicture(shape: ShapeMark, frame: Frame, signs: readonly (Point & { radius: number })[]): RoutePicture | null {
  const way = inFrame(shape, frame);
  const box = (side: (point: Point) => number) => [Math.min(...way.map(side)), Math.max(...way.map(side))] as const;
  const [[left, right], [top, bottom]] = [box(point => point.x), box(point => point.y)];
  return right < 0 || left > frame.width || bottom < 0 || top > frame.height ? null : { shape, way, discs: gatherStops(shape.stops, way).map(disc => stepAside(disc, signs)) };
}

/** Each stop joins the first disc that it would overlap. */
export function gatherStops(stops: readonly Stop[], way: readonly Point[]): StopDisc[] {
  const discs: { x: number; y: number; stops: { number: number; stop: Stop }[] }[] = [];
  stops.forEach((stop, i) => {
    const at = way[i * LEG_STEPS]!;
    const close = discs.find(disc => Math.hypot(disc.x - at.x, disc.y - at.y) < STOP_RADIUS * 2.2);
    close === undefined ? discs.push({ x: at.x, y: at.y, stops: [{ number: i + 1, stop }] }) : close.stops.push({ number: i + 1, stop });
  });
  return discs.map(disc => {
    const text = numbersInWords(disc.stops.map(({ number }) => number));
    return { ...disc, text, reach: STOP_RADIUS + Math.max(0, text.length - 1) * 3 };
  });
}

function stepAside(disc: StopDisc, signs: readonly (Point & { radius: number })[]): StopDisc {
  const under = signs.find(sign => Math.hypot(sign.x - disc.x, sign.y - disc.y) < sign.radius + STOP_RADIUS);
  return under === undefined ? disc : { ...disc, x: under.x, y: under.y + under.radius + STOP_RADIUS + 1 };
}

/** 1, 2, 3, 7 → "1–3, 7". */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    run !== undefined && number === run[1] + 1 ? run[1] = number : runs.push([number, number]);
  }
  return runs.map(([from, to]) => from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`).join(', ');
}

export function paintRoute(context: CanvasRenderingContext2D, { way, discs }: RoutePicture, colour: string, alpha: number, width: number, frame: Frame, colours: Colours, font: string): void {
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  way.forEach(({ x, y }, i) => i === 0 ? context.moveTo(x, y) : context.lineTo(x, y));
  context.globalAlpha = alpha * 0.7;
  context.strokeStyle = colours.get('--surface');
  context.lineWidth = width + 2.5;
  context.stroke();
  context.globalAlpha = alpha * 0.8;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.globalAlpha = alpha;
  for (const arrow of arrows(way, frame)) {
    paintArrow(context, arrow.at, arrow.angle, colour, colours.get('--surface'));
  }
  for (const disc of discs) {
    paintStop(context, disc, colour, colours.get('--surface'), font);
  }
  context.globalAlpha = 1;
}

/** Name and day of a stop beside its disc, where there is room; the rest is said when the stop is pointed at. */
export interface StopName {
  readonly text: string;
  readonly box: Box;
}

export function stopNames(discs: readonly StopDisc[], measure: (text: string) => number): StopName[] {
  const taken = discs.map(({ x, y, reach }) => boxAround(x, y, reach + 2, STOP_RADIUS + 2));
  const names: StopName[] = [];
  for (const { x, y, reach, stops } of discs) {
    const [first] = stops;
    const places = [...new Set(stops.map(({ stop }) => stop.name))].join(', ');
    const text = stops.length === 1 && first !== undefined ? `${first.stop.name}, ${first.stop.date}` : places;
    const half = measure(text) / 2 + 6;
    const box = [boxAround(x + reach + 4 + half, y, half, 10), boxAround(x - reach - 4 - half, y, half, 10), boxAround(x, y - STOP_RADIUS - 14, half, 10), boxAround(x, y + STOP_RADIUS + 14, half, 10)]
      .find(way => !taken.some(other => overlap(way, other)));
    if (box !== undefined) {
      taken.push(box);
      names.push({ text, box });
    }
  }
  return names;
}

export function stopFont(family: string): string {
  return `500 12px ${family}`;
}

export function paintStopName(context: CanvasRenderingContext2D, { text, box }: StopName, colours: Colours): void {
  context.beginPath();
  context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 5);
  context.fillStyle = colours.get('--surface');
  context.fill();
  context.strokeStyle = colours.get('--line');
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = colours.get('--text');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5);
}

export function traceStop(context: CanvasRenderingContext2D, { x, y, reach }: StopDisc, larger: number): void {
  context.beginPath();
  context.roundRect(x - reach - larger, y - STOP_RADIUS - larger, 2 * (reach + larger), 2 * (STOP_RADIUS + larger), STOP_RADIUS + larger);
}

export function hitsStop({ x, y, reach }: StopDisc, at: Point, slop: number): boolean {
  return Math.abs(at.x - x) <= Math.max(reach, slop) && Math.abs(at.y - y) <= Math.max(STOP_RADIUS, slop);
}

/** In the middle of each leg's visible part. */
function arrows(way: readonly Point[], frame: Frame): { at: Point; angle: number }[] {
  const found: { at: Point; angle: number }[] = [];
  for (let leg = 0; leg + LEG_STEPS < way.length; leg += LEG_STEPS) {
    const seen = way.slice(leg, leg + LEG_STEPS + 1).filter(point => isNear(point, frame, 0));
    const [first, last] = [seen[0], seen.at(-1)];
    if (first !== undefined && last !== undefined && Math.hypot(last.x - first.x, last.y - first.y) >= LEAST_LEG) {
      const [before, at] = [seen[(seen.length >> 1) - 1]!, seen[seen.length >> 1]!];
      found.push({ at, angle: Math.atan2(at.y - before.y, at.x - before.x) });
    }
  }
  return found;
}

function paintArrow(context: CanvasRenderingContext2D, { x, y }: Point, angle: number, colour: string, surface: string): void {
  const [cos, sin] = [Math.cos(angle) * ARROW, Math.sin(angle) * ARROW];
  context.beginPath();
  context.moveTo(x + cos * 1.3, y + sin * 1.3);
  context.lineTo(x - cos - sin, y - sin + cos);
  context.lineTo(x - cos * 0.5, y - sin * 0.5);
  context.lineTo(x - cos + sin, y - sin - cos);
  context.closePath();
  context.strokeStyle = surface;
  context.lineWidth = 2.5;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
}

function paintStop(context: CanvasRenderingContext2D, disc: StopDisc, colour: string, surface: string, font: string): void {
  traceStop(context, disc, 1.5);
  context.fillStyle = surface;
  context.fill();
  traceStop(context, disc, 0);
  context.fillStyle = colour;
  context.fill();
  context.fillStyle = surface;
  context.font = `700 11px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(disc.text, disc.x, disc.y + 0.5);
}
