// What a presenter shows, as followers hear it: a view in one address, and what of it the browser shows without asking the page.

import type { RelationView } from '../view/relations';
import type { ColourBy } from '../view/signs';
import type { PlayMode } from '../view/view';
import type { Viewport } from '../view/viewport';

export type Standing = 'Live' | 'Paused' | 'Away' | 'Ended';

export interface Shown {
  readonly presenter: string;
  readonly standing: Standing;
  /** The canonical query of the view. */
  readonly query: string;
  /** Unix milliseconds UTC; `to` is exclusive, null is open. */
  readonly from: number | null;
  readonly to: number | null;
  /** Latitude, longitude, zoom. */
  readonly map: readonly [number, number, number] | null;
  readonly selected: string | null;
  readonly mode: PlayMode;
  readonly colour: ColourBy;
  readonly relations: RelationView;
  /** Where on the map the presenter points: latitude, longitude. */
  readonly pointer: readonly [number, number] | null;
  /** Of the presenter's map in pixels. */
  readonly size: readonly [number, number] | null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The key of the address that says which briefing the page follows. */
export const BRIEFING = 'briefing';

const SHOWN_BY_BROWSER = ['from', 'to', 'map', 'sel', 'mode', 'colour', 'relations'];
const NO_VIEW = [BRIEFING, 'lines'];
const NEARLY = 0.85; // of the presenter's map; one so little smaller shows the same zoom

/** What of an address only the page can show: filters, lens, clock, order. Equal texts ask for the same. */
export function askedOf(query: string): string {
  const asked = new URLSearchParams(query);
  [...SHOWN_BY_BROWSER, ...NO_VIEW].forEach(key => asked.delete(key));
  asked.sort();
  return asked.toString();
}

/** The place of a map that shows as much as the presenter's: where it is much smaller, from further away. */
export function placeOf(shown: Shown, own: Size): Viewport | null {
  if (shown.map === null) {
    return null;
  }
  const [lat, lon, zoom] = shown.map;
  const share = shown.size === null || own.width === 0 || own.height === 0 ? 1 : Math.min(1, own.width / shown.size[0], own.height / shown.size[1]);
  return { lat, lon, zoom: share < NEARLY ? Math.max(0, zoom + Math.log2(share)) : zoom };
}
