// From incident to incident, in the order of their starts.

import { isInWindow, type Mark } from '../view/marks';
import type { TimeWindow } from '../view/window';
import type { Snap } from './snap';

/** The neighbour of the selected incident; without a selection the first or last one that begins in the window. Null at the end. */
export function neighbour(incidents: readonly Mark[], selected: string | null, window: TimeWindow, direction: -1 | 1): Mark | null {
  const at = selected === null ? -1 : incidents.findIndex(mark => mark.slug === selected);
  if (at >= 0) {
    return incidents[at + direction] ?? null;
  }
  const inWindow = incidents.filter(mark => isInWindow(mark, window));
  const begun = inWindow.filter(mark => window.from === null || mark.start! >= window.from);
  const candidates = [begun, inWindow, incidents].find(some => some.length > 0) ?? [];
  return (direction === 1 ? candidates[0] : candidates[candidates.length - 1]) ?? null;
}

/** The window moved just far enough that it holds the mark, its length kept. */
export function slidToHold(window: TimeWindow, mark: Mark, snap: Snap): TimeWindow {
  if (mark.start === null || isInWindow(mark, window)) {
    return window;
  }
  const by = window.from !== null && mark.start < window.from
    ? snap.floor(mark.start) - window.from
    : snap.next(mark.start) - window.to!;
  return { from: window.from === null ? null : window.from + by, to: window.to === null ? null : window.to + by };
}
