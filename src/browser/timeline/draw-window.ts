// What changes while the window moves: the bars in it at full strength.

import { allOf, drawStacks } from './draw-bars';
import { strength, type Easel } from './easel';
import type { Layer } from './layer';

/** The bars as they are in the window. `strong`: all of them at full strength. */
export function drawWindowBars(easel: Easel, strong: Layer, isTrailing: boolean): void {
  const { context, picture: { scale, layout, bins }, window } = easel;
  const left = window.from === null ? 0 : scale.x(window.from);
  const right = window.to === null ? layout.width : scale.x(window.to);
  context.save();
  context.beginPath();
  context.rect(left, 0, right - left, layout.baseline);
  context.clip();
  if (isTrailing) {
    drawStacks(easel, allOf(bins), bin => strength(binEmphasis(easel, bin)));
  } else {
    strong.layInto(context, left - 1, right + 1);
  }
  context.restore();
}

/** The strongest of the bin's marks; a bin that only reaches into the window is there at full strength all the same. */
function binEmphasis({ picture: { bins }, emphasis }: Easel, bin: number): number {
  const [first, last] = [bins.first[bin]!, bins.first[bin + 1]! - 1];
  return last < first ? 0 : Math.max(emphasis(first), emphasis(last)) || 1;
}
