// Fetches the time-tiles that are wanted, the first ones first, and stops fetching what is wanted no longer.

import { answerOf, Refused } from '../view/answer';
import type { TimeWindow } from '../view/window';
import { coarsened, edgesBeside, type Span } from './span';
import type { Cut } from './tile-address';
import type { TileDecoder } from './tile-decoder';
import type { TimeTile } from './time-tile';

export interface WantedTile {
  /** The same for the same tile at the same edges. */
  readonly key: string;
  /** Null: as the server chooses. */
  readonly span: Span | null;
  /** Counted exactly, whatever the span. */
  readonly window: TimeWindow;
  addressOf(cut: Cut): string;
  arrived(tile: TimeTile, span: Span | null): void;
}

/** With the span that it has in the end. */
interface Fetched {
  readonly tile: TimeTile;
  readonly span: Span | null;
}

const MOST_AT_ONCE = 6; // as many as a browser has connections
const MOST_TRIES = 3;
const PAUSE = 1000; // milliseconds, where the server is busy and does not say how long

export class TileQueue {
  readonly #decoder: TileDecoder;
  readonly #failed: (problem: unknown) => void;
  #wanted: readonly WantedTile[] = [];
  readonly #running = new Map<string, AbortController>();

  /** `failed`: one cannot be had; it is tried again when it is wanted again. */
  constructor(decoder: TileDecoder, failed: (problem: unknown) => void) {
    this.#decoder = decoder;
    this.#failed = failed;
  }

  /** True when all that was wanted has come, or cannot be had. */
  get isEmpty(): boolean { return this.#wanted.length === 0; }

  /** Takes the place of everything that was wanted before. */
  want(wanted: readonly WantedTile[]): void {
    this.#wanted = wanted;
    const keys = new Set(wanted.map(({ key }) => key));
    this.#running.forEach((running, key) => keys.has(key) || running.abort());
    this.#startNext();
  }

  #startNext(): void {
    for (const tile of this.#wanted) {
      if (this.#running.size >= MOST_AT_ONCE) {
        return;
      }
      if (!this.#running.has(tile.key)) {
        void this.#run(tile);
      }
    }
  }

  async #run(tile: WantedTile): Promise<void> {
    const mine = new AbortController();
    this.#running.set(tile.key, mine);
    try {
      const fetched = await fetchTile(tile, this.#decoder, mine.signal);
      this.#forget(tile.key);
      tile.arrived(fetched.tile, fetched.span);
    } catch (problem) {
      if (!mine.signal.aborted) {
        this.#forget(tile.key);
        this.#failed(problem);
      }
    } finally {
      this.#running.delete(tile.key);
      this.#startNext();
    }
  }

  #forget(key: string): void {
    this.#wanted = this.#wanted.filter(wanted => wanted.key !== key);
  }
}

/**
 * Asks again for coarser stretches where the server says that these are too many, and a little later where it is busy.
 * @throws {Refused}
 */
export async function fetchTile({ span, window, addressOf }: WantedTile, decoder: TileDecoder, signal: AbortSignal): Promise<Fetched> {
  for (let tries = 1, asked = span; ; tries++) {
    try {
      const answer = await answerOf(addressOf({ span: asked, edges: edgesBeside(asked, window) }), signal);
      const tile = await decoder.decode(await answer.arrayBuffer());
      signal.throwIfAborted();
      return { tile, span: asked };
    } catch (problem) {
      const coarser = problem instanceof Refused && problem.status === 413 && asked !== null ? coarsened(asked, problem.beside.step) : null;
      if (coarser !== null) {
        asked = coarser;
      } else if (problem instanceof Refused && problem.status === 503 && tries < MOST_TRIES) {
        await pause(problem.wait || PAUSE, signal);
      } else {
        throw problem;
      }
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }, { once: true });
  });
}
