// The histogram: faint everywhere, and once more at full strength where the window is.

import { niceCeiling, type Bins } from './bins';
import type { Step } from './calendar';
import { crisp, font, strength, type Easel } from './easel';
import type { Sign } from '../view/signs';
import type { Picture } from './picture';

const NARROW = 6; // pixels; bars below that stand side by side without a gap, as a silhouette

/** Some of the bins, and what to stack in each. */
export interface Stacks {
  readonly first: number;
  /** The one after the last. */
  readonly end: number;
  /** As `Bins.counts`, or fewer. */
  readonly counts: Uint32Array;
}

/** What stands still while the window moves. */
export function drawFaintBars(easel: Easel): void {
  const { context, picture } = easel;
  const { layout, bins } = picture;
  context.fillStyle = easel.ink.get('--line');
  context.fillRect(0, layout.baseline, layout.width, 1);
  if (bins.highest > 0) {
    drawScale(easel, niceCeiling(bins.highest));
    drawHoveredBin(easel);
    drawStacks(easel, allOf(bins), strength(0));
  }
}

export function allOf({ totals, counts }: Bins): Stacks {
  return { first: 0, end: totals.length, counts };
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

/** All at one strength, or each bin at its own. */
export function drawStacks(easel: Easel, { first, end, counts }: Stacks, level: number | ((bin: number) => number)): void {
  const { picture, pixelRatio } = easel;
  const { scale, layout, bins } = picture;
  const keys = bins.keys.length;
  const unit = (layout.baseline - layout.barsTop) / niceCeiling(bins.highest);
  const seam = unit >= 3 ? 1 : 0;
  const gap = widthOf(picture) < NARROW ? 0 : 1;
  const below = new Uint32Array(end - first);
  for (let key = 0; key < keys; key++) {
    const sign = bins.signs.ofKey(bins.keys[key]!);
    const brush = new Brush(easel, sign);
    for (let bin = first; bin < end; bin++) {
      const count = counts[bin * keys + key]!;
      if (count > 0) {
        const left = crisp(scale.x(bins.edges[bin]!), pixelRatio);
        const width = Math.max(1, crisp(scale.x(bins.edges[bin + 1]!), pixelRatio) - left - gap);
        const under = below[bin - first]!;
        const bottom = crisp(layout.baseline - under * unit, pixelRatio);
        const top = crisp(layout.baseline - (under + count) * unit, pixelRatio);
        brush.at(typeof level === 'number' ? level : level(bin));
        brush.fill(left, Math.min(top, bottom - 1), width, Math.max(bottom - top - (under > 0 ? seam : 0), 1));
        below[bin - first] = under + count;
      }
    }
  }
}

/** Of a bar, about, in pixels. */
function widthOf({ scale, bins: { edges } }: Picture): number {
  return edges.length < 2 ? 0 : (edges.at(-1)! - edges[0]!) / (edges.length - 1) / scale.grain;
}

/** Fills the pieces of one key; a colour is set only where it is another one than before. */
class Brush {
  readonly #easel: Easel;
  readonly #sign: Sign;
  #level = -1;

  constructor(easel: Easel, sign: Sign) {
    this.#easel = easel;
    this.#sign = sign;
  }

  at(level: number): void {
    if (level !== this.#level) {
      this.#level = level;
      this.#easel.context.fillStyle = this.#easel.ink.of(this.#sign, this.#sign.isHollow ? level * 0.35 : level);
    }
  }

  fill(left: number, top: number, width: number, height: number): void {
    const { context, ink } = this.#easel;
    context.fillRect(left, top, width, height);
    if (this.#sign.isHollow) {
      drawDashedRim(context, ink.of(this.#sign, this.#level), left, top, width, height);
    }
  }
}

/** What is hollow and dashed by itself is so in bars too. */
function drawDashedRim(context: CanvasRenderingContext2D, colour: string, left: number, top: number, width: number, height: number): void {
  if (width >= NARROW - 1 && height > 3) {
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.setLineDash([2, 2]);
    context.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
    context.setLineDash([]);
  }
}
