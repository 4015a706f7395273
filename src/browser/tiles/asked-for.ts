// What a tile was asked for, and whether that will do for another window.

import { sameWindow, type TimeWindow } from '../view/window';
import { edgesBeside, sameSpan, type Span, stretchesOf } from './span';
import type { Cut } from './tile-address';
import type { TimeTile } from './time-tile';
import { isOnEdges } from './window-counts';

export interface AskedFor {
  /** Null: as the server chose. */
  readonly span: Span | null;
  /** Its sides are edges too. */
  readonly window: TimeWindow;
}

/**
 * How time is to be cut for it. The sides of the window that are no edges of the span are asked for by themselves; both of
 * them where what came for this span has longer steps, because the span's own would have been too many.
 */
export function cutFor({ span, window }: AskedFor, before: { readonly tile: TimeTile; readonly asked: AskedFor } | null = null): Cut {
  const hasLonger = span !== null && before !== null && sameSpan(before.asked.span, span) && before.tile.edges.length <= stretchesOf(span);
  return { span, edges: edgesBeside(hasLonger ? null : span, window) };
}

/** Whether a tile counts the wanted window exactly; at least it was asked for so. */
export function fits(tile: TimeTile, asked: AskedFor, wanted: AskedFor): boolean {
  return sameSpan(asked.span, wanted.span) && (isOnEdges(tile.edges, wanted.window) || sameWindow(asked.window, wanted.window));
}
