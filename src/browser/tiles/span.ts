// Which edges to ask for: time in even steps, fine enough for the pixels and coarse enough for the bytes.

import { instant, type TimeWindow } from '../view/window';

/** Edges at every multiple of `step` in [from, to], milliseconds; `from` and `to` are multiples themselves. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly step: Step;
}

export type Step = '15m' | '1h' | '3h' | '6h' | '12h' | '1d' | '2d' | '4d' | '7d' | '14d' | '28d' | '56d' | '112d' | '224d' | '448d';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Finest first. */
const STEPS: readonly Step[] = ['15m', '1h', '3h', '6h', '12h', '1d', '2d', '4d', '7d', '14d', '28d', '56d', '112d', '224d', '448d'];
const UNITS: Record<string, number> = { m: MINUTE, h: HOUR, d: DAY };

/** Multiples are counted from a Monday, so that seven days are a week. */
const ORIGIN = Date.UTC(1970, 0, 5);
const MOST_STRETCHES = 1024;

/** Spans begin and end at whole blocks of steps, so that a small pan asks for what is known already. */
const BLOCK = 64;

/** The first and the last multiple of every step in the years that an address can name. */
const FIRST = ORIGIN - 448 * DAY * 1605;
const LAST = ORIGIN + 448 * DAY * 6546;

/** The finest span over a range whose stretches are at least a pixel wide. */
export function spanOf(from: number, to: number, pixels: number): Span {
  const spans = STEPS.map(step => spanWith(step, from, to));
  return spans.find(span => lengthOf(span.step) >= (to - from) / pixels && stretchesOf(span) <= MOST_STRETCHES) ?? spans.at(-1)!;
}

/** The sides of a window that are no edges of a span, ascending: they are asked for by themselves. Without a span, both. */
export function edgesBeside(span: Span | null, { from, to }: TimeWindow): number[] {
  const isEdge = (side: number): boolean =>
    span !== null && side >= span.from && side <= span.to && (side - ORIGIN) % lengthOf(span.step) === 0;
  return [from, to].filter(side => side !== null).filter(side => !isEdge(side));
}

export function sameSpan(a: Span | null, b: Span | null): boolean {
  return a === b || a !== null && b !== null && a.from === b.from && a.to === b.to && a.step === b.step;
}

/** As an address writes it. */
export function formatSpan({ from, to, step }: Span): string {
  return `${instant(from)},${instant(to)},${step}`;
}

function spanWith(step: Step, from: number, to: number): Span {
  const block = lengthOf(step) * BLOCK;
  const first = Math.floor((from - ORIGIN) / block);
  const last = Math.max(first + 1, Math.ceil((to - ORIGIN) / block));
  return { from: Math.max(FIRST, ORIGIN + first * block), to: Math.min(LAST, ORIGIN + last * block), step };
}

export function stretchesOf({ from, to, step }: Span): number {
  return (to - from) / lengthOf(step);
}

function lengthOf(step: Step): number {
  return Number(step.slice(0, -1)) * UNITS[step.slice(-1)]!;
}
