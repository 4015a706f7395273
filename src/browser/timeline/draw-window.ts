// What changes while the window moves: the bars in it at full strength.

import type { MarkBins } from './bins';
import { allOf, drawStacks } from './draw-bars';
import { strength, type Easel } from './easel';
import type { Layer } from './layer';
import { TileBins } from './tile-bins';

/** The bars as they are in the window. `strong`: all of them at full strength, where they were drawn before. */
export function drawWindowBars(easel: Easel, strong: Layer | null, isTrailing: boolean): void {
  const { bins } = easel.picture;
  bins instanceof TileBins ? drawShare(easel, bins, strong, isTrailing) : drawClipped(easel, bins, strong, isTrailing);
}

/** As much of every bar as meets the window: all of those that lie in it, of those before it what goes on in it. */
function drawShare(easel: Easel, bins: TileBins, strong: Layer | null, isTrailing: boolean): void {
  const { context, picture: { scale }, window } = easel;
  const { counts, whole } = bins.shareOf(window);
  if (isTrailing) {
    drawStacks(easel, { ...allOf(bins), counts }, bin => strength(trailingEmphasis(easel, bin)));
    return;
  }
  if (strong === null) {
    drawStacks(easel, { ...allOf(bins), counts }, strength(1));
    return;
  }
  if (whole.end > whole.first) {
    strong.layInto(context, scale.x(bins.edges[whole.first]!), scale.x(bins.edges[whole.end]!));
  }
  drawStacks(easel, { first: 0, end: whole.first, counts }, strength(1));
  drawStacks(easel, { first: whole.end, end: bins.totals.length, counts }, strength(1));
}

/** As `View.emphasis` of a mark that lasts as long as its bar. */
function trailingEmphasis({ picture: { bins }, window: { from, to } }: Easel, bin: number): number {
  const share = from === null || to === null ? 1 : (Math.min(bins.edges[bin + 1]!, to) - from) / (to - from);
  return 0.3 + 0.7 * Math.min(1, Math.max(0, share));
}

function drawClipped(easel: Easel, bins: MarkBins, strong: Layer | null, isTrailing: boolean): void {
  const { context, picture: { scale, layout }, window } = easel;
  const left = window.from === null ? 0 : scale.x(window.from);
  const right = window.to === null ? layout.width : scale.x(window.to);
  context.save();
  context.beginPath();
  context.rect(left, 0, right - left, layout.baseline);
  context.clip();
  if (isTrailing) {
    drawStacks(easel, allOf(bins), bin => strength(binEmphasis(bins, bin, easel.emphasis)));
  } else if (strong === null) {
    drawStacks(easel, allOf(bins), strength(1));
  } else {
    strong.layInto(context, left - 1, right + 1);
  }
  context.restore();
}

/** The strongest of the bin's marks; a bin that only reaches into the window is there at full strength all the same. */
function binEmphasis({ first }: MarkBins, bin: number, emphasis: (index: number) => number): number {
  const [from, to] = [first[bin]!, first[bin + 1]! - 1];
  return to < from ? 0 : Math.max(emphasis(from), emphasis(to)) || 1;
}
