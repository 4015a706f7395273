// The axis has two grains: spans with names (months, days, years) and, between them, smaller steps (days, hours, months).

import { DAY, edges, HOUR, lengthOf, MONTHS, stepOfAtLeast, WEEKDAYS, type Step } from './calendar';
import type { TimeScale } from './scale';
import { toWall, type Zone } from './zone';

/** A span of the coarse grain; its names go from the longest to the shortest. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

export interface Tick {
  readonly time: number;
  readonly label: string;
}

export interface Ticks {
  readonly spans: readonly Span[];
  readonly ticks: readonly Tick[];
}

interface Grain {
  readonly fine: readonly Step[];
  readonly coarse: Step;
  /** The room that a label of the fine grain needs, in pixels. */
  readonly room: number;
  label(wall: Date, roomy: boolean): string;
  names(wall: Date): string[];
}

const ROOMY = 2.4; // times the room that a label needs, and it can be longer

const CLOCK: Grain = {
  fine: [1, 5, 10, 15, 30].map(count => ({ unit: 'minute', count }) as Step).concat([1, 2, 3, 6, 12].map(count => ({ unit: 'hour', count }))),
  coarse: { unit: 'day', count: 1 },
  room: 46,
  label: wall => `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`,
  names: wall => [`${dayOfWeek(wall)} ${wall.getUTCDate()} ${month(wall)} ${wall.getUTCFullYear()}`,
    `${dayOfWeek(wall).slice(0, 3)} ${wall.getUTCDate()} ${month(wall)} ${wall.getUTCFullYear()}`,
    `${dayOfWeek(wall).slice(0, 3)} ${wall.getUTCDate()} ${shortMonth(wall)}`, `${wall.getUTCDate()} ${shortMonth(wall)}`, `${wall.getUTCDate()}`],
};

const DATES: Grain = {
  fine: [1, 2, 5, 10, 15].map(count => ({ unit: 'day', count })),
  coarse: { unit: 'month', count: 1 },
  room: 24,
  label: (wall, roomy) => roomy ? `${dayOfWeek(wall).slice(0, 3)} ${wall.getUTCDate()}` : `${wall.getUTCDate()}`,
  names: wall => [`${month(wall)} ${wall.getUTCFullYear()}`, `${shortMonth(wall)} ${wall.getUTCFullYear()}`, shortMonth(wall)],
};

const MONTHLY: Grain = {
  fine: [1, 3, 6].map(count => ({ unit: 'month', count })),
  coarse: { unit: 'year', count: 1 },
  room: 32,
  label: (wall, roomy) => roomy ? month(wall) : shortMonth(wall),
  names: wall => [`${wall.getUTCFullYear()}`],
};

const YEARS: Grain = {
  fine: [1, 2, 5, 10, 20, 50, 100].map(count => ({ unit: 'year', count })),
  coarse: { unit: 'year', count: 100 },
  room: 44,
  label: wall => `${wall.getUTCFullYear()}`,
  names: () => [],
};

export function ticksOf(scale: TimeScale, zone: Zone): Ticks {
  const grain = grainOf(scale.grain);
  const spans = edges(scale.from, scale.to, grain.coarse, zone);
  return {
    spans: spans.slice(0, -1).map((from, i) => ({ from, to: spans[i + 1]!, names: grain.names(wallDate(from, zone)) })),
    ticks: fineTicks(scale, grain, zone),
  };
}

/** `perPixel`: milliseconds in a pixel. */
function grainOf(perPixel: number): Grain {
  if (perPixel * CLOCK.room <= 12 * HOUR) {
    return CLOCK;
  }
  if (perPixel * DATES.room <= 15 * DAY) {
    return DATES;
  }
  return perPixel * MONTHLY.room <= 183 * DAY ? MONTHLY : YEARS;
}

function fineTicks(scale: TimeScale, grain: Grain, zone: Zone): Tick[] {
  const step = stepOfAtLeast(scale.grain * grain.room, grain.fine);
  const isRoomy = step.count === 1 && lengthOf(step) > scale.grain * grain.room * ROOMY;
  const times = step.unit === 'day' ? datesOf(scale, step.count, zone) : edges(scale.from, scale.to, step, zone);
  return times.map(time => ({ time, label: grain.label(wallDate(time, zone), isRoomy) }));
}

/** Every n-th day of each month; a last one too near to the next month's first is left out. */
function datesOf(scale: TimeScale, count: number, zone: Zone): number[] {
  const months = edges(scale.from, scale.to, { unit: 'month', count: 1 }, zone);
  return months.slice(0, -1).flatMap((first, i) => {
    const wall = toWall(first, zone);
    const last = toWall(months[i + 1]!, zone) - (count === 1 ? 1 : count * DAY * 0.8);
    const dates: number[] = [];
    for (let day = wall; day <= last; day += count * DAY) {
      dates.push(zone.fromWall(day));
    }
    return dates.filter(time => time > scale.from - count * DAY && time <= scale.to);
  });
}

function wallDate(time: number, zone: Zone): Date {
  return new Date(toWall(time, zone));
}

function month(wall: Date): string {
  return MONTHS[wall.getUTCMonth()]!;
}

function shortMonth(wall: Date): string {
  return month(wall).slice(0, 3);
}

function dayOfWeek(wall: Date): string {
  return WEEKDAYS[wall.getUTCDay()]!;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
