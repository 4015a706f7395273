// Single marks, counted ones and periods as they were drawn last: a frame draws again only what has become fainter or
// stronger, and what lies beside it.

import { drawCountedMarks, drawSingles } from './draw-marks';
import { drawPeriods } from './draw-periods';
import type { Easel } from './easel';
import { Layer } from './layer';
import type { Counted, Picture, Single } from './picture';

/** Columns of the drawing, in pixels of the page. */
interface Columns {
  readonly left: number;
  readonly right: number;
}

/** Something that is drawn at one strength. */
interface Drawn<T> extends Columns {
  readonly of: T;
  emphasis: number;
}

const RIM = 6; // pixels beside a glyph that its rim and a neighbour's may take
const MOST = 0.5; // of the width: when more than that is drawn again, all is

export class MarkLayer {
  readonly #lanes = new Layer();
  readonly #rows = new Layer();
  #picture: Picture | null = null;
  #singles: readonly Drawn<Single>[] = [];
  #counted: readonly Drawn<Counted>[] = [];
  #periods: readonly Drawn<Single>[] = [];
  #highlit = '';

  /** Draws all anew when it is next updated. */
  forget(): void {
    this.#picture = null;
  }

  /** Brings it up to date and lays it into the drawing. */
  update(easel: Easel): void {
    const isOther = easel.picture !== this.#picture;
    if (isOther) {
      this.#take(easel.picture);
    }
    this.#updateLanes(easel, isOther);
    this.#updateRows(easel, isOther);
    this.#periods.length > 0 && this.#rows.layInto(easel.context);
    this.#singles.length + this.#counted.length > 0 && this.#lanes.layInto(easel.context);
  }

  #take(picture: Picture): void {
    this.#picture = picture;
    this.#singles = picture.singles.map(of => ({ of, ...columnsOfSingle(picture, of), emphasis: -1 }));
    this.#counted = picture.counted.map(of => ({ of, left: of.x - of.halfWidth - RIM, right: of.x + of.halfWidth + RIM, emphasis: -1 }));
    this.#periods = picture.periods.map(of => ({ of, left: -Infinity, right: Infinity, emphasis: -1 }));
  }

  #updateLanes(easel: Easel, isOther: boolean): void {
    const { picture } = easel;
    const { layout } = picture;
    const dirty = [
      ...changed(this.#singles, ({ index }) => easel.emphasis(index)),
      ...changed(this.#counted, counted => picture.emphasisOf(counted, easel.window, easel.emphasis)),
    ];
    if (!isOther && dirty.length === 0) {
      return;
    }
    const strip = { top: layout.lanesTop - RIM, width: layout.width, height: layout.periodsTop - layout.lanesTop + 2 * RIM };
    const parts = joined(dirty);
    if (isOther || parts.reduce((sum, { left, right }) => sum + right - left, 0) > layout.width * MOST) {
      this.#drawLanes({ ...easel, context: this.#lanes.clear(strip, easel.pixelRatio) }, { left: -Infinity, right: Infinity });
      return;
    }
    const { context } = this.#lanes;
    for (const part of parts) {
      const left = Math.floor(part.left * easel.pixelRatio) / easel.pixelRatio;
      const width = Math.ceil(part.right * easel.pixelRatio) / easel.pixelRatio - left;
      context.save();
      context.beginPath();
      context.rect(left, strip.top - 1, width, strip.height + 2);
      context.clip();
      context.clearRect(left, strip.top - 1, width, strip.height + 2);
      this.#drawLanes({ ...easel, context }, { left, right: left + width });
      context.restore();
    }
  }

  #drawLanes(easel: Easel, columns: Columns): void {
    drawSingles(easel, within(this.#singles, columns));
    drawCountedMarks(easel, within(this.#counted, columns));
  }

  /** Few, and seldom changed: all or none. */
  #updateRows(easel: Easel, isOther: boolean): void {
    const { layout } = easel.picture;
    const dirty = changed(this.#periods, ({ index }) => easel.emphasis(index));
    const highlit = `${easel.selected} ${easel.hovered}`; // periods have no ring of their own, but a rim
    if (isOther || dirty.length > 0 || highlit !== this.#highlit && this.#periods.length > 0) {
      this.#highlit = highlit;
      const context = this.#rows.clear({ top: layout.periodsTop - 2, width: layout.width, height: layout.bandsTop - layout.periodsTop + 4 }, easel.pixelRatio);
      drawPeriods({ ...easel, context });
    }
  }
}

/** A glyph with its rim, and its whisker. */
function columnsOfSingle({ marks, scale, layout }: Picture, { index, x }: Single): Columns {
  const reach = layout.glyphRadius * 1.2 + RIM;
  return {
    left: Math.min(x - reach, Math.max(scale.x(marks.earliest[index]!), -RIM)),
    right: Math.max(x + reach, Math.min(scale.x(marks.latest[index]!), layout.width + RIM)),
  };
}

/** Those that are to be drawn at another strength than before; they are told it. */
function changed<T>(all: readonly Drawn<T>[], emphasisOf: (of: T) => number): Drawn<T>[] {
  return all.filter(one => {
    const before = one.emphasis;
    one.emphasis = emphasisOf(one.of);
    return one.emphasis !== before;
  });
}

function within<T>(all: readonly Drawn<T>[], { left, right }: Columns): T[] {
  return all.filter(one => one.left < right && one.right > left).map(({ of }) => of);
}

/** In order, with those joined that overlap. */
function joined(columns: readonly Columns[]): Columns[] {
  const result: { left: number; right: number }[] = [];
  for (const { left, right } of [...columns].sort((a, b) => a.left - b.left)) {
    const last = result.at(-1);
    if (last !== undefined && left <= last.right) {
      last.right = Math.max(last.right, right);
    } else {
      result.push({ left, right });
    }
  }
  return result;
}
