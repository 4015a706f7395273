// Edges of a window catch on whole units, larger ones the farther one is zoomed out.

import { floorTo, MINUTE, nextAfter, roundTo, stepOfAtMost, type Step } from './calendar';
import type { TimeScale } from './scale';
import { UTC, type Zone } from './zone';

const LADDER: readonly Step[] = [
  { unit: 'minute', count: 1 }, { unit: 'minute', count: 5 }, { unit: 'minute', count: 15 },
  { unit: 'hour', count: 1 }, { unit: 'hour', count: 6 }, { unit: 'day', count: 1 }, { unit: 'month', count: 1 }, { unit: 'year', count: 1 },
];

const WIDEST = 12; // pixels that an edge may jump

export interface Snap {
  round(time: number): number;
  /** The last one at or before a time. */
  floor(time: number): number;
  /** The nearest one after a time, and before it. */
  next(time: number): number;
  previous(time: number): number;
}

export function snapOf(scale: TimeScale, zone: Zone): Snap {
  return snapTo(stepOfAtMost(scale.grain * WIDEST, LADDER), zone);
}

/** Times are told in minutes: there is nothing finer to catch on. */
export const TO_THE_MINUTE: Snap = snapTo({ unit: 'minute', count: 1 }, UTC);

/** For times that are right as they are. */
export const NO_SNAP: Snap = { round: time => time, floor: time => time, next: time => time + MINUTE, previous: time => time - MINUTE };

/** The length of a keyboard step, about a unit, and of a big one. */
export function keySteps(scale: TimeScale): { small: Step; big: Step } {
  const small = stepOfAtMost(scale.grain * WIDEST, LADDER);
  return { small, big: small.unit === 'day' ? { unit: 'week', count: 1 } : LADDER[LADDER.indexOf(small) + 1] ?? { unit: 'year', count: 10 } };
}

export function snapTo(step: Step, zone: Zone): Snap {
  return {
    round: time => roundTo(time, step, zone),
    floor: time => floorTo(time, step, zone),
    next: time => nextAfter(time, step, zone),
    previous: time => floorTo(time - 1, step, zone),
  };
}
