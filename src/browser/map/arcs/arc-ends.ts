// Where an arc can start or end: at the sign that stands for an incident, whether alone, in a ring, or beyond what is seen.

import type { Mark } from '../../view/marks';
import type { View } from '../../view/view';
import type { MarksLayer } from '../marks-layer';
import { type Frame, type Point, toFrame, toSquare } from '../projection';
import { badgeOf } from '../shapes';
import type { End } from './arc-geometry';

/** Why an incident has no place on the map now. */
export type Absence = 'unknown' | 'unplaced' | 'outside';

const BADGE = 9; // pixels around the sign of a line or an area
const ROUTE_STOP = 9;
const UNSEEN = 8;

export class ArcEnds {
  readonly #ends = new Map<string, End | Absence>();

  /** Of the incidents of these slugs, in the pixels of the picture's frame. */
  constructor(slugs: ReadonlySet<string>, view: View, layer: MarksLayer) {
    const frame = layer.picture!.frame;
    const drawn = signsOf(slugs, layer);
    for (const slug of slugs) {
      const mark = view.find(slug);
      this.#ends.set(slug, mark === null ? 'unknown' : !mark.placed ? 'unplaced' : !view.isInWindow(mark) ? 'outside'
        : middlemost(drawn.get(slug) ?? placesOf(mark, frame)) ?? 'unplaced');
    }
  }

  of(slug: string): End | Absence {
    return this.#ends.get(slug)!;
  }
}

export function isEnd(end: End | Absence): end is End {
  return typeof end !== 'string';
}

/** All signs that stand for each of some incidents. */
function signsOf(slugs: ReadonlySet<string>, layer: MarksLayer): Map<string, End[]> {
  const found = new Map<string, End[]>();
  const take = ({ slug }: Mark, end: End): void => {
    if (slugs.has(slug)) {
      found.has(slug) ? found.get(slug)!.push(end) : found.set(slug, [end]);
    }
  };
  for (const symbol of layer.picture!.symbols) {
    const end = { x: symbol.x, y: symbol.y, radius: symbol.radius };
    symbol.type === 'single' ? take(symbol.mark, end) : symbol.marks.forEach(mark => take(mark, end));
  }
  layer.shapes.forEach(({ mark, outline }) => take(mark, { ...badgeOf(outline), radius: BADGE }));
  layer.routes.forEach(({ mark, picture: { discs: [first] } }) => first !== undefined && take(mark, { x: first.x, y: first.y, radius: ROUTE_STOP }));
  return found;
}

/** Where an incident is that has no sign in the frame. */
function placesOf(mark: Mark, frame: Frame): End[] {
  const points = mark.locations.length > 0 ? mark.locations.map(({ lat, lon }) => ({ lat, lon }))
    : (mark.stops?.slice(0, 1) ?? (mark.line ?? mark.area ?? []).map(([lat, lon]) => ({ lat, lon })));
  return points.map(({ lat, lon }) => ({ ...toFrame(toSquare(lat, lon), frame), radius: UNSEEN }));
}

/** Of several places of one incident the one nearest to the middle of all. */
function middlemost(ends: readonly End[]): End | null {
  const middle = { x: mean(ends, ({ x }) => x), y: mean(ends, ({ y }) => y) };
  const far = (end: End): number => Math.hypot(end.x - middle.x, end.y - middle.y);
  return ends.length === 0 ? null : ends.reduce((best, end) => far(end) < far(best) ? end : best);
}

function mean(points: readonly Point[], of: (point: Point) => number): number {
  return points.reduce((sum, point) => sum + of(point), 0) / points.length;
}
