// What time-tiles, and marks of a part of a view, are called on the server.

import type { ColourBy } from '../view/signs';
import { instant, type TimeWindow } from '../view/window';
import { formatSpan, type Span } from './span';

/** A square of the map: 2^z × 2^z of them cover the world, counted from the upper left. */
export interface TilePlace {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Degrees; west is greater than east in a box across the antimeridian. */
export interface GeoBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Which edges time is cut at; without a span the server chooses. */
export interface Cut {
  readonly span: Span | null;
  /** Others besides, at most four: no window has more than two. */
  readonly edges: readonly number[];
}

/** The addresses of one question to one revision. */
export class TileAddresses {
  readonly #root: string;
  readonly #asked: string;

  /** @param root `/data/{revision}` @param query of the incidents asked for, without time: "" or "?…" */
  constructor(root: string, query: string, readonly colour: ColourBy) {
    this.#root = root;
    this.#asked = query.replace(/^\?/, '');
  }

  /** `side`: it may have so many cells side by side, if it does not become too large; without, as many as all tiles have. */
  tile({ z, x, y }: TilePlace, cut: Cut, side: number | null = null): string {
    return this.#with(`tiles/${z}/${x}/${y}`, ...this.#colour(), ...pairs(cut), ...side === null ? [] : [`side=${side}`]);
  }

  times(cut: Cut): string {
    return this.#with('times', ...this.#colour(), ...pairs(cut));
  }

  /** The incidents in a box, null for anywhere, and in a window. */
  marks(box: GeoBox | null, during: TimeWindow): string {
    const { from, to } = during;
    const isAll = from === null && to === null;
    return this.#with('marks',
      ...box === null ? [] : [`within=${[box.west, box.south, box.east, box.north].map(degrees => Number(degrees.toFixed(5))).join(',')}`],
      ...isAll ? [] : [`during=${[from, to].map(side => side === null ? '' : instant(side)).join(',')}`]);
  }

  /** One incident, if it is among those asked for. */
  mark(slug: string): string {
    return this.#with('marks', `incident=${encodeURIComponent(slug)}`);
  }

  #colour(): string[] {
    return this.colour === 'kind' ? [] : [`colour=${this.colour}`];
  }

  #with(path: string, ...parameters: string[]): string {
    const all = [this.#asked, ...parameters].filter(part => part !== '').join('&');
    return `${this.#root}/${path}${all === '' ? '' : `?${all}`}`;
  }
}

function pairs({ span, edges }: Cut): string[] {
  return [...span === null ? [] : [`span=${formatSpan(span)}`], ...edges.map(edge => `edge=${instant(edge)}`)];
}
