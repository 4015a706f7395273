// Playing moves the window by itself. The clock is injected, so that a test can turn it.

import type { PlayMode } from '../view/view';
import type { TimeWindow } from '../view/window';
import { DAY, HOUR, MINUTE, MONTH, WEEK, YEAR } from './calendar';
import type { Range } from './scale';

export interface Speed {
  readonly label: string;
  /** Milliseconds of time shown in a second. */
  readonly perSecond: number;
}

export const SPEEDS: readonly Speed[] = [
  { label: '1 h/s', perSecond: HOUR },
  { label: '6 h/s', perSecond: 6 * HOUR },
  { label: '1 day/s', perSecond: DAY },
  { label: '3 days/s', perSecond: 3 * DAY },
  { label: '1 week/s', perSecond: WEEK },
  { label: '1 month/s', perSecond: MONTH },
  { label: '1 year/s', perSecond: YEAR },
];

const PATIENCE = 150; // seconds that playing through everything may take
const SHARE = 1 / 50; // of everything, that a window without a length shows

/** The slowest speed at which playing through everything ends while somebody still looks. */
export function speedFor({ from, to }: Range): Speed {
  return SPEEDS.find(({ perSecond }) => perSecond >= DAY && (to - from) / perSecond <= PATIENCE) ?? SPEEDS.at(-1)!;
}

const LONGEST_FRAME = 250; // milliseconds; a page that was hidden goes on where it was

/** Where playing begins: at the window; at the start when there is none, or when it has reached the end. */
export function startOfPlay(window: TimeWindow, mode: PlayMode, bounds: Range): TimeWindow {
  const { from, to } = window;
  const isOver = to !== null && to > bounds.to - MINUTE;
  if (mode === 'cumulative') {
    const start = from ?? bounds.from;
    return to === null || isOver ? { from: start < bounds.to ? start : bounds.from, to: (start < bounds.to ? start : bounds.from) + MINUTE } : { from: start, to };
  }
  const usual = Math.max(WEEK, (bounds.to - bounds.from) * SHARE);
  if (to === null) {
    return from === null || from >= bounds.to ? opening(bounds, usual) : { from, to: Math.min(from + usual, bounds.to) };
  }
  const length = from === null ? usual : to - from;
  return isOver ? opening(bounds, length) : { from: from ?? Math.max(to - length, bounds.from), to };
}

/** The window after some more time has been shown, and whether that was all. */
export function advance(window: { from: number; to: number }, mode: PlayMode, by: number, bounds: Range): { window: TimeWindow; isOver: boolean } {
  const to = Math.min(window.to + by, bounds.to);
  const from = mode === 'cumulative' ? window.from : window.from + to - window.to;
  return { window: { from, to }, isOver: to >= bounds.to };
}

function opening(bounds: Range, length: number): TimeWindow {
  return { from: bounds.from, to: Math.min(bounds.from + length, Math.max(bounds.to, bounds.from + MINUTE)) };
}

/** Nobody needs seconds in an address. */
function toTheMinute({ from, to }: { from: number; to: number }): TimeWindow {
  const start = Math.floor(from / MINUTE) * MINUTE;
  return { from: start, to: Math.max(Math.floor(to / MINUTE) * MINUTE, start + MINUTE) };
}

export interface Ticker {
  /** Calls back once, before the next frame, with the milliseconds on the clock. */
  request(callback: (now: number) => void): number;
  cancel(handle: number): void;
}

export interface Playable {
  readonly mode: PlayMode;
  readonly perSecond: number;
  /** Whole seconds at a time: for those who asked for less motion. */
  readonly isStepwise: boolean;
  readonly bounds: Range;
}

/** Runs until it is stopped or over; what to play is asked anew at every frame, so speed and mode can change on the way. */
export class Player {
  #handle: number | null = null;
  #last: number | null = null;
  #at: { from: number; to: number } = { from: 0, to: 0 };
  readonly #ticker: Ticker;
  readonly #ask: () => Playable | null;
  readonly #show: (window: TimeWindow, isOver: boolean) => void;

  constructor(ticker: Ticker, ask: () => Playable | null, show: (window: TimeWindow, isOver: boolean) => void) {
    this.#ticker = ticker;
    this.#ask = ask;
    this.#show = show;
  }

  get isPlaying(): boolean {
    return this.#handle !== null;
  }

  start(window: TimeWindow): void {
    const playable = this.#ask();
    if (playable === null || this.isPlaying) {
      return;
    }
    const start = startOfPlay(window, playable.mode, playable.bounds);
    this.#at = { from: start.from!, to: start.to! };
    this.#last = null;
    this.#show(start, false);
    this.#handle = this.#ticker.request(this.#frame);
  }

  /** Stops where it is. */
  stop(): void {
    if (this.#handle !== null) {
      this.#ticker.cancel(this.#handle);
      this.#handle = null;
    }
  }

  readonly #frame = (now: number): void => {
    const playable = this.#ask();
    if (playable === null) {
      this.#handle = null;
      return;
    }
    this.#handle = this.#ticker.request(this.#frame);
    const by = this.#elapsed(now, playable.isStepwise) / 1000 * playable.perSecond;
    if (by > 0) {
      const { window, isOver } = advance(this.#at, playable.mode, by, playable.bounds);
      this.#at = { from: window.from!, to: window.to! };
      if (isOver) {
        this.stop();
      }
      this.#show(toTheMinute(this.#at), isOver);
    }
  };

  #elapsed(now: number, isStepwise: boolean): number {
    this.#last ??= now;
    const elapsed = now - this.#last;
    if (isStepwise && elapsed < 1000) {
      return 0;
    }
    this.#last = now;
    return isStepwise ? 1000 : Math.min(elapsed, LONGEST_FRAME);
  }
}
