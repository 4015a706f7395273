// What the map says about incidents, to the eye and to a screen reader.

import type { Clock, Mark } from '../view/marks';
import type { Hit } from './marks-layer';

export function incidentsInWords(count: number): string {
  return count === 1 ? '1 incident' : `${count.toLocaleString('en')} incidents`;
}

/** "known to 10 km"; empty for what is exact, or has no place of its own. */
export function precisionInWords(radius: number): string {
  return radius >= 1000 ? `known to ${(radius / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} km` : radius >= 100 ? `known to ${Math.round(radius)} m` : '';
}

export function kindInWords(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replace(/[-_]/g, ' ');
}

export function countKinds(marks: readonly Mark[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of marks) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

/** Place and precision of a mark where it was hit. */
export function placeInWords(hit: Hit, mark: Mark): string {
  const location = hit.type === 'symbol' && hit.symbol.type === 'single' ? hit.symbol.spot.location : mark.locations.length === 1 && mark.line === null ? mark.locations[0]! : null;
  return [location?.name || mark.place, location === null ? '' : precisionInWords(location.radius)].filter(text => text !== '').join(' · ');
}

export function hitInWords(hit: Hit, clock: Clock): string {
  if (hit.type === 'stop') {
    return hit.stop.stops.map(({ number, stop }) => `Stop ${number}: ${stop.name}, ${stop.date}, ${stop.what}`).join('. ');
  }
  const [first] = hit.marks;
  if (first !== undefined && hit.marks.length === 1) {
    return [`${kindInWords(first.kind)}: ${first.title}`, first.when[clock], placeInWords(hit, first)].filter(text => text !== '').join(', ');
  }
  return `${incidentsInWords(hit.marks.length)}: ${countKinds(hit.marks).map(({ kind, count }) => `${count} ${kind}`).join(', ')}`;
}
