// What arcs mean, for the legend: only of those that are there.

import type { ShownRelation } from '../../view/relations';
import { glyphFrame } from '../glyph';

const SVG = 'http://www.w3.org/2000/svg';

export interface ArcMeaning {
  readonly glyph: SVGSVGElement;
  readonly words: string;
}

export function arcMeanings(shown: readonly ShownRelation[]): ArcMeaning[] {
  const has = (test: (shown: ShownRelation) => boolean): boolean => shown.some(test);
  return [
    ...has(({ relation }) => relation.step) ? [{ glyph: glyph('map-legend-arc map-legend-arc-step'), words: 'Drew a response' }] : [],
    ...has(({ relation }) => !relation.step && relation.standing !== 'contradicted') ? [{ glyph: glyph('map-legend-arc'), words: 'Part or statement' }] : [],
    ...has(({ relation }) => relation.standing === 'contradicted') ? [{ glyph: glyph('map-legend-arc map-legend-arc-contradicted'), words: 'Said, but the record contradicts it' }] : [],
  ];
}

function glyph(className: string): SVGSVGElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M0 11C4 4 9 3 14 4');
  path.setAttribute('class', className);
  const svg = glyphFrame(path, 'map-glyph map-legend-arc-glyph');
  const head = document.createElementNS(SVG, 'path');
  head.setAttribute('d', 'M17.5 4.8 12.6 7 13.4 1.4Z');
  head.setAttribute('class', `${className} map-legend-arc-head`);
  svg.setAttribute('viewBox', '0 0 18 14');
  svg.append(head);
  return svg;
}
