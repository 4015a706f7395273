// How marks, discs, rings and shapes look. Everything here draws at pixels it is given and knows no map.

import type { Colours } from '../view/colours';
import { isStroked, traceShape } from '../view/kinds';
import type { Sign, Signs } from '../view/signs';
import { MARK_RADIUS } from './precision';
import type { Disc, Part, Placed, Single } from './symbols';

/** Several incidents in one ring. */
interface Counted extends Placed {
  readonly count: number;
  readonly parts: readonly Part[];
}

/** How far the ground of a sign reaches beyond it, in pixels. */
export const HALO = 1.5;
const HOLLOW_DASH = [2.4, 1.8];
export const BADGE_RADIUS = 5;

/** A sign with a rim in the surface's colour, so that it stands out from anything under it. */
export function paintSign(context: CanvasRenderingContext2D, sign: Sign, x: number, y: number, radius: number, colours: Colours): void {
  const { shape } = sign;
  context.lineJoin = 'round';
  if (sign.isHollow) {
    paintHollow(context, sign, x, y, radius, colours);
    return;
  }
  if (isStroked(shape)) {
    // A ring keeps its hole, filled with the surface so that the map does not shine through its sign.
    context.beginPath();
    context.arc(x, y, radius + HALO, 0, 2 * Math.PI);
    context.fillStyle = colours.get('--surface');
    context.fill();
    context.beginPath();
    traceShape(context, shape, x, y, radius * 0.82);
    context.strokeStyle = colours.of(sign);
    context.lineWidth = radius * 0.36;
    context.stroke();
    return;
  }
  context.beginPath();
  traceShape(context, shape, x, y, radius);
  context.strokeStyle = colours.get('--surface');
  context.lineWidth = HALO * 2;
  context.stroke();
  context.fillStyle = colours.of(sign);
  context.fill();
}

/** A lead, and what the lens does not mention: hollow, dashed and faint. */
function paintHollow(context: CanvasRenderingContext2D, sign: Sign, x: number, y: number, radius: number, colours: Colours): void {
  const { globalAlpha } = context;
  context.beginPath();
  traceShape(context, sign.shape, x, y, radius * 0.92);
  context.fillStyle = context.strokeStyle = colours.get('--surface');
  context.lineWidth = 3.5;
  context.globalAlpha = globalAlpha * 0.75;
  context.fill();
  context.stroke();
  context.strokeStyle = colours.of(sign);
  context.lineWidth = 1.3;
  context.setLineDash(HOLLOW_DASH);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = globalAlpha;
}

export function paintSingle(context: CanvasRenderingContext2D, single: Single, signs: Signs, colours: Colours): void {
  context.globalAlpha = single.alpha;
  paintSign(context, signs.of(single.mark), single.x, single.y, single.disc === null ? MARK_RADIUS : BADGE_RADIUS, colours);
  context.globalAlpha = 1;
}

/** "Somewhere in here": soft, with a dashed rim, and nothing in the middle; a `shade` below 1 is fainter. */
export function paintDisc(context: CanvasRenderingContext2D, disc: Disc, signs: Signs, colours: Colours, shade = 1): void {
  const colour = disc.key === null ? colours.get('--text-2') : colours.of(signs.ofKey(disc.key));
  context.beginPath();
  context.arc(disc.x, disc.y, disc.radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.globalAlpha = 0.14 * disc.alpha * shade;
  context.fill();
  context.strokeStyle = colour;
  context.globalAlpha = 0.85 * disc.alpha * Math.sqrt(shade);
  context.lineWidth = 1.25;
  context.setLineDash([3.5, 2.5]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** The ring's arcs are the kinds or datasets, by their share, what is hollow thin and dashed; the count is how many incidents the window holds here. */
export function paintRing(context: CanvasRenderingContext2D, ring: Counted, signs: Signs, colours: Colours, font: string): void {
  const { x, y, radius } = ring;
  const width = strokeWidth(radius);
  context.globalAlpha = ring.alpha;
  context.fillStyle = colours.get('--surface');
  context.beginPath();
  context.arc(x, y, radius + HALO, 0, 2 * Math.PI);
  context.fill();
  const gap = ring.parts.length > 1 ? 1.6 / radius : 0;
  let angle = -Math.PI / 2;
  context.lineCap = 'butt';
  for (const { key, count } of ring.parts) {
    const end = angle + count / ring.count * 2 * Math.PI;
    context.beginPath();
    context.arc(x, y, radius - width / 2, angle + gap / 2, Math.max(angle + gap, end - gap / 2));
    const sign = signs.ofKey(key);
    context.strokeStyle = colours.of(sign);
    context.lineWidth = sign.isHollow ? 1.6 : width;
    sign.isHollow && context.setLineDash([3, 2.2]);
    context.stroke();
    angle = end;
  }
  context.setLineDash([]);
  context.fillStyle = colours.get('--text');
  context.font = `600 ${countFontSize(radius)}px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(short(ring.count), x, y + 0.5);
  context.globalAlpha = 1;
}

/** Of a ring's arcs, in pixels. */
export function strokeWidth(radius: number): number {
  return Math.min(5.5, 3.2 + radius / 12);
}

/** Of the count in a ring, in pixels. */
export function countFontSize(radius: number): number {
  return radius < 24 ? 12 : 13;
}

/** What fits into a ring: "9999", "10k", "1.3M". */
export function short(count: number): string {
  return count >= 9_950_000 ? `${Math.round(count / 1_000_000)}M` : count >= 999_500 ? `${(count / 1_000_000).toFixed(1)}M` : count > 9999 ? `${Math.round(count / 1000)}k` : String(count);
}
