// When incidents were collected, and when nobody did: an empty stretch of time says something only where somebody looked.

import type { Coverage, Marks } from '../view/marks';
import type { Dataset } from '../view/signs';
import type { Range } from './scale';
import { windowWords } from './time-words';
import type { Zone } from './zone';

/** A row that shows when a dataset was collected; the last of many stands for all that have none of their own. */
export interface Band {
  readonly datasets: readonly string[];
  readonly stretches: readonly Range[];
}

export interface Collected {
  /** Empty while there are fewer than two datasets to tell apart. */
  readonly bands: readonly Band[];
  /** When somebody collected, in order and apart; open sides are infinite. */
  readonly stretches: readonly Range[];
  /** Titles of the datasets of which nobody says when they were collected. */
  readonly unknown: readonly string[];
}

export const MOST_BANDS = 4;

/** Of the datasets that the view asks for. */
export function collectedOf(marks: Marks | null, datasets: readonly Dataset[]): Collected {
  if (marks === null) {
    return { bands: [], stretches: [], unknown: [] };
  }
  const chosen = datasets.filter(({ isChosen }) => isChosen);
  const known = new Map<string, Range>();
  for (const coverage of marks.coverages) {
    known.set(coverage.dataset, rangeOf(coverage));
  }
  const told = chosen.filter(({ slug }) => known.has(slug));
  const stretchesOf = (some: readonly Dataset[]): Range[] => merged(some.map(({ slug }) => known.get(slug)!));
  const own = told.length <= MOST_BANDS ? told : told.slice(0, MOST_BANDS - 1);
  const rest = told.slice(own.length);
  return {
    bands: chosen.length < 2 ? [] : [
      ...own.map(dataset => ({ datasets: [dataset.slug], stretches: stretchesOf([dataset]) })),
      ...rest.length > 0 ? [{ datasets: rest.map(({ slug }) => slug), stretches: stretchesOf(rest) }] : [],
    ],
    stretches: stretchesOf(told),
    unknown: chosen.filter(({ slug }) => !known.has(slug)).map(({ title }) => title),
  };
}

/** From the first to the last time that was collected, as far as that is known; open sides end where `extent` does. */
export function hullOf({ stretches }: Collected, extent: Range | null): Range | null {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) {
    return null;
  }
  const from = Number.isFinite(first.from) ? first.from : extent?.from;
  const to = Number.isFinite(last.to) ? last.to : extent?.to;
  return from === undefined || to === undefined || from >= to ? null : { from, to };
}

/** Where nobody collected, within a range. Nothing, while that is not known of every dataset. */
export function gapsIn({ stretches, unknown }: Collected, range: Range): Range[] {
  if (stretches.length === 0 || unknown.length > 0) {
    return [];
  }
  const gaps: Range[] = [];
  let from = -Infinity;
  for (const stretch of [...stretches, { from: Infinity, to: Infinity }]) {
    if (stretch.from > from && stretch.from > range.from && from < range.to) {
      gaps.push({ from, to: stretch.from });
    }
    from = stretch.to;
  }
  return gaps;
}

/** "Nobody collected until 6 Oct 2023". */
export function gapInWords({ from, to }: Range, zone: Zone): string {
  return `Nobody collected ${stretchInWords({ from, to }, zone)}`;
}

/** "UCDP GED: collected 1 Jan 2016 – 31 Dec 2022". */
export function bandInWords({ stretches }: Band, title: string, zone: Zone): string {
  return `${title}: collected ${stretches.map(stretch => stretchInWords(stretch, zone)).join(', ')}`;
}

/** All that the drawing says of coverage, for those who do not see it. */
export function collectedInWords(collected: Collected, titleOf: (slug: string) => string, zone: Zone): string {
  const { bands, stretches, unknown } = collected;
  return [
    ...bands.length > 0
      ? bands.map(band => `${bandInWords(band, band.datasets.map(titleOf).join(', '), zone)}.`)
      : stretches.map(stretch => `Incidents were collected ${stretchInWords(stretch, zone)}.`),
    ...gapsIn(collected, { from: -Infinity, to: Infinity }).length > 0 ? ['Outside that nobody collected: an empty time there says nothing.'] : [],
    ...unknown.map(title => unknownInWords(title)),
  ].join(' ');
}

/** For the toolbar: "coverage not known"; empty where it is known. */
export function notKnownInWords({ stretches, unknown }: Collected): string {
  return unknown.length === 0 ? '' : stretches.length === 0 ? 'coverage not known' : `coverage of ${unknown.length === 1 ? unknown[0]! : `${unknown.length} datasets`} not known`;
}

export function unknownInWords(title: string): string {
  return `When ${title} was collected is not known.`;
}

function stretchInWords({ from, to }: Range, zone: Zone): string {
  return windowWords({ from: Number.isFinite(from) ? from : null, to: Number.isFinite(to) ? to : null }, zone, 'long').replace('All time', 'at all times');
}

function rangeOf({ from, to }: Coverage): Range {
  return { from: from ?? -Infinity, to: to ?? Infinity };
}

/** In order, with what overlaps or touches joined. */
function merged(ranges: readonly Range[]): Range[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.to) {
      last.to = Math.max(last.to, to);
    } else {
      result.push({ from, to });
    }
  }
  return result;
}
