// The arcs of one moment: which relations have one, where it lies, and what stands on it.

import type { ShownRelation } from '../../view/relations';
import type { Box } from '../labels';
import { boxAround, overlap } from '../labels';
import type { Point } from '../projection';
import { type Absence, isEnd } from './arc-ends';
import { type Arc, arcBetween, distanceTo, type End, pointAt } from './arc-geometry';
import { labelsOf, type Lack } from './arc-words';

export interface DrawnArc {
  readonly shown: ShownRelation;
  readonly arc: Arc;
  /** Where its label stands; null where it has none, or there is no room. */
  readonly label: { readonly text: string; readonly at: Point } | null;
}

export interface ArcPicture {
  readonly arcs: readonly DrawnArc[];
  readonly lacks: readonly Lack[];
}

const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9]; // along the arc
const LABEL_HALF_HEIGHT = 11; // pixels
const LABEL_ROOM = 9; // pixels beside the words
const MOST_LABELS = 40;

/**
 * `seen`: the part of the frame that is on the screen; `taken`: what labels must leave free.
 */
export function arcPicture(all: readonly ShownRelation[], endOf: (slug: string) => End | Absence, seen: Box, taken: readonly Box[], widthOf: (text: string) => number): ArcPicture {
  const arcs: DrawnArc[] = [];
  const lacks: Lack[] = [];
  const repeats = new Map<string, number>();
  const occupied = [...taken];
  // What is selected comes first: it has the first choice of room.
  for (const shown of [...all].sort((a, b) => Number(b.isOfSelection) - Number(a.isOfSelection))) {
    const { relation } = shown;
    const [from, to] = [endOf(relation.from), endOf(relation.to)];
    if (!isEnd(from) || !isEnd(to)) {
      shown.isOfSelection && lacks.push(isEnd(from) ? to as Absence : from);
      continue;
    }
    const pair = [nameOf(from), nameOf(to)].sort().join(' ');
    const arc = arcBetween(from, to, repeats.get(pair) ?? 0);
    repeats.set(pair, (repeats.get(pair) ?? 0) + 1);
    if (arc === null) {
      shown.isOfSelection && lacks.push('same');
      continue;
    }
    const isBeyond = !isInside(seen, from) || !isInside(seen, to);
    shown.isOfSelection && isBeyond && lacks.push('beyond');
    const label = arcs.length < MOST_LABELS ? labelled(arc, labelsOf(relation, isBeyond), seen, occupied, widthOf) : null;
    label !== null && occupied.push(boxOfLabel(label.at, widthOf(label.text)));
    arcs.push({ shown, arc, label });
  }
  return { arcs, lacks };
}

export function boxOfLabel({ x, y }: Point, width: number): Box {
  return boxAround(x, y, width / 2 + LABEL_ROOM, LABEL_HALF_HEIGHT);
}

/** The nearest arc within `slop` pixels of a point. */
export function arcAt({ arcs }: ArcPicture, at: Point, slop: number): DrawnArc | null {
  const near = arcs.map(drawn => ({ drawn, distance: distanceTo(drawn.arc, at) })).filter(({ distance }) => distance <= slop);
  return near.length === 0 ? null : near.reduce((best, one) => one.distance < best.distance ? one : best).drawn;
}

/** The longest text that there is room for. */
function labelled(arc: Arc, texts: readonly string[], seen: Box, occupied: readonly Box[], widthOf: (text: string) => number): DrawnArc['label'] {
  for (const text of texts) {
    const at = roomFor(arc, widthOf(text) / 2 + LABEL_ROOM, seen, occupied);
    if (at !== null) {
      return { text, at };
    }
  }
  return null;
}

/** Incidents under one sign have the same ends. */
function nameOf({ x, y }: End): string {
  return `${Math.round(x)},${Math.round(y)}`;
}

/** The first place along the arc where a label is seen whole and lies over nothing. */
function roomFor(arc: Arc, halfWidth: number, seen: Box, occupied: readonly Box[]): Point | null {
  for (const place of PLACES) {
    const at = pointAt(arc, place);
    const box = boxAround(at.x, at.y, halfWidth, LABEL_HALF_HEIGHT);
    const isSeen = box.left > seen.left && box.right < seen.right && box.top > seen.top && box.bottom < seen.bottom;
    if (isSeen && !occupied.some(other => overlap(box, other))) {
      return at;
    }
  }
  return null;
}

function isInside({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
