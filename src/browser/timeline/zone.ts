// The clock that the axis is told by. "Wall" times are milliseconds that read as UTC what a clock there shows.

import type { Clock } from '../view/marks';

export interface Zone {
  /** As the toolbar names it. */
  readonly name: string;
  /** Milliseconds that the clock is ahead of UTC at a UTC time. */
  offsetAt(utc: number): number;
  /** The UTC time at which the clock shows this; the first of two, and an hour later for one that the clock skips. */
  fromWall(wall: number): number;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

export const UTC: Zone = fixed('UTC', 0);

/** `localOffset`: minutes that clocks were ahead of UTC at most incidents. There is no one local clock for many places. */
export function zoneOf(clock: Clock, localOffset: number): Zone {
  switch (clock) {
    case 'utc':
      return UTC;
    case 'us-eastern':
      return US_EASTERN;
    case 'local':
      return fixed(`Local (${formatOffset(localOffset)})`, localOffset * MINUTE);
  }
}

export function toWall(utc: number, zone: Zone): number {
  return utc + zone.offsetAt(utc);
}

function fixed(name: string, offset: number): Zone {
  return { name, offsetAt: () => offset, fromWall: wall => wall - offset };
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `${minutes < 0 ? '−' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${rest}`;
}

const STANDARD = -5 * HOUR;
const SUMMER = -4 * HOUR;

/** The rule of 2007, and before it that of 1987: browsers know it too, but are a hundred times slower to ask. */
const US_EASTERN: Zone = {
  name: 'US Eastern',
  offsetAt: easternOffset,
  fromWall(wall) {
    const summer = wall - SUMMER;
    return easternOffset(summer) === SUMMER ? summer : wall - STANDARD;
  },
};

const summers = new Map<number, { from: number; to: number }>();

function easternOffset(utc: number): number {
  const { from, to } = summerOf(new Date(utc + STANDARD).getUTCFullYear());
  return utc >= from && utc < to ? SUMMER : STANDARD;
}

function summerOf(year: number): { from: number; to: number } {
  let summer = summers.get(year);
  if (summer === undefined) {
    const [first, last] = year >= 2007 ? [sunday(year, 2, 8), sunday(year, 10, 1)] : [sunday(year, 3, 1), sunday(year, 9, 25)];
    summer = { from: first + 2 * HOUR - STANDARD, to: last + 2 * HOUR - SUMMER };
    summers.set(year, summer);
  }
  return summer;
}

/** The first Sunday on or after a day. */
function sunday(year: number, month: number, day: number): number {
  const date = Date.UTC(year, month, day);
  return date + (7 - new Date(date).getUTCDay()) % 7 * DAY;
}
