// Everything that incidents put on the map at this moment, and what of it lies under a point.

import type { Colours } from '../view/colours';
import type { Mark } from '../view/marks';
import type { View } from '../view/view';
import { Grid } from './grid';
import type { Hit } from './hit';
import type { MeasureIn } from './label-wishes';
import { type Box, boxAround } from './labels';
import { buildScene, LEG_STEPS, type Scene } from './scene';
import { paintDisc, paintRing, paintSingle } from './paint';
import { OPEN_DISC } from './precision';
import { type Frame, isNear, metresToPixels, type Point, worldSize } from './projection';
import { hitsStop, paintRoute, type RoutePicture, routePicture, stopFont, stopNames } from './route';
import { badgeOf, hitsOutline, isNearLine, type Outline, outlineOf, paintShape } from './shapes';
import { buildPicture, type Disc, groupingZoom, Groups, type Picture, type Ring, type Symbol } from './symbols';

interface DrawnShape { readonly mark: Mark; readonly outline: Outline; readonly badge: Point }
interface DrawnRoute { readonly mark: Mark; readonly picture: RoutePicture }

const CELL = 48; // pixels
const DISC_MIDDLE = 9; // pixels that stay free
const LARGE_DISC = 80; // pixels
const MOST_LARGE = 2;

export class MarksLayer {
  readonly #view: View;
  readonly #colours: Colours;
  readonly #font: string;
  #scene: Scene = buildScene([]);
  #groups = new Groups(this.#scene);
  #picture: Picture | null = null;
  #shapes: DrawnShape[] = [];
  #routes: DrawnRoute[] = [];
  #index: Grid<Symbol> | null = null;

  constructor(view: View, colours: Colours, font: string) {
    this.#view = view;
    this.#colours = colours;
    this.#font = font;
  }

  get scene(): Scene { return this.#scene; }
  get picture(): Picture | null { return this.#picture; }
  get shapes(): readonly DrawnShape[] { return this.#shapes; }
  get routes(): readonly DrawnRoute[] { return this.#routes; }

  /** Takes over the marks to draw one by one. */
  read(marks: readonly Mark[]): void {
    this.#scene = buildScene(marks);
    this.#groups = new Groups(this.#scene);
  }

  draw(context: CanvasRenderingContext2D, frame: Frame): void {
    const { marks } = this.#scene;
    const { signs } = this.#view;
    const emphasis = Float64Array.from(marks, mark => this.#view.emphasis(mark));
    const picture = buildPicture(this.#scene, this.#groups.at(frame.zoom), emphasis, frame, signs);
    this.#picture = picture;
    this.#index = null;
    this.#shapes = [];
    this.#routes = [];
    for (const shape of this.#scene.shapes) {
      const mark = marks[shape.mark]!;
      if (emphasis[shape.mark]! > 0 && shape.type === 'route') {
        const route = routePicture(shape, frame, picture.symbols);
        route !== null && this.#routes.push({ mark, picture: route });
      } else if (emphasis[shape.mark]! > 0) {
        const outline = outlineOf(shape, frame);
        outline !== null && this.#shapes.push({ mark, outline, badge: badgeOf(outline) });
      }
    }
    const shade = this.#shadeOf(picture.discs);
    picture.discs.forEach(disc => paintDisc(context, disc, signs, this.#colours, shade(disc)));
    for (const { mark, outline } of this.#shapes) {
      paintShape(context, outline, signs.of(mark), this.#view.emphasis(mark), this.#colours);
    }
    for (const { mark, picture: route } of this.#routes) {
      paintRoute(context, route, this.#colours.of(signs.of(mark)), this.#view.emphasis(mark), 1.5, frame, this.#colours, this.#font);
    }
    picture.symbols.forEach(symbol => symbol.type === 'single'
      ? paintSingle(context, symbol, signs, this.#colours)
      : paintRing(context, symbol, signs, this.#colours, this.#font));
  }

  /** How dark the ground of a disc is: where many large ones lie over each other, as they do among many incidents, all together stay light. */
  #shadeOf(discs: readonly Disc[]): (disc: Disc) => number {
    const large = discs.filter(({ radius }) => radius >= LARGE_DISC).length;
    const share = this.#view.density === null ? 1 : Math.min(1, MOST_LARGE / large);
    return ({ radius }) => radius < LARGE_DISC ? 1 : share;
  }

  /** The sign nearest to a point of the frame within `slop` pixels of its rim, else the ground it is on, else null. */
  hit(at: Point, slop: number): Hit | null {
    if (this.#picture === null) {
      return null;
    }
    const symbol = this.#symbolAt(at, slop);
    const stop = this.#stopAt(at, slop);
    if (stop !== null && (symbol === null || distance(stop.at, at) < distance(symbol, at))) {
      return stop;
    }
    if (symbol !== null) {
      return { type: 'symbol', symbol, marks: symbol.type === 'single' ? [symbol.mark] : symbol.marks, at: symbol };
    }
    for (let i = 0; i < this.#shapes.length; i++) {
      const { mark, badge } = this.#shapes[i]!;
      if (distance(badge, at) <= 7 + slop) {
        return { type: 'ground', marks: [mark], at: badge };
      }
    }
    const marks = this.#groundAt(at, slop);
    return marks.length === 0 ? null : { type: 'ground', marks, at };
  }

  /** All that the keyboard can reach, in the pixels of the picture's frame. */
  targets(): Hit[] {
    return [
      ...(this.#picture?.symbols ?? []).map((symbol): Hit => ({ type: 'symbol', symbol, marks: symbol.type === 'single' ? [symbol.mark] : symbol.marks, at: symbol })),
      ...this.#routes.flatMap(({ mark, picture }) => picture.discs.map((stop): Hit => ({ type: 'stop', stop, marks: [mark], at: stop }))),
      ...this.#shapes.map(({ mark, badge }): Hit => ({ type: 'ground', marks: [mark], at: badge })),
    ];
  }

  /** What names must leave free; the stops of the selected route have names of their own. */
  obstacles(selected: Mark | null, measureIn: MeasureIn): Box[] {
    const measure = measureIn(stopFont(this.#font));
    return [
      ...this.#routes.filter(({ mark }) => mark === selected).flatMap(({ picture }) => stopNames(picture.discs, measure).map(({ box }) => box)),
      ...(this.#picture?.symbols ?? []).map(({ x, y, radius }) => boxAround(x, y, radius + 3, radius + 3)),
      // A small disc is a mark; a large one is ground, and names may stand on it, but no dot in its middle: that would look like a place.
      ...(this.#picture?.discs ?? []).map(({ x, y, radius }) => ({ x, y, reach: radius < OPEN_DISC ? radius + 2 : DISC_MIDDLE })).map(({ x, y, reach }) => boxAround(x, y, reach, reach)),
      ...this.#routes.flatMap(({ picture }) => [...picture.discs.map(({ x, y, reach }) => boxAround(x, y, reach + 3, 12)), ...alongWay(picture.way, this.#picture!.frame)]),
      ...this.#shapes.map(({ badge: { x, y } }) => boxAround(x, y, 8, 8)),
    ];
  }

  /** One point for each place of each incident, to see where most are; routes lead away and do not count. */
  homePoints(isCounted: (mark: Mark) => boolean): Point[] {
    const { marks, spots, shapes } = this.#scene;
    return [
      ...spots.filter(spot => isCounted(marks[spot.mark]!)),
      ...shapes.filter(shape => shape.type !== 'route' && isCounted(marks[shape.mark]!)).map(({ box }) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 })),
    ];
  }

  /** The first whole zoom at which the incidents of a ring stand apart; null if they never do. */
  splitZoom(ring: Ring, maxZoom: number): number | null {
    const spots = this.#membersOf(ring);
    for (let zoom = groupingZoom(this.#picture!.frame.zoom) + 1; zoom <= maxZoom; zoom++) {
      const home = this.#groups.at(zoom).find(group => group.members.includes(spots[0]!))!;
      if (!spots.every(spot => home.members.includes(spot))) {
        return zoom;
      }
    }
    return null;
  }

  /** How far the places of a ring's incidents reach, in the unit square. */
  groundOf(ring: Ring): Point[] {
    return this.#membersOf(ring).flatMap(member => {
      const { x, y, location: { lat, radius } } = this.#scene.spots[member]!;
      const reach = metresToPixels(radius, lat, 0) / worldSize(0);
      return [{ x: x - reach, y: y - reach }, { x: x + reach, y: y + reach }];
    });
  }

  /** Where an incident is, in the unit square, the way between the stops of a route included; empty when it is not on the map. */
  pointsOf(mark: Mark): Point[] {
    const { marks, spots, shapes } = this.#scene;
    return [...spots.filter(spot => marks[spot.mark] === mark), ...shapes.filter(shape => marks[shape.mark] === mark).flatMap(shape => shape.points)];
  }

  /** The same without the way between stops. */
  placesOf(mark: Mark): Point[] {
    return mark.stops === null ? this.pointsOf(mark) : this.pointsOf(mark).filter((_, i) => i % LEG_STEPS === 0);
  }

  #membersOf(ring: Ring): number[] {
    const marks = new Set(ring.marks);
    return ring.group.members.filter(member => marks.has(this.#scene.marks[this.#scene.spots[member]!.mark]!));
  }

  #symbolAt(at: Point, slop: number): Symbol | null {
    const near = this.#indexed().within(at.x - CELL, at.y - CELL, at.x + CELL, at.y + CELL);
    let nearest: Symbol | null = null;
    let least = Infinity;
    for (let i = 0; i < near.length; i++) {
      const symbol = near[i]!;
      const toRim = distance(symbol, at) - symbol.radius;
      if (toRim <= slop && toRim < least) {
        nearest = symbol;
        least = toRim;
      }
    }
    return nearest;
  }

  #stopAt(at: Point, slop: number): Hit | null {
    for (let i = 0; i < this.#routes.length; i++) {
      const { mark, picture: { discs } } = this.#routes[i]!;
      for (let k = 0; k < discs.length; k++) {
        const stop = discs[k]!;
        if (hitsStop(stop, at, slop)) {
          return { type: 'stop', stop, marks: [mark], at: stop };
        }
      }
    }
    return null;
  }

  /** The marks whose routes lead by, in whose discs it is, or on the rim of one so large that inside it is nowhere in particular, and whose shapes it is on. */
  #groundAt(at: Point, slop: number): Mark[] {
    const marks: Mark[] = [];
    for (let i = 0; i < this.#routes.length; i++) {
      const { mark, picture } = this.#routes[i]!;
      isNearLine(picture.way, at, slop + 2) && addTo(marks, mark);
    }
    const { frame: { width, height }, discs } = this.#picture!;
    const large = Math.min(width, height) * 0.2;
    for (let i = 0; i < discs.length; i++) {
      const disc = discs[i]!;
      const toRim = distance(disc, at) - disc.radius;
      if (toRim <= slop && (disc.radius < large || toRim >= -slop - 2)) {
        disc.marks.forEach(mark => addTo(marks, mark));
      }
    }
    for (let i = 0; i < this.#shapes.length; i++) {
      const { mark, outline } = this.#shapes[i]!;
      hitsOutline(outline, at, slop) && addTo(marks, mark);
    }
    return marks;
  }

  #indexed(): Grid<Symbol> {
    if (this.#index === null) {
      this.#index = new Grid<Symbol>(CELL);
      for (const symbol of this.#picture?.symbols ?? []) {
        this.#index.add(symbol, symbol);
      }
    }
    return this.#index;
  }
}

/** Small boxes on a route's line, so that no name is crossed by it. */
function alongWay(way: readonly Point[], frame: Frame): Box[] {
  return way.slice(1).flatMap((to, i) => {
    const from = way[i]!;
    const steps = isNear(from, frame, 0) || isNear(to, frame, 0) ? Math.ceil(distance(from, to) / 8) : 0;
    return Array.from({ length: steps }, (_, step) => boxAround(from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps, 3, 3));
  });
}

function addTo(marks: Mark[], mark: Mark): void {
  marks.includes(mark) || marks.push(mark);
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}
