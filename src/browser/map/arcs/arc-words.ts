// What is written at an arc, said of it, and said of those that cannot be drawn.

import type { Relation, Standing } from '../../view/relations';
import type { Absence } from './arc-ends';

/** Why a relation is not drawn, or not wholly: `same`, both ends stand under one sign; `beyond`, an end is off the map. */
export type Lack = Absence | 'same' | 'beyond';

/** Dashes tell how a relation stands, so that its colour need not. */
export const DASHES: Readonly<Record<Standing, readonly number[]>> = { asserted: [], uncertain: [2, 4], contradicted: [8, 5] };

/** What can stand on the arc, the fullest first; none where the line says enough by itself. */
export function labelsOf({ standing, lag, words }: Relation, isBeyond: boolean): string[] {
  const doubt = standing === 'contradicted' ? ['contradicted'] : standing === 'uncertain' ? ['low confidence'] : [];
  if (lag === null && doubt.length === 0) {
    return [];
  }
  const full = [lag ?? words, ...doubt];
  const all = [...isBeyond ? [[...full, 'off the map']] : [], full, doubt.length > 0 ? doubt : full];
  return [...new Set(all.map(parts => parts.join(' · ')))];
}

/** "Drew retaliation · 5.8 days later". */
export function relationInWords({ words, lag }: Relation): string {
  return lag === null ? words : `${words} · ${lag}`;
}

/** All of a relation, for those who do not see the arc. */
export function relationSpoken(relation: Relation, titleOf: (slug: string) => string): string {
  return [titleOf(relation.from), relationInWords(relation), titleOf(relation.to), relation.says, relation.note ?? ''].filter(part => part !== '').join('. ');
}

/** "Relations: 1 leads off the map, 2 not placed on the map"; empty where all are drawn. */
export function lacksInWords(lacks: readonly Lack[], isCut: boolean, isMissing: boolean): string {
  if (isMissing) {
    return 'Relations could not be loaded';
  }
  const count = (...of: Lack[]): number => lacks.filter(lack => of.includes(lack)).length;
  const said = ([
    [count('beyond'), count('beyond') === 1 ? 'leads off the map' : 'lead off the map'],
    [count('unplaced'), 'with an end not placed on the map'],
    [count('outside'), 'with an end outside the window'],
    [count('same', 'unknown'), 'under one sign'],
  ] as const).filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length === 0 && !isCut ? '' : `Relations: ${[...said, ...isCut ? ['more than are shown'] : []].join(', ')}`;
}
