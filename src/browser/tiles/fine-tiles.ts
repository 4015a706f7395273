// The tiles that are shown, once more in cells of a pixel or two: what exact points are drawn from. They are asked for when
// everything else is there and nothing moves, given up for anything else, and the first to go where memory is short.

import { cutFor } from './asked-for';
import { type KeptTile, type LoadedTile, loadedTile, LoadedTiles } from './loaded-tiles';
import { sameSpan, stretchesOf } from './span';
import type { TileAddresses } from './tile-address';
import type { TileLoader } from './tile-loader';
import { TileQueue } from './tile-queue';
import type { TimeTile } from './time-tile';
import type { Square } from './wanted-tiles';
import { hasAtMost } from './whole-counts';
import type { TimeWindow } from '../view/window';

/** In a view of more points every pixel has some: finer cells say nothing more. */
const MOST_POINTS = 3_000_000;

const FINEST_SIDE = 512;
const MOST_BYTES = 64 * 1024 * 1024;
/** A tile that has more at its usual cells would be too large in any finer ones. */
const MOST_STARTS = 180_000;
const MOST_AT_ONCE = 2;
const PAUSE = 1200; // milliseconds without anything else to do

export class FineTiles {
  readonly #addresses: TileAddresses;
  readonly #queue: TileQueue;
  readonly #came: () => void;
  readonly #tiles = new LoadedTiles(MOST_BYTES);
  /** Tiles that are not to be had in finer cells. */
  readonly #finest = new WeakSet<TimeTile>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `came`: all that was wanted is there. Nobody hears of what cannot be had: everything is drawn without it. */
  constructor(addresses: TileAddresses, loader: TileLoader, came: () => void) {
    this.#addresses = addresses;
    this.#came = came;
    this.#queue = new TileQueue(loader, () => this.#tell(), MOST_AT_ONCE);
  }

  /** Asks for the tiles of what is shown in finer cells, once nothing else has been wanted for a while; for none where one of them is not to be had. */
  soon(tiles: readonly KeptTile[], shown: Square | null, window: TimeWindow): void {
    this.stop();
    const filled = tiles.filter(tile => !isEmpty(tile));
    const missing = filled.filter(tile => !this.#isExact(tile));
    if (missing.length > 0 && shown !== null && filled.every(tile => this.#canBeFiner(tile))) {
      this.#timer = setTimeout(() => hasAtMost(MOST_POINTS, tiles, shown) && this.#ask(missing, window), PAUSE);
    }
  }

  /** Something else is wanted. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#queue.want([]);
  }

  /** For each tile that has anything the finer one, or null for all: a picture half of dots and half of cells would say something else in each half. */
  of(tiles: readonly LoadedTile[]): (LoadedTile | null)[] {
    const found = tiles.map(tile => {
      const fine = tile.clip === null ? this.#tiles.at(tile) : null;
      return fine !== null && sameSpan(fine.asked.span, (tile as KeptTile).asked?.span ?? null) ? fine : null;
    });
    found.forEach(tile => tile === null || this.#tiles.touch(tile));
    return found.every((tile, i) => tile !== null || isEmpty(tiles[i]!)) ? found : found.map(() => null);
  }

  #ask(missing: readonly KeptTile[], window: TimeWindow): void {
    this.#queue.want(missing.map(tile => ({
      address: this.#addresses.tile(tile, cutFor(tile.asked, tile), FINEST_SIDE),
      arrived: fine => this.#arrived(tile, fine, window),
    })));
  }

  #arrived(tile: KeptTile, fine: TimeTile, window: TimeWindow): void {
    if (fine.side > tile.tile.side && hasSameEdges(fine, tile.tile)) {
      this.#tiles.add({ ...loadedTile(tile, fine, window), asked: tile.asked });
    } else {
      this.#finest.add(tile.tile);
    }
    this.#tell();
  }

  #tell(): void {
    if (this.#queue.isEmpty) {
      this.#came();
    }
  }

  /** Where the server had to lengthen its steps there is no room for more cells. */
  #canBeFiner({ tile, asked: { span } }: KeptTile): boolean {
    return span !== null && tile.edges.length > stretchesOf(span) && tile.series.length <= MOST_STARTS && !this.#finest.has(tile);
  }

  #isExact(tile: KeptTile): boolean {
    const fine = this.#tiles.at(tile);
    return fine !== null && sameSpan(fine.asked.span, tile.asked.span) && hasSameEdges(fine.tile, tile.tile);
  }
}

function isEmpty({ tile }: LoadedTile): boolean {
  return tile.series.length === 0;
}

function hasSameEdges({ edges }: TimeTile, { edges: others }: TimeTile): boolean {
  return edges.length === others.length && edges.every((edge, i) => edge === others[i]);
}
