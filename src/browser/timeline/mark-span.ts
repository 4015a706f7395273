// Where on the axis a dated mark lies: what was stated, how far it may be off, and where its glyph stands.

import type { Mark } from '../view/marks';

export interface MarkSpan {
  /** A period that was stated as such; for a moment both are the start. */
  readonly from: number;
  /** Infinity while it is ongoing. */
  readonly to: number;
  /** The earliest and the latest time that it may have been. */
  readonly earliest: number;
  readonly latest: number;
  /** The middle of what was stated. */
  readonly glyph: number;
}

/** An hour that was stated with its plus-minus is a moment; a day, however uncertain, is a whole day. */
export function spanOf(mark: Mark & { start: number }): MarkSpan {
  const { start, ongoing } = mark;
  const slack = mark.uncertainty ?? 0;
  if (ongoing) {
    return { from: start, to: Infinity, earliest: start - slack, latest: Infinity, glyph: start };
  }
  const isMoment = mark.precision === 'minute' || mark.precision === 'hour' && mark.uncertainty !== null;
  const stated = mark.end ?? (isMoment ? start : mark.spanEnd ?? start);
  const glyph = mark.end === null && mark.precision === 'hour' ? start : (start + stated) / 2;
  return { from: start, to: mark.end ?? start, earliest: start - slack, latest: stated + slack, glyph };
}
