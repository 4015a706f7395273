// A window in words. An end at midnight is told as the last day that counts.

import type { TimeWindow } from '../view/window';
import { DAY, MINUTE, MONTHS } from './calendar';
import { toWall, type Zone } from './zone';

const NUMBER = new Intl.NumberFormat('en');

/** long: "18 Jan 2024 – 9 Feb 2024"; short: "18 Jan – 9 Feb 2024", and no year for a single time; spoken: "18 January to 9 February 2024". */
export type Style = 'short' | 'long' | 'spoken';

export function windowWords(window: TimeWindow, zone: Zone, style: Style): string {
  const { from, to } = window;
  if (from === null && to === null) {
    return 'All time';
  }
  if (from === null) {
    return `until ${endWords(to!, zone, style)}`;
  }
  if (to === null) {
    return `since ${startWords(from, zone, style)}`;
  }
  const isWholeDays = isMidnight(from, zone) && isMidnight(to, zone);
  const sameYear = style !== 'long' && year(from, zone) === year(to - 1, zone);
  const first = words(from, zone, style, !isWholeDays, !sameYear);
  const last = words(isWholeDays ? to - 1 : to, zone, style, !isWholeDays, true);
  const dash = style === 'spoken' ? 'to' : '–';
  return isWholeDays && toWall(to, zone) - toWall(from, zone) === DAY ? last : `${first} ${dash} ${last}`;
}

/** The start of a window, or any other time: a day where it is midnight. */
export function startWords(time: number, zone: Zone, style: Style): string {
  return words(time, zone, style, !isMidnight(time, zone), style !== 'short');
}

/** The end of a window, exclusive. */
export function endWords(time: number, zone: Zone, style: Style): string {
  return isMidnight(time, zone) ? words(time - 1, zone, style, false, style !== 'short') : startWords(time, zone, style);
}

/** "22 days", "3 days 6 h", "1 h 30 min". */
export function lengthWords(length: number): string {
  const minutes = Math.round(length / MINUTE);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [days > 0 ? days === 1 ? '1 day' : `${NUMBER.format(days)} days` : '', hours > 0 ? `${hours} h` : '', rest > 0 && days === 0 ? `${rest} min` : ''];
  return parts.filter(part => part !== '').join(' ') || '0 min';
}

/** What a bin or any other stretch spans; the same as a window of that length. */
export function spanWords(from: number, to: number, zone: Zone): string {
  return windowWords({ from, to }, zone, 'long');
}

function words(time: number, zone: Zone, style: Style, withTime: boolean, withYear: boolean): string {
  const wall = new Date(toWall(time, zone));
  const name = MONTHS[wall.getUTCMonth()]!;
  const day = `${wall.getUTCDate()} ${style === 'spoken' ? name : name.slice(0, 3)}${withYear ? ` ${wall.getUTCFullYear()}` : ''}`;
  return withTime ? `${day} ${wall.toISOString().slice(11, 16)}` : day;
}

function isMidnight(time: number, zone: Zone): boolean {
  return toWall(time, zone) % DAY === 0;
}

function year(time: number, zone: Zone): number {
  return new Date(toWall(time, zone)).getUTCFullYear();
}
