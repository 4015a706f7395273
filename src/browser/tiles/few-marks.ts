// In a view of many incidents: the marks of a part of it that holds few.

import { fetchMarks, type Mark, type Marks } from '../view/marks';
import type { TimeWindow } from '../view/window';
import type { GeoBox, TileAddresses } from './tile-address';
import { latitudeOf, longitudeOf, type Square } from './wanted-tiles';

/** A view has few incidents up to here: they are drawn one by one. */
export const FEW = 2000;

const MOST_KEPT = 16; // answers
const ROOM = 0.25; // of what is shown, on each side: small moves ask for nothing
const GRID = 8; // parts of what is shown that its sides are rounded to

/** The incidents of one part of a view; a newer part supersedes an older one. */
export class FewMarks<Part> {
  readonly #fetch: (part: Part, signal: AbortSignal) => Promise<Marks | null>;
  #part: Part | null = null;
  #marks: Marks | null = null;
  #running: { readonly asked: string; readonly abort: AbortController } | null = null;

  /** `fetch` answers null for a part that has too many. */
  constructor(fetch: (part: Part, signal: AbortSignal) => Promise<Marks | null>) {
    this.#fetch = fetch;
  }

  get part(): Part | null { return this.#part; }
  /** Of `part`; null where these are too many, and until they have come. */
  get marks(): Marks | null { return this.#marks; }

  get isLoading(): boolean { return this.#running !== null; }

  /** Tries the parts one after the other until one has few. True when there are other marks now, or none any more. */
  async load(parts: readonly Part[]): Promise<boolean> {
    const asked = JSON.stringify(parts);
    if (asked === this.#running?.asked) {
      return false;
    }
    this.stop();
    if (parts.length === 0) {
      return this.#clear();
    }
    const mine = { asked, abort: new AbortController() };
    this.#running = mine;
    try {
      return await this.#loadFirst(parts, mine.abort.signal);
    } catch (problem) {
      if (mine.abort.signal.aborted) {
        return false;
      }
      throw problem;
    } finally {
      this.#running = this.#running === mine ? null : this.#running;
    }
  }

  stop(): void {
    this.#running?.abort.abort();
    this.#running = null;
  }

  async #loadFirst(parts: readonly Part[], signal: AbortSignal): Promise<boolean> {
    for (const part of parts) {
      const marks = await this.#fetch(part, signal);
      signal.throwIfAborted();
      if (marks !== null) {
        [this.#part, this.#marks] = [part, marks];
        return true;
      }
    }
    return this.#clear();
  }

  /** True when there were some. */
  #clear(): boolean {
    const had = this.#marks !== null;
    [this.#part, this.#marks] = [null, null];
    return had;
  }
}

interface Answer {
  readonly marks: Marks;
  readonly bySlug: ReadonlyMap<string, Mark>;
}

/** Fetches marks of parts of one view, and keeps the last answers. */
export class MarksOfParts {
  readonly #addresses: TileAddresses;
  readonly #kept = new Map<string, Answer>();
  /** The incident that was asked for by itself last. */
  #one: Mark | null = null;

  constructor(addresses: TileAddresses) {
    this.#addresses = addresses;
  }

  /** Null where they are too many. @throws {Refused} */
  async in(box: GeoBox | null, during: TimeWindow, signal: AbortSignal): Promise<Marks | null> {
    const address = this.#addresses.marks(box, during);
    const kept = this.#kept.get(address);
    const marks = kept?.marks ?? await fetchMarks(address, signal);
    this.#keep(address, kept ?? { marks, bySlug: new Map(marks.incidents.map(mark => [mark.slug, mark])) });
    return marks.count > marks.incidents.length ? null : marks;
  }

  find(slug: string): Mark | null {
    for (const { bySlug } of this.#kept.values()) {
      const mark = bySlug.get(slug);
      if (mark !== undefined) {
        return mark;
      }
    }
    return this.#one?.slug === slug ? this.#one : null;
  }

  /** Fetches one incident, wherever it is; true when `find` knows it now. @throws {Refused} */
  async ask(slug: string, signal: AbortSignal): Promise<boolean> {
    const { incidents } = await fetchMarks(this.#addresses.mark(slug), signal);
    this.#one = incidents[0] ?? this.#one;
    return this.find(slug) !== null;
  }

  #keep(address: string, answer: Answer): void {
    this.#kept.delete(address);
    this.#kept.set(address, answer);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) {
        break;
      }
      this.#kept.delete(oldest);
    }
  }
}

/** With room on all sides, and sides that are the same after a small move. */
export function roomyRange(from: number, to: number): { from: number; to: number } {
  const grain = 2 ** Math.round(Math.log2((to - from) / GRID));
  const room = (to - from) * ROOM;
  return { from: Math.floor((from - room) / grain) * grain, to: Math.ceil((to + room) / grain) * grain };
}

export function roomySquare({ left, top, right, bottom }: Square): Square {
  const [across, down] = [roomyRange(left, right), roomyRange(top, bottom)];
  return { left: across.from, right: across.to, top: Math.max(0, down.from), bottom: Math.min(1, down.to) };
}

export function holds(outer: Square | null, inner: Square): boolean {
  return outer !== null && outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
}

export function boxOf({ left, top, right, bottom }: Square): GeoBox {
  const isAllAround = right - left >= 1;
  return {
    west: isAllAround ? -180 : longitudeOf(left), east: isAllAround ? 180 : longitudeOf(right),
    south: latitudeOf(Math.min(1, bottom)), north: latitudeOf(Math.max(0, top)),
  };
}

