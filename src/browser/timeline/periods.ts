// Long periods lie in rows of their own below the single marks; a campaign goes first.

import type { DatedMarks } from './dated-marks';

const MOST = 60; // the rest are single marks

/** By index of the mark: its row, or -1 where it has none. */
export interface PeriodRows {
  readonly row: ReadonlyMap<number, number>;
  readonly rows: number;
}

/** Rows in which no two periods overlap, at most `limit` of them. */
export function assignRows(marks: DatedMarks, limit: number): PeriodRows {
  const taken: { from: number; to: number }[][] = [];
  const row = new Map<number, number>();
  for (const i of longest(marks)) {
    const [from, to] = [marks.earliest[i]!, marks.latest[i]!];
    let r = taken.findIndex(spans => spans.every(span => span.to <= from || span.from >= to));
    if (r < 0 && taken.length < limit) {
      r = taken.push([]) - 1;
    }
    if (r >= 0) {
      taken[r]!.push({ from, to });
      row.set(i, r);
    }
  }
  return { row, rows: taken.length };
}

function longest(marks: DatedMarks): number[] {
  const isCampaign = (i: number): number => marks.marks[i]!.kind === 'campaign' ? 0 : 1;
  const length = (i: number): number => marks.to[i]! - marks.from[i]!;
  const long: number[] = [];
  marks.isLong.forEach((isLong, i) => isLong === 1 && long.push(i));
  return long
    .sort((a, b) => isCampaign(a) - isCampaign(b) || (length(a) === length(b) ? a - b : length(b) - length(a)))
    .slice(0, MOST)
    .sort((a, b) => isCampaign(a) - isCampaign(b) || marks.from[a]! - marks.from[b]!);
}
