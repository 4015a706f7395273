// A short, eased way from one range to another; none for those who asked for less motion.

import type { Range } from './scale';

const DURATION = 180; // milliseconds

export class Glide {
  #handle: number | null = null;

  /** `show` is called at every frame, last with `to` itself. */
  start(from: Range, to: Range, show: (range: Range) => void): void {
    this.stop();
    if (prefersLessMotion()) {
      show(to);
      return;
    }
    const began = performance.now();
    const frame = (now: number): void => {
      const share = Math.min(1, Math.max(0, now - began) / DURATION);
      const eased = 1 - (1 - share) ** 3;
      this.#handle = share < 1 ? requestAnimationFrame(frame) : null;
      show(share < 1 ? { from: from.from + (to.from - from.from) * eased, to: from.to + (to.to - from.to) * eased } : to);
    };
    this.#handle = requestAnimationFrame(frame);
  }

  stop(): void {
    if (this.#handle !== null) {
      cancelAnimationFrame(this.#handle);
      this.#handle = null;
    }
  }
}

export function prefersLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
