// In a view of many incidents a window goes from edge to edge of the histogram: between those it is counted exactly.

import { lowerBound } from '../tiles/lower-bound';
import { nearestEdge } from '../tiles/window-counts';
import type { TimeWindow } from '../view/window';
import type { Range } from './scale';
import { NO_SNAP, type Snap } from './snap';

/** A window that moves on beyond what is counted waits at its end, its length kept, until more has come. */
export function waitingIn(known: Range, { from, to }: TimeWindow): TimeWindow {
  const by = to !== null && to > known.to ? known.to - to : from !== null && from < known.from ? known.from - from : 0;
  return by === 0 ? { from, to } : { from: from === null ? null : from + by, to: to === null ? null : to + by };
}

export function snapToEdges(edges: Float64Array): Snap {
  if (edges.length < 2) {
    return NO_SNAP;
  }
  const last = edges.length - 1;
  const floor = (time: number): number => edges[Math.max(0, lowerBound(edges, time + 1) - 1)]!;
  return {
    round: time => edges[nearestEdge(edges, time)]!,
    floor,
    next: time => edges[Math.min(last, lowerBound(edges, time + 1))]!,
    previous: time => edges[Math.max(0, lowerBound(edges, time) - 1)]!,
  };
}
