// What a tile was asked for, and whether that will do for another window.

import { sameWindow, type TimeWindow } from '../view/window';
import { edgesBeside, formatSpan, sameSpan, type Span } from './span';
import type { TimeTile } from './time-tile';
import { isOnEdges } from './window-counts';

export interface AskedFor {
  /** Null: as the server chose. */
  readonly span: Span | null;
  /** Its sides are edges too. */
  readonly window: TimeWindow;
}

/** A name for the tile and its edges; every window on the span's own edges has the same. */
export function keyOf(name: string, { span, window }: AskedFor): string {
  return [name, span === null ? '' : formatSpan(span), ...edgesBeside(span, window)].join(' ');
}

/** Whether a tile counts the wanted window exactly; at least it was asked for so. */
export function fits(tile: TimeTile, asked: AskedFor, wanted: AskedFor): boolean {
  return sameSpan(asked.span, wanted.span) && (isOnEdges(tile.edges, wanted.window) || sameWindow(asked.window, wanted.window));
}
