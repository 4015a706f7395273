// Steps of time as a calendar makes them: of equal length on a clock, of unequal length in months.

import { toWall, type Zone } from './zone';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
export const WEEK = 7 * DAY;
export const MONTH = 30.4375 * DAY;
export const YEAR = 365.25 * DAY;

export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export interface Step {
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly count: number;
}

const LENGTHS = { minute: MINUTE, hour: HOUR, day: DAY, week: WEEK, month: MONTH, year: YEAR } as const;

const MONDAY = 4 * DAY; // the first one after the epoch

/** About how long a step is, in milliseconds. */
export function lengthOf(step: Step): number {
  return LENGTHS[step.unit] * step.count;
}

/** The step that a time lies in begins here. */
export function floorTo(time: number, step: Step, zone: Zone): number {
  return zone.fromWall(floorWall(toWall(time, zone), step));
}

/** The beginning of the step after the one that a time lies in. */
export function nextAfter(time: number, step: Step, zone: Zone): number {
  let wall = floorWall(toWall(time, zone), step);
  let next = time;
  while (next <= time) { // a clock that skips an hour gives the same time twice
    wall = addWall(wall, step);
    next = zone.fromWall(wall);
  }
  return next;
}

/** The nearer of the two ends of the step that a time lies in. */
export function roundTo(time: number, step: Step, zone: Zone): number {
  const before = floorTo(time, step, zone);
  const after = nextAfter(time, step, zone);
  return time - before < after - time ? before : after;
}

/** Moves a time by a number of steps; a time of day stays the same on the clock. */
export function addSteps(time: number, step: Step, count: number, zone: Zone): number {
  const wall = toWall(time, zone);
  if (step.unit === 'month' || step.unit === 'year') {
    const date = new Date(wall);
    date.setUTCMonth(date.getUTCMonth() + count * step.count * (step.unit === 'year' ? 12 : 1));
    return zone.fromWall(date.getTime());
  }
  return zone.fromWall(wall + count * lengthOf(step));
}

/** Every beginning of a step from the one that holds `from` to the first at or after `to`. */
export function edges(from: number, to: number, step: Step, zone: Zone): number[] {
  const result = [floorTo(from, step, zone)];
  while (result[result.length - 1]! < to) {
    result.push(nextAfter(result[result.length - 1]!, step, zone));
  }
  return result;
}

/** The first step of a ladder that is at least this long, else its last. */
export function stepOfAtLeast(length: number, ladder: readonly Step[]): Step {
  return ladder.find(step => lengthOf(step) >= length) ?? ladder[ladder.length - 1]!;
}

/** The last step of a ladder that is at most this long, else its first. */
export function stepOfAtMost(length: number, ladder: readonly Step[]): Step {
  return [...ladder].reverse().find(step => lengthOf(step) <= length) ?? ladder[0]!;
}

function floorWall(wall: number, step: Step): number {
  switch (step.unit) {
    case 'month': {
      const date = new Date(wall);
      return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / step.count) * step.count);
    }
    case 'year':
      return startOfYear(Math.floor(new Date(wall).getUTCFullYear() / step.count) * step.count);
    case 'week':
      return Math.floor((wall - MONDAY) / lengthOf(step)) * lengthOf(step) + MONDAY;
    default:
      return Math.floor(wall / lengthOf(step)) * lengthOf(step);
  }
}

function addWall(wall: number, step: Step): number {
  const date = new Date(wall);
  switch (step.unit) {
    case 'month':
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step.count);
    case 'year':
      return startOfYear(date.getUTCFullYear() + step.count);
    default:
      return wall + lengthOf(step);
  }
}

/** Date.UTC takes years below 100 for those of the last century. */
function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}
