// Moves the shared view on behalf of a presenter: towards each new state in the time until the next, and to rest when none comes.

import { isMotionReduced } from '../map/camera';
import type { View } from '../view/view';
import { sameViewport, type Viewport } from '../view/viewport';
import { sameWindow } from '../view/window';
import { between, type Place, type Pose } from './motion';
import { pixelsFromMiddle } from './pointer-ring';

const SHORTEST = 50; // milliseconds of a movement
const LONGEST = 130;
const FIRST = 80; // of the first movement after a rest: it starts at once, so it need not last until a next one
const NEAR = { pixels: 0.6, zoom: 0.002 };
const RESTS_AFTER = 300; // milliseconds without another state

export class LedView {
  readonly #view: View;
  readonly #where: () => Viewport | null;
  readonly #point: (pointer: Place | null) => void;
  #from: Pose | null = null;
  #to: Pose | null = null;
  #began = 0;
  #lasts = 0;
  #told = -Infinity;
  #pointer: Place | null = null;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #hasMoved = { viewport: false, window: false };

  /** `where`: the map's place, whoever brought it there. `point` shows where the presenter points. */
  constructor(view: View, where: () => Viewport | null, point: (pointer: Place | null) => void) {
    [this.#view, this.#where, this.#point] = [view, where, point];
  }

  /** Begins to move to a state. */
  goTo(pose: Pose): void {
    const now = performance.now();
    const since = now - this.#told;
    this.#told = now;
    this.#lasts = isMotionReduced() ? 0 : since < 2 * LONGEST ? Math.max(SHORTEST, Math.min(LONGEST, since)) : FIRST;
    this.#from = { viewport: this.#where(), window: this.#view.window, pointer: this.#pointer };
    this.#to = pose;
    this.#began = now;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#settle(), this.#lasts + RESTS_AFTER);
    this.#frame ||= requestAnimationFrame(this.#step);
  }

  /** Ends the movement where it is: from now on the view is somebody else's. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#to !== null) {
      this.#to = null;
      this.#settle();
    }
    this.#showPointer(null);
  }

  readonly #step = (time: number): void => {
    this.#frame = 0;
    if (this.#from === null || this.#to === null) {
      return;
    }
    const share = this.#lasts === 0 ? 1 : Math.min(1, Math.max(0, (time - this.#began) / this.#lasts));
    const pose = between(this.#from, this.#to, share);
    this.#view.lead(() => this.#show(pose));
    this.#showPointer(pose.pointer);
    if (share < 1) {
      this.#frame = requestAnimationFrame(this.#step);
    }
  };

  #show({ viewport, window }: Pose): void {
    const here = this.#where();
    const isEnd = viewport === this.#to?.viewport && this.#hasMoved.viewport;
    if (viewport !== null && !(isEnd ? sameViewport(viewport, here) : isNear(viewport, here))) {
      this.#hasMoved.viewport = true;
      this.#view.setViewport(viewport, 'moving');
    }
    if (!sameWindow(window, this.#view.window)) {
      this.#hasMoved.window = true;
      this.#view.setWindow(window, 'moving');
    }
  }

  #showPointer(pointer: Place | null): void {
    this.#pointer = pointer;
    this.#point(pointer);
  }

  /** The address bar and the page hear of it once, when it rests. */
  #settle(): void {
    clearTimeout(this.#rest);
    const { viewport, window } = this.#hasMoved;
    this.#hasMoved = { viewport: false, window: false };
    this.#view.lead(() => {
      const here = this.#to?.viewport ?? this.#where();
      if (viewport && here !== null) {
        this.#view.setViewport({ ...here }, 'settled');
      }
      if (window) {
        this.#view.setWindow(this.#view.window, 'settled');
      }
    });
  }
}

/** Who points and does not move the map must not make others draw theirs again and again. */
function isNear(viewport: Viewport, here: Viewport | null): boolean {
  if (here === null || Math.abs(viewport.zoom - here.zoom) > NEAR.zoom) {
    return false;
  }
  const { x, y } = pixelsFromMiddle(viewport, here);
  return Math.hypot(x, y) < NEAR.pixels;
}
