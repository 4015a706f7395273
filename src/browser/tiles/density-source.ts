// Opens the densities of a view one after the other.

import type { ColourBy } from '../view/signs';
import type { TimeWindow } from '../view/window';
import { Density, type DensityEvents } from './density';
import { TileAddresses } from './tile-address';
import { TileLoader } from './tile-loader';

export interface DensityQuestion {
  /** `/data/{revision}` */
  readonly root: string;
  /** Which incidents, without time: "" or "?…" */
  readonly query: string;
  readonly colour: ColourBy;
}

/** A newer one supersedes an older one that is not open yet, which then resolves to null. */
export class DensitySource {
  readonly #events: DensityEvents;
  #loader: TileLoader | null = null;
  #opening: Density | null = null;

  /** `events` are of whichever is open. */
  constructor(events: DensityEvents) {
    this.#events = events;
  }

  /** @throws {Refused} */
  async open({ root, query, colour }: DensityQuestion, window: TimeWindow): Promise<Density | null> {
    this.supersede();
    this.#loader ??= new TileLoader();
    const mine = new Density(new TileAddresses(root, query, colour), this.#loader, this.#events);
    this.#opening = mine;
    try {
      await mine.open(window);
    } catch (problem) {
      if (this.#opening !== mine) {
        return null;
      }
      mine.dispose();
      throw problem;
    }
    if (this.#opening !== mine) {
      return null;
    }
    this.#opening = null;
    return mine;
  }

  supersede(): void {
    this.#opening?.dispose();
    this.#opening = null;
  }
}
