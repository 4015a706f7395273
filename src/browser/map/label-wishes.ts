// All that could be named in a frame, with the ways in which each name may stand.

import type { Airfield, BaseMap, River, Town } from './basemap/base-map';
import { type AreaName, COUNTRY_NAMES, WATER_NAMES } from './basemap/names';
import { along, type Glyph, type Measure, spaced, straight } from './lettering';
import { type Frame, isNear, type Point, toFrame, toSquare, worldSize } from './projection';

export interface Label {
  readonly id: string;
  /** Small is more important. */
  readonly order: number;
  /** In the unit square; the glyphs' offsets start here. */
  readonly anchor: Point;
  readonly ways: readonly Way[];
  readonly font: string;
  readonly size: number;
  readonly colour: string;
  readonly halo: string | null;
  readonly dot: 'town' | 'capital' | 'airfield' | null;
}

/** One way for a label to stand. */
export interface Way {
  readonly glyphs: readonly Glyph[];
  /** Whether the town's own dot is drawn too: not where the name makes room for a mark that stands on it. */
  readonly hasDot: boolean;
}

/** Measures text in a font; widths are kept. */
export type MeasureIn = (font: string) => Measure;

/** Airfields are drawn from this zoom. */
export const AIRFIELDS_FROM = 7;
const AIRFIELD_NAMES_FROM = 8.3;
const RIVERS_FROM = 5.4;
const RIVER_NAMES_APART = 460; // pixels

/** `isCovered`: whether a mark stands on a point of the frame. */
export function labelWishes(base: BaseMap, rivers: RiverLabels, frame: Frame, isCovered: (at: Point) => boolean, family: string, measureIn: MeasureIn): Label[] {
  return [
    ...COUNTRY_NAMES.flatMap(name => areaLabel(name, frame, false, family, measureIn)),
    ...WATER_NAMES.flatMap(name => areaLabel(name, frame, true, family, measureIn)),
    ...base.towns.flatMap(town => townLabel(town, frame, isCovered, family, measureIn)),
    ...base.airfields.flatMap(airfield => airfieldLabel(airfield, frame, isCovered, family, measureIn)),
    ...rivers.at(base, frame.zoom, family, measureIn).filter(label => isNear(toFrame(label.anchor, frame), frame, 60)),
  ];
}

function areaLabel({ name, lat, lon, from, to, turn }: AreaName, frame: Frame, isWater: boolean, family: string, measureIn: MeasureIn): Label[] {
  if (frame.zoom < from || frame.zoom > to) {
    return [];
  }
  const anchor = toSquare(lat, lon);
  if (!isNear(toFrame(anchor, frame), frame, 100)) {
    return [];
  }
  // In whole pixels: for each size that it has not yet written the browser looks for the font anew, which takes milliseconds.
  const size = Math.round(Math.min(isWater ? 13 : 15, 10.5 + (frame.zoom - from) * 1.4));
  const font = isWater ? `italic 400 ${size}px ${family}` : `600 ${size}px ${family}`;
  const spacing = size * (isWater ? 0.16 : Math.min(0.42, 0.2 + (frame.zoom - from) * 0.05));
  const text = isWater ? name : name.toUpperCase();
  const way = (dx: number, dy: number): Way => ({ glyphs: spaced(text, dx, dy, spacing, turn * Math.PI / 180, measureIn(font)), hasDot: false });
  const ways = isWater ? [way(0, 0)] : [way(0, 0), way(0, -26), way(0, 26), way(-40, 0), way(40, 0), way(-40, -34), way(40, 34), way(0, -56), way(0, 56)];
  return [{ id: name, order: isWater ? 2 + from : from - 10, anchor, ways, font, size, colour: '--label-faint', halo: isWater ? null : '--land', dot: null }];
}

function townLabel(town: Town, frame: Frame, isCovered: (at: Point) => boolean, family: string, measureIn: MeasureIn): Label[] {
  if (frame.zoom < town.zoom) {
    return [];
  }
  const anchor = toSquare(town.lat, town.lon);
  if (!isNear(toFrame(anchor, frame), frame, 60)) {
    return [];
  }
  const prominence = frame.zoom - town.zoom;
  const hasDot = !isCovered(toFrame(anchor, frame));
  const size = prominence > 2.4 || town.isCapital ? 13 : prominence > 1 ? 12 : 11;
  const font = `${prominence > 3.4 || town.isCapital ? 600 : 400} ${size}px ${family}`;
  return [{
    id: `${town.name} ${town.lat} ${hasDot}`,
    order: town.zoom,
    anchor,
    ways: aroundDot(town.name, hasDot ? 6 : 22, hasDot, measureIn(font), size),
    font,
    size,
    colour: prominence > 0.8 || town.isCapital ? '--label' : '--label-faint',
    halo: '--land',
    dot: town.isCapital ? 'capital' : 'town',
  }];
}

function airfieldLabel({ name, lat, lon, isLarge }: Airfield, frame: Frame, isCovered: (at: Point) => boolean, family: string, measureIn: MeasureIn): Label[] {
  if (frame.zoom < (isLarge ? AIRFIELDS_FROM : AIRFIELDS_FROM + 0.5)) {
    return [];
  }
  const anchor = toSquare(lat, lon);
  if (!isNear(toFrame(anchor, frame), frame, 60)) {
    return [];
  }
  const size = 10.5;
  const font = `400 ${size}px ${family}`;
  const hasDot = !isCovered(toFrame(anchor, frame));
  const named = frame.zoom < AIRFIELD_NAMES_FROM ? [] : aroundDot(name, hasDot ? 8 : 22, hasDot, measureIn(font), size);
  const ways = hasDot ? [...named, { glyphs: [], hasDot }] : named;
  return [{ id: `airfield ${name} ${lat} ${hasDot}`, order: isLarge ? 9 : 11, anchor, ways, font, size, colour: '--label-faint', halo: '--land', dot: 'airfield' }];
}

/** Right, left, above, below. */
function aroundDot(text: string, gap: number, hasDot: boolean, measure: Measure, size: number): Way[] {
  return [
    straight(text, gap, 0, 'left', measure),
    straight(text, -gap, 0, 'right', measure),
    straight(text, 0, -gap - size * 0.5, 'middle', measure),
    straight(text, 0, gap + size * 0.5, 'middle', measure),
  ].map(glyphs => ({ glyphs, hasDot }));
}

/** Where rivers are named at a zoom: the same wherever the map looks, so that names stay while it pans. */
export class RiverLabels {
  #zoom = NaN;
  #labels: Label[] = [];

  at(base: BaseMap, zoom: number, family: string, measureIn: MeasureIn): readonly Label[] {
    if (zoom < RIVERS_FROM || base.rivers.length === 0) {
      return [];
    }
    if (zoom !== this.#zoom) {
      this.#zoom = zoom;
      this.#labels = base.rivers.flatMap(river => riverLabels(river, zoom, family, measureIn));
    }
    return this.#labels;
  }
}

function riverLabels({ name, points }: River, zoom: number, family: string, measureIn: MeasureIn): Label[] {
  const world = worldSize(zoom);
  const size = zoom > 8 ? 12 : 11;
  const font = `italic 400 ${size}px ${family}`;
  const line = Array.from({ length: points.length / 2 }, (_, i) => ({ x: points[2 * i]! * world, y: points[2 * i + 1]! * world }));
  return along(line, name, size * 0.14, RIVER_NAMES_APART, measureIn(font)).map(({ anchor, glyphs }, i) => ({
    id: `${name} ${zoom.toFixed(2)} ${i}`,
    order: 5.6,
    anchor: { x: anchor.x / world, y: anchor.y / world },
    ways: [{ glyphs, hasDot: false }],
    font,
    size,
    colour: '--river-label',
    halo: '--land',
    dot: null,
  }));
}
