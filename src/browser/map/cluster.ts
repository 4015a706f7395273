// Groups what would overlap on screen. All spots of the view take part, in the window or not, so that groups stay while time moves.

import { Grid } from './grid';
import type { Point } from './projection';

export interface Group extends Point {
  /** Indexes of the points that were given, ascending. */
  readonly members: readonly number[];
}

interface Pile {
  x: number;
  y: number;
  members: number[];
}

/** Points further apart than this never group by themselves. */
export const REACH = 34; // pixels

/**
 * Every point is in exactly one group. The same points give the same groups, in the same order, wherever the map looks.
 * `size` is how many pixels one unit of the points' coordinates takes.
 */
export function cluster(points: readonly Point[], size: number, reach = REACH): Group[] {
  const piles = pileUp(points, size);
  const grid = new Grid<Pile>(reach);
  piles.forEach(pile => grid.add(pile, pile));
  const near = (pile: Pile) => grid.around(pile).filter(other => distance(pile, other) <= reach);
  const crowds = new Map(piles.map(pile => [pile, near(pile).reduce((sum, other) => sum + other.members.length, 0)]));
  const taken = new Set<Pile>();
  const groups: Pile[] = [];
  for (const pile of piles.sort((a, b) => crowds.get(b)! - crowds.get(a)! || a.members[0]! - b.members[0]!)) {
    if (!taken.has(pile)) {
      const together = near(pile).filter(other => !taken.has(other));
      together.forEach(other => taken.add(other));
      groups.push(merged(together));
    }
  }
  return mergeClose(groups, reach * 0.8)
    .map(({ x, y, members }) => ({ x: x / size, y: y / size, members: members.sort((a, b) => a - b) }))
    .sort((a, b) => a.members[0]! - b.members[0]!);
}

/** Radius in pixels of a group's ring. */
export function ringRadius(count: number): number {
  return Math.min(34, 11.5 + 3.4 * Math.log(count));
}

/** What is at one and the same place, in pixels. */
function pileUp(points: readonly Point[], size: number): Pile[] {
  const piles = new Map<string, Pile>();
  points.forEach(({ x, y }, i) => {
    const key = `${Math.round(x * 1e8)} ${Math.round(y * 1e8)}`;
    const pile = piles.get(key);
    pile === undefined ? piles.set(key, { x: x * size, y: y * size, members: [i] }) : pile.members.push(i);
  });
  return [...piles.values()];
}

/** Groups lie in the middle of their members and may so come too close to each other. */
function mergeClose(groups: Pile[], reach: number): Pile[] {
  for (;;) {
    const grid = new Grid<Pile>(reach);
    const kept: Pile[] = [];
    for (const group of groups) {
      const close = grid.around(group).find(other => distance(other, group) < reach);
      if (close === undefined) {
        kept.push(group);
        grid.add(group, group);
      } else {
        Object.assign(close, merged([close, group]));
      }
    }
    if (kept.length === groups.length) {
      return kept;
    }
    groups = kept;
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function merged(piles: readonly Pile[]): Pile {
  const count = piles.reduce((sum, pile) => sum + pile.members.length, 0);
  return {
    x: piles.reduce((sum, pile) => sum + pile.x * pile.members.length, 0) / count,
    y: piles.reduce((sum, pile) => sum + pile.y * pile.members.length, 0) / count,
    members: piles.flatMap(pile => pile.members),
  };
}
