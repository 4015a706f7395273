// Single marks: a glyph, a whisker as far as the time may be off, a bar as long as it lasted. And counted ones.

import { isStroked, traceShape } from '../view/kinds';
import type { Sign } from '../view/signs';
import { font, strength, type Easel } from './easel';
import { countLabel, type Counted, type Single } from './picture';

export function drawSingles(easel: Easel, singles: readonly Single[]): void {
  for (const single of singles) {
    drawWhisker(easel, single);
  }
  for (const single of singles) {
    const { marks, layout } = easel.picture;
    drawGlyph(easel, marks.signOf(single.index), single.x, single.y, layout.glyphRadius, strength(easel.emphasis(single.index)));
  }
}

export function drawCountedMarks(easel: Easel, all: readonly Counted[]): void {
  for (const counted of all) {
    drawCounted(easel, counted);
  }
}

function drawWhisker({ context, ink, picture, emphasis }: Easel, { index, y }: Single): void {
  const { marks, scale, layout } = picture;
  const clip = (x: number): number => Math.min(Math.max(x, -10), layout.width + 10);
  const left = clip(scale.x(marks.earliest[index]!));
  const right = clip(scale.x(marks.latest[index]!));
  if (right - left <= layout.glyphRadius * 2 + 2) {
    return;
  }
  const level = strength(emphasis(index));
  const cap = layout.glyphRadius * 0.6;
  context.fillStyle = ink.of(marks.signOf(index), level * 0.8);
  context.fillRect(left, y - 0.6, right - left, 1.2);
  context.fillRect(left, y - cap, 1.2, cap * 2);
  context.fillRect(right - 1.2, y - cap, 1.2, cap * 2);
  const from = clip(scale.x(marks.from[index]!));
  const to = clip(scale.x(marks.to[index]!));
  if (to - from > 2) {
    context.fillStyle = ink.of(marks.signOf(index), level * 0.55);
    context.beginPath();
    context.roundRect(from, y - 2, to - from, 4, 2);
    context.fill();
  }
}

/** A rim in the ground's colour keeps a glyph apart from what it lies on. */
export function drawGlyph({ context, ink }: Easel, sign: Sign, x: number, y: number, radius: number, level: number): void {
  const { shape } = sign;
  context.beginPath();
  traceShape(context, shape, x, y, isStroked(shape) ? radius * 0.85 : radius);
  context.lineJoin = 'round';
  context.strokeStyle = ink.get('--surface');
  if (sign.isHollow) {
    context.fillStyle = ink.get('--surface');
    context.fill();
    context.lineWidth = 3;
    context.stroke();
    context.strokeStyle = ink.of(sign, level);
    context.lineWidth = 1.2;
    context.setLineDash([2, 1.5]);
    context.stroke();
    context.setLineDash([]);
  } else if (isStroked(shape)) {
    context.fillStyle = ink.get('--surface');
    context.fill();
    context.lineWidth = 3.5;
    context.stroke();
    context.strokeStyle = ink.of(sign, level);
    context.lineWidth = 1.75;
    context.stroke();
  } else {
    context.lineWidth = 2;
    context.stroke();
    context.fillStyle = ink.of(sign, level);
    context.fill();
  }
}

/** A ring whose arcs show what it holds, the count inside: as the clusters of the map. */
function drawCounted(easel: Easel, counted: Counted): void {
  const { context, ink, picture } = easel;
  const { x, y, halfWidth } = counted;
  const half = picture.layout.glyphRadius + 2;
  const level = strength(picture.emphasisOf(counted, easel.window, easel.emphasis));
  context.beginPath();
  context.roundRect(x - halfWidth, y - half, halfWidth * 2, half * 2, half);
  context.fillStyle = ink.get('--surface');
  context.fill();
  drawComposition(easel, counted, half, level);
  context.font = font(easel, 9.5, 600);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink.mixed('--text', Math.max(level, 0.55));
  context.fillText(countLabel(counted.counter.count), x, y + 0.5);
}

function drawComposition({ context, ink, picture }: Easel, { counter, halfWidth }: Counted, half: number, level: number): void {
  const length = 4 * (halfWidth - half) + 2 * Math.PI * half;
  let done = 0;
  context.lineWidth = 2;
  counter.keys.forEach((count, key) => {
    if (count > 0) {
      const share = count / counter.count * length;
      const sign = picture.marks.signOfKey(key);
      context.setLineDash(sign.isHollow ? dotted(share, length) : [share, length]);
      context.lineDashOffset = -done;
      context.strokeStyle = ink.of(sign, level);
      context.stroke();
      done += share;
    }
  });
  context.setLineDash([]);
}

/** Dashes over a share of a length, and a gap over all the rest. */
function dotted(share: number, length: number): number[] {
  const dashes = Math.max(1, Math.floor(share / 4));
  return [...Array.from({ length: dashes - 1 }, () => [2, share / dashes - 2]).flat(), 2, length];
}

/** The selected incident in the accent colour, the hovered one more lightly. */
export function drawRings(easel: Easel): void {
  ring(easel, easel.hovered, 1.5, 0.6);
  ring(easel, easel.selected, 2, 1);
}

function ring({ context, ink, picture }: Easel, index: number, width: number, level: number): void {
  const place = index < 0 ? null : picture.find(index);
  if (place === null || picture.periods.includes(place as Single)) {
    return;
  }
  const reach = picture.layout.glyphRadius + 5;
  context.beginPath();
  if ('halfWidth' in place) {
    context.roundRect(place.x - place.halfWidth - 4, place.y - reach + 1, place.halfWidth * 2 + 8, reach * 2 - 2, reach);
  } else {
    context.arc(place.x, place.y, reach, 0, 2 * Math.PI);
  }
  context.strokeStyle = ink.get('--surface');
  context.lineWidth = width + 2;
  context.stroke();
  context.strokeStyle = ink.mixed('--accent', level);
  context.lineWidth = width;
  context.stroke();
}
