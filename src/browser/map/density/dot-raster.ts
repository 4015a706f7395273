// Where each cell of fine tiles has its dot, in pixels of the screen, and what it looks like: found once, then only what
// changes of the window's counts is looked at.

import type { LoadedTile } from '../../tiles/density';
import { type Signs, UNMENTIONED } from '../../view/signs';
import { type Frame, toFrame, worldSize } from '../projection';
import { type DotGrid, NOTHING, QUIET, TOLD } from './dot-grid';

/** The cells of one tile. */
interface Share {
  readonly tile: LoadedTile;
  /** Of each cell its dot; −1: it is not seen. */
  readonly dots: Int32Array;
  /** For each group whether the lens does not mention it. */
  readonly isQuiet: readonly boolean[];
  /** The counts by series as they were when last looked at. */
  readonly before: Uint32Array;
}

export class DotRaster {
  readonly #grid: DotGrid;
  readonly #shares: readonly Share[];
  /** Of each dot: the pixel of its upper left corner, and what the window has in it. */
  readonly #corners: number[] = [];
  readonly #told: Int32Array;
  readonly #quiet: Int32Array;

  /** `ratio`: pixels of the screen for one of the frame. */
  constructor(tiles: readonly LoadedTile[], frame: Frame, ratio: number, signs: Signs, grid: DotGrid) {
    this.#grid = grid;
    const dots = new Int32Array(grid.pixels.length).fill(-1);
    this.#shares = tiles.map(tile => ({
      tile,
      dots: this.#place(tile, frame, ratio, dots),
      isQuiet: tile.tile.groups.map(group => signs.keyOfGroup(group) === UNMENTIONED),
      before: new Uint32Array(tile.counts.counts.length),
    }));
    [this.#told, this.#quiet] = [new Int32Array(this.#corners.length), new Int32Array(this.#corners.length)];
    for (const share of this.#shares) {
      share.tile.counts.takeChanges();
      const { counts } = share.tile.counts;
      for (let series = 0; series < counts.length; series++) {
        counts[series] === 0 || this.#count(share, series);
      }
    }
    this.#grid.begin();
  }

  isOf(tiles: readonly LoadedTile[]): boolean {
    return tiles.length === this.#shares.length && tiles.every((tile, i) => tile.tile === this.#shares[i]!.tile.tile);
  }

  /** Takes over what changed since it was last called. */
  update(): void {
    for (const share of this.#shares) {
      const changes = share.tile.counts.takeChanges();
      for (let i = 0; i < changes.length; i++) {
        this.#count(share, changes[i]!);
      }
    }
    this.#grid.paint();
  }

  /** `dots`: at each pixel the one whose corner it is; −1: none. */
  #place({ tile: { cells, side }, z, x, y }: LoadedTile, frame: Frame, ratio: number, dots: Int32Array): Int32Array {
    const { width, height, size } = this.#grid;
    const across = 2 ** z;
    // All of a tile is in that copy of the world in which its middle is nearest to the frame's.
    const middle = toFrame({ x: (x + 0.5) / across, y: (y + 0.5) / across }, frame);
    const cellSize = worldSize(frame.zoom) / across / side * ratio;
    const [left, top] = [middle.x * ratio - (side - 1) / 2 * cellSize - size / 2, middle.y * ratio - (side - 1) / 2 * cellSize - size / 2];
    return Int32Array.from(cells, cell => {
      const [column, row] = [Math.round(left + cell % side * cellSize), Math.round(top + Math.floor(cell / side) * cellSize)];
      if (column < 0 || row < 0 || column + size > width || row + size > height) {
        return -1;
      }
      const corner = row * width + column;
      if (dots[corner] === -1) {
        dots[corner] = this.#corners.push(corner) - 1;
      }
      return dots[corner]!;
    });
  }

  #count({ tile: { counts: { counts } }, dots, isQuiet, before }: Share, series: number): void {
    const change = counts[series]! - before[series]!;
    const cell = Math.floor(series / isQuiet.length);
    const dot = dots[cell]!;
    if (change !== 0 && dot >= 0) {
      before[series] = counts[series]!;
      const isQuietOne = isQuiet[series - cell * isQuiet.length]!;
      (isQuietOne ? this.#quiet : this.#told)[dot]! += change;
      this.#grid.count(this.#corners[dot]!, isQuietOne ? 0 : change, this.#told[dot]! > 0 ? TOLD : this.#quiet[dot]! > 0 ? QUIET : NOTHING);
    }
  }
}
