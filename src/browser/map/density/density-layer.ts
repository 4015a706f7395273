// A view of many incidents on the map: how densely each cell is filled, and the piles that stand on it. Groups are made when
// other tiles are drawn; moving the window costs the cells on screen. In trailing mode nothing fades here: a count has no age.

import type { Density, LoadedTile } from '../../tiles/density';
import type { ShownSquare } from '../../tiles/wanted-tiles';
import type { Colours } from '../../view/colours';
import type { Mark } from '../../view/marks';
import type { Signs } from '../../view/signs';
import type { View } from '../../view/view';
import type { Square, Weighed } from '../home';
import { type Box, boxAround } from '../labels';
import { BADGE_RADIUS, paintRing, paintSign } from '../paint';
import { type Frame, type Point, toSquare, worldSize } from '../projection';
import type { Sheet } from '../map-canvas';
import { RingPainter } from '../rings/ring-painter';
import { groupingZoom } from '../symbols';
import { CellRaster } from './cell-raster';
import { groupCells } from './cell-groups';
import { Cells, weightsOf } from './cells';
import { CELL, groundOf, holds, isInside, type Lattice } from './lattice';
import { PileSpots } from './pile-spots';
import { type GroupPile, type Pile, Tally } from './piles';
import { type Ramp, rampOf, topOf } from './ramp';

/** How far the tiles that are asked for reach beyond what is seen, as a share of its size. */
const MARGIN = 0.15;

/** What was asked for last: whole zoom, part of the unit square. */
interface Asked {
  readonly zoom: number;
  readonly ground: Square;
  readonly tiles: readonly LoadedTile[];
  /** For each of them the same in finer cells; null where there is none. */
  readonly finer: readonly (LoadedTile | null)[];
}

/** The incidents of a part of the map that has few, one by one. */
interface Few {
  readonly marks: readonly Mark[];
  readonly zoom: number;
  readonly ground: Square;
}

export class DensityLayer {
  readonly #view: View;
  readonly #colours: Colours;
  readonly #font: string;
  /** What the rest is of. */
  #density: Density | null = null;
  #signs: Signs | null = null;
  #asked: Asked | null = null;
  #few: Few | null = null;
  #tally: Tally | null = null;
  /** What the tally is of. */
  #counted: Asked | null = null;
  #raster: CellRaster | null = null;
  #ramp: { ramp: Ramp; top: number } | null = null;
  #top: { overview: LoadedTile; count: number } | null = null;
  #frame: Frame | null = null;
  /** The side of the world in the frame. */
  #size = 1;
  #piles: readonly GroupPile[] = [];
  readonly #spots = new PileSpots();
  readonly #rings: RingPainter;

  constructor(view: View, colours: Colours, font: string) {
    this.#view = view;
    this.#colours = colours;
    this.#font = font;
    this.#rings = new RingPainter(colours, font);
  }

  get piles(): readonly Pile[] { return this.#piles; }

  /** How what is counted looks: by kind or dataset as it was counted, also while it is being counted by the other. */
  get signs(): Signs {
    const { density, signs } = this.#view;
    if (density === null || density.colour === signs.by) {
      return signs;
    }
    if (this.#signs?.by !== density.colour || this.#signs.datasets !== signs.datasets || this.#signs.lens !== signs.lens) {
      this.#signs = signs.colouredBy(density.colour);
    }
    return this.#signs;
  }

  /** What is counted now; null while nothing is. */
  get tally(): Tally | null { return this.#tally; }

  /** The marks that are drawn one by one instead. */
  get marks(): readonly Mark[] { return this.#few?.marks ?? []; }

  /** The tiles whose cells are drawn as dots, each a pixel or two. */
  get finer(): readonly LoadedTile[] { return this.#asked?.finer.filter(tile => tile !== null) ?? []; }

  /** The tiles of the dots, with the counts of the window. */
  countDots(): readonly LoadedTile[] {
    const { finer } = this;
    finer.forEach(({ counts }) => counts.move(this.#view.window));
    return finer;
  }

  /** The count that has the strongest colour: the same wherever the map looks and whatever the window is. */
  get top(): number {
    const overview = this.#view.density?.overview ?? null;
    if (overview !== null && this.#top?.overview !== overview) {
      this.#top = { overview, count: topOf(weightsOf(overview)) };
    }
    return this.#top?.count ?? topOf(new Float64Array(0));
  }

  /** The middle of every cell of the overview that `count` finds something in, and how much. */
  overviewPoints(count: (overview: LoadedTile, series: number) => number): Weighed[] {
    const overview = this.#view.density?.overview ?? null;
    if (overview === null) {
      return [];
    }
    const { cells, side, groups } = overview.tile;
    return Array.from(cells, (cell, index) => {
      const weight = groups.reduce((sum, _, group) => sum + count(overview, index * groups.length + group), 0);
      return { x: (cell % side + 0.5) / side, y: (Math.floor(cell / side) + 0.5) / side, weight };
    }).filter(({ weight }) => weight > 0);
  }

  /**
   * Sees to it that there is what a frame needs; `hasNews` says that more may have come. True when there is something
   * else to draw.
   */
  look(frame: Frame, hasNews: boolean): boolean {
    const { density } = this.#view;
    const isOther = density !== this.#density;
    if (isOther) {
      this.#density = density;
      this.#asked = this.#few = this.#tally = this.#counted = this.#raster = null;
    }
    if (density === null) {
      return isOther;
    }
    const [zoom, seen] = [groupingZoom(frame.zoom), groundOf(frame)];
    if (!hasNews && this.#asked?.zoom === zoom && isInside(seen, this.#asked.ground)) {
      return false;
    }
    const ground = roomyGround(frame);
    const tiles = density.tilesFor({ zoom, ...ground });
    const [before, few] = [this.#asked, this.#few];
    this.#few = this.#fewNow(zoom, ground, tiles);
    this.#asked = { zoom, ground, tiles, finer: this.#few === null ? density.finerThan(tiles) : [] };
    const isSame = before?.zoom === zoom && sameTiles(tiles, before.tiles) && few === this.#few;
    if (!isSame && !hasNews && this.#canStay(this.#asked)) {
      return false;
    }
    if (!isSame) {
      this.#counted = this.#asked;
      const cells = new Cells(this.#view.mapMarks === null ? tiles : [], this.#few?.ground ?? null, this.signs);
      this.#tally = new Tally(cells, groupCells(cells, zoom, (seen.left + seen.right) / 2));
    }
    return !isSame || this.#asked.finer.some((tile, i) => tile?.tile !== before.finer[i]?.tile);
  }

  /** The map is on its way to a frame; null: it has come there. */
  head(frame: Frame | null): void {
    this.#view.density?.head(frame === null ? null : toShow(frame));
  }

  /** A frame that may be shown next; null: nobody knows. */
  foresee(frame: Frame | null): void {
    this.#view.density?.foresee(frame === null ? null : toShow(frame));
  }

  /** Draws the cells into the pixels of a lattice; where dots are drawn, none. */
  drawCells(pixels: Uint32Array, lattice: Lattice, hasDots: boolean): void {
    if (this.#tally !== null) {
      this.#count();
      if (this.#raster?.cells !== this.#tally.cells || this.#raster.lattice !== lattice) {
        this.#raster = new CellRaster(this.#tally.cells, lattice);
      }
      const { firsts, length } = this.#tally.cells;
      firsts.forEach((first, i) => hasDots && this.#asked?.finer[i] || this.#raster!.draw(pixels, this.ramp, first, firsts[i + 1] ?? length));
    }
  }

  /** The colours of counts. */
  get ramp(): Ramp {
    const { top } = this;
    if (this.#ramp?.top !== top) {
      this.#ramp = { ramp: rampOf(this.#colours, top), top };
    }
    return this.#ramp.ramp;
  }

  /** Whether the piles stand on their canvas as they were drawn last, and with nothing else. */
  get isStanding(): boolean { return this.#rings.isStanding; }

  /**
   * Draws the piles, but for that of one incident which is drawn by itself. `isAlone`: nothing else is on the canvas, which
   * is empty when it `isClean`, and else as it was left.
   */
  draw(context: CanvasRenderingContext2D, frame: Frame, { ratio, isClean }: Sheet, itself: Mark | null, isAlone: boolean): void {
    this.#frame = frame;
    this.#size = worldSize(frame.zoom);
    this.#count();
    this.#piles = this.#tally?.pilesIn(frame, ratio).filter(pile => itself === null || !this.#isOf(pile, itself)) ?? [];
    this.#spots.take(this.#piles);
    if (isAlone) {
      this.#rings.paint(context, this.#piles, this.signs, ratio, isClean);
    } else {
      this.#rings.leave();
      this.#piles.forEach(pile => this.paint(context, pile));
    }
  }

  paint(context: CanvasRenderingContext2D, pile: Pile): void {
    const { signs } = this;
    if (pile.count === 1) {
      paintSign(context, signs.ofKey(pile.parts[0]!.key), pile.x, pile.y, BADGE_RADIUS, this.#colours);
    } else {
      paintRing(context, pile, signs, this.#colours, this.#font);
    }
  }

  /** The pile nearest to a point of the frame within `slop` pixels of its rim, else the cell there, else null. */
  hit(at: Point, slop: number): Pile | null {
    const pile = this.#spots.near(at, slop);
    const raster = this.#raster;
    const tally = this.#tally;
    const frame = this.#frame;
    if (pile !== null || raster === null || tally === null || frame === null || raster.cells !== tally.cells) {
      return pile;
    }
    // In the lattice's cells, of the copy of the world nearest to its middle.
    const { lattice, across } = raster;
    const scale = across / this.#size;
    const column = (at.x + frame.left) * scale - lattice.left;
    const beyond = Math.round((column - lattice.columns / 2) / across);
    const cell = raster.cellAt(column - beyond * across, (at.y + frame.top) * scale - lattice.top, slop / CELL);
    return cell < 0 ? null : tally.pileOf(cell, frame, this.#size);
  }

  /** The ring that covers a point of the frame; null: none. */
  pileOver({ x, y }: Point): Pile | null {
    return this.#piles.find(pile => pile.count > 1 && Math.hypot(pile.x - x, pile.y - y) < pile.radius + BADGE_RADIUS) ?? null;
  }

  /** What names must leave free. */
  obstacles(): Box[] {
    return this.#piles.map(({ x, y, radius }) => boxAround(x, y, radius + 3, radius + 3));
  }

  /** Call when the theme changed. */
  forgetColours(): void {
    this.#ramp = null;
    this.#rings.forgetColours();
  }

  /**
   * Marks stay where they are while those of a wider part are on their way: what lies beside them is drawn as cells.
   * From further away, and where all the tiles have come instead, there are too many.
   */
  #fewNow(zoom: number, ground: Square, tiles: readonly LoadedTile[]): Few | null {
    const { mapMarks } = this.#view;
    if (mapMarks !== null) {
      return this.#few?.marks === mapMarks.incidents && isInside(ground, this.#few.ground) ? this.#few : { marks: mapMarks.incidents, zoom, ground };
    }
    return this.#few !== null && zoom >= this.#few.zoom && tiles.some(({ clip }) => clip !== null) ? this.#few : null;
  }

  /**
   * One zoom nearer, what is counted already does until what is finer comes: grouping its large cells once more would show
   * little, and keep what is finer waiting.
   */
  #canStay({ zoom, ground, tiles }: Asked): boolean {
    const counted = this.#counted;
    return counted !== null && zoom === counted.zoom + 1 && isInside(ground, counted.ground)
      && this.#few === null && this.#view.mapMarks === null && tiles.some(({ clip }) => clip !== null);
  }

  /** All of its tiles, also where others are asked for by now. */
  #count(): void {
    this.#counted?.tiles.forEach(({ counts }) => counts.move(this.#view.window));
    this.#tally?.count();
  }

  #isOf({ count, cell, parts }: Pile, mark: Mark): boolean {
    return count === 1 && cell !== null && parts[0]!.key === this.signs.keyOf(mark) && this.#view.isInWindow(mark)
      && mark.locations.some(({ lat, lon }) => holds(this.#tally!.cells.squareOf(cell), toSquare(lat, lon)));
  }
}

function toShow(frame: Frame): ShownSquare {
  return { zoom: groupingZoom(frame.zoom), ...roomyGround(frame) };
}

/** What the tiles that are asked for cover. */
function roomyGround({ zoom, left, top, width, height }: Frame): Square {
  return groundOf({ zoom, left: left - width * MARGIN, top: top - height * MARGIN, width: width * (1 + 2 * MARGIN), height: height * (1 + 2 * MARGIN) });
}

function sameTiles(a: readonly LoadedTile[], b: readonly LoadedTile[]): boolean {
  return a.length === b.length && a.every(({ z, x, y, tile, counts, clip }, i) => {
    const other = b[i]!;
    return tile === other.tile && counts === other.counts && z === other.z && x === other.x && y === other.y
      && clip?.left === other.clip?.left && clip?.top === other.clip?.top && clip?.right === other.clip?.right && clip?.bottom === other.clip?.bottom;
  });
}
