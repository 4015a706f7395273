// What a pointer or the keyboard is on.

import type { Mark } from '../view/marks';
import { isSamePlace, type Pile } from './density/piles';
import type { Point } from './projection';
import type { StopDisc } from './route';
import type { Symbol } from './symbols';

/** A sign, a stop of a route, the ground of one or more incidents, or a pile: its marks are those of it that are known. */
export type Hit =
  | { readonly type: 'pile'; readonly pile: Pile; readonly marks: readonly Mark[]; readonly at: Point }
  | { readonly type: 'symbol'; readonly symbol: Symbol; readonly marks: readonly Mark[]; readonly at: Point }
  | { readonly type: 'stop'; readonly stop: StopDisc; readonly marks: readonly Mark[]; readonly at: Point }
  | { readonly type: 'ground'; readonly marks: readonly Mark[]; readonly at: Point };

/** Pixels around its point that a hit takes. */
export function radiusOf(hit: Hit): number {
  switch (hit.type) {
    case 'symbol': return hit.symbol.radius;
    case 'pile': return hit.pile.radius;
    case 'stop': return 9;
    case 'ground': return 4;
  }
}

/** Whether both are on the same, and look the same when emphasised. */
export function looksSame(a: Hit | null, b: Hit | null): boolean {
  return a?.type === b?.type && a?.marks[0] === b?.marks[0] && a?.marks.length === b?.marks.length
    && (a?.type === 'ground' || (a?.at.x === b?.at.x && a?.at.y === b?.at.y))
    && (a?.type !== 'pile' || b?.type !== 'pile' || (isSamePlace(a.pile, b.pile) && a.pile.count === b.pile.count));
}
