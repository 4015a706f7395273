// What the server sends of the incidents in view, and what can be asked of it.

import { answerOf } from './answer';
import type { TimeWindow } from './window';

export type Clock = 'utc' | 'local' | 'us-eastern';
export type TimePrecision = 'minute' | 'hour' | 'partofday' | 'day' | 'week' | 'month' | 'year';
export type LatLon = [latitude: number, longitude: number];

/** A point that is true within `radius` metres. */
export interface Location {
  lat: number;
  lon: number;
  radius: number;
  name: string;
}

/** One stop of a route; `date` is a day in words. */
export interface Stop {
  lat: number;
  lon: number;
  name: string;
  date: string;
  what: string;
}

/** One incident, as far as map and timeline need it. Times are Unix milliseconds, UTC. */
export interface Mark {
  slug: string;
  title: string;
  kind: string;
  place: string;
  when: Record<Clock, string>;
  /** Null: undated. */
  start: number | null;
  /** The stated end of a period; null for a moment and for what is ongoing. */
  end: number | null;
  /** Where the stated time ends, exclusive; null when ongoing. */
  spanEnd: number | null;
  ongoing: boolean;
  precision: TimePrecision;
  /** Plus-minus milliseconds around start and end; null where nobody stated one. */
  uncertainty: number | null;
  /** False: known too coarsely for the map, listed beside it. */
  placed: boolean;
  locations: Location[];
  line: LatLon[] | null;
  /** Half the width of a corridor in metres; null for a plain line. */
  halfWidth: number | null;
  area: LatLon[] | null;
  stops: Stop[] | null;
  /** The slug of its dataset. */
  dataset: string;
  /** True for a machine-coded row that nobody has checked: it is no incident. */
  lead: boolean;
  /** True where the view is looked at through a lens that does not mention it; else absent. */
  unmentioned?: boolean;
}

/** The time in which a dataset was collected; null is open on that side. A dataset of which it is not known has none. */
export interface Coverage {
  dataset: string;
  from: number | null;
  to: number | null;
}

export interface Marks {
  revision: number;
  /** The time in which incidents were collected; single earlier ones may give context. */
  coverage: { from: number; to: number } | null;
  /** From the first to the last dated incident. */
  extent: { from: number; to: number } | null;
  /** How many meet the question; `incidents` is empty where these are too many to be sent one by one. */
  count: number;
  undated: number;
  notPlaced: number;
  /** Minutes that clocks were ahead of UTC at most incidents: the nearest there is to one local clock. Null, or absent, without a date. */
  localOffset?: number | null;
  /** Of the datasets whose coverage is known. */
  coverages: Coverage[];
  /** By start, the undated last. */
  incidents: Mark[];
}

/** The rule that decides everywhere whether an incident's stated time meets the window. */
export function isInWindow(mark: Mark, window: TimeWindow): boolean {
  if (mark.start === null) {
    return window.from === null && window.to === null;
  }
  return (window.to === null || mark.start < window.to)
    && (window.from === null || mark.start >= window.from || mark.spanEnd === null || mark.spanEnd > window.from);
}

/** Fetches marks; a newer call supersedes an older one, which then resolves to null. */
export class MarksSource {
  #running: AbortController | null = null;

  /** @throws {Refused} */
  async load(address: string): Promise<Marks | null> {
    this.#running?.abort();
    const mine = new AbortController();
    this.#running = mine;
    try {
      return await fetchMarks(address, mine.signal);
    } catch (error) {
      if (mine.signal.aborted) {
        return null;
      }
      throw error;
    }
  }
}

/** @throws {Refused} */
export async function fetchMarks(address: string, signal: AbortSignal): Promise<Marks> {
  return await (await answerOf(address, signal)).json() as Marks;
}
