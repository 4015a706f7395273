// What stands on the map at this moment: exact marks, discs and rings, as far as the frame reaches.

import type { Mark } from '../view/marks';
import { LEADS, Signs, UNMENTIONED } from '../view/signs';
import { cluster, type Group, ringRadius } from './cluster';
import { anchorOf, isOpenDisc, type Scene, type Spot } from './scene';
import { discRadius, isExact, LEAST_DISC, MARK_RADIUS } from './precision';
import { type Frame, isNear, type Point, toFrame, worldSize } from './projection';

export interface Placed extends Point {
  /** Pixels; what a pointer must hit and labels must leave free. */
  readonly radius: number;
  readonly alpha: number;
}

/** One incident, exactly here or, with a `disc`, somewhere in it. x, y is where the sign stands. */
export interface Single extends Placed {
  readonly type: 'single';
  readonly mark: Mark;
  readonly spot: Spot;
  readonly disc: Disc | null;
}

/** Several incidents, by what colours tell apart. */
export interface Ring extends Placed {
  readonly type: 'ring';
  readonly marks: readonly Mark[];
  readonly count: number;
  readonly parts: readonly Part[];
  readonly group: Group;
}

/** How many of a ring's marks have one key of `Signs`. */
export interface Part {
  readonly key: string;
  readonly count: number;
}

export type Symbol = Single | Ring;

/** A place that is known to its edge; the key, as of `Signs`, is null when incidents of several keys share it. */
export interface Disc extends Point {
  readonly radius: number;
  readonly key: string | null;
  readonly alpha: number;
  readonly marks: readonly Mark[];
}

export interface Picture {
  readonly frame: Frame;
  readonly symbols: readonly Symbol[];
  readonly discs: readonly Disc[];
}

/** Groups for each whole zoom, made once. In between, those of the zoom below stay until shortly before the next. */
export class Groups {
  readonly #scene: Scene;
  readonly #zooms = new Map<number, Group[]>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  at(zoom: number): Group[] {
    const whole = groupingZoom(zoom);
    let groups = this.#zooms.get(whole);
    if (groups === undefined) {
      groups = cluster(this.#scene.spots.map(spot => anchorOf(spot, whole)), worldSize(whole));
      this.#zooms.set(whole, groups);
    }
    return groups;
  }
}

export function groupingZoom(zoom: number): number {
  return Math.floor(zoom + 0.3);
}

/** `emphasis` holds for each mark how strongly it is drawn, 0 when it is not. */
export function buildPicture(scene: Scene, groups: readonly Group[], emphasis: ArrayLike<number>, frame: Frame, signs = new Signs()): Picture {
  const symbols: Symbol[] = [];
  const discs = new Map<string, Disc>();
  for (const group of groups) {
    if (!isNear(toFrame(group, frame), frame, 400)) {
      continue;
    }
    const spots = group.members.map(member => scene.spots[member]!).filter(spot => emphasis[spot.mark]! > 0);
    const marks = [...new Set(spots.map(spot => spot.mark))];
    if (spots.length === 0) {
      continue;
    }
    const strength = Math.max(...marks.map(mark => emphasis[mark]!));
    const singles = spots.map(spot => placeSingle(spot, scene.marks[spot.mark]!, emphasis[spot.mark]!, frame, signs));
    const large = singles.filter(({ spot }) => isOpenDisc(spot, groupingZoom(frame.zoom)));
    if (marks.length > 1) {
      symbols.push(placeRing(group, marks.map(mark => scene.marks[mark]!), strength, frame, signs));
      large.forEach(single => shareDisc(discs, single));
    } else {
      const shown = singles.length > 1 && large.length < singles.length ? [enclose(singles, signs)] : singles;
      symbols.push(...shown);
      shown.forEach(single => shareDisc(discs, single));
    }
  }
  return { frame, symbols, discs: [...discs.values()].sort((a, b) => b.radius - a.radius) };
}

export function placeSingle(spot: Spot, mark: Mark, alpha: number, frame: Frame, signs: Signs): Single {
  const { x, y } = toFrame(spot, frame);
  const { lat, radius } = spot.location;
  if (isExact(radius, lat, frame.zoom)) {
    return { type: 'single', mark, spot, x, y, radius: MARK_RADIUS + 2, alpha, disc: null };
  }
  const pixels = discRadius(radius, lat, frame.zoom);
  const disc = { x, y, radius: pixels, key: signs.keyOf(mark), alpha, marks: [mark] };
  return { type: 'single', mark, spot, x, y: y - pixels, radius: LEAST_DISC, alpha, disc };
}

function placeRing(group: Group, marks: Mark[], alpha: number, frame: Frame, signs: Signs): Ring {
  return { type: 'ring', marks, count: marks.length, parts: partsOf(marks, signs), group, ...toFrame(group, frame), radius: ringRadius(marks.length), alpha };
}

/** How many marks there are of each key, the largest part first, then leads, then what is not mentioned. */
export function partsOf(marks: readonly Mark[], signs: Signs): Part[] {
  const counts = new Map<string, number>();
  for (const mark of marks) {
    const key = signs.keyOf(mark);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ key, count })).sort(bySize);
}

/** The largest part first, then leads, last what the lens does not mention. */
export function bySize(a: Part, b: Part): number {
  return lateness(a.key) - lateness(b.key) || b.count - a.count || byKey(a.key, b.key);
}

/** The order of keys whose parts are equally large. */
export function byKey(a: string, b: string): number {
  return lateness(a) - lateness(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Parts come by this before they come by size. */
export function lateness(key: string): number {
  return key === UNMENTIONED ? 2 : key === LEADS ? 1 : 0;
}

/** Several places of one incident, too close to tell apart here: one disc around them all. */
function enclose(singles: readonly Single[], signs: Signs): Single {
  const [first] = singles as [Single];
  const grounds = singles.map(({ x, y, disc }) => disc ?? { x, y, radius: MARK_RADIUS });
  const [left, right] = [Math.min(...grounds.map(ground => ground.x - ground.radius)), Math.max(...grounds.map(ground => ground.x + ground.radius))];
  const [top, bottom] = [Math.min(...grounds.map(ground => ground.y - ground.radius)), Math.max(...grounds.map(ground => ground.y + ground.radius))];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const radius = Math.max(...grounds.map(ground => Math.hypot(ground.x - x, ground.y - y) + ground.radius));
  return { ...first, x, y: y - radius, radius: LEAST_DISC, disc: { x, y, radius, key: signs.keyOf(first.mark), alpha: first.alpha, marks: [first.mark] } };
}

/** Incidents at the same place with the same precision share one disc. */
function shareDisc(discs: Map<string, Disc>, { disc }: Single): void {
  if (disc === null) {
    return;
  }
  const key = `${disc.x.toFixed(1)} ${disc.y.toFixed(1)} ${disc.radius.toFixed(1)}`;
  const other = discs.get(key);
  if (other === undefined) {
    discs.set(key, disc);
  } else if (!other.marks.includes(disc.marks[0]!)) {
    discs.set(key, {
      ...other,
      key: other.key === disc.key ? other.key : null,
      alpha: Math.max(other.alpha, disc.alpha),
      marks: [...other.marks, ...disc.marks],
    });
  }
}
