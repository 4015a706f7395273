// What lies under a point of the drawing.

import { binAt } from './bins';
import { gapsIn } from './coverage';
import type { Counted, Picture, Single } from './picture';
import type { Range } from './scale';

export type Spot =
  | { readonly on: 'mark'; readonly index: number }
  | { readonly on: 'counted'; readonly counted: Counted }
  | { readonly on: 'bar'; readonly bin: number }
  | { readonly on: 'band'; readonly band: number }
  | { readonly on: 'gap'; readonly gap: Range }
  | { readonly on: 'axis' | 'ground' };

/** `reach`: how far beside a glyph still counts, in pixels. */
export function spotAt(picture: Picture, x: number, y: number, reach: number): Spot {
  const { layout, bins, scale } = picture;
  if (y >= layout.axisTop) {
    return { on: 'axis' };
  }
  if (layout.bands > 0 && y >= layout.bandsTop) {
    return { on: 'band', band: Math.min(Math.floor((y - layout.bandsTop) / layout.bandPitch), layout.bands - 1) };
  }
  const near = nearest(picture, x, y, reach);
  if (near !== null) {
    return near;
  }
  if (y <= layout.baseline) {
    const bin = binAt(bins, scale.time(x));
    return bin >= 0 && bins.totals[bin]! > 0 ? { on: 'bar', bin } : groundAt(picture, x);
  }
  const whisker = whiskerAt(picture, x, y) ?? periodAt(picture, x, y, reach);
  return whisker === null ? groundAt(picture, x) : { on: 'mark', index: whisker };
}

/** Bare ground, or a time in which nobody collected. */
function groundAt({ collected, scale }: Picture, x: number): Spot {
  const time = scale.time(x);
  const gap = gapsIn(collected, scale).find(({ from, to }) => time >= from && time < to);
  return gap === undefined ? { on: 'ground' } : { on: 'gap', gap };
}

function nearest({ singles, counted, layout }: Picture, x: number, y: number, reach: number): Spot | null {
  let best: Spot | null = null;
  let distance = layout.glyphRadius + reach;
  const consider = (dx: number, dy: number, spot: Spot): void => {
    const away = Math.hypot(dx, dy);
    if (away < distance) {
      distance = away;
      best = spot;
    }
  };
  for (const single of singles) {
    consider(single.x - x, single.y - y, { on: 'mark', index: single.index });
  }
  for (const one of counted) {
    const dx = Math.max(0, Math.abs(one.x - x) - (one.halfWidth - layout.glyphRadius));
    consider(dx, one.y - y, { on: 'counted', counted: one });
  }
  return best;
}

/** The shortest whisker wins: it is the hardest to hit. */
function whiskerAt({ singles, marks, scale, layout }: Picture, x: number, y: number): number | null {
  const time = scale.time(x);
  const hits = singles.filter(single => Math.abs(single.y - y) <= layout.lanePitch / 2 && marks.earliest[single.index]! <= time && marks.latest[single.index]! >= time);
  const length = ({ index }: Single): number => marks.latest[index]! - marks.earliest[index]!;
  return hits.length === 0 ? null : hits.reduce((a, b) => length(b) < length(a) ? b : a).index;
}

function periodAt({ periods, marks, scale, layout }: Picture, x: number, y: number, reach: number): number | null {
  const half = Math.max(layout.periodHeight / 2, Math.min(reach, layout.periodPitch / 2)) + 1;
  const hit = periods.find(({ index, y: row }) => Math.abs(row - y) <= half && scale.x(marks.from[index]!) <= x && scale.x(marks.to[index]!) >= x);
  return hit?.index ?? null;
}
