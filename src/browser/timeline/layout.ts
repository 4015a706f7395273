// What lies where, from top to bottom: bars, lanes of single marks, rows of periods, bands of coverage, the axis.

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The bars stand on `baseline` and reach up to `barsTop`. */
  readonly barsTop: number;
  readonly baseline: number;
  readonly lanesTop: number;
  readonly lanePitch: number;
  readonly lanes: number;
  readonly glyphRadius: number;
  readonly periodsTop: number;
  readonly periodPitch: number;
  readonly periodHeight: number;
  readonly periodRows: number;
  readonly bandsTop: number;
  readonly bandPitch: number;
  readonly bandHeight: number;
  readonly bands: number;
  readonly axisTop: number;
  /** Both grains in rows of their own, or one row in which the coarse one goes first. */
  readonly axisRows: 1 | 2;
  readonly axisRowHeight: number;
}

const MOST_ROWS = 3;

/** How many rows of periods a height has room for. */
export function periodLimit(height: number): number {
  return height < 240 ? 2 : MOST_ROWS;
}

/** `hasLanes`: false where no mark is drawn by itself; the bars then take the room. */
export function layoutOf(width: number, height: number, periodRows: number, bands = 0, hasLanes = true): Layout {
  const isLow = height < 120;
  const isHigh = height >= 200;
  const axisRows = isHigh ? 2 : 1;
  const axisRowHeight = isHigh ? 15 : 18;
  const periodPitch = isLow ? 6 : isHigh ? 17 : 15;
  const lanePitch = isLow ? 13 : isHigh ? 18 : 14;
  const axisTop = height - axisRows * axisRowHeight;
  const bandPitch = isLow ? 3 : 5;
  const bandsTop = axisTop - bands * bandPitch - (bands > 0 ? 1 : 0);
  const periodsTop = bandsTop - periodRows * periodPitch - (periodRows > 0 ? 3 : 0);
  const barsTop = 14;
  const least = isLow ? 20 : 34;
  const lanes = hasLanes ? Math.max(1, Math.min(3, Math.floor((periodsTop - barsTop - least - 6) / lanePitch))) : 0;
  const lanesTop = periodsTop - lanes * lanePitch - (isLow ? 1 : 3);
  return {
    width, height, barsTop, baseline: lanesTop - 3, lanesTop, lanePitch, lanes, glyphRadius: isLow ? 4.5 : isHigh ? 6 : 5,
    periodsTop, periodPitch, periodHeight: isLow ? 4 : isHigh ? 15 : 13, periodRows,
    bandsTop, bandPitch, bandHeight: isLow ? 2 : 3, bands, axisTop, axisRows, axisRowHeight,
  };
}

export function laneY(layout: Layout, lane: number): number {
  return layout.lanesTop + (lane + 0.5) * layout.lanePitch;
}

export function rowY(layout: Layout, row: number): number {
  return layout.periodsTop + (row + 0.5) * layout.periodPitch;
}

export function bandY(layout: Layout, band: number): number {
  return layout.bandsTop + (band + 0.5) * layout.bandPitch;
}
