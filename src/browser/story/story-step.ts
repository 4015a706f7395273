// A step as its element tells it: all that the shared view needs to show it.

import type { Clock } from '../view/marks';
import type { RelationView } from '../view/relations';
import type { ColourBy, Dataset } from '../view/signs';
import type { PlayMode, Viewport } from '../view/view';
import type { TimeWindow } from '../view/window';

export interface StoryStep {
  /** Where its marks are; null while the server makes them ready. */
  readonly marks: string | null;
  readonly tiles: string | null;
  readonly window: TimeWindow;
  /** Null where the map opens on its incidents. */
  readonly viewport: Viewport | null;
  readonly selected: string | null;
  readonly clock: Clock;
  readonly mode: PlayMode;
  readonly colour: ColourBy;
  readonly relations: RelationView;
  readonly datasets: readonly Dataset[];
  readonly lens: string | null;
}

/** Reads the data attributes of a step; the server wrote them. */
export function readStep(data: Readonly<Record<string, string | undefined>>): StoryStep {
  return {
    marks: data['marks'] ?? null,
    tiles: data['tiles'] ?? null,
    window: { from: instant(data['from']), to: instant(data['to']) },
    viewport: viewport(data['viewport']),
    selected: data['selected'] || null,
    clock: (data['clock'] ?? 'utc') as Clock,
    mode: (data['mode'] ?? 'window') as PlayMode,
    colour: (data['colour'] ?? 'kind') as ColourBy,
    relations: (data['relations'] ?? 'selection') as RelationView,
    datasets: JSON.parse(data['datasets'] || '[]') as Dataset[],
    lens: data['lens'] ?? null,
  };
}

const SHORTEST = 5_000; // milliseconds that a step stays while the story plays
const LONGEST = 45_000;
const WORD = 300; // a word: 200 a minute

/** How long somebody reads a text. */
export function readingTime(text: string): number {
  const words = text.split(/\s+/).filter(word => word !== '').length;
  return Math.min(LONGEST, Math.max(SHORTEST, 2_000 + words * WORD));
}

function instant(text: string | undefined): number | null {
  return text ? Date.parse(text) : null;
}

function viewport(text: string | undefined): Viewport | null {
  const [lat, lon, zoom] = (text ?? '').split(',').map(Number);
  return text && zoom !== undefined ? { lat: lat!, lon: lon!, zoom } : null;
}
