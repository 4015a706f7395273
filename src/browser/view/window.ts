// A stretch of time as the address bar, the page and the canvases hold it.

import type { Change, Phase } from './view';

/** Half-open [from, to) in Unix milliseconds UTC; null is open on that side. */
export interface TimeWindow {
  readonly from: number | null;
  readonly to: number | null;
}

const DAY = 86_400_000;

export const ALL_TIME: TimeWindow = { from: null, to: null };

export function sameWindow(a: TimeWindow, b: TimeWindow): boolean {
  return a.from === b.from && a.to === b.to;
}

/** `from` as an address writes it: a day at midnight UTC, else an instant. */
export function formatStart(time: number): string {
  return time % DAY === 0 ? day(time) : instant(time);
}

/** `to` as an address writes it: the last day that counts when the window ends at midnight UTC, else an instant. */
export function formatEnd(time: number): string {
  return time % DAY === 0 ? day(time - DAY) : instant(time);
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** "2024-01-18T05:30Z": as short as it can be. */
export function instant(time: number): string {
  return new Date(time).toISOString().replace(/(:00)?\.000Z$/, 'Z');
}

/** Whether a gesture or playing moves the window, after a change; `was`: before it. */
export function isWindowMoving(change: Change, phase: Phase, was: boolean): boolean {
  return change === 'window' ? phase === 'moving' : was && (phase === 'moving' || change === 'density' || change === 'state');
}
