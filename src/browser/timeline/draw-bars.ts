// The histogram: faint everywhere, and once more at full strength where the window is.

import { niceCeiling } from './bins';
import { crisp, font, strength, type Easel } from './easel';
import type { Step } from './calendar';

export function drawBars(easel: Easel): void {
  const { context, picture, window } = easel;
  const { scale, layout, bins } = picture;
  context.fillStyle = easel.ink.get('--line');
  context.fillRect(0, layout.baseline, layout.width, 1);
  if (bins.highest === 0) {
    return;
  }
  const ceiling = niceCeiling(bins.highest);
  drawScale(easel, ceiling);
  drawHoveredBin(easel);
  drawStacks(easel, ceiling, () => strength(0));
  context.save();
  context.beginPath();
  const left = window.from === null ? 0 : scale.x(window.from);
  const right = window.to === null ? layout.width : scale.x(window.to);
  context.rect(left, 0, right - left, layout.baseline);
  context.clip();
  drawStacks(easel, ceiling, bin => strength(binEmphasis(easel, bin)));
  context.restore();
}

/** The strongest of the bin's marks; a bin that only reaches into the window is there at full strength all the same. */
function binEmphasis({ picture: { bins }, emphasis }: Easel, bin: number): number {
  const [first, last] = [bins.first[bin]!, bins.first[bin + 1]! - 1];
  return last < first ? 0 : Math.max(emphasis(first), emphasis(last)) || 1;
}

/** One line with the count that it stands for. */
function drawScale(easel: Easel, ceiling: number): void {
  const { context, ink, picture, pixelRatio } = easel;
  const { layout, bins } = picture;
  const y = crisp(layout.barsTop, pixelRatio);
  context.fillStyle = ink.mixed('--line', 0.6);
  context.fillRect(0, y, layout.width, 1);
  context.font = font(easel, 10);
  context.fillStyle = ink.get('--label-faint');
  context.textBaseline = 'bottom';
  context.textAlign = 'right';
  context.fillText(`${ceiling.toLocaleString('en')} ${perStep(bins.step)}`, layout.width - 6, y);
}

function perStep({ unit, count }: Step): string {
  return count === 1 ? `a ${unit}`.replace('a hour', 'an hour') : `in ${count} ${unit}s`;
}

function drawHoveredBin({ context, ink, picture, hoveredBin }: Easel): void {
  const { scale, layout, bins } = picture;
  if (hoveredBin >= 0 && hoveredBin < bins.totals.length) {
    const left = scale.x(bins.edges[hoveredBin]!);
    context.fillStyle = ink.mixed('--text', 0.07);
    context.fillRect(left, layout.barsTop, scale.x(bins.edges[hoveredBin + 1]!) - left, layout.baseline - layout.barsTop);
  }
}

function drawStacks({ context, ink, picture, pixelRatio }: Easel, ceiling: number, strengthOf: (bin: number) => number): void {
  const { scale, layout, bins, marks } = picture;
  const keys = marks.keys.length;
  const unit = (layout.baseline - layout.barsTop) / ceiling;
  const seam = unit >= 3 ? 1 : 0;
  for (let bin = 0; bin < bins.totals.length; bin++) {
    if (bins.totals[bin] === 0) {
      continue;
    }
    const left = crisp(scale.x(bins.edges[bin]!), pixelRatio);
    const width = Math.max(1, crisp(scale.x(bins.edges[bin + 1]!), pixelRatio) - left - 1);
    const level = strengthOf(bin);
    let below = 0;
    for (let key = 0; key < keys; key++) {
      const count = bins.counts[bin * keys + key]!;
      if (count > 0) {
        const bottom = crisp(layout.baseline - below * unit, pixelRatio);
        const top = crisp(layout.baseline - (below + count) * unit, pixelRatio);
        const sign = marks.signOfKey(key);
        const [y, height] = [Math.min(top, bottom - 1), Math.max(bottom - top - (below > 0 ? seam : 0), 1)];
        context.fillStyle = ink.of(sign, sign.isHollow ? level * 0.35 : level);
        context.fillRect(left, y, width, height);
        if (sign.isHollow) {
          drawDashedRim(context, ink.of(sign, level), left, y, width, height);
        }
        below += count;
      }
    }
  }
}

/** Leads are hollow and dashed in bars too. */
function drawDashedRim(context: CanvasRenderingContext2D, colour: string, left: number, top: number, width: number, height: number): void {
  if (width > 3 && height > 3) {
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.setLineDash([2, 2]);
    context.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
    context.setLineDash([]);
  }
}
