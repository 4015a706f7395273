// What a ring's parts take of its circle, from the top on and clockwise, in so many steps that no pixel shows them.

/** Into how many steps a circle is cut on a screen with so many pixels to one of the page: a power of two. */
export function stepsAt(ratio: number): number {
  return ratio <= 1.25 ? 512 : 2048;
}

const GAP = 1.6; // pixels between two arcs
const DASH = 3; // pixels
const PERIOD = 5.2; // pixels from one dash to the next

export class Circle {
  /** By step: 0xbbggrr. */
  readonly colour: Uint32Array;
  /** How much of the step is covered, 0 to 255. */
  readonly cover: Uint8Array;
  readonly isThin: Uint8Array;
  readonly #ratio: number;
  /** Steps in a pixel of the page, in the middle of the stroke. */
  #perPixel = 0;
  #gap = 0;
  #from = 0;
  #isWhole = false;

  /** `ratio`: pixels of the screen to one of the page. */
  constructor(ratio: number) {
    const steps = stepsAt(ratio);
    this.#ratio = ratio;
    this.colour = new Uint32Array(steps);
    this.cover = new Uint8Array(steps);
    this.isThin = new Uint8Array(steps);
  }

  /** Begins another circle, from its top. `radius`: of the ring, in pixels of the page; `middle`: of its stroke. */
  begin({ radius, middle }: { readonly radius: number; readonly middle: number }, isWhole: boolean): void {
    this.#perPixel = this.cover.length / (2 * Math.PI) / middle;
    this.#gap = isWhole ? 0 : GAP * this.#perPixel * middle / radius;
    this.#isWhole = isWhole;
    this.#from = 0;
    this.cover.fill(0);
  }

  /** Adds an arc in a colour (0xbbggrr); what is hollow is thin and dashed. */
  add(share: number, colour: number, isHollow: boolean): void {
    const gap = this.#gap;
    const soft = this.#perPixel / this.#ratio; // steps in a pixel of the screen
    const end = this.#from + share * this.cover.length;
    // One that closes the circle has no ends.
    const reach = this.#isWhole && !isHollow ? soft : 0;
    this.#fill(this.#from + gap / 2 - reach, Math.max(this.#from + gap, end - gap / 2) + reach, colour, soft, isHollow ? PERIOD * this.#perPixel : 0);
    this.#from = end;
  }

  /** Between two steps, with ends as soft as a pixel is wide. */
  #fill(from: number, to: number, colour: number, soft: number, dash: number): void {
    if (dash > 0) {
      for (let start = from; start < to; start += dash) {
        this.#stroke(start, Math.min(start + dash * DASH / PERIOD, to), colour, soft, 1);
      }
    } else {
      this.#stroke(from, to, colour, soft, 0);
    }
  }

  #stroke(from: number, to: number, colour: number, soft: number, thin: 0 | 1): void {
    const [start, end] = [Math.floor(from - soft / 2), Math.ceil(to + soft / 2)];
    const [solid, solidEnd] = [Math.ceil(from + soft / 2 - 0.5), Math.floor(to - soft / 2 - 0.5) + 1];
    if (solid >= solidEnd) {
      this.#soften(start, end, from, to, colour, soft, thin);
    } else {
      this.#soften(start, solid, from, to, colour, soft, thin);
      this.#cover(solid, solidEnd, colour, thin);
      this.#soften(solidEnd, end, from, to, colour, soft, thin);
    }
  }

  /** Steps near an end, each as far as the stroke reaches into it. */
  #soften(first: number, end: number, from: number, to: number, colour: number, soft: number, thin: 0 | 1): void {
    const { cover, colour: colours, isThin } = this;
    const steps = cover.length;
    for (let step = first; step < end; step++) {
      const inside = Math.min(step + 0.5 - from, to - step - 0.5) / soft + 0.5;
      const covered = inside >= 1 ? 255 : inside <= 0 ? 0 : inside * 255 + 0.5 | 0;
      const index = step + steps & steps - 1;
      if (covered > cover[index]!) {
        cover[index] = covered;
        colours[index] = colour;
        isThin[index] = thin;
      }
    }
  }

  /** Whole steps; what another arc covers stays its own. Most of a circle is this, and filling is quick from the first time on. */
  #cover(first: number, end: number, colour: number, thin: 0 | 1): void {
    const steps = this.cover.length;
    while (first < end && this.cover[first + steps & steps - 1] === 255) {
      first++;
    }
    while (first < end && this.cover[end - 1 + steps & steps - 1] === 255) {
      end--;
    }
    for (let at = first; at < end;) {
      const index = at + steps & steps - 1;
      const upTo = Math.min(steps, index + end - at);
      this.cover.fill(255, index, upTo);
      this.colour.fill(colour, index, upTo);
      this.isThin.fill(thin, index, upTo);
      at += upTo - index;
    }
  }
}
