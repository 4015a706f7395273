// Which names fit: the important ones first, none over another, none over a mark.

import { Grid } from './grid';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A label may stand in several ways; each takes some boxes. */
export interface Wish {
  readonly id: string;
  /** Small goes first. */
  readonly order: number;
  readonly ways: readonly (readonly Box[])[];
}

const CELL = 64; // pixels

/** Which way each label stands; labels without room are not in it. A label keeps the way it had as long as that is free. */
export function placeLabels(wishes: readonly Wish[], obstacles: readonly Box[], before: ReadonlyMap<string, number>): Map<string, number> {
  const taken = new Grid<Box>(CELL);
  const take = (box: Box): void => taken.addBox(box.left, box.top, box.right, box.bottom, box);
  const isFree = (boxes: readonly Box[]) => boxes.every(box => !taken.within(box.left, box.top, box.right, box.bottom).some(other => overlap(box, other)));
  obstacles.forEach(take);
  const placed = new Map<string, number>();
  for (const { id, ways } of [...wishes].sort((a, b) => a.order - b.order)) {
    const last = before.get(id);
    const way = last !== undefined && ways[last] !== undefined && isFree(ways[last]) ? last : ways.findIndex(isFree);
    if (way >= 0) {
      placed.set(id, way);
      ways[way]!.forEach(take);
    }
  }
  return placed;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

export function moved({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}
