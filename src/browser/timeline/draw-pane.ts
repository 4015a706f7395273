// The window as one sees it: a pane behind the drawing; on it two handles, a grip, and while it is moved the dates of its edges.
// What keys and screen readers take hold of are elements in the same places, which need not move at every frame.

import { crisp, font, type Easel } from './easel';
import { gripX } from './pointing';
import { endWords, startWords } from './time-words';
import type { Track } from './track';

/** Where the window is on the drawing, in pixels. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  /** Where it goes on for ever; there is no edge to be seen. */
  readonly isOpenLeft: boolean;
  readonly isOpenRight: boolean;
}

const BEYOND = 40; // pixels that an edge out of sight is away at most
const NARROW = 44; // pixels; the handles then stand outside, so that they do not cover what is inside
const ROUND = 4;
const KNOB = { width: 8, height: 34, share: 0.44, rim: 1.5 };
const GRIP = { width: 28, height: 8, round: 6, leastWidth: 560 };
const FLAG = { top: 12, height: 18, padding: 6, away: 6, room: 62 };

export function sidesOf({ scale, edges, window }: Track): Sides {
  const [left, right] = [edges.from, edges.to].map(time => Math.min(Math.max(scale.x(time), -BEYOND), scale.width + BEYOND)) as [number, number];
  return { left, right, isOpenLeft: window.from === null, isOpenRight: window.to === null };
}

/** Handles then stand beside the window. */
export function isNarrow({ left, right }: Sides): boolean {
  return right - left < NARROW;
}

export function isGripInSight({ left, right }: Sides, width: number): boolean {
  return right >= 8 && left <= width - 8;
}

/** Behind everything. */
export function drawPane({ context, ink, picture: { layout }, pixelRatio }: Easel, { left, right, isOpenLeft, isOpenRight }: Sides): void {
  const [from, to] = [crisp(left, pixelRatio), crisp(Math.max(right, left + 1), pixelRatio)];
  // Open sides have neither border nor corners: those are drawn where the clip hides them.
  const [hiddenLeft, hiddenRight] = [isOpenLeft ? ROUND : 0, isOpenRight ? ROUND : 0];
  context.save();
  context.beginPath();
  context.rect(from, 0, to - from, layout.axisTop);
  context.clip();
  context.beginPath();
  context.roundRect(from + 0.5 - hiddenLeft, 0.5, to - from - 1 + hiddenLeft + hiddenRight, layout.axisTop - 1, ROUND - 0.5);
  context.fillStyle = ink.get('--accent-soft');
  context.fill();
  context.strokeStyle = ink.get('--accent');
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

/** Above everything. */
export function drawHandles(easel: Easel, sides: Sides): void {
  const { layout } = easel.picture;
  const { left, right } = sides;
  const aside = isNarrow(sides) ? KNOB.width / 2 + 2 : 0;
  drawKnob(easel, left - aside);
  drawKnob(easel, right + aside);
  if (layout.width >= GRIP.leastWidth && isGripInSight(sides, layout.width)) {
    drawGrip(easel, gripX(left, right, layout.width));
  }
}

function drawKnob({ context, ink, picture: { layout }, pixelRatio }: Easel, x: number): void {
  const { width, rim } = KNOB;
  const height = Math.min(KNOB.height, layout.axisTop * KNOB.share);
  const left = crisp(x - width / 2, pixelRatio);
  const top = crisp((layout.axisTop - height) / 2, pixelRatio);
  context.beginPath();
  context.roundRect(left - rim, top - rim, width + 2 * rim, height + 2 * rim, width / 2 + rim);
  context.fillStyle = ink.get('--surface');
  context.fill();
  context.beginPath();
  context.roundRect(left, top, width, height, width / 2);
  context.fillStyle = ink.get('--accent');
  context.fill();
  context.fillStyle = ink.get('--surface');
  context.fillRect(left + width / 2 - 0.75, top + height / 2 - 6, 1.5, 12);
}

function drawGrip({ context, ink, pixelRatio }: Easel, x: number): void {
  const left = crisp(x - GRIP.width / 2, pixelRatio);
  context.beginPath();
  context.roundRect(left, -1, GRIP.width, GRIP.height + 1, [0, 0, GRIP.round, GRIP.round]);
  context.fillStyle = ink.get('--accent');
  context.fill();
  context.fillStyle = ink.get('--surface');
  for (const dot of [-6, 0, 6]) {
    context.beginPath();
    context.arc(left + GRIP.width / 2 + dot, 3.5, 1.3, 0, 2 * Math.PI);
    context.fill();
  }
}

/** The dates that the edges have come to. */
export function drawFlags(easel: Easel, { left, right }: Sides, { edges, zone }: Track): void {
  const { context, picture: { layout } } = easel;
  context.font = font(easel, 11, 600);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  drawFlag(easel, startWords(edges.from, zone, 'short'), width => Math.max(left - FLAG.away, FLAG.room, width) - width);
  drawFlag(easel, endWords(edges.to, zone, 'short'), width => Math.min(right + FLAG.away, layout.width - Math.max(FLAG.room, width)));
}

function drawFlag({ context, ink, pixelRatio }: Easel, words: string, place: (width: number) => number): void {
  const width = context.measureText(words).width + 2 * FLAG.padding;
  const left = crisp(place(width), pixelRatio);
  context.beginPath();
  context.roundRect(left, FLAG.top, width, FLAG.height, 6);
  context.fillStyle = ink.get('--accent');
  context.fill();
  context.fillStyle = ink.get('--on-accent');
  context.fillText(words, left + FLAG.padding, FLAG.top + FLAG.height / 2 + 0.5);
}
