// Long periods: a bar with its title inside where there is height for it, a thin one where not. What is ongoing ends in an arrow.

import { crisp, fitted, font, strength, type Easel } from './easel';
import { drawGlyph } from './draw-marks';
import type { Sign } from '../view/signs';
import type { Single } from './picture';

const BEYOND = 12; // pixels outside the canvas where an end is no longer seen

export function drawPeriods(easel: Easel): void {
  for (const period of easel.picture.periods) {
    drawPeriod(easel, period);
  }
}

function drawPeriod(easel: Easel, { index, y }: Single): void {
  const { context, ink, picture } = easel;
  const { marks, scale, layout } = picture;
  const mark = marks.marks[index]!;
  const sign = marks.signOf(index);
  const clip = (x: number): number => Math.min(Math.max(x, -BEYOND), layout.width + BEYOND);
  const left = crisp(clip(scale.x(marks.from[index]!)), easel.pixelRatio);
  const isOpen = mark.ongoing && scale.x(marks.to[index]!) > layout.width;
  const right = isOpen ? layout.width - 2 : Math.max(crisp(clip(scale.x(marks.to[index]!)), easel.pixelRatio), left + 4);
  const level = strength(easel.emphasis(index));
  const half = layout.periodHeight / 2 - 0.5;
  const isThin = layout.periodHeight < 12;

  drawSlack(easel, index, y, level);
  context.beginPath();
  traceBar(context, left, right, y, half, isOpen);
  context.fillStyle = ink.of(sign, isThin ? level * 0.8 : level * 0.2);
  context.fill();
  const isSelected = index === easel.selected;
  if (!isThin || isSelected || index === easel.hovered) {
    context.strokeStyle = isSelected ? ink.get('--accent') : ink.of(sign, index === easel.hovered ? level : level * 0.6);
    context.lineWidth = isSelected ? 2 : 1;
    context.setLineDash(sign.isHollow && !isSelected ? [3, 2.5] : []);
    context.stroke();
    context.setLineDash([]);
  }
  if (!isThin) {
    drawTitle(easel, sign, mark.title, Math.max(left, 0), Math.min(right, layout.width) - (isOpen ? half : 0), y, level);
  }
}

function traceBar(context: CanvasRenderingContext2D, left: number, right: number, y: number, half: number, isOpen: boolean): void {
  if (isOpen) {
    const point = Math.max(half, 3);
    context.moveTo(right - point, y - half);
    context.lineTo(left, y - half);
    context.lineTo(left, y + half);
    context.lineTo(right - point, y + half);
    context.lineTo(right, y);
    context.closePath();
  } else {
    context.roundRect(left, y - half, right - left, half * 2, Math.min(3, half));
  }
}

/** How far the ends may be off. */
function drawSlack({ context, ink, picture }: Easel, index: number, y: number, level: number): void {
  const { marks, scale, layout } = picture;
  const cap = Math.min(3, layout.periodHeight / 2);
  context.fillStyle = ink.of(marks.signOf(index), level * 0.7);
  for (const [inner, outer] of [[marks.from[index]!, marks.earliest[index]!], [marks.to[index]!, marks.latest[index]!]] as const) {
    const [from, to] = [scale.x(inner), scale.x(outer)];
    if (Number.isFinite(to) && Math.abs(to - from) > 3) {
      context.fillRect(Math.min(from, to), y - 0.6, Math.abs(to - from), 1.2);
      context.fillRect(to - 0.6, y - cap, 1.2, cap * 2);
    }
  }
}

function drawTitle(easel: Easel, sign: Sign, title: string, left: number, right: number, y: number, level: number): void {
  const { context, ink } = easel;
  if (right - left < 40) {
    return;
  }
  drawGlyph(easel, sign, left + 9, y, 3.6, level);
  context.font = font(easel, 10.5);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = ink.mixed('--text', Math.max(level, 0.6));
  context.fillText(fitted(context, title, right - left - 26), left + 18, y + 0.5);
}
