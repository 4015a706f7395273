// The decoded tiles, as many as memory has room for: those drawn last stay.

import type { TimeWindow } from '../view/window';
import type { AskedFor } from './asked-for';
import { lowerBound } from './lower-bound';
import { type Square, ancestors, squareOf } from './wanted-tiles';
import type { TilePlace } from './tile-address';
import { type Narrow, narrow, type TimeTile } from './time-tile';
import { WindowCounts } from './window-counts';

/** A tile to draw, or a part of one. */
export interface LoadedTile extends TilePlace {
  readonly tile: TimeTile;
  /** Of the view's window. */
  readonly counts: WindowCounts;
  /** The counts of all time, by series. */
  readonly whole: Narrow;
  /** The part of it that is to be drawn, in the unit square; null is all of it. */
  readonly clip: Square | null;
}

export interface KeptTile extends LoadedTile {
  readonly asked: AskedFor;
}

/** Decoded bytes of the tiles that are kept. */
const MOST_BYTES = 96 * 1024 * 1024;

export class LoadedTiles {
  /** By place; the one that was not drawn for the longest time comes first. */
  readonly #tiles = new Map<string, KeptTile>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  at(place: TilePlace): KeptTile | null {
    return this.#tiles.get(nameOf(place)) ?? null;
  }

  add(tile: KeptTile): void {
    this.#remove(nameOf(tile));
    this.#tiles.set(nameOf(tile), tile);
    this.#bytes += bytesOf(tile);
    for (const name of this.#tiles.keys()) {
      if (this.#bytes <= this.#mostBytes || this.#tiles.size === 1) {
        break;
      }
      this.#remove(name);
    }
  }

  /**
   * What to draw in the place of each: the tile itself, or where that is missing its part of the nearest tile that holds
   * it, or of the overview; nothing where that has nothing. All of it has the counts of the window.
   */
  standIns(places: readonly TilePlace[], overview: LoadedTile | null, window: TimeWindow): LoadedTile[] {
    const drawn: LoadedTile[] = [];
    for (const place of places) {
      const tile = this.#nearest(place, overview);
      if (tile !== null && hasCellsIn(tile, place)) {
        tile.counts.move(window);
        this.touch(tile);
        drawn.push(tile.z === place.z ? tile : { ...tile, clip: squareOf(place) });
      }
    }
    return drawn;
  }

  /** Whether it is known that nothing is there, at any time: such a tile need not come. */
  isEmpty(place: TilePlace, overview: LoadedTile | null): boolean {
    const tile = this.#nearest(place, overview);
    return tile !== null && !hasCellsIn(tile, place);
  }

  /** It is drawn: it is kept longer than those that are not. */
  touch(tile: LoadedTile): void {
    const name = nameOf(tile);
    const kept = this.#tiles.get(name);
    if (kept !== undefined && kept.tile === tile.tile) {
      this.#tiles.delete(name);
      this.#tiles.set(name, kept);
    }
  }

  /** The tile itself, or the nearest one that holds it. */
  #nearest(place: TilePlace, overview: LoadedTile | null): LoadedTile | null {
    return this.at(place) ?? ancestors(place).map(up => this.at(up)).find(up => up !== null) ?? overview;
  }

  #remove(name: string): void {
    const tile = this.#tiles.get(name);
    if (tile !== undefined) {
      this.#tiles.delete(name);
      this.#bytes -= bytesOf(tile);
    }
  }
}

/** A tile that has just come, with the counts of a window. */
export function loadedTile(place: TilePlace, tile: TimeTile, window: TimeWindow): LoadedTile {
  const counts = new WindowCounts(tile);
  const whole = narrow(counts.counts.slice());
  counts.move(window);
  return { ...place, tile, counts, whole, clip: null };
}

/** Whether a tile has anything at a place that it holds. */
function hasCellsIn({ z, x, y, tile: { side, cells } }: LoadedTile, place: TilePlace): boolean {
  const share = side / 2 ** (place.z - z); // cells along a side of the place
  const [left, top] = [place.x * share - x * side, place.y * share - y * side];
  const [firstColumn, endColumn, firstRow, endRow] = [Math.floor(left), Math.ceil(left + share), Math.floor(top), Math.ceil(top + share)];
  for (let row = firstRow; row < endRow; row++) {
    const cell = cells[lowerBound(cells, row * side + firstColumn)];
    if (cell !== undefined && cell < row * side + endColumn) {
      return true;
    }
  }
  return false;
}

function nameOf({ z, x, y }: TilePlace): string {
  return `${z}/${x}/${y}`;
}

function bytesOf({ tile, counts, whole }: LoadedTile): number {
  return tile.series.byteLength + tile.counts.byteLength + tile.late.series.byteLength * 4 + counts.counts.byteLength + whole.byteLength + tile.cells.byteLength + tile.edges.byteLength;
}
