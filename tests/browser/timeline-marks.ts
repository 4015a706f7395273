// Marks for the tests of the timeline.

import { DatedMarks } from '../../src/browser/timeline/dated-marks';
import type { Mark } from '../../src/browser/view/marks';

export function time(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
}

export function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

/** An attack at an exact minute, unless told otherwise. */
export function mark(slug: string, start: string | null, some: Partial<Mark> = {}): Mark {
  const at = start === null ? null : time(start);
  return {
    slug, dataset: 'one', lead: false, title: slug, kind: 'attack', place: '', when: { utc: '', local: '', 'us-eastern': '' }, start: at, end: null, spanEnd: some.end ?? at,
    ongoing: false, precision: 'minute', uncertainty: null, placed: true, locations: [], line: null, halfWidth: null, area: null, stops: null, ...some,
  };
}

export function dated(...incidents: Mark[]): DatedMarks {
  return new DatedMarks({ revision: 1, coverage: null, extent: null, count: incidents.length, undated: 0, notPlaced: 0, coverages: [], incidents });
}
