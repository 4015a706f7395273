// Where nobody collected the ground is hatched; with several datasets a thin band for each shows when it was.

import { gapsIn } from './coverage';
import { crisp, type Easel } from './easel';
import { bandY } from './layout';

const APART = 7; // pixels between the lines of the hatch

export function drawHatch(easel: Easel): void {
  const { context, ink, picture, pixelRatio } = easel;
  const { scale, layout, collected } = picture;
  for (const gap of gapsIn(collected, scale)) {
    const [left, right] = [crisp(Math.max(scale.x(gap.from), 0), pixelRatio), crisp(Math.min(scale.x(gap.to), layout.width), pixelRatio)];
    const anchor = Number.isFinite(gap.to) ? scale.x(gap.to) : scale.x(gap.from); // the lines go with the time, not with the screen
    context.save();
    context.beginPath();
    context.rect(left, 0, right - left, layout.axisTop);
    context.clip();
    context.fillStyle = ink.mixed('--text-2', 0.05);
    context.fillRect(left, 0, right - left, layout.axisTop);
    context.beginPath();
    const first = left - layout.axisTop;
    for (let x = first + ((anchor - first) % APART + APART) % APART; x < right; x += APART) {
      context.moveTo(x, layout.axisTop);
      context.lineTo(x + layout.axisTop, 0);
    }
    context.strokeStyle = ink.mixed('--text-2', 0.3);
    context.lineWidth = 1;
    context.stroke();
    context.restore();
  }
}

export function drawBands({ context, ink, picture, pixelRatio, datasetSign }: Easel): void {
  const { scale, layout, collected: { bands } } = picture;
  bands.forEach(({ datasets, stretches }, row) => {
    const sign = datasets.length === 1 ? datasetSign(datasets[0]!) : null;
    const y = crisp(bandY(layout, row) - layout.bandHeight / 2, pixelRatio);
    context.fillStyle = ink.mixed('--line', 0.7);
    context.fillRect(0, y, layout.width, layout.bandHeight);
    context.fillStyle = sign === null ? ink.mixed('--text-2', 0.7) : ink.of(sign, 0.85);
    for (const { from, to } of stretches) {
      const [left, right] = [Math.max(scale.x(from), 0), Math.min(scale.x(to), layout.width)];
      if (right > left) {
        context.fillRect(left, y, Math.max(right - left, 1), layout.bandHeight);
      }
    }
  });
}
