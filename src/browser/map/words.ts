// What the map says about incidents, to the eye and to a screen reader.

import type { Mark } from '../view/marks';
import { countInWords, kindInWords, marksInWords, type Signs } from '../view/signs';
import type { View } from '../view/view';
import { leadsOf } from './density/piles';
import type { Hit } from './hit';
import { type Part, partsOf } from './symbols';

/** "known to 10 km"; empty for what is exact, or has no place of its own. */
export function precisionInWords(radius: number): string {
  return radius >= 1000 ? `known to ${(radius / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} km` : radius >= 100 ? `known to ${Math.round(radius)} m` : '';
}

/** Place and precision of a mark where it was hit. */
export function placeInWords(hit: Hit, mark: Mark): string {
  const location = hit.type === 'symbol' && hit.symbol.type === 'single' ? hit.symbol.spot.location : mark.locations.length === 1 && mark.line === null ? mark.locations[0]! : null;
  return [location?.name || mark.place, location === null ? '' : precisionInWords(location.radius)].filter(text => text !== '').join(' · ');
}

export function hitInWords(hit: Hit, { clock, signs }: View): string {
  if (hit.type === 'stop') {
    return hit.stop.stops.map(({ number, stop }) => `Stop ${number}: ${stop.name}, ${stop.date}, ${stop.what}`).join('. ');
  }
  const [first] = hit.marks;
  if (first !== undefined && hit.marks.length === 1) {
    return [`${signs.notesOf(first).map(note => `${note}. `).join('')}${kindInWords(first.kind)}: ${first.title}`, first.when[clock], placeInWords(hit, first), signs.by === 'dataset' ? signs.label(first.dataset) : ''].filter(text => text !== '').join(', ');
  }
  return `${amountInWords(hit)}: ${compositionOf(hit, signs).map(({ key, count }) => `${count.toLocaleString('en')} ${signs.label(key)}`).join(', ')}`;
}

/** "312 incidents": how many were hit. */
export function amountInWords(hit: Hit): string {
  return hit.type === 'pile' ? countInWords(hit.pile.count - leadsOf(hit.pile), leadsOf(hit.pile)) : marksInWords(hit.marks);
}

/** How many were hit by what colours tell apart. */
export function compositionOf(hit: Hit, signs: Signs): readonly Part[] {
  return hit.type === 'pile' ? hit.pile.parts : partsOf(hit.marks, signs);
}
