// What every part of the drawing needs.

import type { Sign } from '../view/signs';
import type { TimeWindow } from '../view/window';
import type { Ink } from './ink';
import type { Picture } from './picture';

export interface Easel {
  readonly context: CanvasRenderingContext2D;
  readonly ink: Ink;
  readonly picture: Picture;
  readonly pixelRatio: number;
  readonly fontFamily: string;
  readonly window: TimeWindow;
  /** By index of a mark: 0 outside the window, up to 1 in it. */
  emphasis(index: number): number;
  /** How the dataset of a slug looks; none of its own where kinds are told apart. */
  datasetSign(slug: string): Sign | null;
  /** Indices of marks, or -1. */
  readonly selected: number;
  readonly hovered: number;
  /** When the selected incident was, where it is none of the marks; else null. */
  readonly selectedTime: number | null;
  /** The bin under the pointer, or -1. */
  readonly hoveredBin: number;
}

const FAINTEST = 0.36; // faint, but readable

/** How strongly something is drawn. */
export function strength(emphasis: number): number {
  return emphasis === 0 ? FAINTEST : FAINTEST + 0.1 + (1 - FAINTEST - 0.1) * emphasis;
}

/** The nearest border between device pixels, where an edge is crisp. */
export function crisp(value: number, pixelRatio: number): number {
  return Math.round(value * pixelRatio) / pixelRatio;
}

export function font(easel: Easel, size: number, weight = 400): string {
  return `${weight} ${size}px ${easel.fontFamily}`;
}

/** Text cut to a width, with an ellipsis; empty when not even a few letters fit. */
export function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) {
    return text;
  }
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (context.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= width) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low < 4 ? '' : `${text.slice(0, low).trimEnd()}…`;
}
