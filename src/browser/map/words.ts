// What the map says about incidents, to the eye and to a screen reader.

import type { Mark } from '../view/marks';
import { kindInWords, LEAD_WORDS, marksInWords } from '../view/signs';
import type { View } from '../view/view';
import type { Hit } from './marks-layer';
import { partsOf } from './symbols';

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
    return [`${first.lead ? `${LEAD_WORDS}. ` : ''}${kindInWords(first.kind)}: ${first.title}`, first.when[clock], placeInWords(hit, first), signs.by === 'dataset' ? signs.label(first.dataset) : ''].filter(text => text !== '').join(', ');
  }
  return `${marksInWords(hit.marks)}: ${partsOf(hit.marks, signs).map(({ key, count }) => `${count} ${signs.label(key)}`).join(', ')}`;
}
