// Fetches the time-tiles that are wanted, the first ones first, and stops fetching what is wanted no longer.

import { Refused } from '../view/answer';
import type { TileLoader } from './tile-loader';
import type { TimeTile } from './time-tile';

export interface WantedTile {
  /** The same for the same tile at the same edges. */
  readonly address: string;
  /** True: nobody waits for it, and nobody need hear of it if it cannot be had. */
  readonly isAhead?: boolean;
  arrived(tile: TimeTile): void;
}

/** More than a browser has connections: the next goes out when one is free, however busy the page is. A view has at most a dozen. */
const MOST_AT_ONCE = 12;
const MOST_TRIES = 3;
const PAUSE = 1000; // milliseconds, where the server is busy and does not say how long

export class TileQueue {
  readonly #loader: TileLoader;
  readonly #failed: (problem: unknown) => void;
  readonly #mostAtOnce: number;
  #wanted: readonly WantedTile[] = [];
  readonly #running = new Map<string, AbortController>();

  /** `failed`: one cannot be had; it is tried again when it is wanted again. */
  constructor(loader: TileLoader, failed: (problem: unknown) => void, mostAtOnce = MOST_AT_ONCE) {
    this.#loader = loader;
    this.#failed = failed;
    this.#mostAtOnce = mostAtOnce;
  }

  /** What is wanted though nobody waits for it. */
  get ahead(): readonly WantedTile[] { return this.#wanted.filter(({ isAhead }) => isAhead === true); }

  /** True when all that somebody waits for has come, or cannot be had. */
  get isEmpty(): boolean { return this.#wanted.every(({ isAhead }) => isAhead === true); }

  /** Takes the place of everything that was wanted before. */
  want(wanted: readonly WantedTile[]): void {
    this.#wanted = wanted;
    const addresses = new Set(wanted.map(({ address }) => address));
    this.#running.forEach((running, address) => addresses.has(address) || running.abort());
    this.#startNext();
  }

  #startNext(): void {
    for (const tile of this.#wanted) {
      if (this.#running.size >= this.#mostAtOnce) {
        return;
      }
      if (!this.#running.has(tile.address)) {
        void this.#run(tile.address);
      }
    }
  }

  async #run(address: string): Promise<void> {
    const mine = new AbortController();
    this.#running.set(address, mine);
    try {
      const fetched = await fetchTile(address, this.#loader, mine.signal);
      this.#take(address)?.arrived(fetched);
    } catch (problem) {
      if (!mine.signal.aborted && this.#take(address)?.isAhead !== true) {
        this.#failed(problem);
      }
    } finally {
      this.#running.delete(address);
      this.#startNext();
    }
  }

  /** As it is wanted by now: what was fetched ahead may be waited for since. It is wanted no longer then. */
  #take(address: string): WantedTile | undefined {
    const taken = this.#wanted.find(wanted => wanted.address === address);
    this.#wanted = this.#wanted.filter(wanted => wanted !== taken);
    return taken;
  }
}

/** Asks again a little later where the server is busy. @throws {Refused} */
export async function fetchTile(address: string, loader: TileLoader, signal: AbortSignal): Promise<TimeTile> {
  for (let tries = 1; ; tries++) {
    try {
      return await loader.load(address, signal);
    } catch (problem) {
      if (!(problem instanceof Refused) || problem.status !== 503 || tries === MOST_TRIES) {
        throw problem;
      }
      await pause(problem.wait || PAUSE, signal);
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
