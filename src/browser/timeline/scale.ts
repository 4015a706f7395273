// Time to pixels and back.

/** A stretch of time in Unix milliseconds, [from, to). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export class TimeScale implements Range {
  /** `from` lies at pixel 0, `to` at pixel `width`. */
  constructor(readonly from: number, readonly to: number, readonly width: number) {}

  get span(): number {
    return this.to - this.from;
  }

  /** Milliseconds in one pixel. */
  get grain(): number {
    return this.span / this.width;
  }

  x(time: number): number {
    return (time - this.from) / this.span * this.width;
  }

  time(x: number): number {
    return this.from + x / this.width * this.span;
  }

  resized(width: number): TimeScale {
    return new TimeScale(this.from, this.to, width);
  }

  showing(range: Range): TimeScale {
    return new TimeScale(range.from, range.to, this.width);
  }

  /** Shows `factor` times as much time; what is at pixel `x` stays there unless a limit is in the way. */
  zoomed(factor: number, x: number, limits: Limits): TimeScale {
    const span = Math.min(Math.max(this.span * factor, limits.shortest), limits.to - limits.from);
    const from = this.time(x) - x / this.width * span;
    return this.showing({ from, to: from + span }).kept(limits);
  }

  /** Moves the content by `dx` pixels. */
  panned(dx: number, limits: Limits): TimeScale {
    const by = dx * this.grain;
    return this.showing({ from: this.from - by, to: this.to - by }).kept(limits);
  }

  /** Puts two times at two pixels: two fingers that hold what is under them. */
  pinched(a: { x: number; time: number }, b: { x: number; time: number }, limits: Limits): TimeScale {
    const apart = Math.abs(b.x - a.x) < 8 ? 8 * Math.sign(b.x - a.x || 1) : b.x - a.x;
    const grain = (b.time - a.time) / apart;
    if (!(grain > 0)) {
      return this;
    }
    const span = Math.min(Math.max(grain * this.width, limits.shortest), limits.to - limits.from);
    const middle = (a.time + b.time) / 2;
    const from = middle - (a.x + b.x) / 2 / this.width * span;
    return this.showing({ from, to: from + span }).kept(limits);
  }

  /** The same length, moved as little as possible to lie within the limits; all of them if it is longer. */
  kept(limits: Range): TimeScale {
    if (this.span >= limits.to - limits.from) {
      return this.showing(limits);
    }
    const by = Math.max(0, limits.from - this.from) - Math.max(0, this.to - limits.to);
    return by === 0 ? this : this.showing({ from: this.from + by, to: this.to + by });
  }
}

/** How far one can zoom out and pan, and how far in. */
export interface Limits extends Range {
  /** Milliseconds. */
  readonly shortest: number;
}

/** Adds a share of its length on both sides; a range without a length gets a day. */
export function padded(range: Range, share: number): Range {
  const by = range.to > range.from ? (range.to - range.from) * share : 43_200_000;
  return { from: range.from - by, to: range.to + by };
}

/** The shortest range that holds all of them; null if there is none. */
export function union(...ranges: (Range | null)[]): Range | null {
  const known = ranges.filter(range => range !== null);
  return known.length === 0 ? null : {
    from: Math.min(...known.map(range => range.from)),
    to: Math.max(...known.map(range => range.to)),
  };
}
