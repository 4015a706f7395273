// Two grains of ticks: names at the left of their span, and steps between them.

import { crisp, font, type Easel } from './easel';

const NAME = 11.5;
const STEP = 10.5;
const INDENT = 5;
const APART = 12; // between a name and a step in the same row

export function drawAxis(easel: Easel): void {
  drawLines(easel);
  const taken = drawNames(easel);
  drawSteps(easel, taken);
}

function drawLines({ context, ink, picture, pixelRatio }: Easel): void {
  const { scale, layout, ticks } = picture;
  context.fillStyle = ink.get('--line');
  for (const { from } of ticks.spans) {
    context.fillRect(crisp(scale.x(from), pixelRatio), 0, 1, layout.height);
  }
  for (const { time } of ticks.ticks) {
    context.fillRect(crisp(scale.x(time), pixelRatio), layout.axisTop, 1, 4);
  }
}

interface Taken {
  readonly left: number;
  readonly right: number;
}

/** A name stays in sight while its span does, in the longest form that fits. */
function drawNames(easel: Easel): Taken[] {
  const { context, ink, picture } = easel;
  const { scale, layout, ticks } = picture;
  const y = layout.axisTop + (layout.axisRows - 0.5) * layout.axisRowHeight + 1;
  const taken: Taken[] = [];
  context.font = font(easel, NAME, 500);
  context.fillStyle = ink.get('--text-2');
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const span of ticks.spans) {
    const left = Math.max(scale.x(span.from), 0) + INDENT;
    const room = Math.min(scale.x(span.to), layout.width) - left - INDENT;
    const name = span.names.slice(layout.axisRows === 1 && span.names.length > 1 ? 1 : 0).find(candidate => context.measureText(candidate).width <= room);
    if (name !== undefined) {
      context.fillText(name, left, y);
      taken.push({ left, right: left + context.measureText(name).width });
    }
  }
  return taken;
}

function drawSteps(easel: Easel, names: readonly Taken[]): void {
  const { context, ink, picture } = easel;
  const { scale, layout, ticks } = picture;
  const y = layout.axisTop + layout.axisRowHeight * 0.5 + 1;
  const inTheWay = layout.axisRows === 1 ? names : [];
  let end = -Infinity;
  context.font = font(easel, STEP);
  context.fillStyle = ink.get('--text-2');
  ticks.ticks.forEach((tick, i) => {
    const left = scale.x(tick.time) + INDENT - 1;
    const right = left + context.measureText(tick.label).width;
    const next = ticks.ticks[i + 1];
    const isFree = left > end + 4 && left >= 2 && right <= layout.width - 2 && (next === undefined || right <= scale.x(next.time) + 1)
      && !inTheWay.some(name => left < name.right + APART && right > name.left - APART);
    if (isFree) {
      context.fillText(tick.label, left, y);
      end = right;
    }
  });
}
