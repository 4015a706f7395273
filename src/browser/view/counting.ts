// What of a view the window holds, and how strongly it is drawn.

import type { Density } from '../tiles/density';
import { isInWindow, type Mark, type Marks } from './marks';
import { type Signs, UNMENTIONED } from './signs';
import type { TimeWindow } from './window';

export interface ViewCount {
  incidents: number;
  leads: number;
  /** How many of the incidents the lens mentions: all without one. */
  mentioned: number;
}

/** How many the window holds of marks and of what is only counted. */
export function countIn(window: TimeWindow, marks: Marks | null, density: Density | null, signs: Signs): ViewCount {
  const counts = { incidents: 0, leads: 0, mentioned: 0 };
  const add = (count: number, isLead: boolean, isMentioned: boolean): void => {
    counts[isLead ? 'leads' : 'incidents'] += count;
    counts.mentioned += isMentioned && !isLead ? count : 0;
  };
  const times = density?.times ?? null;
  times?.tile.groups.forEach((group, index) => {
    add(times.counts.totals[index]!, group.lead, signs.keyOfGroup(group) !== UNMENTIONED);
  });
  for (const mark of marks?.incidents ?? []) {
    if (isInWindow(mark, window)) {
      add(1, mark.lead, mark.unmentioned !== true);
    }
  }
  return counts;
}

/** How strongly a mark is drawn, 0 (outside the window) to 1: where what is older fades it is fainter, never gone. */
export function emphasisIn(window: TimeWindow, mark: Mark, isFading: boolean): number {
  if (!isInWindow(mark, window)) {
    return 0;
  }
  const { from, to } = window;
  if (!isFading || from === null || to === null || mark.start === null) {
    return 1;
  }
  const latest = Math.min(mark.spanEnd ?? to, to);
  return 0.3 + 0.7 * Math.min(1, Math.max(0, (latest - from) / (to - from)));
}
